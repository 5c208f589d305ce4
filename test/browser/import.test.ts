import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { askAs } from "../support/ask-as";
import { graveFindings } from "../support/axe";
import { CATALOG, inAdmin, LEADER, type Visit } from "../support/in-admin";
import { linesOf, xlsxOf } from "../support/sheet-file";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEADINGS = ["STT", "Mã TTHC", "Tên TTHC", "Lĩnh vực", "Đơn vị giải quyết", "Cấp", "Trạng thái", "Ghi chú"];

/** The list of a province as it comes: a title above, numbered lines, remarks, three lines that cannot be taken. */
const monthly = (name: string) =>
  xlsxOf(
    [
      ["DANH MỤC THỦ TỤC HÀNH CHÍNH"],
      [],
      HEADINGS,
      // As it is.
      [1, "1.001193", "Đăng ký khai sinh", "Hộ tịch", null, "Xã", "Còn hiệu lực"],
      [2, null, `Cấp thẻ hướng dẫn viên ${name}`, "Du lịch", "Sở Văn hóa, Thể thao và Du lịch", "Tỉnh", "Còn hiệu lực"],
      [3, null, `Cấp giấy phép biểu diễn ${name}`, "Du lịch", "Sở Văn hóa, Thể thao", "Tỉnh", "Còn hiệu lực"],
      [4, null, `Cấp giấy phép quảng cáo ${name}`, "Du lịch", "Sở Xây dựng", "trong ngày", "Còn hiệu lực"],
      [5, "9.999001", `Chứng thực ${name}`, "Chứng thực", null, "Huyện", "Còn hiệu lực", "hai dòng một mã"],
      [6, "9.999001", `Chứng thực bản sao ${name}`, "Chứng thực", null, "Huyện", "Còn hiệu lực"],
    ],
    "Phụ lục I",
  );

const choose = (page: Page, name: string, buffer: Buffer, mimeType = XLSX): Promise<void> =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer });

const tile = (page: Page, name: RegExp) =>
  page.getByRole("group", { name: "Lọc theo kết quả" }).getByRole("button", { name });

const contentOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

const sectorsOf = async (page: Page): Promise<number> =>
  (await askAs<{ sectors: { total: number } }>(page, "{ sectors(limit: 1) { total } }")).sectors.total;

/** So many new sectors as a CSV file. */
const manySectors = (rows: number): Buffer =>
  Buffer.from(
    `Mã,Tên lĩnh vực\r\n${Array.from({ length: rows }, (_, i) => `LV${i},Lĩnh vực số ${i}`).join("\r\n")}\r\n`,
  );

async function begin({ page, open, beginAs }: Visit, plural: string): Promise<void> {
  await beginAs(CATALOG);
  await open(`/${plural}`);
  await page.getByRole("link", { name: "Nhập", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /^Nhập .* từ tệp$/ }).waitFor();
}

