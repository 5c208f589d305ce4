import type { Candidate, MatchedRow } from "../../admin/decision/record/annex";
import { emptyState, isRenamed, recordOf, resolve } from "../../admin/decision/record/record-state";

const candidate = (id: string, nameVi: string): Candidate => ({
  id,
  nameVi,
  code: "1.001193",
  sector: "1",
  agency: null,
  tiers: ["COMMUNE"],
  status: "IN_FORCE",
  likeness: 0.8,
  entry: null,
});
const birth = candidate("7", "Đăng ký khai sinh");
const row = (more: Partial<MatchedRow> = {}): MatchedRow => ({
  line: 5,
  list: "AMENDED",
  code: null,
  name: "Thủ tục đăng ký khai sinh",
  replaced: null,
  sector: { text: "Hộ tịch", match: "1", candidates: [] },
  agency: null,
  tiers: ["COMMUNE"],
  legs: null,
  level: null,
  legalBases: ["Luật Hộ tịch"],
  note: null,
  time: null,
  fee: null,
  state: "CONFIRM",
  how: null,
  procedure: null,
  candidates: [birth],
  replaces: null,
  ...more,
});

test("a line is open until somebody says which procedure it is, or leaves it out", () => {
  expect(resolve(row())).toMatchObject({ kind: "OPEN", procedure: null });
  expect(resolve(row(), { procedure: "7" })).toMatchObject({ kind: "KNOWN", known: birth });
  expect(resolve(row(), { out: "" })).toMatchObject({ kind: "OUT" });
  expect(resolve(row({ state: "MATCHED", procedure: birth }))).toMatchObject({ kind: "KNOWN", procedure: "7" });
});

test("what nothing is like is new on the list of new ones alone, and whole only with sector and tier", () => {
  const unknown: Partial<MatchedRow> = { state: "UNKNOWN", candidates: [], list: "NEW" };
  expect(resolve(row(unknown))).toMatchObject({
    kind: "NEW",
    create: { nameVi: "Thủ tục đăng ký khai sinh", sector: "1" },
  });
  expect(resolve(row({ ...unknown, list: "AMENDED" }))).toMatchObject({ kind: "OPEN", create: null });
  expect(resolve(row({ ...unknown, sector: { text: "Lạ", match: null, candidates: [] } })).kind).toBe("OPEN");
  expect(resolve(row({ ...unknown, tiers: [] })).kind).toBe("OPEN");
  // Of what is not there, nothing can be abolished.
  expect(resolve(row(unknown), { list: "ABOLISHED", create: resolve(row(unknown)).create! }).kind).toBe("OPEN");
});

test("a line whose list is doubted is open, whatever it means, until a person says the list", () => {
  const doubts = [{ column: "Hình thức", text: "Bãi bỏ", list: "ABOLISHED" as const }];
  const unknown = row({ state: "CONFIRM", list: null, doubts });
  expect(resolve(unknown)).toMatchObject({ kind: "OPEN", doubts });
  expect(resolve(unknown, { procedure: "7" }).kind).toBe("OPEN");
  expect(resolve(unknown, { procedure: "7", list: "ABOLISHED" })).toMatchObject({ kind: "KNOWN", doubts: [] });
  expect(recordOf(emptyState("UBND tỉnh"), [resolve(unknown, { procedure: "7" })], null, null).lines).toEqual([]);
});

test("an amended line that names what it replaces is a replacement, open until that is known", () => {
  const replacing = row({
    state: "MATCHED",
    procedure: birth,
    replaced: "Khai sinh",
    replaces: { match: null, candidates: [] },
  });
  expect(resolve(replacing)).toMatchObject({ list: "REPLACED", kind: "OPEN" });
  expect(resolve(replacing, { replaces: "9" })).toMatchObject({ kind: "KNOWN", replaces: "9" });
  // "Change" takes the choice back.
  expect(resolve(replacing, { replaces: "" }).kind).toBe("OPEN");
});

test("a name worded otherwise is taken from the annex only of what was matched by its code, and may be kept", () => {
  const matched: Partial<MatchedRow> = { state: "MATCHED", procedure: birth, how: "CODE" };
  expect(isRenamed(resolve(row(matched)))).toBe(false);
  const renamed = resolve(row({ ...matched, name: "Đăng ký khai sinh điện tử" }));
  expect(isRenamed(renamed)).toBe(true);
  const state = { ...emptyState("UBND tỉnh"), catalog: "3" };
  expect(recordOf(state, [renamed], "12", null).lines[0].set).toEqual({ nameVi: "Đăng ký khai sinh điện tử" });
  const kept = resolve(renamed.row, { keepsName: true });
  expect(recordOf(state, [kept], "12", null).lines[0].set).toBeUndefined();
});

test("only what is decided is sent: lines left out and lines open are not", () => {
  const lines = [
    resolve(row()),
    resolve(row({ line: 6 }), { procedure: "7", legs: ["OUT"] }),
    resolve(row({ line: 7 }), { out: "trùng" }),
  ];
  const state = {
    ...emptyState("UBND tỉnh"),
    facts: { ...emptyState(" UBND tỉnh ").facts, number: " 25/QĐ-UBND ", title: "Về" },
  };
  const record = recordOf(state, lines, null, "4");
  expect(record.decision).toEqual({
    facts: {
      number: "25/QĐ-UBND",
      kind: "DECISION",
      issuer: "UBND tỉnh",
      title: "Về",
      issuedOn: null,
      effectiveOn: null,
      amends: "4",
    },
  });
  expect(record.lines).toHaveLength(1);
  expect(record.lines[0]).toMatchObject({ line: 6, procedure: "7", legs: ["OUT"], create: null });
});
