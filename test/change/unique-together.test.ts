import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { csv, Sender } from "../platform/import/import-speech";
import { change, fresh, make, refusals, undo } from "./change-speech";

const CRITERION = {
  nameVi: "Hồ sơ qua bưu chính",
  measure: "DOSSIERS",
  channel: "POST",
  leg: "IN",
  base: "RECEIVED",
  readings: ["AGENCY", "CATALOG"],
  officialReading: "AGENCY",
  thresholdPercent: "15",
  attribution: "SETTLING",
  scoring: "NONE",
};

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  const aSet = async (): Promise<string> =>
    (await make(chi, "TargetSet", { code: fresh("B").replace(" ", "-"), nameVi: fresh("Bộ") }))[0];
  const aCriterion = (targetSet: string, code: string) => ({ ...CRITERION, targetSet, code });
  const codesOf = async (ids: string[]): Promise<string[]> => {
    const { criteria } = await chi.data(
      `query($ids: [ID!]) { criteria(filter: { id: { in: $ids } }, sort: [{ id: ASC }]) { items { code } } }`,
      { ids },
    );
    return criteria.items.map((item: { code: string }) => item.code);
  };

  test("a code is taken once in a target set, and again in another", async () => {
    const [here, there] = [await aSet(), await aSet()];
    await make(chi, "Criterion", aCriterion(here, "T1"), aCriterion(here, "T2"), aCriterion(there, "T1"));
    const result = await change(chi, "Criterion", [{ create: aCriterion(here, "T1") }]);
    expect(refusals(result)).toEqual([[0, "NOT_UNIQUE", "code"]]);
    expect(result.problems[0].messageVi).toBe(
      "Đã có dòng khác trùng bộ chỉ tiêu, mã. Hãy dùng giá trị khác hoặc sửa dòng ấy.",
    );
    expect(result.problems[0].messageEn).toContain("the same target set, code");
  });

  test("of two new rows of one batch the later is refused, and of good rows only that one", async () => {
    const set = await aSet();
    const two = [{ create: aCriterion(set, "A") }, { create: aCriterion(set, "A") }, { create: aCriterion(set, "B") }];
    expect(refusals(await change(chi, "Criterion", two))).toEqual([[1, "NOT_UNIQUE", "code"]]);
    const good = await change(chi, "Criterion", two, { mode: "GOOD_ROWS" });
    expect([good.rows.map((row) => row.index), refusals(good)]).toEqual([[0, 2], [[1, "NOT_UNIQUE", "code"]]]);
  });

  test("rows swap their codes in one batch, and undoing swaps them back", async () => {
    const set = await aSet();
    const ids = await make(chi, "Criterion", aCriterion(set, "A"), aCriterion(set, "B"));
    const to = (id: string, code: string) => ({ update: { id, version: 1, set: { code } } });
    expect(refusals(await change(chi, "Criterion", [to(ids[0], "B")]))).toEqual([[0, "NOT_UNIQUE", "code"]]);
    const swapped = await change(chi, "Criterion", [to(ids[0], "B"), to(ids[1], "A")]);
    expect([swapped.problems, await codesOf(ids)]).toEqual([[], ["B", "A"]]);
    expect([(await undo(chi, swapped.changeSet!.id)).problems, await codesOf(ids)]).toEqual([[], ["A", "B"]]);
  });

  test("whoever counts on a row that is refused itself is refused in turn", async () => {
    const set = await aSet();
    const ids = await make(chi, "Criterion", aCriterion(set, "A"), aCriterion(set, "B"), aCriterion(set, "C"));
    const to = (id: string, code: string) => ({ update: { id, version: 1, set: { code } } });
    const result = await change(chi, "Criterion", [to(ids[0], "B"), to(ids[1], "C")], { mode: "GOOD_ROWS" });
    expect(refusals(result).sort()).toEqual([
      [0, "NOT_UNIQUE", "code"],
      [1, "NOT_UNIQUE", "code"],
    ]);
    expect(await codesOf(ids)).toEqual(["A", "B", "C"]);
  });

  test("a row may take the place of one that goes in the same batch, where a field of theirs can be let go", async () => {
    const set = await aSet();
    const [old] = await make(chi, "Criterion", aCriterion(set, "A"));
    const replaced = await change(chi, "Criterion", [
      { create: aCriterion(set, "A") },
      { delete: { id: old, version: 1 } },
    ]);
    expect(replaced.problems).toEqual([]);
    const days = { kind: "OTHER", firstDay: "2021-01-05", lastDay: "2021-02-03" };
    const [period] = await make(chi, "Period", { name: fresh("Kỳ"), ...days });
    const fixed = [{ create: { name: fresh("Kỳ"), ...days } }, { delete: { id: period, version: 1 } }];
    expect(refusals(await change(chi, "Period", fixed))).toEqual([[0, "NOT_UNIQUE", "lastDay"]]);
    expect((await change(chi, "Period", [fixed[1]])).problems).toEqual([]);
    const again = await change(chi, "Period", [fixed[0]]);
    expect(again.problems).toEqual([]);
    // Undoing the deletion would give the days to two periods.
    expect((await change(chi, "Period", [{ create: { name: fresh("Kỳ"), ...days } }])).problems).toMatchObject([
      { field: "lastDay", code: "NOT_UNIQUE" },
    ]);
  });

  test("a file that gives a row the values of another is told so in its row", async () => {
    const set = await aSet();
    const [a] = await make(chi, "Criterion", aCriterion(set, "A"), aCriterion(set, "B"));
    const sender = await Sender.of(api, chi.person!);
    const reply = await sender.preview("criteria", csv("Mã dòng,Phiên bản,Mã", `${a},1,B`));
    expect(reply.rows.map(({ problems }) => problems.map(({ field, code }) => [field, code]))).toEqual([
      [["code", "NOT_UNIQUE"]],
    ]);
  });

  test("the table itself holds no two of them, whoever writes", async () => {
    const set = await aSet();
    const [a] = await make(chi, "Criterion", aCriterion(set, "A"), aCriterion(set, "B"));
    await expect(
      api.app.database.write((tx) => tx.run("UPDATE criterion SET code = 'B' WHERE id = ?", [a])),
    ).rejects.toMatchObject({ message: expect.stringMatching(/UNIQUE|Duplicate/) });
  });
});
