import { choose, meetNewer } from "../../admin/grid/conflict";
import { afterSave, planSave, savedKeys, stayingRows, type SaveAnswer } from "../../admin/grid/save-plan";
import {
  addRows,
  isReady,
  markDeleted,
  NOTHING_STAGED,
  stageCells,
  undecided,
  type Staged,
  type StagedRow,
} from "../../admin/grid/staging";
import { COLUMNS, sampleRow } from "./grid-fixture";

const edit = (staged: Staged, n: number, field: string, value: unknown) =>
  stageCells(staged, [{ row: sampleRow(n), field, cell: { value } }]);
const stale = { field: null, code: "STALE", messageVi: "Chị Hạnh đã lưu lúc 9:41.", messageEn: "Hạnh saved at 9:41." };
const newer = (n: number, values: Record<string, unknown>) => ({
  ...sampleRow(n),
  version: 2,
  values: { ...sampleRow(n).values, ...values },
});

describe("staged edits", () => {
  it("keep the value before, and are gone when a cell gets it back", () => {
    const staged = edit(NOTHING_STAGED, 1, "days", 60);
    expect(staged.rows.get("1")?.before.days).toBe(1);
    expect(edit(staged, 1, "days", 1).rows.size).toBe(0);
    expect(edit(NOTHING_STAGED, 1, "agency", { id: "8", label: "other words" }).rows.size).toBe(0);
  });

  it("never change an earlier state", () => {
    const first = edit(NOTHING_STAGED, 1, "days", 60);
    const second = edit(first, 1, "days", 61);
    expect(first.rows.get("1")?.cells.days.value).toBe(60);
    expect(second.rows.get("1")?.cells.days.value).toBe(61);
  });

  it("become the API's changes, references as ids, unready rows left out", () => {
    let staged = edit(NOTHING_STAGED, 1, "agency", { id: "7", label: "Sở Tư pháp" });
    staged = stageCells(staged, [
      { row: sampleRow(2), field: "days", cell: { value: null, text: "mười ngày", problem: { reason: "notWhole" } } },
    ]);
    staged = markDeleted(staged, [sampleRow(3)], true);
    const added = addRows(staged, 2);
    staged = stageCells(added.staged, [{ row: added.keys[0], field: "name", cell: { value: "Mới" } }]);
    const plan = planSave(staged, COLUMNS);
    expect(plan.changes).toEqual([
      { update: { id: "1", version: 1, set: { agency: "7" } } },
      { delete: { id: "3", version: 1 } },
      { create: { name: "Mới" } },
    ]);
    // The unreadable row, and the new row without its required name.
    expect(plan.left).toEqual(["2", "+2"]);
  });

  it("a new row that is deleted was never there", () => {
    const { staged, keys } = addRows(NOTHING_STAGED, 1);
    expect(markDeleted(staged, keys, true).rows.size).toBe(0);
  });
});

describe("the answer to a save", () => {
  const staged = edit(edit(NOTHING_STAGED, 1, "days", 60), 2, "code", "2.000001");
  const refused = {
    index: 1,
    field: "code",
    code: "NOT_UNIQUE",
    messageVi: "Mã đã có.",
    messageEn: "The code exists.",
  };
  const answer: SaveAnswer = {
    changeSet: { id: "5" },
    rows: [{ index: 0, id: "1", version: 2, action: "UPDATE", cells: [] }],
    problems: [refused],
  };

  it("takes saved rows off and leaves refused ones pending with their reasons", () => {
    expect(savedKeys(["1", "2"], answer)).toEqual(["1"]);
    const left = afterSave(staged, ["1", "2"], answer);
    expect([...left.rows.keys()]).toEqual(["2"]);
    expect(left.rows.get("2")?.problems[0].messageVi).toBe("Mã đã có.");
    expect(left.rows.get("2")?.cells.code.value).toBe("2.000001");
  });

  it("counts every row once: saved, or staying because it was refused, unread or held up by the others", () => {
    const more = stageCells(edit(staged, 4, "days", 9), [
      { row: sampleRow(3), field: "days", cell: { value: null, text: "x", problem: { reason: "notWhole" } } },
    ]);
    const { keys } = planSave(more, COLUMNS);
    const good = { index: 2, id: "4", version: 2, action: "UPDATE", cells: [] };
    const partly = { ...answer, rows: [...answer.rows, good] };
    expect(savedKeys(keys, partly)).toEqual(["1", "4"]);
    expect(stayingRows(more, keys, partly).map((row) => row.key)).toEqual(["2", "3"]);
    // All or nothing: the good rows wait for the refused one.
    const none = { changeSet: null, rows: [], problems: [refused] };
    expect(stayingRows(more, keys, none).map((row) => row.key)).toEqual(["1", "2", "4", "3"]);
  });

  it("a new edit of the refused field takes the refusal off", () => {
    const left = afterSave(staged, ["1", "2"], answer);
    expect(edit(left, 2, "code", "2.777777").rows.get("2")?.problems).toEqual([]);
    expect(edit(left, 2, "days", 3).rows.get("2")?.problems).toHaveLength(1);
  });
});

describe("a row that another person saved meanwhile", () => {
  const mine = edit(NOTHING_STAGED, 1, "days", 60);
  const row = () => mine.rows.get("1") as StagedRow;

  it("merges by itself when the fields differ", () => {
    const met = meetNewer(row(), newer(1, { fee: "5" }), stale);
    expect(met.conflict).toBeUndefined();
    expect(met.version).toBe(2);
    expect(met.before.fee).toBe("5");
    expect(met.cells.days.value).toBe(60);
  });

  it("waits for a choice when both changed one field, and keeps what was typed", () => {
    const met = meetNewer(row(), newer(1, { days: 15 }), stale);
    expect(undecided(met)).toEqual(["days"]);
    expect(isReady(met, COLUMNS)).toBe(false);
    const staged = { ...mine, rows: new Map([["1", met]]) };
    const kept = choose(staged, "1", "days", "mine").rows.get("1");
    expect(kept).toMatchObject({ version: 2, before: { days: 15 }, cells: { days: { value: 60 } } });
    expect(choose(staged, "1", null, "theirs").rows.size).toBe(0);
  });

  it("can go on as a new row when the row was deleted", () => {
    const staged = { ...mine, rows: new Map([["1", meetNewer(row(), null, stale)]]) };
    const kept = choose(staged, "1", null, "mine");
    expect([...kept.rows.keys()]).toEqual(["+1"]);
    expect(kept.rows.get("+1")?.cells).toMatchObject({ days: { value: 60 }, name: { value: "Thủ tục 1" } });
  });
});
