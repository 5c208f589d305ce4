import type { LargePortion } from "../../server/platform/changes/change-path";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { csv, Sender } from "../platform/import/import-speech";
import {
  aPeriod,
  change,
  changeCounts,
  closePeriod,
  create,
  expectTrue,
  makeWorld,
  reopenPeriod,
  undoSet,
  type Answer,
  type CountWorld,
} from "./count-world";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let quan: Asker;
  let world: CountWorld;
  let month = 0;
  beforeAll(async () => {
    api = await startApi(engine);
    [chi, quan] = [await api.as("chi"), await api.as("quan")];
    world = await makeWorld(chi);
  });
  afterAll(() => api?.close());

  /** A month that no other test writes to, with one count. */
  async function aMonth(): Promise<{ period: string; name: string; count: string; set: string }> {
    const [year, number] = [2000 + Math.floor(month / 12), (month % 12) + 1];
    month++;
    const row = aPeriod(year, number);
    const [period] = await create(chi, "Period", "changePeriods", [row]);
    const answer = await changeCounts(chi, [{ create: aCount(period) }]);
    expect(answer.problems).toEqual([]);
    return { period, name: `Tháng ${number}/${year}`, count: answer.rows[0].id, set: answer.changeSet!.id };
  }
  const aCount = (period: string, procedure = 0) => ({
    period,
    procedure: world.procedures[procedure],
    receptionUnit: world.units[0],
    agency: world.agencies[0],
    receivedPost: 3,
  });
  const stateOf = async (id: string) =>
    (await chi.data(`query($id: ID!) { period(id: $id) { state } }`, { id })).period.state;
  const refused = ({ changeSet, problems }: Answer) => [changeSet, ...problems.map((p) => [p.code, p.field])];

  test("a period is open from the start, and its state is nobody's to type", async () => {
    const { period } = await aMonth();
    expect(await stateOf(period)).toBe("OPEN");
    const typed = await change(chi, "Period", "changePeriods", [
      { update: { id: period, version: 1, set: { name: "Tháng khác" } } },
    ]);
    expect(typed.problems).toEqual([]);
    const reply = await chi.ask(
      `mutation($id: ID!) { changePeriods(changes: [{ update: { id: $id, version: 2, set: { state: CLOSED } } }]) { problems { code } } }`,
      { id: period },
    );
    expect(reply.errors).toHaveLength(1);
    expect(await stateOf(period)).toBe("OPEN");
  });

  test("a closed period takes no count: none is added, changed or deleted, and the refusal names the period", async () => {
    const { period, name, count } = await aMonth();
    const closed = await closePeriod(chi, period, "Đã gửi báo cáo tháng");
    expect(closed).toMatchObject({ problems: [], changeSet: { note: "Đã gửi báo cáo tháng", rowCount: 1 } });
    expect(await stateOf(period)).toBe("CLOSED");
    for (const one of [
      { create: aCount(period, 1) },
      { update: { id: count, version: 1, set: { receivedPost: 4 } } },
      { delete: { id: count, version: 1 } },
    ]) {
      const answer = await changeCounts(quan, [one]);
      expect(refused(answer)).toEqual([null, ["CLOSED", "period"]]);
      expect(answer.problems[0].messageVi).toContain(`“${name}” đã khóa`);
      expect(answer.problems[0].messageEn).toContain(`“${name}” is closed`);
    }
    await expectTrue(api);
  });

  test("of a batch of good rows, those of open periods are written", async () => {
    const [shut, open] = [await aMonth(), await aMonth()];
    await closePeriod(chi, shut.period);
    const answer = await changeCounts(
      chi,
      [
        { create: aCount(shut.period, 1) },
        { create: aCount(open.period, 1) },
        { delete: { id: shut.count, version: 1 } },
      ],
      { mode: "GOOD_ROWS" },
    );
    expect(answer.problems.map((p) => [p.index, p.code])).toEqual([
      [0, "CLOSED"],
      [2, "CLOSED"],
    ]);
    expect(answer.changeSet).toMatchObject({ rowCount: 1 });
    await expectTrue(api);
  });

  test("nor does it take a line of the national form", async () => {
    const { period } = await aMonth();
    const line = { create: { period, agency: world.agencies[0], receivedTotal: 12 } };
    await closePeriod(chi, period);
    expect(refused(await change(chi, "NationalForm", "changeNationalForms", [line]))).toEqual([
      null,
      ["CLOSED", "period"],
    ]);
    await reopenPeriod(quan, period, "Thiếu biểu");
    expect((await change(chi, "NationalForm", "changeNationalForms", [line])).problems).toEqual([]);
  });

  test("neither undo nor a file reaches into a closed period", async () => {
    const { period, name, set } = await aMonth();
    await closePeriod(chi, period);
    expect(refused(await undoSet(quan, set))).toEqual([null, ["CLOSED", "period"]]);
    const sender = await Sender.of(api, chi.person!);
    const file = csv(
      "Kỳ báo cáo,Thủ tục,Đơn vị tiếp nhận,Cơ quan giải quyết,Nhận qua BCCI",
      `${name},Đăng ký kết hôn,Trung tâm Phục vụ hành chính công,Sở Nội vụ,7`,
    );
    const reply = await sender.import("counts", file);
    expect(reply).toMatchObject({ status: 200, new: 0, wrong: 1, changeSet: null });
    expect(reply.rows[0].problems).toMatchObject([{ code: "CLOSED", field: "period" }]);
    await reopenPeriod(quan, period, "Nhập bổ sung");
    expect(await sender.import("counts", file)).toMatchObject({ status: 200, new: 1, wrong: 0 });
    await expectTrue(api);
  });

  test("catalog staff close, only administrators reopen, and others do neither", async () => {
    const { period } = await aMonth();
    for (const key of ["binh", "tai", "buu", "lan", "an"] as const) {
      const who = await api.as(key);
      for (const verb of [`closePeriod(id: "${period}")`, `reopenPeriod(id: "${period}", reason: "vì")`]) {
        const reply = await who.ask(`mutation { ${verb} { problems { code } } }`);
        expect([key, verb, reply.errors?.[0].extensions.code]).toEqual([key, verb, "FORBIDDEN"]);
      }
    }
    expect(await stateOf(period)).toBe("OPEN");
    await closePeriod(chi, period);
    const reply = await chi.ask(`mutation($id: ID!) { reopenPeriod(id: $id, reason: "vì") { problems { code } } }`, {
      id: period,
    });
    expect(reply.errors?.[0].extensions.code).toBe("FORBIDDEN");
    expect(await stateOf(period)).toBe("CLOSED");
    const may = async (who: Asker) =>
      ((await who.data("{ viewer { permissions } }")).viewer.permissions as string[]).filter((p) =>
        /^period\.(close|reopen)$/.test(p),
      );
    expect([await may(quan), await may(chi), await may(await api.as("binh"))]).toEqual([
      ["period.close", "period.reopen"],
      ["period.close"],
      [],
    ]);
  });

  test("reopening takes a reason, which the period's history keeps", async () => {
    const { period } = await aMonth();
    await closePeriod(chi, period);
    for (const reason of ["", "   "]) {
      const answer = await reopenPeriod(quan, period, reason);
      expect(refused(answer)).toEqual([null, ["REQUIRED", "reason"]]);
      expect(answer.problems[0].messageVi).toBe("“Mở lại kỳ” cần có lý do. Hãy ghi vì sao.");
    }
    const tooLong = await quan.ask(
      `mutation($id: ID!, $reason: String!) { reopenPeriod(id: $id, reason: $reason) { problems { code } } }`,
      { id: period, reason: "x".repeat(1001) },
    );
    expect(tooLong.errors?.[0].extensions).toMatchObject({ code: "LIMIT", field: "reason" });
    expect((await reopenPeriod(quan, period, "Sở Nội vụ báo cáo thiếu")).problems).toEqual([]);
    expect(await stateOf(period)).toBe("OPEN");
    const { history } = (
      await chi.data(
        `query($id: ID!) { period(id: $id) { history { items { before after changeSet { note person { name } } } } } }`,
        { id: period },
      )
    ).period;
    expect(history.items.slice(0, 2)).toEqual([
      {
        before: { state: "CLOSED" },
        after: { state: "OPEN" },
        changeSet: { note: "Sở Nội vụ báo cáo thiếu", person: { name: "Quân" } },
      },
      { before: { state: "OPEN" }, after: { state: "CLOSED" }, changeSet: { note: null, person: { name: "Chi" } } },
    ]);
  });

  test("closing what is closed changes nothing, and a period that is not there is not found", async () => {
    const { period } = await aMonth();
    await closePeriod(chi, period);
    expect(await closePeriod(chi, period)).toEqual({
      changeSet: null,
      problems: [],
      rows: [expect.objectContaining({ id: period })],
    });
    expect(refused(await closePeriod(chi, "999999"))).toEqual([null, ["NOT_FOUND", "id"]]);
    expect(refused(await closePeriod(chi, "x"))).toEqual([null, ["BAD_INPUT", "id"]]);
  });

  test("a closing is not undone but reopened, and the refusal says so", async () => {
    const { period } = await aMonth();
    const closed = await closePeriod(chi, period);
    const answer = await undoSet(quan, closed.changeSet!.id);
    expect(refused(answer)).toEqual([null, ["FORBIDDEN", "state"]]);
    expect(answer.problems[0].messageVi).toContain("“Mở lại kỳ”");
    expect(answer.problems[0].messageEn).toContain("“Reopen period”");
    expect(await stateOf(period)).toBe("CLOSED");
    const reopened = await reopenPeriod(quan, period, "vì");
    expect(refused(await undoSet(quan, reopened.changeSet!.id))).toEqual([null, ["FORBIDDEN", "state"]]);
    expect(await stateOf(period)).toBe("OPEN");
  });

  test("a closed period without counts is not deleted, an open one is", async () => {
    const [period] = await create(chi, "Period", "changePeriods", [aPeriod(1999, 1)]);
    await closePeriod(chi, period);
    const remove = (version: number) => change(chi, "Period", "changePeriods", [{ delete: { id: period, version } }]);
    expect(refused(await remove(2))).toEqual([null, ["CLOSED", "state"]]);
    await reopenPeriod(quan, period, "Lập nhầm");
    expect((await remove(3)).problems).toEqual([]);
  });

  test("of counts and a closing that are sent at once, none is written, changed or deleted after the closing", async () => {
    for (let round = 0; round < 6; round++) {
      const { period, count } = await aMonth();
      const made = await changeCounts(
        chi,
        ["ONE_STOP", "POST_OFFICE", "HOME"].map((place) => ({ create: { ...aCount(period), place } })),
      );
      const [first, second, third] = made.rows.map(({ id }) => id);
      const content = async () =>
        (
          await chi.data(
            `query($id: ID!) { counts(filter: { period: { eq: $id } }, sort: [{ id: ASC }]) { items { id version } } }`,
            { id: period },
          )
        ).counts.items;
      const write = (one: object, i: number) => changeCounts(i % 2 ? chi : quan, [one]);
      const before = [{ delete: { id: first, version: 1 } }, { create: aCount(period, 1) }].map(write);
      const closing = closePeriod(chi, period).then(async (closed) => ({ closed, left: await content() }));
      const after = [
        { delete: { id: second, version: 1 } },
        { create: aCount(period, 2) },
        { delete: { id: third, version: 1 } },
        { update: { id: count, version: 1, set: { receivedPost: 8 } } },
      ].map(write);
      const { closed, left } = await closing;
      expect(closed.problems).toEqual([]);
      for (const answer of await Promise.all([...before, ...after]))
        if (!answer.changeSet) expect(refused(answer)).toEqual([null, ["CLOSED", "period"]]);
      expect(await content()).toEqual(left);
    }
    await expectTrue(api);
  });

  test("a closing waits for whoever has deleted counts of the period and has not finished", async () => {
    const { period, count } = await aMonth();
    const { changes, registry } = api.app.services;
    const happened: string[] = [];
    let finish = (): void => {};
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    const resource = registry.single("count");
    await new Promise<void>((isDeleted, failed) => {
      async function* portions(): AsyncGenerator<LargePortion> {
        yield { changes: [{ resource, index: 0, input: { delete: { id: count, version: 1 } } }], report: () => {} };
        isDeleted();
        await mayFinish;
      }
      changes
        .applyLarge({
          resource,
          person: quan.person,
          source: "IMPORT",
          note: null,
          mode: "ALL_OR_NONE",
          dryRun: false,
          key: null,
          rows: 1,
          changes: portions,
          end: () => Promise.resolve(happened.push("deleted")),
        })
        .catch(failed);
    });
    const closing = closePeriod(chi, period).then(() => happened.push("closed"));
    // Time enough for a closing that does not wait; one that does is let go by the end of the deletion.
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, 400))]);
    finish();
    await closing;
    expect(happened).toEqual(["deleted", "closed"]);
    await expectTrue(api);
  });
});
