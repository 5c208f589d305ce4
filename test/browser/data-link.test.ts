import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Locator, Page } from "playwright-core";
import { askAs, makeToken } from "../support/ask-as";
import { graveFindings } from "../support/axe";
import { CATALOG, inAdmin } from "../support/in-admin";
import { linesOf } from "../support/sheet-file";

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

const TOKEN_NAME = "DanhMucToken";

/** A text literal of M, as Power Query reads it. */
const readM = (literal: string): string =>
  literal.slice(1, -1).replaceAll('""', '"').replaceAll("#(lf)", "\n").replaceAll("#(#)(", "#(");

const LITERAL = String.raw`"(?:[^"]|"")*"`;

/** What a Power Query text fetches, and how it reads the columns. */
function readPowerQuery(query: string) {
  const literal = (before: string): string => readM(new RegExp(`${before}(${LITERAL})`).exec(query)![1]!);
  const origin = literal(String.raw`Web\.Contents\(\s*`);
  const url = new URL(literal("RelativePath = "), `${origin}/`);
  const given = /Query = \[([\s\S]*?)\n {12}\]/.exec(query)![1]!;
  for (const [, name, value] of given.matchAll(new RegExp(`(\\w+) = (${LITERAL})`, "g")))
    url.searchParams.set(name!, readM(value!));
  const columns = [...query.matchAll(new RegExp(`\\{(${LITERAL}), ([\\w. ]+)\\}`, "g"))];
  const [, prefix, parameter] = /Authorization = "(Bearer )" & (\w+)/.exec(query)!;
  return {
    origin,
    url,
    authorization: `${prefix}${parameter}`,
    columns: columns.map(([, name, type]) => ({ name: readM(name!), type: type! })),
  };
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

  it("the address of a CSV file and the Power Query text fetch all rows and columns of the view", async (visit) => {
    const { page, open, signInAs, server } = visit;
    await signInAs(CATALOG);
    const token = await makeToken(page);
    const filter = encodeURIComponent(JSON.stringify({ search: "đăng ký" }));
    await open(`/procedures?filter=${filter}&sort=nameVi&order=ASC&perPage=25`);
    await page.locator("table.rows tbody tr").first().waitFor();
    const heads = await page.locator("table.rows thead th").allInnerTexts();
    await page.getByRole("button", OPEN).click();

    const address = await copied(page, "Địa chỉ CSV", "Địa chỉ CSV");
    const csv = await (await fetch(address, { headers: { authorization: `Bearer ${token}` } })).text();
    expect((await fetch(address)).status).toBe(401);
    const { procedures } = await askAs<{ procedures: { total: number } }>(
      page,
      'query { procedures(filter: { search: "đăng ký" }, asOf: "2019-07-20", limit: 1) { total } }',
    );
    const lines = await linesOf(Buffer.from(csv), "view.csv");
    expect(lines.length).toBe(procedures.total + 1);
    expect(lines[0]).toEqual([...heads.map((head) => head.trim()), "Mã dòng", "Phiên bản"]);

    const query = await copied(page, "Power Query", "Power Query");
    expect(query).not.toContain(token);
    const asked = readPowerQuery(query);
    expect(asked.origin).toBe(server.url);
    expect(asked.columns.map(({ name }) => name)).toEqual(lines[0]);
    const answer = await fetch(asked.url, {
      headers: { authorization: asked.authorization.replace(TOKEN_NAME, token) },
    });
    expect(await answer.text()).toBe(csv);
    // Every value can be read as the type that the query gives its column.
    for (const line of lines.slice(1))
      asked.columns.forEach(({ type }, at) => {
        const text = String(line[at] ?? "");
        if (type === "Int64.Type") expect(text).toMatch(/^-?\d*$/);
        if (type === "type date") expect(text).toMatch(/^(\d{4}-\d{2}-\d{2})?$/);
      });
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

  it("can be used by keyboard and has no grave finding", async ({ page, open, beginAs, heading }) => {
    await beginAs(CATALOG);
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
