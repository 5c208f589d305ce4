import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Locator, Page } from "playwright-core";
import { askAs, makeToken } from "../support/ask-as";
import { graveFindings } from "../support/axe";
import { CATALOG, inAdmin } from "../support/in-admin";

const run = promisify(execFile);
const OPEN = { name: "Lấy đường dẫn dữ liệu" };

/** What a shell prints for a command copied from the screen, with a token in its environment and no cookie. */
async function inShell(command: string, token: string): Promise<string> {
  const env = { ...process.env, DANH_MUC_TOKEN: token };
  return (await run("sh", ["-c", command], { env, maxBuffer: 64 * 1024 * 1024 })).stdout;
}

const dialogOf = (page: Page): Locator => page.getByRole("dialog", { name: "Lấy số liệu này từ nơi khác" });

/** What the button beside a text puts on the clipboard. */
async function copied(page: Page, tab: string, label: string): Promise<string> {
  const dialog = dialogOf(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await dialog.getByRole("tab", { name: tab }).click();
  await dialog.getByRole("button", { name: `Sao chép: ${label}` }).click();
  await dialog.getByRole("button", { name: `Đã sao chép: ${label}` }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

const curlOf = (page: Page): Promise<string> => copied(page, "curl", "Lệnh curl");

inAdmin("the data link", (it) => {
  it("the curl command of a filtered list answers the rows on the screen, with a token alone", async (visit) => {
    const { page, open, signInAs } = visit;
    await signInAs(CATALOG);
    const token = await makeToken(page);
    const filter = encodeURIComponent(JSON.stringify({ search: "khai sinh" }));
    await open(`/procedures?filter=${filter}&sort=code&order=DESC`);
    await page.getByRole("link", { name: "Đăng ký khai sinh", exact: true }).waitFor();
    await page.getByRole("button", OPEN).click();
    const command = await curlOf(page);
    expect(command).not.toContain(token);
    const answer = JSON.parse(await inShell(command, token)).data.procedures;
    await page.keyboard.press("Escape");
    const shown = await page.locator("table.rows tbody tr").allInnerTexts();
    expect(answer.items.length).toBe(shown.length);
    answer.items.forEach((row: { nameVi: string }, at: number) => expect(shown[at]).toContain(row.nameVi));
    expect(JSON.parse(await inShell(command, "no-token")).errors[0].extensions.code).toBe("SIGN_IN");
  });

  it("the grid hands over what it shows", async ({ page, open, signInAs }) => {
    await signInAs(CATALOG);
    const token = await makeToken(page);
    await open("/procedures/grid");
    await page.getByRole("button", OPEN).click();
    const answer = JSON.parse(await inShell(await curlOf(page), token)).data.procedures;
    const { procedures } = await askAs<{ procedures: { total: number } }>(page, "{ procedures(limit: 1) { total } }");
    expect(answer.total).toBe(procedures.total);
    expect(answer.items[0]).toHaveProperty("nameVi");
  });

  it("the rows that point to a row have a link of their own", async ({ page, open, signInAs }) => {
    await signInAs(CATALOG);
    const token = await makeToken(page);
    await open("/sectors");
    await page.getByRole("link", { name: "Hộ tịch", exact: true }).click();
    const panel = page.getByRole("tabpanel");
    await panel.locator("tbody tr").first().waitFor();
    const shown = await panel.locator("tbody tr").count();
    await panel.getByRole("button", OPEN).click();
    const answer = JSON.parse(await inShell(await curlOf(page), token)).data.procedures;
    expect([answer.items.length, answer.total]).toEqual([shown, shown]);
  });

  it("can be used by keyboard and has no grave finding", async ({ page, open, signInAs, heading }) => {
    await signInAs(CATALOG);
    await open("/sectors");
    await page.getByRole("button", OPEN).focus();
    await page.keyboard.press("Enter");
    await dialogOf(page).getByRole("tab", { name: "GraphQL" }).focus();
    await page.keyboard.press("ArrowRight");
    await dialogOf(page).getByRole("tabpanel", { name: "curl" }).waitFor();
    expect(await graveFindings(page, { within: "[role=dialog]" })).toEqual([]);
    await dialogOf(page).getByRole("link", { name: "Tạo hoặc thu hồi khóa" }).press("Enter");
    await heading("Khóa truy cập dữ liệu").waitFor();
  });
});
