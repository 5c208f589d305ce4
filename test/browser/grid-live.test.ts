import type { BrowserContext, Page } from "playwright-core";
import { graveFindings } from "../support/axe";
import { inAdmin, CATALOG } from "../support/in-admin";

/** Two people, or two tabs of one, at the grid of procedures on the real server. */
inAdmin("a grid that others write to as well", (it) => {
  const cell = (page: Page, column: number, row: number) => page.locator(`#glide-cell-${column}-${row}`);
  const shows = (page: Page, column: number, row: number, text: string) =>
    page.waitForFunction(
      ([at, wanted]) => document.querySelector(at!)?.textContent?.includes(wanted!),
      [`#glide-cell-${column}-${row}`, text],
    );
  const openGrid = async (page: Page, url: string): Promise<void> => {
    await page.goto(`${url}/procedures/grid`);
    await page.waitForFunction(() => document.querySelector("#glide-cell-2-2")?.textContent?.length);
  };
  /** Types a name into a row of the first screen. */
  const rename = async (page: Page, row: number, name: string): Promise<void> => {
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    for (let n = 0; n < row; n++) await page.keyboard.press("ArrowDown");
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await shows(page, 2, row, name);
  };
  const status = (page: Page) => page.locator(".bulk-grid-status");
  const isKept = (page: Page) =>
    status(page)
      .getByText(/Bản nháp đã giữ/)
      .waitFor();
  const panel = (page: Page) => page.getByRole("complementary", { name: "Thay đổi chờ lưu" });
  const save = async (page: Page): Promise<void> => {
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Lưu \d+ dòng/ }).click();
    await dialog.waitFor({ state: "detached" });
  };
  const another = async (context: BrowserContext): Promise<Page> => {
    const page = await context.browser()!.newContext({ viewport: { width: 1440, height: 900 } });
    return page.newPage();
  };

  it("shows others' changes within five seconds, makes of one cell a conflict and merges the rest", async ({
    server,
    context,
    page,
    complaints,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await openGrid(page, server.url);
    await rename(page, 0, "Tên của tôi");
    // Somebody else, in a browser of their own, saves the same cell, and a cell of another row.
    const other = await another(context);
    await other.goto(`${server.url}/login`);
    await other.getByRole("button", { name: /^Quản trị/ }).click();
    await other.getByRole("navigation", { name: "Menu", exact: true }).waitFor();
    await openGrid(other, server.url);
    await rename(other, 0, "Tên của người kia");
    await rename(other, 1, "Dòng hai của người kia");
    await save(other);
    const saved = Date.now();
    await shows(page, 2, 1, "Dòng hai của người kia, vừa đổi bởi người khác");
    expect(Date.now() - saved).toBeLessThan(5000);
    await shows(page, 2, 0, "Tên của tôi, trùng sửa");
    const conflict = panel(page).getByRole("group", { name: /Tên thủ tục/ });
    await conflict.getByText("Tên của người kia").waitFor();
    expect(await panel(page).innerText()).toMatch(/Hoàng Văn Sơn lưu \d+:\d\d/);
    // Nothing is chosen beforehand, and nothing can be saved until somebody chooses.
    expect(await conflict.getByRole("radio", { checked: true }).count()).toBe(0);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("F8");
    await conflict.getByRole("radio", { name: /Của tôi/ }).click();
    await panel(page)
      .getByRole("button", { name: /Xem trước và lưu 1 dòng/ })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Lưu 1 dòng/ }).click();
    await dialog.waitFor({ state: "detached" });
    // What was chosen is what the other person reads now.
    await other.getByRole("searchbox").fill("ten cua toi");
    await shows(other, 2, 0, "Tên của tôi");
    await other.context().close();
    expect(complaints).toEqual([]);
  });

  it("does not disturb a composition while others save the very row that is being typed in", async ({
    server,
    context,
    page,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await openGrid(page, server.url);
    const id = await page.evaluate(async () => {
      const query = `{ procedures(asOf: "2019-07-20", sort: [{ nameVi: ASC }], limit: 8) { items { id version } } }`;
      const headers = { "content-type": "application/json" };
      const answer = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify({ query }) });
      return (await answer.json()).data.procedures.items[5];
    });
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    for (let n = 0; n < 5; n++) await page.keyboard.press("ArrowDown");
    const cdp = await context.newCDPSession(page);
    await cdp.send("Input.imeSetComposition", { text: "Nguyễn Thị", selectionStart: 10, selectionEnd: 10 });
    const heard = page.waitForResponse((response) => response.request().postData()?.includes("TouchedRows") ?? false);
    await server.change(
      page,
      `changeProcedures(changes: [{ update: { id: "${id.id}", version: ${id.version}, asOf: "2019-07-20", set: { nameEn: "While typing" } } }])`,
    );
    await heard;
    await cdp.send("Input.insertText", { text: "Nguyễn Thị Ánh Tuyết" });
    await page.keyboard.press("Enter");
    await shows(page, 2, 5, "Nguyễn Thị Ánh Tuyết, đã sửa");
    // The row has merged: what was typed is saved on the newer version without a word.
    await page.keyboard.press("Control+s");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Lưu 1 dòng/ })
      .waitFor();
    expect(await panel(page).getByText("Trùng sửa").count()).toBe(0);
  });

  it("keeps edits over a reload, a sign-out and for nobody else, and tells a second tab what waits in the first", async ({
    server,
    context,
    page,
    open,
    beginAs,
    signInAs,
  }) => {
    await beginAs(CATALOG);
    await openGrid(page, server.url);
    await rename(page, 7, "Chưa lưu, còn đây");
    await isKept(page);
    const second = await context.newPage();
    await openGrid(second, server.url);
    await second.getByText(/Bạn còn 1 dòng chưa lưu ở bảng này trong thẻ khác/).waitFor();
    expect(await cell(second, 2, 7).textContent()).not.toContain("Chưa lưu");
    await second.close();
    await page.reload();
    await shows(page, 2, 7, "Chưa lưu, còn đây, đã sửa");
    // Signed out, the draft stays on this machine and is not the next person's.
    await page.getByRole("button", { name: /Nguyễn Thị Ánh Tuyết/ }).click();
    await page.getByRole("menuitem", { name: /Đăng xuất/ }).click();
    await page.getByRole("button", { name: CATALOG }).waitFor();
    await signInAs(/^Quản trị/);
    await openGrid(page, server.url);
    expect(await cell(page, 2, 7).textContent()).not.toContain("Chưa lưu");
    expect(await panel(page).getByText("Chưa có thay đổi nào.").count()).toBe(1);
    await open("/");
    await page.getByRole("button", { name: /Hoàng Văn Sơn/ }).click();
    await page.getByRole("menuitem", { name: /Đăng xuất/ }).click();
    await page.getByRole("button", { name: CATALOG }).waitFor();
    await beginAs(CATALOG);
    await openGrid(page, server.url);
    await shows(page, 2, 7, "Chưa lưu, còn đây, đã sửa");
  });

  it("offline in mid-save ends in the truth, also when the page is loaded again before there is an answer", async ({
    server,
    context,
    page,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await openGrid(page, server.url);
    await rename(page, 9, "Lưu rồi mất mạng");
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("dialog");
    // The server gets the save and writes it; the answer never comes.
    await page.route("**/graphql", async (route) => {
      const isSave = /"dryRun":false/.test(route.request().postData() ?? "");
      if (isSave) await route.fetch();
      await (isSave ? route.abort() : route.continue());
    });
    await dialog.getByRole("button", { name: /^Lưu 1 dòng/ }).click();
    await dialog.getByRole("alert").filter({ hasText: "Chưa rõ máy chủ đã ghi hay chưa" }).waitFor();
    await page.unroute("**/graphql");
    await page.reload();
    await page.getByText(/Đã lưu 1 dòng/).waitFor();
    expect(await panel(page).getByText("Chưa có thay đổi nào.").count()).toBe(1);
    const sets = await page.evaluate(async () => {
      const query = `{ changeRows(sort: [{ changeSet: DESC }], filter: { changedFields: { has: "nameVi" } }, limit: 20) { items { after } } }`;
      const headers = { "content-type": "application/json" };
      const answer = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify({ query }) });
      return JSON.stringify((await answer.json()).data).split("Lưu rồi mất mạng").length - 1;
    });
    expect(sets).toBe(1);
    await context.setOffline(true);
    await rename(page, 11, "Khi mất mạng");
    await page.keyboard.press("Control+s");
    await page.getByText(/Mất kết nối\. 1 dòng được giữ trên máy này/).waitFor();
    await context.setOffline(false);
    await save(page);
    await page.getByText(/Đã lưu 1 dòng/).waitFor();
  });

  it("opens a row with all its fields at the side, stages what is typed there, and tells the past of one cell", async ({
    server,
    page,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await openGrid(page, server.url);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+Enter");
    const drawer = page.locator(".bulk-grid-drawer");
    await drawer.getByLabel("Tên tiếng Anh", { exact: true }).fill("From the drawer");
    await page.keyboard.press("Enter");
    await panel(page).getByText("From the drawer").waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await drawer.getByRole("button", { name: "Lịch sử của ô Tên tiếng Anh" }).click();
    await drawer.locator(".row-past li").first().waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    await page.keyboard.type("Gõ tiếp được ngay");
    await page.keyboard.press("Enter");
    await shows(page, 2, 1, "Gõ tiếp được ngay, đã sửa");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+F2");
    await drawer.getByRole("combobox").waitFor();
    expect(await drawer.getByRole("combobox").inputValue()).toBe("nameVi");
    await save(page);
  });
});
