import type { GridPage } from "./grid-harness/grid-page";
import { parseTsv } from "../../admin/grid/tsv";
import { inGrid } from "../support/in-grid";
import { inLibreOffice } from "../support/soffice";
import { asCopiedInLibreOffice, openedInLibreOffice, type OfficeCell } from "./grid-harness/office-file";

const HIGH = 500;
/** How many of the pasted rows fall on rows that are there; the others are new. */
const ON_OLD = 20;
const LAST = 100_000;

/** Name, sector, agency, tiers, days, fee: as staff keep them, with what makes pasting go wrong. */
function sheet(): (OfficeCell | null)[][] {
  return Array.from({ length: HIGH }, (_, n) => {
    const name =
      n % 50 === 7 ? `Thủ tục ${n}\nphần "đặc biệt"\ncuối` : n % 50 === 9 ? `"Cấp đổi" lần ${n}` : `Thủ tục ${n}`;
    // Merged over three rows of every ten, as tables of annexes are.
    const sector =
      n % 10 === 3 ? { text: "Hộ tịch", rows: 3 } : n % 10 === 4 || n % 10 === 5 ? null : { text: "đất đai" };
    const cells = ["Sở Tư pháp", "Huyện; Xã", String(n % 60), `${(n % 900) + 1}.000`];
    return [{ text: name }, sector, ...cells.map((text) => ({ text }))];
  });
}

/** Both flavours on the real clipboard, and Ctrl+V. */
async function pasteBoth(grid: GridPage, { text, html }: { text: string; html: string }): Promise<void> {
  await grid.page.evaluate(
    async ([plain, table]) => {
      const of = (type: string, content: string) => new Blob([content], { type });
      await navigator.clipboard.write([
        new ClipboardItem({ "text/plain": of("text/plain", plain), "text/html": of("text/html", table) }),
      ]);
    },
    [text, html] as const,
  );
  await grid.keys("Control+V");
}

const clipboardHtml = (grid: GridPage): Promise<string | null> =>
  grid.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item.types.includes("text/html") ? (await item.getType("text/html")).text() : null;
  });

/** Goes to a row near the end of the list, in the first editable columns. */
async function atEnd(grid: GridPage, up: number): Promise<void> {
  await grid.keys("Control+End");
  await grid.shows("code", LAST - 1, "2.100000");
  for (let n = 0; n < up; n++) await grid.keys("ArrowUp");
  await grid.keys("Home", "ArrowRight");
}

