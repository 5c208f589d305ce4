import { NOUNS } from "../../../server/nouns";
import { findHeadings, isColumnNumbers } from "../../../server/platform/import/heading-lines";
import { KnownHeadings, withChosen } from "../../../server/platform/import/headings";
import { Registry } from "../../../server/platform/registry/registry";
import type { SheetRow, SheetValue } from "../../../server/platform/sheet/sheet";

const registry = new Registry(NOUNS);
const known = (single: string): KnownHeadings => new KnownHeadings(registry.single(single));
const rows = (...values: SheetValue[][]): SheetRow[] => values.map((row, i) => ({ line: i + 1, values: row }));
const fieldsOf = (single: string, ...values: SheetValue[][]) => {
  const found = findHeadings(rows(...values), known(single));
  return found && { line: found.line, fields: found.columns.map((c) => c.field ?? c.ignored) };
};

test.each([
  ["labels in Vietnamese", ["Mã TTHC", "Tên thủ tục", "Lĩnh vực"]],
  ["labels in English", ["Code", "Name (Vietnamese)", "Sector"]],
  ["names of the API", ["code", "nameVi", "sector"]],
  ["what other files call them", ["Mã số", "Thủ tục hành chính", "Tên lĩnh vực"]],
  ["without accents, in capitals, with signs", ["MA TTHC:", "TEN THU TUC (*)", "linh  vuc"]],
  ["with what a template says in brackets", ["Mã TTHC (1.001193)", "Tên thủ tục *", "Lĩnh vực *"]],
])("headings are known by %s", (_, headings) => {
  expect(fieldsOf("procedure", headings)).toEqual({ line: 1, fields: ["code", "nameVi", "sector"] });
});

test("headings are looked for below titles, and the row with most that are known wins", () => {
  const found = fieldsOf(
    "procedure",
    ["UBND TỈNH", null, null],
    ["Danh mục thủ tục", "Lĩnh vực", null],
    ["STT", "Mã TTHC", "Tên TTHC", "Lĩnh vực", "Ghi chú"],
  );
  expect(found).toEqual({ line: 3, fields: ["NUMBERING", "code", "nameVi", "sector", "UNKNOWN"] });
});

test("two lines of headings with cells merged across and down are one", () => {
  expect(
    fieldsOf(
      "channel",
      ["STT", "Thủ tục", "Cách nộp", null, "Thời hạn giải quyết", "Phí, lệ phí", null],
      [null, null, "Hình thức", "Chiều", null, "Phí (đ)", "Lệ phí (đ)"],
    ),
  ).toEqual({
    line: 2,
    fields: ["NUMBERING", "procedure", "channel", "leg", "workingDays", "feeVnd", "chargeVnd"],
  });
});

test("data below a line of headings is not taken for more of them", () => {
  expect(fieldsOf("sector", ["Mã", "Tên lĩnh vực"], ["Lĩnh vực", "Tên"])).toEqual({
    line: 1,
    fields: ["code", "nameVi"],
  });
});

test("a heading that stands twice is read once, and the second is told of", () => {
  expect(fieldsOf("procedure", ["Mã TTHC", "Tên TTHC", "Tên thủ tục"])).toEqual({
    line: 1,
    fields: ["code", "nameVi", "TWICE"],
  });
});

test("columns of errors, of figures and of nothing are left out, each for its own reason", () => {
  expect(fieldsOf("procedure", ["Mã TTHC", "Tên TTHC", "Bưu chính", null, "Lỗi"])!.fields).toEqual([
    "code",
    "nameVi",
    "COMPUTED",
    "EMPTY",
    "ERRORS",
  ]);
});

test("a row in which nothing is known is no row of headings, and one known word is a coincidence", () => {
  expect(fieldsOf("procedure", ["a", "b"], ["1", "Tên", "x", "y"])).toBeNull();
  expect(fieldsOf("sector", ["Tên lĩnh vực"])).toEqual({ line: 1, fields: ["nameVi"] });
});

test("what a person chooses goes before what the headings say", () => {
  const found = findHeadings(rows(["Mã TTHC", "Tên TTHC", "Khác"]), known("procedure"))!;
  const chosen = withChosen(
    found,
    new Map<number, string | null>([
      [1, null],
      [3, "nameVi"],
    ]),
  );
  expect(chosen.columns.map((c) => c.field ?? c.ignored)).toEqual(["CHOSEN", "TWICE", "nameVi"]);
});

test("a name of Object's own is a heading like any other", () => {
  expect(fieldsOf("procedure", ["Mã TTHC", "Tên TTHC", "__proto__", "constructor"])!.fields).toEqual([
    "code",
    "nameVi",
    "UNKNOWN",
    "UNKNOWN",
  ]);
});

test("a line that numbers the columns is none of the data", () => {
  const isNumbers = (...values: SheetValue[]) => isColumnNumbers({ line: 2, values });
  expect([isNumbers("(1)", "(2)", "(3)"), isNumbers(1, 2, 3, null), isNumbers("1", "2", "4")]).toEqual([
    true,
    true,
    false,
  ]);
  expect([isNumbers("1", "2"), isNumbers("1", "Đất đai", "3")]).toEqual([false, false]);
});

test("no two fields of a resource are known by the same heading of their own", () => {
  for (const resource of registry.resources.filter((r) => r.root && !r.readOnly)) {
    const all = new KnownHeadings(resource);
    for (const field of resource.fields.filter((f) => !["secret", "json"].includes(f.kind.name)))
      for (const heading of [field.label.vi, field.label.en, field.name, ...field.headers])
        expect([resource.single, heading, all.find(heading)?.field]).toEqual([resource.single, heading, field.name]);
  }
});

test("every resource that is imported says by what its rows are known again", () => {
  for (const resource of registry.resources.filter((r) => r.root && !r.readOnly))
    expect([resource.single, resource.keys.length > 0]).toEqual([resource.single, true]);
});
