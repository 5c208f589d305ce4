import mammoth from "mammoth";
import { CATALOG, inAdmin, LEADER } from "../support/in-admin";

inAdmin("the posted lists", (it) => {
  it("are reached from an agency and shown as pages of A4 with repeated heads and whole lines", async ({
    page,
    open,
    heading,
    beginAs,
    complaints,
  }) => {
    await beginAs(CATALOG);
    await open("/agencies");
    await page.getByRole("searchbox", { name: "Tìm" }).fill("bo phan phuc vu hanh chinh cong huyen van yen");
    // The list follows what is typed after a pause; until then the page may still turn to what it found.
    await page.waitForURL(/filter=/);
    await page.getByRole("link", { name: "Bộ phận Phục vụ hành chính công huyện Văn Yên" }).click();
    await page.getByRole("link", { name: "In niêm yết" }).click();
    await heading("In danh mục niêm yết").waitFor();
    const pages = page.locator(".sheet-page");
    await pages.nth(1).waitFor();
    const text = await pages.first().innerText();
    expect(text).toMatch(
      /ỦY BAN NHÂN DÂN HUYỆN VĂN YÊN[\s\S]*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM[\s\S]*Tính đến ngày 20\/7\/2019/,
    );
    const count = await pages.count();
    for (let n = 0; n < count; n++) {
      expect(await pages.nth(n).locator(".sheet-number").innerText()).toBe(`Trang ${n + 1}/${count}`);
      const { tables, heads, below } = await pages.nth(n).evaluate((sheet) => ({
        tables: sheet.querySelectorAll("table").length,
        heads: sheet.querySelectorAll("thead").length,
        below: sheet.querySelector(".sheet-text")!.getBoundingClientRect().bottom,
      }));
      expect(heads).toBe(tables);
      const foot = (await pages.nth(n).locator(".sheet-number").boundingBox())!.y;
      expect(below).toBeLessThanOrEqual(foot);
    }
    const numbers = await page.locator(".sheet-page td:first-child").allInnerTexts();
    expect(numbers.length).toBe(14 + 4 + 3 + 3);
    expect(complaints).toEqual([]);
  });

  it("print as so many pages of A4 and nothing of the screen around them", async ({ page, open, beginAs }) => {
    await beginAs(LEADER);
    await open("/posted-list");
    await page.locator(".sheet-page").nth(5).waitFor();
    const count = await page.locator(".sheet-page").count();
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBe(count);
    expect(new Set(paper.match(/\/MediaBox\s*\[[^\]]*\]/g)).size).toBe(1);
    await page.emulateMedia({ media: "print" });
    for (const part of [".strip", ".bar", ".nav", ".page-actions", ".posted-choice"])
      expect(await page.locator(part).first().isVisible()).toBe(false);
  });

  it("are handed over as a document, of the day and the agency that are chosen", async ({ page, open, beginAs }) => {
    await beginAs(LEADER);
    await open("/posted-list");
    await page.getByRole("combobox", { name: "Cơ quan, bộ phận một cửa" }).fill("so tu phap");
    await page.getByRole("option", { name: /Sở Tư pháp/ }).click();
    await page.waitForURL(/agency=\d+/);
    await page.getByRole("textbox", { name: "Tại ngày" }).fill("1/1/2018");
    await page.keyboard.press("Enter");
    await page.getByText("Tính đến ngày 1/1/2018").first().waitFor({ state: "attached" });
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Tải DOCX" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("danh-muc-niem-yet-so-tu-phap-2018-01-01.docx");
    const { value } = await mammoth.extractRawText({ path: await file.path() });
    expect(value).toContain("SỞ TƯ PHÁP");
    expect(value).toContain("(2 thủ tục)");
  });

  it("say why they are empty for an agency that no procedure names, and lead on", async ({ page, open, beginAs }) => {
    await beginAs(LEADER);
    await open("/posted-list");
    await page.getByRole("combobox", { name: "Cơ quan, bộ phận một cửa" }).fill("phong tu phap huyen van yen");
    await page.getByRole("option", { name: /Phòng Tư pháp huyện Văn Yên/ }).click();
    await page.getByText("Không có thủ tục nào để niêm yết tại Phòng Tư pháp huyện Văn Yên").waitFor();
    await page.getByText(/hãy chọn bộ phận một cửa/).waitFor();
  });

  it("fit a phone, and have a sheet in English that says it is a translation", async ({
    page,
    open,
    beginAs,
    overflow,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await beginAs(LEADER);
    await open("/posted-list");
    await page.locator(".sheet-page").nth(1).waitFor();
    expect(await overflow()).toBe(0);
    await page.getByRole("button", { name: "Bản dịch tiếng Anh" }).click();
    await page
      .locator(".sheet-page")
      .getByText("Translation. The Vietnamese sheet is the one that is posted.")
      .waitFor();
  });
});
