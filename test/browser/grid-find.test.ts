import { inGrid } from "../support/in-grid";
import type { GridPage } from "./grid-harness/grid-page";

const bar = ({ page }: GridPage) => page.locator(".bulk-grid-find");
const status = (grid: GridPage) => bar(grid).getByRole("status");

const look = async (grid: GridPage, text: string, count: string): Promise<void> => {
  await bar(grid).getByRole("textbox", { name: "Tìm trong bảng" }).fill(text);
  await status(grid).getByText(count, { exact: true }).waitFor();
};

const copies = async (grid: GridPage, text: string): Promise<void> => {
  expect(await grid.copied()).toBe(text);
};

/** The harness has 100,000 rows; most cases look through few of them only, by looking for what is rare. */
inGrid("finding in the grid", (it) => {
  it("goes from cell to cell without accents, by F3 and back, around the end, rows that were never loaded too", async (grid) => {
    await grid.at("name", 0);
    await grid.keys("Control+F");
    await look(grid, "ket hon (99990)", "1 ô");
    await grid.keys("Enter");
    await status(grid).getByText("1 trong 1 ô").waitFor();
    await grid.keys("Escape");
    expect(await bar(grid).count()).toBe(0);
    await copies(grid, "Đăng ký kết hôn (99990)");
    await grid.keys("Control+F");
    await look(grid, "3.00034", "3 ô");
    await grid.keys("Escape", "Control+Home", "F3");
    await copies(grid, "3.000348");
    await grid.keys("Shift+F3");
    await copies(grid, "3.000347");
    await grid.keys("Shift+F3");
    await copies(grid, "3.000346");
  });

  it("tells accents and case apart where asked, and whole cells from parts", async (grid) => {
    await grid.at("name", 0);
    await grid.keys("Control+F");
    await look(grid, "cấp giấy phép lái xe", "9.091 ô");
    const exact = bar(grid).getByRole("checkbox", { name: "Đúng dấu và hoa thường" });
    const whole = bar(grid).getByRole("checkbox", { name: "Cả ô" });
    await exact.check();
    await status(grid).getByText("Không có ô nào khớp").waitFor();
    await exact.uncheck();
    await whole.check();
    await status(grid).getByText("1 ô", { exact: true }).waitFor();
    await bar(grid).getByRole("combobox", { name: "Tìm ở cột" }).selectOption("Mã");
    await status(grid).getByText("Không có ô nào khớp").waitFor();
  });

  it("shows how far it is, and stops when told to", async (grid) => {
    await grid.at("name", 0);
    await grid.keys("Control+F");
    await bar(grid).getByRole("textbox", { name: "Tìm trong bảng" }).fill("khong co o nao");
    await bar(grid)
      .getByText(/đã xem [\d.]+ trong 100.000 dòng/)
      .waitFor();
    await bar(grid).getByRole("button", { name: "Dừng" }).dispatchEvent("click");
    await bar(grid).getByRole("button", { name: "Dừng" }).waitFor({ state: "detached" });
  });

  it("replaces what is chosen in the preview as one step, read as if typed, and leaves locked cells alone", async (grid) => {
    await grid.at("name", 0);
    await grid.keys("Control+H");
    await look(grid, "110.000", "18.182 ô");
    await bar(grid).getByRole("combobox", { name: "Tìm ở cột" }).selectOption("Mã");
    await look(grid, "3.00034", "3 ô");
    await bar(grid).getByRole("textbox", { name: "Thay bằng" }).fill("4.00034");
    await bar(grid).getByRole("button", { name: "Xem trước thay thế…" }).click();
    const dialog = grid.page.getByRole("dialog");
    expect(await dialog.getByRole("row").nth(1).innerText()).toMatch(
      /Đổi giấy phép lái xe\s+Mã\s+3\.000347\s+4\.000347/,
    );
    await dialog.getByRole("checkbox", { name: "Cấp lại giấy phép lái xe, Mã" }).uncheck();
    await dialog.getByRole("button", { name: "Thay 2 ô" }).click();
    await grid.shows("code", 0, "4.000347, đã sửa, trước là 3.000347");
    await grid.shows("code", 1, "3.000348");
    await grid.shows("code", 2, "4.000346, đã sửa, trước là 3.000346");
    await bar(grid).getByRole("button", { name: "Đóng" }).click();
    await grid.keys("Control+Z");
    await grid.shows("code", 0, "3.000347");
    await grid.shows("code", 2, "3.000346");
    await grid.keys("Control+Y");
    await grid.shows("code", 0, "4.000347, đã sửa, trước là 3.000347");
  });

  it("keeps and marks what cannot be read, says what is locked, and how many rows one replacement may have", async (grid) => {
    await grid.at("days", 0);
    await grid.keys("Control+H");
    await bar(grid).getByRole("combobox", { name: "Tìm ở cột" }).selectOption("Thời hạn");
    await bar(grid).getByRole("checkbox", { name: "Cả ô" }).check();
    await look(grid, "60", "9.091 ô");
    await bar(grid).getByRole("textbox", { name: "Thay bằng" }).fill("sáu mươi");
    await bar(grid).getByRole("button", { name: "Xem trước thay thế…" }).click();
    const dialog = grid.page.getByRole("dialog");
    await dialog.getByText("Mỗi lần thay nhiều nhất 5.000 dòng.").waitFor();
    await dialog.getByRole("button", { name: "Thay 5.000 ô" }).click();
    await grid.shows("days", 1, /^sáu mươi, chưa hợp lệ/);
    await bar(grid).getByRole("combobox", { name: "Tìm ở cột" }).selectOption("Nguồn");
    await look(grid, "dvcqg", "100.000 ô");
    await bar(grid).getByRole("button", { name: "Xem trước thay thế…" }).click();
    await dialog.getByText("Không có ô nào để thay").waitFor();
    expect(await dialog.innerText()).toContain("5.000 ô không thay:");
    expect(await dialog.innerText()).toContain("ô chỉ đọc");
  });
});
