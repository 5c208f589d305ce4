import type { Page } from "playwright-core";
import { demoAnnex } from "../decision/annex/demo-annex";
import { askAs } from "../support/ask-as";
import { graveFindings } from "../support/axe";
import { CATALOG, inAdmin, LEADER } from "../support/in-admin";

/** Puts an annex on the clipboard as Word does, HTML beside text. */
async function copyAnnex(page: Page, html: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async (copied) => {
    const part = (type: string, text: string) => new Blob([text], { type });
    const item = { "text/html": part("text/html", copied), "text/plain": part("text/plain", "phụ lục") };
    await navigator.clipboard.write([new ClipboardItem(item)]);
  }, html);
}

const listedOn = async (page: Page, day: string): Promise<number> => {
  const asked = `{ catalogEntries(filter: { catalog: { is: { kind: { eq: POSTAL } } } }, asOf: "${day}", limit: 1) { total } }`;
  return (await askAs<{ catalogEntries: { total: number } }>(page, asked)).catalogEntries.total;
};

async function enterFacts(page: Page, number: string): Promise<void> {
  await page.getByLabel("Số, ký hiệu").fill(number);
  await page.getByLabel("Ngày ký").fill("15/6/2019");
  await page.getByLabel("Ngày hiệu lực").fill("1/7/2019");
  await page.getByLabel("Trích yếu").fill("Về việc sửa đổi, bổ sung danh mục");
  await page.getByLabel("Danh mục được điều chỉnh").click();
  await page.getByRole("option", { name: /1320/ }).click();
}

const tab = (page: Page, name: string, count: number) =>
  page.getByRole("tab", { name: new RegExp(`^${name} ${count}$`) });

