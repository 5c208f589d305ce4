import type { GridPage } from "./grid-harness/grid-page";
import { CATALOG, inAdmin } from "../support/in-admin";
import { inGrid } from "../support/in-grid";

/** Which part of the grid has the focus. */
const region = (grid: GridPage) =>
  grid.page.evaluate(
    () =>
      document.activeElement
        ?.closest(".bulk-grid-frame, .bulk-grid-bar, .bulk-grid-panel, .bulk-grid-status")
        ?.className.match(/bulk-grid-(\w+)/)?.[1],
  );

inGrid("the keys of the grid", (it) => {
  it("Ctrl+R takes the value at the left, or fills a range from its first column", async (grid) => {
    await grid.at("fee", 0);
    await grid.keys("Control+R");
    await grid.shows("fee", 0, "5, đã sửa, trước là 110.000");
    await grid.at("days", 1);
    await grid.keys("Shift+ArrowRight", "Shift+ArrowDown", "Control+R");
    await grid.shows("fee", 1, "60, đã sửa, trước là 110.000");
    await grid.shows("fee", 2, "10, đã sửa, trước là 115.000");
    await grid.keys("Control+Z");
    await grid.shows("fee", 2, "115.000");
    await grid.shows("fee", 0, "5, đã sửa, trước là 110.000");
  });

  it("Ctrl+X copies and clears in one step", async (grid) => {
    await grid.at("days", 0);
    await grid.keys("Shift+ArrowDown", "Control+X");
    await grid.shows("days", 0, "đã sửa, trước là 5");
    await grid.shows("days", 1, "đã sửa, trước là 60");
    expect(await grid.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^5\r?\n60$/);
    await grid.keys("Control+Z");
    await grid.shows("days", 0, "5");
    await grid.shows("days", 1, "60");
  });

  it("Ctrl + goes to a new row, which typing makes", async (grid) => {
    await grid.at("fee", 0);
    await grid.keys("Control++");
    await grid.type("9.000001");
    await grid.keys("Tab");
    await grid.type("Thủ tục mới");
    await grid.keys("Enter");
    expect(await grid.panel()).toMatch(/Dòng mới[\s\S]*Thủ tục mới/);
    expect(await grid.page.evaluate(() => window.visualViewport?.scale)).toBe(1);
  });

  it("Ctrl − marks the rows of the range for deletion, and takes the marks away", async (grid) => {
    await grid.at("fee", 0);
    await grid.keys("Shift+ArrowDown", "Control+-");
    await grid.shows("fee", 0, "110.000, sẽ xóa");
    await grid.shows("name", 1, /sẽ xóa$/);
    await grid.shows("name", 2, "Cấp giấy phép lái xe");
    await grid.keys("Control+-");
    await grid.shows("fee", 0, "110.000");
    expect(await grid.panel()).toContain("Chưa có thay đổi nào.");
  });

  it("F6 goes to the bar, the pending panel, the status bar and back into the cells", async (grid) => {
    await grid.at("fee", 1);
    const seen: (string | undefined)[] = [];
    for (let n = 0; n < 4; n++) {
      await grid.keys("F6");
      seen.push(await region(grid));
    }
    expect(seen).toEqual(["bar", "panel", "status", "frame"]);
    await grid.keys("Shift+F6");
    expect(await region(grid)).toBe("status");
    await grid.keys("F6");
    await grid.type("7");
    await grid.keys("Enter");
    await grid.shows("fee", 1, "7, đã sửa, trước là 110.000");
  });

  it("F8 goes from one cell in need to the next, Shift+F8 back, also from the panel", async (grid) => {
    for (const [field, row] of [
      ["days", 1],
      ["fee", 4],
    ] as const) {
      await grid.at(field, row);
      await grid.type("mười");
      await grid.keys("Enter");
      await grid.shows(field, row, /chưa hợp lệ$/);
    }
    const label = () => grid.page.locator(".bulk-grid-sink").getAttribute("aria-label");
    await grid.keys("Control+Home", "F8");
    expect(await label()).toMatch(/^Thời hạn, Cấp lại giấy phép lái xe, mười/);
    await grid.keys("F8");
    expect(await label()).toMatch(/^Lệ phí \(đ\), Cấp giấy phép kinh doanh/);
    await grid.page.getByRole("textbox", { name: "Lý do" }).focus();
    await grid.keys("Shift+F8");
    expect(await label()).toMatch(/^Thời hạn/);
  });
});

inAdmin("F6 on a screen with filters", (it) => {
  it("goes to the filter bar, where its keys are heard too, and on", async ({ page, open, beginAs, complaints }) => {
    await beginAs(CATALOG);
    await open("/procedures/grid");
    await page.waitForFunction(() => document.querySelector("#glide-cell-2-0")?.textContent?.length);
    await page.locator(".bulk-grid-sink").focus();
    const at = () =>
      page.evaluate(
        () =>
          document.activeElement?.closest(".filters, .bulk-grid-frame, .bulk-grid-panel, .bulk-grid-status")?.className,
      );
    const seen: (string | undefined)[] = [];
    for (let n = 0; n < 4; n++) {
      await page.keyboard.press("F6");
      seen.push(await at());
    }
    expect(seen).toEqual(["filters", "bulk-grid-panel", "bulk-grid-status", "bulk-grid-frame"]);
    await page.keyboard.press("F6");
    await page.keyboard.press("Shift+F6");
    expect(await at()).toBe("bulk-grid-frame");
    await page.keyboard.press("F6");
    await page.keyboard.press("F1");
    await page.getByRole("dialog", { name: "Phím tắt của bảng tính" }).waitFor();
    expect(complaints).toEqual([]);
  });
});
