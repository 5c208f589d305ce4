import { blocksOf, paginate, type Block } from "../../admin/catalog/sheet-blocks";
import type { SheetColumn } from "../../server/catalog/posted-sheet.rules";
import { sheetOf, type SheetData, type SheetProcedure } from "../../server/catalog/posted-sheet.rules";

const columns: SheetColumn[] = [{ key: "name", label: "Tên", width: 160, align: "left" }];
const heading: Block = { kind: "heading", text: "I.", level: 1 };
const head: Block = { kind: "columns", columns };
const band: Block = { kind: "band", columns, text: "LĨNH VỰC HỘ TỊCH" };
const row = (name: string): Block => ({ kind: "row", columns, row: { cells: [name], isDemo: false } });
const foot: Block = { kind: "foot", text: "Quy tắc" };

const kinds = (pages: Block[][]) =>
  pages.map((page) => page.map((block) => (block.kind === "row" ? block.row.cells[0] : block.kind)).join(" "));
const laid = (blocks: Block[], height: number) =>
  kinds(
    paginate(
      blocks,
      blocks.map(() => 10),
      height,
    ),
  );

describe("pages of paper", () => {
  const table = [heading, head, band, row("a"), row("b"), row("c"), row("d"), foot];

  it("hold what fits, and begin inside a table with its head", () => {
    expect(laid(table, 50)).toEqual(["heading columns band a b", "columns c d foot"]);
    expect(laid(table, 1000)).toEqual(["heading columns band a b c d foot"]);
  });

  it("never end with a heading, a head or a band", () => {
    const before = [1, 2, 3].map((n): Block => ({ kind: "ground", text: String(n) }));
    for (let height = 40; height < 200; height += 10) {
      const blocks = [...before, heading, head, band, row("a"), band, row("b"), foot];
      const pages = paginate(
        blocks,
        blocks.map(() => 10),
        height,
      );
      for (const page of pages) expect(["heading", "columns", "band"]).not.toContain(page.at(-1)!.kind);
      const placed = pages.flat().filter((block) => block.kind !== "columns");
      expect(placed).toEqual(blocks.filter((block) => block.kind !== "columns"));
    }
  });

  it("give a piece that is higher than a page a page of its own", () => {
    expect(kinds(paginate([foot, row("long"), foot], [10, 500, 10], 100))).toEqual(["foot", "long", "foot"]);
  });
});

describe("the sheet", () => {
  const line = (nameVi: string, more: Partial<SheetProcedure> = {}): SheetProcedure => ({
    code: null,
    nameVi,
    nameEn: null,
    sectorVi: "Hộ tịch",
    sectorEn: null,
    agency: "Sở Tư pháp",
    tiers: ["PROVINCE"],
    legs: [],
    presenceRequired: false,
    level: null,
    levelScheme: null,
    decisions: [],
    isDemo: false,
    ...more,
  });
  const data: SheetData = {
    name: "Sở Tư pháp",
    parentName: null,
    scope: "AGENCY",
    tier: null,
    committeeName: null,
    asOf: "2019-07-20",
    byPost: [
      line("A", { legs: ["OUT"], presenceRequired: true }),
      line("B", { sectorVi: "Luật sư", legs: ["IN", "OUT"] }),
    ],
    presenceRequired: [],
    notListed: [],
    online: [],
    grounds: [],
  };

  it("leaves the agency out where every line is its own, and names the committees where lines are not", () => {
    const keys = (given: SheetData) => sheetOf(given, "vi", String).sections[0]!.table!.columns.map(({ key }) => key);
    expect(keys(data)).toEqual(["number", "code", "name", "send", "receive", "decision"]);
    const shared = { ...data, byPost: [line("C", { agency: null, tiers: ["DISTRICT", "COMMUNE"] })] };
    expect(keys(shared)).toContain("agency");
    const { columns: shown, bands } = sheetOf(shared, "vi", String).sections[0]!.table!;
    expect(bands[0]!.rows[0]!.cells[shown.findIndex(({ key }) => key === "agency")]).toBe(
      "UBND cấp huyện, UBND cấp xã",
    );
    expect(shown.reduce((sum, { width }) => sum + width, 0)).toBe(160);
  });

  it("numbers lines through the bands, and says where presence is required for one leg only", () => {
    const [first, second] = sheetOf(data, "vi", String).sections[0]!.table!.bands;
    expect([first!.title, second!.title]).toEqual(["LĨNH VỰC HỘ TỊCH", "LĨNH VỰC LUẬT SƯ"]);
    expect(first!.rows[0]!.cells).toEqual(["1", "chưa có mã", "A (phải có mặt khi nộp hồ sơ)", "", "x", ""]);
    expect(second!.rows[0]!.cells[0]).toBe("2");
  });

  it("says so where a list is empty, and warns of what is invented only where something is", () => {
    const none = blocksOf(sheetOf(data, "vi", String)).filter((block) => block.kind === "none");
    expect(none.length).toBe(3);
    const warned = (given: SheetData) => sheetOf(given, "vi", String).foot.some((said) => said.includes("minh họa"));
    expect(warned(data)).toBe(false);
    expect(warned({ ...data, notListed: [line("D", { isDemo: true })] })).toBe(true);
  });
});
