import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { CATALOG, inAdmin, LEADER } from "../support/in-admin";
import { linesOf } from "../support/sheet-file";

/** What the menu of a list or a grid sends. */
async function exported(page: Page, format: RegExp): Promise<{ name: string; content: Buffer }> {
  await page.getByRole("button", { name: /^(Xuất|Export)$/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: format }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

inAdmin("exporting a view", (it) => {
  it("a list as a workbook: its filter, its order, its columns, all of its pages", async ({ page, open, signInAs }) => {
    await signInAs(LEADER);
    const filter = encodeURIComponent(JSON.stringify({ search: "đăng ký" }));
    await open(`/procedures?filter=${filter}&sort=nameVi&order=DESC&perPage=25`);
    await page.locator("table.rows tbody tr").first().waitFor();
    const total = Number(/\d+/.exec(await page.getByRole("heading", { level: 1 }).innerText())![0]);
    const heads = await page.locator("table.rows thead th").allInnerTexts();
    const first = await page.locator("table.rows tbody tr td.lead-cell a").first().innerText();
    const { name, content } = await exported(page, /xlsx/);
    expect(name).toBe("thu-tuc-hanh-chinh-2019-07-20.xlsx");
    const lines = await linesOf(content, name);
    expect(lines.length).toBe(total + 1);
    expect(lines[0]).toEqual([...heads.map((head) => head.trim()), "Mã dòng", "Phiên bản"]);
    expect(lines[1]).toContain(first);
  });

  it("in English, with the columns that find the rows again for those who may change them", async (visit) => {
    const { page, open, signInAs } = visit;
    await signInAs(CATALOG);
    await page.getByRole("button", { name: "English" }).click();
    await open("/sectors");
    await page.locator("table.rows tbody tr").first().waitFor();
    const { content } = await exported(page, /csv/);
    const lines = await linesOf(content, "sectors.csv");
    expect(lines[0]!.slice(-2)).toEqual(["Row id", "Version"]);
  });

  it("what a grid has exported changes nothing when it is imported", async ({ page, open, signInAs }) => {
    await signInAs(CATALOG);
    await open("/procedures/grid");
    await page.locator("#glide-cell-2-2").waitFor({ state: "attached" });
    const { name, content } = await exported(page, /xlsx/);
    await page.getByRole("link", { name: "Nhập", exact: true }).click();
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer: content });
    await page.getByText("Tệp không khác dữ liệu").waitFor();
    const same = page.getByRole("group", { name: "Lọc theo kết quả" }).getByRole("button", { name: /Như cũ/ });
    const rows = (await linesOf(content, name)).length - 1;
    expect(await same.innerText()).toMatch(new RegExp(`^${rows}\\s`));
  });
});
