import type { Page } from "playwright-core";
import { askAs } from "../support/ask-as";
import { graveFindings } from "../support/axe";
import { ADMINISTRATOR, CATALOG, inAdmin } from "../support/in-admin";

const stateOf = async (page: Page, name: string): Promise<string> =>
  (
    await askAs<{ periods: { items: { state: string }[] } }>(
      page,
      `{ periods(filter: { name: { eq: "${name}" } }) { items { state } } }`,
    )
  ).periods.items[0]!.state;

inAdmin("reporting periods", (it) => {
  it("reopens a month for an administrator, with a reason and not without", async ({ page, open, signInAs }) => {
    await signInAs(ADMINISTRATOR);
    expect(await stateOf(page, "Tháng 3/2018")).toBe("CLOSED");
    await open("/periods");
    await page.getByRole("button", { name: "Mở lại Tháng 3/2018" }).click();
    const dialog = page.getByRole("dialog", { name: "Mở lại Tháng 3/2018?" });
    await dialog.getByRole("button", { name: "Mở lại Tháng 3/2018" }).click();
    await dialog.getByText("Hãy ghi vì sao mở lại kỳ.").waitFor();
    expect(await stateOf(page, "Tháng 3/2018")).toBe("CLOSED");
    await dialog.getByRole("textbox", { name: /Lý do/ }).fill("Sở Y tế gửi bổ sung");
    await page.keyboard.press("Enter");
    await page.getByText(/Đã mở lại Tháng 3\/2018, lần cập nhật #/).waitFor();
    expect(await stateOf(page, "Tháng 3/2018")).toBe("OPEN");
  });

  it("makes the government's quarters of a year in one step, and none twice", async ({ page, open, beginAs }) => {
    await beginAs(CATALOG);
    await open("/periods");
    await page.getByRole("button", { name: "Tạo kỳ" }).click();
    const dialog = page.getByRole("dialog", { name: "Tạo kỳ báo cáo" });
    // The months that are there already are named and not offered; five are missing.
    await dialog.getByRole("button", { name: "Tạo 5 kỳ" }).waitFor();
    await dialog.getByRole("button", { name: "Quý báo cáo (15 đến 14)" }).click();
    await dialog.getByText("15/12/2018 – 14/3/2019, hạn báo cáo 29/3/2019").waitFor();
    await dialog.getByRole("button", { name: "Tạo 4 kỳ" }).click();
    await page.getByText(/Đã tạo 4 kỳ, lần cập nhật #/).waitFor();
    await page.getByRole("link", { name: "Quý báo cáo II/2019" }).waitFor();
    await page.getByRole("button", { name: "Tạo kỳ" }).click();
    await dialog.getByRole("button", { name: "Quý báo cáo (15 đến 14)" }).click();
    expect(await dialog.getByRole("button", { name: "Tạo 0 kỳ" }).isDisabled()).toBe(true);
  });

  it("names who has not reported a month, leads to their sheet, and hands the list over as a file", async ({
    page,
    open,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await open("/periods");
    await page
      .getByRole("row", { name: /Tháng 6\/2019/ })
      .getByRole("link", { name: /cơ quan chưa báo cáo/ })
      .click();
    await page.getByRole("heading", { level: 1, name: /^\d+ trên \d+ cơ quan chưa báo cáo Tháng 6\/2019$/ }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    const names = await page.locator("td.lead-cell a").allInnerTexts();
    expect(`${names.length}`).toBe(/^\d+/.exec(title)![0]);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Xuất CSV" }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks)
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .trim()
      .split("\r\n");
    expect(lines[0]).toBe("Mã,Cơ quan,Báo cáo gần nhất");
    expect(lines).toHaveLength(names.length + 1);
    expect(lines.join("\n")).toContain(names[0]);
    await page.getByRole("link", { name: `Mở biểu của ${names[0]}` }).click();
    await page.waitForURL(/count-sheet\/grid\?period=\d+&unit=\d+/);
  });

  it("tells what is overdue and who has not reported, and closes a month after saying what that does", async ({
    page,
    open,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await open("/periods");
    await page.getByRole("heading", { level: 1, name: /\d kỳ quá hạn chưa khóa/ }).waitFor();
    const row = page.getByRole("row", { name: /Tháng 6\/2019/ });
    await row.getByText("quá hạn 5 ngày").waitFor();
    await row.getByText(/\d+ cơ quan chưa báo cáo/).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Khóa kỳ Tháng 6/2019" }).click();
    const dialog = page.getByRole("dialog", { name: "Khóa Tháng 6/2019?" });
    await dialog.getByText("không ai thêm, sửa, xóa, nhập tệp hay hoàn tác số liệu").waitFor();
    expect(await graveFindings(page, { within: "[role=dialog]" })).toEqual([]);
    await dialog.getByLabel("Ghi chú").fill("Đã đối chiếu");
    await dialog.getByRole("button", { name: "Khóa kỳ Tháng 6/2019" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/Đã khóa Tháng 6\/2019, lần cập nhật #/).waitFor();
    expect(await stateOf(page, "Tháng 6/2019")).toBe("CLOSED");
    // Who closed it may not reopen it, and is told who may.
    const locked = page.getByRole("button", { name: "Mở lại Tháng 6/2019. Chỉ quản trị mở lại được kỳ đã khóa." });
    expect(await locked.getAttribute("aria-disabled")).toBe("true");
    await locked.click({ force: true });
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.getByRole("button", { name: "Lịch sử khóa, mở Tháng 6/2019" }).click();
    await page
      .getByRole("dialog")
      .getByText(/Đã đối chiếu/)
      .waitFor();
  });
});
