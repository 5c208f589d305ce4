import type { GridPage } from "./grid-harness/grid-page";
import { inGrid } from "../support/in-grid";

const calendar = (grid: GridPage) => grid.page.getByRole("dialog", { name: "Lịch", exact: true });

/** The day that the calendar stands on, in words. */
const standsOn = (grid: GridPage, words: string) =>
  calendar(grid).getByRole("status").filter({ hasText: words }).waitFor();

const isInSink = (grid: GridPage) =>
  grid.page.evaluate(() => document.activeElement?.classList.contains("bulk-grid-sink"));

inGrid("the calendar of a day cell", (it) => {
  it("opens by Alt ↓, is led by keys alone, and Enter takes the day", async (grid) => {
    await grid.at("from", 0);
    await grid.keys("Alt+ArrowDown");
    await standsOn(grid, "Thứ Hai, 30/7/2018");
    expect(await calendar(grid).locator(".rdp-weekday").first().textContent()).toBe("T2");
    expect(await calendar(grid).locator(".rdp-month_caption").textContent()).toBe("Tháng 7/2018");
    await grid.keys("PageDown", "PageDown");
    await standsOn(grid, "Chủ Nhật, 30/9/2018");
    await grid.keys("Shift+PageUp", "Home", "ArrowLeft", "ArrowDown", "End");
    // 30/9/2017, its Monday 25/9, Sunday 24/9, 1/10, which ends its week.
    await standsOn(grid, "Chủ Nhật, 1/10/2017");
    await grid.keys("Enter");
    expect(await calendar(grid).count()).toBe(0);
    await grid.shows("from", 0, "1/10/2017, đã sửa, trước là 30/7/2018");
    expect(await isInSink(grid)).toBe(true);
    await grid.type("2/1/2019");
    await grid.keys("Enter");
    await grid.shows("from", 1, "2/1/2019, đã sửa, trước là 30/7/2018");
  });

  it("keys that come before it is drawn count", async (grid) => {
    await grid.at("from", 0);
    await grid.keys("Alt+ArrowDown", "ArrowRight", "ArrowRight", "Enter");
    await grid.shows("from", 0, "1/8/2018, đã sửa, trước là 30/7/2018");
  });

  it("Esc gives the old day back, and a look alone changes nothing", async (grid) => {
    await grid.at("from", 0);
    await grid.keys("Alt+ArrowDown", "ArrowDown", "Escape");
    await grid.shows("from", 0, "30/7/2018");
    await grid.keys("Alt+ArrowDown");
    await standsOn(grid, "Thứ Hai, 30/7/2018");
    await grid.keys("Enter", "ArrowUp");
    await grid.shows("from", 0, "30/7/2018");
    expect(await grid.panel()).toContain("Chưa có thay đổi nào.");
  });

  it("typing goes on in the cell, and the calendar follows what is typed", async (grid) => {
    await grid.at("from", 0);
    await grid.keys("Alt+ArrowDown", "Control+A");
    await grid.type("15/8/2020");
    await standsOn(grid, "Thứ Bảy, 15/8/2020");
    await grid.keys("ArrowRight", "Tab");
    await grid.shows("from", 0, "16/8/2020, đã sửa, trước là 30/7/2018");
  });

  it("an empty cell opens on today, which only Enter takes", async (grid) => {
    const today = new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
    await grid.at("from", 0);
    await grid.keys("Delete");
    await grid.shows("from", 0, "đã sửa, trước là 30/7/2018");
    await grid.keys("Alt+ArrowDown");
    await standsOn(grid, today);
    await grid.keys("Tab", "ArrowLeft");
    await grid.shows("from", 0, "đã sửa, trước là 30/7/2018");
    await grid.keys("Alt+ArrowDown", "Enter");
    await grid.shows("from", 0, `${today}, đã sửa, trước là 30/7/2018`);
  });

  it("opens by the button of the editor, and a click takes a day or goes to another month", async (grid) => {
    await grid.at("from", 0);
    await grid.keys("F2");
    await grid.page.getByRole("button", { name: "Mở lịch (Alt ↓)" }).click();
    await standsOn(grid, "Thứ Hai, 30/7/2018");
    await calendar(grid).getByRole("button", { name: "Đến tháng tiếp theo" }).click();
    await standsOn(grid, "Thứ Năm, 30/8/2018");
    expect(await isInSink(grid)).toBe(true);
    await calendar(grid).locator(".rdp-day:not(.rdp-outside)", { hasText: /^7$/ }).click();
    await grid.shows("from", 0, "7/8/2018, đã sửa, trước là 30/7/2018");
    expect(await isInSink(grid)).toBe(true);
  });

  it("speaks English to those who read English", async (grid, url) => {
    await grid.go(`${url}?lang=en`);
    await grid.at("from", 0);
    await grid.keys("Alt+ArrowDown");
    const dialog = grid.page.getByRole("dialog", { name: "Calendar" });
    await dialog.getByText("July 2018").waitFor();
    expect(await dialog.locator(".rdp-weekday").first().getAttribute("aria-label")).toBe("Monday");
    await dialog.getByRole("status").filter({ hasText: "Monday, 30/7/2018" }).waitFor();
  });
});