inLibreOffice("the grid and a spreadsheet", () => {
  inGrid("on one clipboard", (it) => {
    it("a 500 × 6 block out of a LibreOffice file goes past the last row as one step, every cell in its place", async (grid) => {
      const block = await asCopiedInLibreOffice(sheet());
      expect(parseTsv(block.text)).toHaveLength(HIGH);
      await atEnd(grid, ON_OLD - 1);
      await pasteBoth(grid, block);
      await grid.page.locator(".bulk-grid-panel").getByText("500 dòng").first().waitFor();
      await grid.page.locator(".bulk-grid-status").getByText("3.000 ô đã chọn").waitFor();
      // The end of the list is now 480 rows further down; the sector is brought back into view.
      await grid.keys("Control+End", "Home", "ArrowRight", "ArrowRight");
      const last = LAST + HIGH - ON_OLD - 1;
      await grid.shows("name", last, "Thủ tục 499, dòng mới");
      await grid.shows("agency", last, /^Sở Tư pháp, dòng mới/);
      // The merged cell's text stands in its first row only; the rows below it keep their own place.
      await grid.shows("sector", last - 6, /^Hộ tịch, dòng mới/);
      await grid.shows("sector", last - 5, /^(dòng mới)?$/);
      await grid.shows("sector", last - 4, /^(dòng mới)?$/);
      await grid.shows("sector", last - 3, /^Đất đai, dòng mới/);
      await grid.keys("Control+End");
      await grid.shows("fee", last, /^500\.000, dòng mới/);
      await grid.shows("days", last, /^19, dòng mới/);
      await grid.keys("Control+Z");
      await grid.page.getByText("Chưa có thay đổi nào").waitFor();
      await grid.keys("Control+Y");
      await grid.page.locator(".bulk-grid-panel").getByText("500 dòng").first().waitFor();
    });

    it("quotes and line ends inside cells come whole out of LibreOffice, and go back whole", async (grid) => {
      const cells = [[{ text: 'Một\n"hai"\nba' }], [{ text: '"Bốn" năm' }], [{ text: "Sáu 0012" }]];
      const block = await asCopiedInLibreOffice(cells);
      await grid.at("name", 0);
      await pasteBoth(grid, block);
      await grid.shows("name", 1, /^"Bốn" năm, đã sửa/);
      await grid.shows("name", 2, /^Sáu 0012, đã sửa/);
      await grid.at("name", 0);
      await grid.keys("Shift+ArrowDown", "Shift+ArrowDown");
      expect(parseTsv(await grid.copied())).toEqual([['Một\n"hai"\nba'], ['"Bốn" năm'], ["Sáu 0012"]]);
    });

    it("tabs inside quoted cells open no column, and an empty cell between two clears its own", async (grid) => {
      await grid.at("name", 0);
      await grid.paste('"Tab\tbên trong"\t\tSở Tư pháp\r\nHai\tDu lịch\tSở Tư pháp\r\n');
      await grid.shows("agency", 0, /^Sở Tư pháp, đã sửa/);
      await grid.shows("sector", 0, "đã sửa, trước là Đường bộ");
      await grid.shows("sector", 1, "Du lịch, đã sửa, trước là Đường bộ");
      await grid.at("name", 0);
      expect(parseTsv(await grid.copied())).toEqual([["Tab\tbên trong"]]);
    });

    it("what is copied out of the grid opens in LibreOffice cell by cell: codes as texts, amounts as numbers", async (grid) => {
      await grid.at("code", 0);
      await grid.type("0012");
      await grid.keys("Enter");
      await grid.type("=1+1");
      await grid.keys("Enter", "Control+Home");
      for (let n = 0; n < 8; n++) await grid.keys("Shift+ArrowRight");
      for (let n = 0; n < 3; n++) await grid.keys("Shift+ArrowDown");
      const text = parseTsv(await grid.copied());
      const html = await clipboardHtml(grid);
      const opened = parseTsv((await openedInLibreOffice(html!)).replace(/\n$/, ""));
      const amounts = [5, 6];
      const plain = (cell: string, column: number) => (amounts.includes(column) ? cell.replaceAll(".", "") : cell);
      expect(opened).toEqual(text.map((row) => row.map(plain)));
      expect(opened[0].slice(0, 2)).toEqual(["0012", "Đổi giấy phép lái xe"]);
      expect(opened[1][0]).toBe("=1+1");
      expect(opened[0][6]).toBe("110000");
    });

    it("one value fills a range, Ctrl+R goes right, Delete clears, cut and paste moves, each as one step", async (grid) => {
      await grid.at("days", 0);
      await grid.keys("Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown");
      await grid.paste("45");
      await grid.shows("days", 2, "45, đã sửa, trước là 10");
      await grid.shows("fee", 2, "45, đã sửa, trước là 115.000");
      await grid.keys("Control+Z");
      await grid.shows("fee", 2, "115.000");
      await grid.at("days", 0);
      await grid.keys("Shift+ArrowRight", "Control+R");
      await grid.shows("fee", 0, "5, đã sửa, trước là 110.000");
      await grid.keys("Control+Z", "Delete");
      await grid.shows("days", 0, "đã sửa, trước là 5");
      await grid.keys("Control+Z");
      await grid.shows("days", 0, "5");
      await grid.at("name", 0);
      await grid.keys("Control+X", "ArrowDown", "Control+V");
      await grid.shows("name", 1, /^Đổi giấy phép lái xe, đã sửa/);
      expect(await grid.panel()).toContain("2 dòng");
    });

    it("a composition of “Nguyễn Thị Ánh Tuyết” straight into a selected cell loses no letter", async (grid) => {
      await grid.at("name", 3);
      const compose = (text: string) =>
        grid.cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      const words = [
        ["N", "Ng", "Ngu", "Nguy", "Nguye", "Nguyê", "Nguyên", "Nguyễn"],
        ["T", "Th", "Thi", "Thị"],
        ["A", "An", "Anh", "Ánh"],
        ["T", "Tu", "Tuy", "Tuye", "Tuyê", "Tuyêt", "Tuyết"],
      ];
      for (const [index, steps] of words.entries()) {
        for (const step of steps) await compose(step);
        await grid.cdp.send("Input.insertText", { text: steps.at(-1)! });
        if (index < words.length - 1) await grid.type(" ");
      }
      expect(await grid.page.locator(".bulk-grid-sink.is-editing").inputValue()).toBe("Nguyễn Thị Ánh Tuyết");
      await grid.keys("Enter");
      await grid.shows("name", 3, /^Nguyễn Thị Ánh Tuyết, đã sửa/);
    });
  });
});