inAdmin("importing a file", (it) => {
  it("shows what a workbook would do, takes its good rows and gives back the wrong ones", async (visit) => {
    const { page, heading, complaints } = visit;
    await begin(visit, "procedures");
    const file = await monthly("mùa thu");
    await choose(page, "danh-muc-thang-7.xlsx", file);
    await heading("Xem trước: chưa ghi gì vào dữ liệu").waitFor();
    await page.getByText("tiêu đề ở dòng 3").waitFor();
    await page.getByText("Ghi chú: chưa khớp").waitFor();
    expect(await tile(page, /Mới/).innerText()).toMatch(/^2\s/);
    expect(await tile(page, /Như cũ/).innerText()).toMatch(/^1\s/);
    expect(await tile(page, /Sai/).innerText()).toMatch(/^3\s/);

    // Wrong lines first; a tile takes its lines away and brings them back.
    const lines = page.locator("table.result tbody tr");
    expect(await lines.first().innerText()).toContain("Sai");
    expect(await lines.count()).toBe(5);
    await tile(page, /Sai/).click();
    await lines.nth(2).waitFor({ state: "detached" });
    expect(await lines.first().innerText()).toContain("mùa thu");
    await tile(page, /Sai/).click();
    await lines.nth(4).waitFor();
    expect(await graveFindings(page)).toEqual([]);

    const [errors] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Tải tệp kèm cột lỗi" }).click(),
    ]);
    const back = await linesOf(await contentOf(errors), "loi.xlsx");
    const told = back.find((line) => line.includes("Cấp giấy phép quảng cáo mùa thu"))!;
    expect(told.at(-1)).toMatch(/trong ngày|Cấp/);
    expect(back.find((line) => line.includes("Đăng ký khai sinh"))!.length).toBeLessThan(told.length);

    await page.getByRole("textbox", { name: "Lý do" }).fill("Danh mục tháng 7");
    await page.getByRole("button", { name: "Nhập 2 dòng, để lại 3" }).click();
    await heading("Đã nhập 2 dòng").waitFor();
    await page.getByRole("link", { name: /Xem lần cập nhật/ }).click();
    await page.getByText("“Danh mục tháng 7”").waitFor();
    await page
      .getByRole("button", { name: /^Hoàn tác/ })
      .first()
      .waitFor();

    // The same file again changes nothing.
    await visit.open("/procedures/import");
    await choose(page, "danh-muc-thang-7.xlsx", file);
    await page.getByText("Dòng đúng không khác dữ liệu").waitFor();
    expect(await tile(page, /Như cũ/).innerText()).toMatch(/^3\s/);
    expect(await page.getByRole("button", { name: "Không có gì để nhập" }).isDisabled()).toBe(true);
    // The reason of an import that was made is not that of the next.
    expect(await page.getByRole("textbox", { name: "Lý do" }).inputValue()).toBe("");
    expect(complaints).toEqual([]);
  });

  it("says why a line is refused whose reason has no column on the screen", async (visit) => {
    const { page } = visit;
    await begin(visit, "sectors");
    const [sector] = (
      await askAs<{ sectors: { items: { id: string; version: number; nameVi: string }[] } }>(
        page,
        "{ sectors(limit: 1) { items { id version nameVi } } }",
      )
    ).sectors.items;
    const line = `${sector!.id},${sector!.version + 7},${sector!.nameVi} sửa`;
    await choose(page, "cu.csv", Buffer.from(`Mã dòng,Phiên bản,Tên lĩnh vực\r\n${line}\r\n`), "text/csv");
    const row = page.locator("table.result tbody tr.wrong");
    await row.waitFor();
    expect(await row.locator(".problem").innerText()).toMatch(/đổi|sửa/);
  });

  it("can be done by keyboard alone", async (visit) => {
    const { page, heading } = visit;
    await begin(visit, "sectors");
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 40 && !name.test(await focused()); i++) await page.keyboard.press("Tab");
      expect(await focused()).toMatch(name);
    };
    await page.waitForFunction(() => document.activeElement?.textContent === "Chọn tệp");
    await tabTo(/^Dán bảng$/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    await page.keyboard.insertText("Mã\tTên\nLV-BP\tLĩnh vực gõ bằng bàn phím\nLV-BP\tTrùng mã");
    await tabTo(/^Xem trước bảng này$/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent === "Xem trước: chưa ghi gì vào dữ liệu");
    await tabTo(/Sai/);
    await page.keyboard.press("Space");
    await page.getByText("Trùng mã").waitFor({ state: "detached" });
    await tabTo(/^Nhập 1 dòng, để lại 1$/);
    await page.keyboard.press("Enter");
    await heading("Đã nhập 1 dòng").waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === "Đã nhập 1 dòng");
    await tabTo(/^Xem lần cập nhật/);
  });

  it("takes a suggestion in the place of what the file says", async (visit) => {
    const { page, heading } = visit;
    await begin(visit, "procedures");
    await choose(page, "danh-muc.xlsx", await monthly("mùa đông"));
    await heading("Xem trước: chưa ghi gì vào dữ liệu").waitFor();
    await page.getByRole("button", { name: "Sở Văn hóa, Thể thao và Du lịch" }).press("Enter");
    await page.getByText("Đã thay 1 ô của tệp.").waitFor();
    await page.getByRole("button", { name: "Nhập 3 dòng, để lại 2" }).click();
    await heading("Đã nhập 3 dòng").waitFor();
    await page.locator("table.result").getByText("Cấp giấy phép biểu diễn mùa đông").waitFor();
  });

  it("reads a column into the field that a person chooses", async (visit) => {
    const { page, heading } = visit;
    await begin(visit, "sectors");
    await choose(page, "linh-vuc.csv", Buffer.from("Mã,Tên,Tên khác\nLV-X1,Lĩnh vực thử,Trial sector\n"), "text/csv");
    await heading("Xem trước: chưa ghi gì vào dữ liệu").waitFor();
    await page.getByText("Tên khác: chưa khớp").waitFor();
    await page.getByRole("button", { name: "Sửa cách khớp" }).click();
    const dialog = page.getByRole("dialog", { name: "Khớp cột của tệp" });
    expect(await graveFindings(page, { within: "[role=dialog]" })).toEqual([]);
    await dialog.getByRole("combobox", { name: "Trường: Tên khác" }).click();
    await page.getByRole("option", { name: "Tên tiếng Anh" }).click();
    await dialog.getByRole("button", { name: "Xem trước với cách khớp này" }).click();
    await page.locator("table.result").getByText("Trial sector").waitFor();
    await page.getByRole("button", { name: "Nhập 1 dòng", exact: true }).click();
    await heading("Đã nhập 1 dòng").waitFor();
  });

  it("previews a table pasted from a spreadsheet, and says when the data has changed since", async (visit) => {
    const { page, heading } = visit;
    await begin(visit, "sectors");
    const { sectors } = await askAs<{ sectors: { items: { id: string; version: number; code: string }[] } }>(
      page,
      '{ sectors(filter: { nameVi: { eq: "Hộ tịch" } }) { items { id version code } } }',
    );
    const [row] = sectors.items;
    await page.getByRole("button", { name: "Dán bảng" }).click();
    await page.getByLabel(/^Dán bảng từ Excel/).fill(`Tên\tTên tiếng Anh\nHộ tịch\tCivil status, pasted`);
    await page.getByRole("button", { name: "Xem trước bảng này" }).click();
    await page.locator("ins.after", { hasText: "Civil status, pasted" }).waitFor();
    await askAs(
      page,
      `mutation { changeSectors(changes: [{ update: { id: "${row!.id}", version: ${row!.version}, set: { nameEn: "Changed meanwhile" } } }]) { problems { code } } }`,
    );
    await page.getByRole("button", { name: "Nhập 1 dòng", exact: true }).click();
    await page.getByText("Dữ liệu đã đổi từ lúc xem trước").waitFor();
    await page.getByRole("button", { name: "Xem trước lại" }).press("Enter");
    await page.locator("del.before", { hasText: "Changed meanwhile" }).waitFor();
    await page.getByRole("button", { name: "Nhập 1 dòng", exact: true }).click();
    await heading("Đã nhập 1 dòng").waitFor();
  });

  it("goes on when the page is reloaded, is shown on other pages, and leaves nothing when it is stopped", async (visit) => {
    const { page, open, heading } = visit;
    await begin(visit, "sectors");
    const before = await sectorsOf(page);
    await choose(page, "rat-nhieu.csv", manySectors(90_000), "text/csv");
    await page
      .getByText(/^Đang đọc [\d.]+ \/ [\d.]+ dòng$/)
      .first()
      .waitFor();
    await page.reload();
    await page
      .getByText(/^Đang đọc [\d.]+ \/ [\d.]+ dòng$/)
      .first()
      .waitFor();
    // Whoever goes elsewhere meanwhile is told when it is through.
    await open("/agencies");
    await page.getByText("Xong: rat-nhieu.csv").waitFor({ timeout: 120_000 });
    await page.getByRole("link", { name: "Xem", exact: true }).click();
    await heading("Xem trước: chưa ghi gì vào dữ liệu").waitFor();
    await page.locator("table.result tbody tr").nth(99).waitFor();
    await page.getByRole("button", { name: "Trang sau" }).click();
    await page.getByText("Dòng 101 đến 200 trong 90.000").waitFor();

    await page.getByRole("button", { name: "Nhập 90.000 dòng" }).click();
    await page
      .getByText(/^Đang nhập [\d.]+ \/ 90\.000 dòng$/)
      .first()
      .waitFor({ timeout: 60_000 });
    await open("/agencies");
    await page.getByRole("link", { name: /^Việc đang chạy/ }).click();
    await page.getByRole("button", { name: "Dừng, bỏ hết" }).click();
    await page.getByText("Đã dừng, chưa ghi gì").waitFor({ timeout: 60_000 });
    expect(await sectorsOf(page)).toBe(before);
  });

  it("says calmly what is wrong with a file as a whole, and what to do", async (visit) => {
    const { page } = visit;
    await begin(visit, "agencies");
    expect(await graveFindings(page)).toEqual([]);
    await choose(page, "danh-muc.docx", Buffer.from("x"));
    await page.getByText("không phải XLSX hay CSV").waitFor();
    await choose(page, "hong.xlsx", Buffer.from("không phải zip"));
    await page.getByText("Chưa đọc được tệp này").waitFor();
    await page.getByRole("button", { name: "Chọn tệp khác" }).click();
    await choose(page, "khong-tieu-de.csv", Buffer.from("a,b\n1,2\n"), "text/csv");
    await page.getByText("Chưa đọc được tệp này").waitFor();
  });

  it("has a template for every resource that people write", async (visit) => {
    const { page } = visit;
    await begin(visit, "decisions");
    const [template] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Mẫu XLSX" }).click(),
    ]);
    const lines = await linesOf(await contentOf(template), "mau.xlsx");
    expect(lines.flat()).toEqual(expect.arrayContaining([expect.stringMatching(/^Số/)]));
  });

  it("is not offered to those who may not change, nor at its address", async ({ page, open, beginAs, heading }) => {
    await beginAs(LEADER);
    await open("/procedures");
    await page.getByRole("button", { name: "Xuất" }).waitFor();
    expect(await page.getByRole("link", { name: "Nhập", exact: true }).count()).toBe(0);
    await open("/procedures/import");
    await heading(/^Bạn không có quyền sửa/).waitFor();
  });

  it("fits a phone", async (visit) => {
    const { page, heading, overflow } = visit;
    await begin(visit, "procedures");
    await page.setViewportSize({ width: 390, height: 844 });
    await choose(page, "danh-muc.xlsx", await monthly("mùa xuân"));
    await heading("Xem trước: chưa ghi gì vào dữ liệu").waitFor();
    await page.locator("table.result tbody tr").first().waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await graveFindings(page)).toEqual([]);
  });
});