inGrid("a cell of yes and no", (it) => {
  const open = async (grid: GridPage, url: string) => {
    await grid.go(`${url}?bool`);
    await grid.at("present", 0);
  };

  it("is turned by Space, one step each, and empty becomes yes", async (grid, url) => {
    await open(grid, url);
    await grid.shows("present", 0, "Có");
    await grid.keys("Space");
    await grid.shows("present", 0, "Không, đã sửa, trước là Có");
    await grid.keys("Space");
    await grid.shows("present", 0, "Có");
    await grid.keys("ArrowDown", "ArrowDown");
    await grid.shows("present", 2, "trống");
    await grid.keys("Space");
    await grid.shows("present", 2, "Có, đã sửa, trước là trống");
    await grid.keys("Control+Z");
    await grid.shows("present", 2, "trống");
  });

  it("Space on a range makes all alike in one step, and leaves other columns alone", async (grid, url) => {
    await open(grid, url);
    await grid.keys("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowLeft", "Space");
    await grid.shows("present", 0, "Không, đã sửa, trước là Có");
    await grid.shows("present", 1, "Không");
    await grid.shows("present", 2, "Không, đã sửa, trước là trống");
    await grid.shows("source", 0, "dvcqg");
    await grid.keys("Control+Z");
    await grid.shows("present", 0, "Có");
    await grid.shows("present", 2, "trống");
  });

  it("reads what is typed, and Delete empties it", async (grid, url) => {
    await open(grid, url);
    for (const typed of ["không", "x", "0", "1"]) {
      await grid.type(typed);
      await grid.keys("Enter");
    }
    await grid.shows("present", 0, "Không, đã sửa, trước là Có");
    await grid.shows("present", 1, "Có, đã sửa, trước là Không");
    await grid.shows("present", 2, "Không, đã sửa, trước là trống");
    await grid.shows("present", 3, "Có");
    await grid.keys("Delete");
    await grid.shows("present", 4, "trống, đã sửa, trước là Không");
  });

  it("says that it is a box, and what it says", async (grid, url) => {
    await open(grid, url);
    const label = () => grid.page.locator(".bulk-grid-sink").getAttribute("aria-label");
    expect(await label()).toBe("Phải có mặt, Đổi giấy phép lái xe, ô đánh dấu, Có");
    await grid.keys("ArrowDown", "ArrowDown");
    expect(await label()).toMatch(/, ô đánh dấu, trống$/);
  });

  it("is drawn in three ways, and a click on its box turns it", async (grid, url) => {
    await open(grid, url);
    await grid.keys("Control+Home");
    // The last columns lie behind the panel: without it they are in view.
    await grid.page.locator(".bulk-grid-panel").getByRole("button", { name: "Đóng" }).click();
    await grid.keys("Control+End", "Control+Home");
    const fill = (row: number) => grid.colour("present", row, 19, 18);
    const edge = (row: number) => grid.colour("present", row, 8, 14);
    await grid.shows("present", 0, "Có");
    expect([await fill(0), await fill(1), await fill(2)]).toEqual(["#1b5299", "#ffffff", "#ffffff"]);
    expect(await edge(1)).not.toBe("#ffffff");
    const { x, y } = await grid.point("present", 1);
    const click = async () => grid.page.mouse.click(x - 50 + 15, y);
    await click();
    await grid.shows("present", 1, "Có, đã sửa, trước là Không");
    // Beside the box it only selects.
    await grid.page.mouse.click(x + 20, y);
    await grid.shows("present", 1, "Có, đã sửa, trước là Không");
    expect(await isInSink(grid)).toBe(true);
  });
});

inGrid("amounts of money", (it) => {
  it("are read grouped as either language does, and shown as the screen's does", async (grid) => {
    await grid.at("fee", 0);
    for (const typed of ["1.234.567", "1,234,567", "1234567 đ", "1 234 567"]) {
      await grid.type(typed);
      await grid.keys("Enter");
    }
    for (let row = 0; row < 4; row++) await grid.shows("fee", row, /^1\.234\.567, đã sửa/);
    await grid.keys("ArrowUp", "F2");
    expect(await grid.page.locator(".bulk-grid-sink").inputValue()).toBe("1.234.567");
    await grid.keys("Enter");
    await grid.shows("fee", 3, /^1\.234\.567, đã sửa/);
  });

  it("are shown with commas in English", async (grid, url) => {
    await grid.go(`${url}?lang=en`);
    await grid.at("fee", 0);
    await grid.type("1.234.567");
    await grid.keys("Enter");
    await grid.shows("fee", 0, /^1,234,567, changed/);
  });
});

inGrid("the list of keys", (it) => {
  const list = (grid: GridPage) => grid.page.getByRole("dialog", { name: "Phím tắt của bảng tính" });

  it("opens by F1 anywhere, and gives the focus back", async (grid) => {
    await grid.at("fee", 0);
    await grid.keys("F1");
    await list(grid).getByRole("row", { name: "Ctrl F · Ctrl H" }).waitFor();
    await grid.keys("Escape");
    await list(grid).waitFor({ state: "detached" });
    expect(await isInSink(grid)).toBe(true);
    const reason = grid.page.getByRole("textbox", { name: "Lý do" });
    await reason.focus();
    await grid.keys("F1");
    await list(grid).waitFor();
    await grid.keys("Enter");
    await list(grid).waitFor({ state: "detached" });
    expect(await reason.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("opens by ? where nothing can be typed, and never where it can", async (grid) => {
    await grid.at("fee", 0);
    await grid.type("?");
    await grid.keys("Enter");
    await grid.shows("fee", 0, /^\?, chưa hợp lệ/);
    expect(await list(grid).count()).toBe(0);
    await grid.at("source", 0);
    await grid.type("?");
    await list(grid).waitFor();
    await grid.keys("Escape");
    await grid.page.getByRole("button", { name: "Thêm dòng" }).focus();
    await grid.type("?");
    await list(grid).waitFor();
    await grid.keys("Escape");
    await grid.page.getByRole("textbox", { name: "Lý do" }).focus();
    await grid.type("?");
    expect(await list(grid).count()).toBe(0);
    await grid.page.getByRole("button", { name: "Phím tắt" }).click();
    await list(grid).waitFor();
  });
});
