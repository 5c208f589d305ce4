import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { adminFolder } from "../../server/installation";
import { startApi, type Api } from "../support/api";
import { inChromium, launchChromium } from "../support/chromium";

/** The main job from a person's chair: sign in, change cells, save with a reason, find everything again. */
inChromium("catalog staff at the procedure grid", () => {
  let api: Api;
  let browser: Browser;
  let page: Page;
  let url: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    // `npm test` builds the admin first; run alone, this needs `npm run build`.
    expect(existsSync(join(adminFolder, "index.html"))).toBe(true);
    api = await startApi("sqlite", { seed: "demo" });
    await api.app.http.listen({ host: "127.0.0.1", port: 0 });
    const address = api.app.http.server.address();
    url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    browser = await launchChromium();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "vi-VN" });
    page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  const keys = async (...pressed: string[]): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  const cell = (column: number, row: number) => page.locator(`#glide-cell-${column}-${row}`);
  const openGrid = async (): Promise<void> => {
    await page.goto(`${url}/procedures/grid`);
    await page.waitForFunction(() => document.querySelector("#glide-cell-2-2")?.textContent?.length);
  };

  /** Filters to the three rows that were renamed; the second of them comes into view only then. */
  const findRenamed = async (): Promise<void> => {
    await page.getByRole("searchbox").fill("ten moi");
    await page.waitForFunction(() => document.querySelector("#glide-cell-2-1")?.textContent?.includes("Hai tên mới"));
  };

  test("signs in by one button of the demo", async () => {
    await page.goto(url);
    await page.getByRole("button", { name: /Cán bộ kiểm soát TTHC/ }).click();
    await page.getByRole("navigation").first().waitFor();
    expect(await page.getByRole("status").first().innerText()).toContain("20/7/2019");
  });

  test("changes three cells, sees the preview, saves them with a reason", async () => {
    await openGrid();
    await keys("Control+Home", "ArrowRight");
    for (const name of ["Một", "Hai", "Ba"]) {
      await page.keyboard.type(`${name} tên mới`);
      await keys("Enter");
    }
    await page.getByRole("textbox", { name: "Lý do" }).fill("Sửa tên theo công văn");
    await page.getByRole("button", { name: /Xem trước và lưu 3 dòng/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain("Hai tên mới");
    await dialog.getByRole("button", { name: /Lưu 3 dòng/ }).click();
    await dialog.waitFor({ state: "detached" });
    const [[names]] = await api.app.database.read(
      "SELECT COUNT(*) FROM procedure_state WHERE name_vi LIKE '% tên mới'",
    );
    expect(Number(names)).toBe(3);
  });

  test("finds them after a reload, and the change set with its reason", async () => {
    const [[set, note]] = await api.app.database.read("SELECT id, note FROM change_set ORDER BY id DESC LIMIT 1");
    expect(note).toBe("Sửa tên theo công văn");
    await openGrid();
    await findRenamed();
    expect(await cell(2, 0).textContent()).toContain("Ba tên mới");
    await page.goto(`${url}/changeSets/${String(set)}/show`);
    await page.getByText("Sửa tên theo công văn").first().waitFor();
    await page.getByText("Một tên mới").first().waitFor();
  });

  test("a row that somebody else changed is refused, and what was typed stays", async () => {
    await openGrid();
    await findRenamed();
    const box = await page.locator("canvas").first().boundingBox();
    await page.mouse.click(box!.x + 300, box!.y + 46);
    await keys("Control+Home", "ArrowRight");
    await page.keyboard.type("Ba tên của tôi");
    await keys("Enter");
    await page.waitForFunction(() =>
      document.querySelector("#glide-cell-2-0")?.textContent?.includes("Ba tên của tôi, đã sửa"),
    );
    // Only now does somebody else save the same cell: the grid read the row before.
    const chi = await api.as("chi");
    const { procedures } = await chi.data(`{ procedures(filter: { search: "ba ten moi" }) { items { id version } } }`);
    const [{ id, version }] = procedures.items;
    await chi.data(`mutation($c: [ProcedureChange!]!) { changeProcedures(changes: $c) { problems { code } } }`, {
      c: [{ update: { id, version, set: { nameVi: "Ba tên mới của người khác" } } }],
    });
    await keys("Control+s");
    await page
      .getByText(/Trùng sửa/)
      .first()
      .waitFor();
    await page.waitForFunction(() =>
      document.querySelector("#glide-cell-2-0")?.textContent?.includes("Ba tên của tôi, trùng sửa"),
    );
    const [[kept]] = await api.app.database.read("SELECT name_vi FROM procedure_state WHERE procedure_id = ?", [
      Number(id),
    ]);
    expect(kept).toBe("Ba tên mới của người khác");
  });

  test("a catalog's entry is taken out by a Decision in its own spreadsheet, and only the days after follow", async () => {
    const counted = async (on: string): Promise<number> => {
      const lan = await api.as("lan");
      const asked = `{ catalogEntries(filter: { catalog: { is: { kind: { eq: POSTAL } } } }, asOf: "${on}", limit: 1) { total } }`;
      return (await lan.data(asked)).catalogEntries.total;
    };
    expect([await counted("2018-07-20"), await counted("2019-07-20")]).toEqual([78, 80]);
    const [[catalog]] = await api.app.database.read("SELECT id FROM catalog WHERE kind = 'POSTAL'");
    await page.goto(`${url}/catalogs/${String(catalog)}/grid`);
    await page.waitForFunction(() => document.querySelector("#glide-cell-4-0")?.textContent !== undefined);
    await page.waitForFunction(() => document.querySelector("#glide-cell-1-2")?.textContent?.length);
    // Procedure, legs, added by, removed by.
    await keys("Control+Home", "ArrowRight", "ArrowRight", "ArrowRight");
    await page.keyboard.type("MH-03/QĐ-UBND");
    await page.waitForTimeout(800);
    await keys("Enter");
    await page.waitForFunction(() => document.querySelector("#glide-cell-4-0")?.textContent?.includes("MH-03/QĐ-UBND"));
    await page.getByRole("textbox", { name: "Lý do" }).fill("Theo MH-03");
    await page.getByRole("button", { name: /Xem trước và lưu 1 dòng/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /Lưu 1 dòng/ }).click();
    await dialog.waitFor({ state: "detached" });
    expect([await counted("2018-07-20"), await counted("2019-07-20")]).toEqual([78, 79]);
  });

  test("nothing went wrong in the console on the way", () => {
    expect(complaints).toEqual([]);
  });
});