/** Entering a Decision from catalog staff's chair: the facts, the annex off Word's clipboard, what is unclear, the record. */
inAdmin("entering a Decision", (it) => {
  it("pastes an annex of thirty rows, confirms two by one key each, and records three lists as one change set", async (visit) => {
    const { page } = visit;
    await visit.beginAs(CATALOG);
    await visit.open("/decisions");
    await page.getByRole("link", { name: "Nhập Quyết định" }).click();
    await visit.heading(/^Nhập Quyết định/).waitFor();
    await enterFacts(page, "25/QĐ-UBND");
    expect(await graveFindings(page, { within: "main" })).toEqual([]);
    await page.getByRole("button", { name: "Tiếp tục" }).click();

    await copyAnnex(page, demoAnnex());
    await page.getByLabel("Dán bảng của phụ lục vào đây").focus();
    await page.keyboard.press("Control+v");
    await page.getByRole("heading", { name: "Đọc được 30 thủ tục trong 45 dòng" }).waitFor();
    // Every line has its use: thirty procedures, bands, two headings, and what is no row with its reason.
    await page.getByText("Tiêu đề nhóm 8").waitFor();
    await page.getByRole("button", { name: "Không dùng 5" }).click();
    expect(await page.getByRole("region").last().innerText()).toMatch(/CHỦ TỊCH\s+\(chữ ký, nơi nhận\)/);
    expect(await graveFindings(page, { within: "main" })).toEqual([]);
    await page.getByRole("button", { name: "Tiếp tục" }).click();

    await tab(page, "Cần xác nhận", 2).waitFor();
    await tab(page, "Ban hành mới", 10).waitFor();
    await tab(page, "Sửa đổi, bổ sung, thay thế", 12).waitFor();
    await tab(page, "Bãi bỏ", 6).waitFor();
    expect(await graveFindings(page, { within: "main" })).toEqual([]);
    // What was done so far survives a reload.
    await page.locator("tr[data-line]").first().focus();
    await page.keyboard.press("1");
    await tab(page, "Cần xác nhận", 1).waitFor();
    await page.reload();
    await page.getByText("Đã mở lại việc đang làm dở trên máy này.").waitFor();
    await tab(page, "Cần xác nhận", 1).waitFor();
    await page.locator("tr[data-line]").first().focus();
    await page.keyboard.press("1");
    await tab(page, "Sửa đổi, bổ sung, thay thế", 14).waitFor();

    await tab(page, "Ban hành mới", 10).click();
    const unheard = page.getByRole("row", { name: "Dòng 10" });
    await unheard.getByText("Thủ tục mới").waitFor();
    await unheard.getByLabel(/Chiều bưu chính/).click();
    await page.getByRole("option", { name: "trả", exact: true }).click();
    await page.getByRole("textbox", { name: "Lý do" }).fill("Theo công văn của Sở Tư pháp");
    expect([await listedOn(page, "2019-06-30"), await listedOn(page, "2019-07-01")]).toEqual([80, 80]);
    await page.getByRole("button", { name: "Ghi nhận: 10 thêm, 14 sửa, thay thế, 6 bỏ" }).click();

    await page.waitForURL(/\/decisions\/\d+\/show/);
    await visit.heading(/^25\/QĐ-UBND/).waitFor();
    const section = (name: string) => page.getByRole("region", { name, exact: true });
    expect(await section("Ban hành mới").getByRole("row").count()).toBe(10);
    expect(await section("Sửa đổi, bổ sung, thay thế").getByRole("row").count()).toBe(14);
    expect(await section("Bãi bỏ").getByRole("row").count()).toBe(6);
    expect(
      await section("Ban hành mới")
        .getByRole("row", { name: /nhận con nuôi nước ngoài/ })
        .innerText(),
    ).toMatch(/Sở Tư pháp\s+Trả kết quả/);
    expect([await listedOn(page, "2019-06-30"), await listedOn(page, "2019-07-01")]).toEqual([80, 84]);
    const sets = "{ changeSets(sort: [{ id: DESC }], limit: 1) { items { note rowCount source } } }";
    const { changeSets } = await askAs<{ changeSets: { items: object[] } }>(page, sets);
    // The Decision, a procedure with its state, 24 entries opened and 20 closed, a renamed procedure's two states.
    expect(changeSets.items).toEqual([{ note: "Theo công văn của Sở Tư pháp", rowCount: 49, source: "ADMIN" }]);

    // The work is done: nothing of it is left to reopen, and another annex can be added to the Decision.
    await page.getByRole("link", { name: "Nhập phụ lục" }).click();
    await visit.heading("Nhập phụ lục của 25/QĐ-UBND").waitFor();
    expect(await page.getByText("Đã mở lại việc đang làm dở").count()).toBe(0);
    expect(visit.complaints).toEqual([]);
  });

  it("leaves a line out with its reason, takes a line to another list, and fits a phone", async (visit) => {
    const { page } = visit;
    await visit.beginAs(CATALOG);
    await visit.open("/decisions/record");
    await enterFacts(page, "26/QĐ-UBND");
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    const table = [
      ["STT", "Mã TTHC", "Tên thủ tục hành chính"],
      ["A. BÃI BỎ"],
      ["1", "1.004222", "Đăng ký thường trú"],
      ["2", "1.001653", "Đổi, cấp lại giấy xác nhận khuyết tật"],
    ];
    await page.getByLabel("Dán bảng của phụ lục vào đây").evaluate(
      (box, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      table.map((row) => row.join("\t")).join("\n"),
    );
    await page.getByRole("heading", { name: "Đọc được 2 thủ tục trong 4 dòng" }).waitFor();
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    // It is in no catalog, so there is nothing to take out.
    await page.getByText(/Thủ tục không ở trong danh mục vào ngày 1\/7\/2019/).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await visit.overflow()).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("row", { name: "Dòng 3" }).focus();
    await page.keyboard.press("x");
    await tab(page, "Bỏ qua", 1).click();
    await page.getByLabel("Lý do bỏ qua, Dòng 3").fill("không có trong danh mục");
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await visit.overflow()).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Ghi nhận: 0 thêm, 0 sửa, thay thế, 1 bỏ" }).click();
    await page.waitForURL(/\/decisions\/\d+\/show/);
    const sets = "{ changeSets(sort: [{ id: DESC }], limit: 1) { items { note } } }";
    const { changeSets } = await askAs<{ changeSets: { items: { note: string }[] } }>(page, sets);
    expect(changeSets.items[0].note).toBe("Bỏ qua: dòng 3 (không có trong danh mục)");
    expect(visit.complaints).toEqual([]);
  });

  it("is no page of those who may not record", async (visit) => {
    await visit.beginAs(LEADER);
    await visit.open("/decisions");
    await visit.heading(/^Quyết định/).waitFor();
    expect(await visit.page.getByRole("link", { name: "Nhập Quyết định" }).count()).toBe(0);
    await visit.open("/decisions/record");
    await visit.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await visit.page.getByLabel("Số, ký hiệu").count()).toBe(0);
  });
});
