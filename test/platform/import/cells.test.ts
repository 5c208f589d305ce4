import { NOUNS } from "../../../server/nouns";
import { cellText, isUnchanged, readCell } from "../../../server/platform/import/cells";
import { Closest } from "../../../server/platform/import/closest";
import type { Locale } from "../../../server/platform/kinds/kind";
import { Registry } from "../../../server/platform/registry/registry";
import { readRowWords } from "../../../server/platform/sheet/words";
import type { SheetValue } from "../../../server/platform/sheet/sheet";

const registry = new Registry(NOUNS);
const field = (path: string) => {
  const [single, name] = path.split(".");
  return registry.single(single).byName.get(name)!;
};
const read = (path: string, value: SheetValue, locale: Locale = "vi"): unknown => {
  const cell = readCell(value, field(path), locale);
  return cell.state === "VALUE" ? cell.value : cell.state === "NAMES" ? { names: cell.text } : cell.problem.reason;
};

test.each<[string, SheetValue, unknown]>([
  ["agency.code", "000.00.00.H04", "000.00.00.H04"],
  ["unit.code", "0012", "0012"],
  ["unit.code", 12, "12"],
  ["sector.code", "1E5", "1E5"],
  ["sector.code", 100000, "100000"],
  ["decision.number", 1e21, "1000000000000000000000"],
  ["procedure.code", 1.001193, "1.001193"],
  ["decision.issuedOn", "03/04/2026", "2026-04-03"],
  ["decision.issuedOn", "2026-04-03", "2026-04-03"],
  ["decision.issuedOn", { day: "2026-04-03" }, "2026-04-03"],
  ["decision.issuedOn", "31/2/2026", "noSuchDay"],
  ["decision.issuedOn", 46115, "notDate"],
  ["channel.workingDays", 10, 10],
  ["channel.workingDays", 10.5, "notWhole"],
  ["channel.workingDays", "1.000", 1000],
  ["channel.feeVnd", "1.000.000 đ", "1000000"],
  ["channel.feeVnd", 135000, "135000"],
  ["channel.feeVnd", 135000.5, "notVnd"],
  ["person.isActive", true, true],
  ["person.isActive", "Có", true],
  ["person.isActive", "no", false],
  ["procedure.status", "con hieu luc", "IN_FORCE"],
  ["procedure.status", "Abolished", "ABOLISHED"],
  ["procedure.tiers", "Cấp tỉnh, Cấp xã", ["PROVINCE", "COMMUNE"]],
  ["procedure.nameVi", 5, "5"],
  ["procedure.nameVi", "'=1+1", "=1+1"],
  ["procedure.nameVi", "  giữ khoảng trắng ", "  giữ khoảng trắng "],
  ["procedure.nameVi", "   ", null],
  ["procedure.sector", " Hộ tịch ", { names: "Hộ tịch" }],
  ["procedure.sector", null, null],
])("%s reads %j as %j", (path, value, expected) => expect(read(path, value)).toEqual(expected));

test("numbers are read as the file's language writes them", () => {
  expect([read("channel.feeVnd", "1,500", "en"), read("channel.feeVnd", "1,500", "vi")]).toEqual(["1500", "notVnd"]);
  expect([read("channel.feeVnd", "1.500", "vi"), read("channel.feeVnd", "1.500", "en")]).toEqual(["1500", "notVnd"]);
});

test("the mark that keeps a text from running is taken off once", () => {
  expect(["'=1", "''=1", "'a", "=1"].map(cellText)).toEqual(["=1", "'=1", "'a", "=1"]);
});

test.each<[string, SheetValue, unknown]>([
  ["procedure.nameVi", "  ", "  "],
  ["decision.source", "", ""],
  ["decision.issuedOn", "20/7/2019", "2019-07-20"],
  ["procedure.tiers", "Tỉnh; Xã", ["PROVINCE", "COMMUNE"]],
  ["person.isActive", "Yes", true],
  ["channel.feeVnd", "135,000", "135000"],
])("%s: %j says what a row with %j holds already", (path, value, current) =>
  expect(isUnchanged(readCell(value, field(path), "en"), value, current, field(path).kind)).toBe(true),
);

test("a blank cell is not what a filled row holds: it clears it", () => {
  const { kind } = field("procedure.nameEn");
  expect(isUnchanged(readCell(null, field("procedure.nameEn"), "vi"), null, "Birth registration", kind)).toBe(false);
});

test.each([
  ["Phòng Tư pháp", null],
  ["Phòng Tư pháp [TP-YB]", { title: "Phòng Tư pháp", code: "TP-YB", id: null }],
  ["Phòng Tư pháp [#4812]", { title: "Phòng Tư pháp", code: null, id: "4812" }],
  ["A [b] [#7]", { title: "A [b]", code: null, id: "7" }],
  ["A [#x]", { title: "A", code: "#x", id: null }],
  ["[chỉ ngoặc]", null],
])("%s names a row", (text, titled) => expect(readRowWords(text)).toEqual({ whole: text, titled }));

test("what may have been meant is at most three names, the closest first, with or without accents", () => {
  const names = [
    "Sở Giao thông vận tải",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Tài nguyên và Môi trường",
    "Thanh tra tỉnh",
  ];
  const closest = new Closest();
  expect(closest.to("So Giao thong", names)[0]).toBe("Sở Giao thông vận tải");
  expect(closest.to("Sở Tư pháp tỉnh", names)[0]).toBe("Sở Tư pháp");
  expect(closest.to("Sở", names).length).toBeLessThanOrEqual(3);
  expect(closest.to("xyzzy", names)).toEqual([]);
  expect(closest.to("…", names)).toEqual([]);
});
