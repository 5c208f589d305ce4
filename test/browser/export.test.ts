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
  it("a list as a workbook: its filter, its order, its columns, all of its pages", async ({ page, open, beginAs }) => {
    await beginAs(LEADER);
    const filter = encodeURIComponent(JSON.stringify({ search: "đăng ký" }));
    await open(`/procedures?filter=${filter}&sort=nameVi&order=DESC&perPage=25`);
    await page.locator("table.rows tbody tr").first().waitFor();
    const total = Number(/\d+/.exec(await page.getByRole("heading", { level: 1 }).innerText())![0]);
    const heads = await page.locator("table.rows thead th").allInnerTexts();
    const first = await page.locator("table.rows tbody tr td.lead-cell a").first().innerText();
    const { name, content } = await exported(page, /^Excel/);
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
    const { content } = await exported(page, /^CSV/);
    const lines = await linesOf(content, "sectors.csv");
    expect(lines[0]!.slice(-2)).toEqual(["Row id", "Version"]);
  });

  it("many rows as a job, which is told of when it is done and keeps its file on offer", async (visit) => {
    const { page, open, signInAs, complaints } = visit;
    await signInAs(CATALOG);
    // The demo is small: only the number of its rows is made large.
    await page.route("**/graphql", async (route) => {
      if (!/ProcedurePage.*"limit":1,/s.test(route.request().postData() ?? "")) return route.fallback();
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(/"total":\d+/, '"total":30829') });
    });
    await open("/procedures?perPage=25");
    await page.locator("table.rows tbody tr").first().waitFor();
    const menu = page.getByRole("button", { name: "Xuất", exact: true });
    await menu.click();
    await page.getByText(/^30\.829 dòng: tệp được tạo ở nền/).waitFor();
    await page.getByRole("menuitem", { name: /^Excel/ }).click();
    await page.getByText("Xong: thu-tuc-hanh-chinh-2019-07-20.xlsx").waitFor();
    const fetched = page.getByRole("link", { name: "Tải tệp" });
    const [download] = await Promise.all([page.waitForEvent("download"), fetched.click()]);
    expect(download.suggestedFilename()).toBe("thu-tuc-hanh-chinh-2019-07-20.xlsx");
    const lines = await linesOf(await readFile(await download.path()), "large.xlsx");
    expect(lines.length).toBeGreaterThan(100);
    // Whoever missed it finds the file where it was asked for.
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.reload();
    await menu.click();
    const offered = page.getByRole("menuitem", { name: /^thu-tuc-hanh-chinh-2019-07-20.xlsx\s*Đã tạo lúc/ });
    expect(await offered.getAttribute("href")).toMatch(/^\/jobs\/\d+\/file$/);
    expect(complaints).toEqual([]);
  });

  it("what a grid has exported changes nothing when it is imported", async ({ page, open, beginAs }) => {
    await beginAs(CATALOG);
    await open("/procedures/grid");
    await page.locator("#glide-cell-2-2").waitFor({ state: "attached" });
    const { name, content } = await exported(page, /^Excel/);
    await page.getByRole("link", { name: "Nhập", exact: true }).click();
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer: content });
    await page.getByText("Tệp không khác dữ liệu").waitFor();
    const same = page.getByRole("group", { name: "Lọc theo kết quả" }).getByRole("button", { name: /Như cũ/ });
    const rows = (await linesOf(content, name)).length - 1;
    expect(await same.innerText()).toMatch(new RegExp(`^${rows}\\s`));
  });
});
