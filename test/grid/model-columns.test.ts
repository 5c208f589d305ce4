import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cellText, readText } from "../../admin/grid/cell-text";
import { explain } from "../../admin/grid/explain";
import { GRID_MESSAGES, sayIn } from "../../admin/grid/grid.messages";
import { columnFromField, kindOf } from "../../admin/grid/model-columns";
import type { ModelField, ModelKind } from "../../admin/platform/model";

const field = (kind: ModelKind, more: Partial<ModelField> = {}): ModelField => ({
  name: "f",
  label: { vi: "Trường", en: "Field" },
  about: { vi: "Nói về trường.", en: "About the field." },
  kind,
  required: false,
  filter: true,
  sort: true,
  search: false,
  write: "always",
  dated: false,
  inList: true,
  ...more,
});

const TIERS = [
  { value: "PROVINCE", vi: "Tỉnh", en: "Province" },
  { value: "DISTRICT", vi: "Huyện", en: "District" },
];

describe("columns made from declared fields", () => {
  it("take label, kind and right of editing from the declaration", () => {
    const column = columnFromField(field({ name: "int", min: 0 }, { write: "create", required: true }), "en");
    expect(column).toMatchObject({ field: "f", label: "Field", align: "right", editable: "create", required: true });
    expect(readText(column, "-1", "en")).toMatchObject({ ok: false, problem: { reason: "outOfRange" } });
    expect(column.amount?.(12)).toBe(12n);
  });

  it("offer a choice's words in the language, one or several", () => {
    const one = columnFromField(field({ name: "choice", choices: TIERS }), "en");
    expect(one.choices).toEqual([
      { id: "PROVINCE", label: "Province" },
      { id: "DISTRICT", label: "District" },
    ]);
    const several = columnFromField(field({ name: "list", of: { name: "choice", choices: TIERS } }), "vi");
    expect(several.many).toBe(true);
    expect(readText(several, "tinh; huyen", "vi")).toEqual({ ok: true, value: ["PROVINCE", "DISTRICT"] });
    expect(cellText(several, ["PROVINCE", "DISTRICT"], "vi")).toBe("Tỉnh, Huyện");
  });

  it("a list of texts is typed with semicolons", () => {
    const bases = columnFromField(field({ name: "list", of: { name: "text" } }), "vi");
    expect(bases.many).toBe(false);
    expect(readText(bases, "Luật A; Nghị định B", "vi")).toEqual({ ok: true, value: ["Luật A", "Nghị định B"] });
  });

  it("a reference without a search is shown and not edited", () => {
    const closed = columnFromField(field({ name: "ref", target: "agency" }), "vi");
    expect(closed.editable).toBe("never");
    expect(columnFromField(field({ name: "ref", target: "agency" }), "vi", { search: async () => [] }).editable).toBe(
      "always",
    );
  });

  it("a reference that cannot be edited still shows its name", () => {
    const closed = columnFromField(field({ name: "ref", target: "agency" }), "vi");
    expect(cellText(closed, { id: "7", label: "Sở Tư pháp" }, "vi")).toBe("Sở Tư pháp");
    const several = columnFromField(field({ name: "list", of: { name: "ref", target: "agency" } }), "vi");
    const agencies = [
      { id: "7", label: "Sở Tư pháp" },
      { id: "8", label: "Sở Nội vụ" },
    ];
    expect(cellText(several, agencies, "vi")).toBe("Sở Tư pháp; Sở Nội vụ");
  });

  it("every kind of the model has its parser", () => {
    const names: ModelKind["name"][] = [
      "text",
      "code",
      "int",
      "vnd",
      "decimal",
      "date",
      "moment",
      "bool",
      "choice",
      "ref",
      "list",
      "secret",
      "json",
    ];
    expect(names.map((name) => kindOf({ name }).name)).toEqual(names);
  });
});

describe("the grid's sentences", () => {
  it("have the same places to fill in both languages", () => {
    const places = (text: string) => [...new Set(text.match(/\{(\w+)/g))].sort();
    for (const [key, text] of Object.entries(GRID_MESSAGES.vi)) {
      expect([key, ...places(GRID_MESSAGES.en[key as keyof typeof GRID_MESSAGES.en])]).toEqual([key, ...places(text)]);
    }
  });

  it("explain every reason that a kind can give", () => {
    const folder = join(__dirname, "../../server/platform/kinds");
    const reasons = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/\bbad\("(\w+)"/g)].map((match) => match[1]),
    );
    expect(reasons.length).toBeGreaterThan(10);
    const missing = [...new Set(reasons)].filter((reason) => !(`reason.${reason}` in GRID_MESSAGES.vi));
    expect(missing).toEqual([]);
  });

  it("agree with numbers and group them", () => {
    const [vi, en] = [sayIn("vi"), sayIn("en")];
    expect(en("save", { n: 1 })).toBe("Preview and save 1 row");
    expect(en("save", { n: 1234 })).toBe("Preview and save 1,234 rows");
    expect(vi("save", { n: 1234 })).toBe("Xem trước và lưu 1.234 dòng");
    expect(explain(vi, { reason: "noSuchDay", values: { day: 30, month: 2, year: 2019, days: 28 } })).toBe(
      "Ngày 30/2/2019 không có. Tháng 2/2019 có 28 ngày.",
    );
  });
});
