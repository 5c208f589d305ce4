import { CATALOG, inAdmin, LEADER } from "../support/in-admin";

inAdmin("changing a row in a browser", (it) => {
  it("saves an edit with its reason, shows it in history, and undoes it", async ({
    page,
    complaints,
    open,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await open("/sectors");
    await page.getByRole("link", { name: "Hộ tịch", exact: true }).click();
    await page.getByRole("link", { name: "Sửa", exact: true }).click();
    await page.getByLabel("Tên tiếng Anh").fill("Civil registration");
    await page.getByLabel("Lý do").fill("Theo bản dịch mới");
    await page.getByRole("button", { name: "Lưu 1 dòng" }).click();
    await page.getByText(/Đã lưu 1 dòng/).waitFor();
    await page.reload();
    await page.getByText("Civil registration").first().waitFor();
    await page.getByRole("tab", { name: "Lịch sử" }).click();
    const line = page.getByRole("row").filter({ hasText: "Theo bản dịch mới" });
    expect(await line.innerText()).toContain("Nguyễn Thị Ánh Tuyết");
    await line.getByRole("link").first().click();
    await page.getByLabel("Lý do").fill("Ghi nhầm dòng");
    await page.getByRole("button", { name: "Hoàn tác 1 dòng" }).click();
    await page.getByText(/Đã hoàn tác 1 dòng/).waitFor();
    await page.getByText("“Ghi nhầm dòng”").waitFor();
    expect(complaints).toEqual([]);
  });

  it("finishes a change set that was undone in part, and leaves out what was changed since", async ({
    page,
    complaints,
    open,
    signInAs,
  }) => {
    await signInAs(CATALOG);
    const set = await page.evaluate(async () => {
      const ask = async (query: string, variables?: object) => {
        const body = JSON.stringify({ query, variables });
        const headers = { "content-type": "application/json" };
        return (await (await fetch("/graphql", { method: "POST", headers, body })).json()).data;
      };
      const write = "mutation Write($c: [SectorChange!]!) { changeSectors(changes: $c) { changeSet { id } } }";
      const read = async () => (await ask("{ sectors(limit: 3) { items { id version } } }")).sectors.items;
      const change = (row: object, nameEn: string) => ({ update: { ...row, set: { nameEn } } });
      const all = (await read()).map((row: object, n: number) => change(row, `Sector ${n}`));
      const { id } = (await ask(write, { c: all })).changeSectors.changeSet;
      await ask(write, { c: [change((await read())[2], "Changed since")] });
      return id as string;
    });
    const undo = (rows: number): Promise<void> =>
      page.getByRole("button", { name: `Hoàn tác ${rows} dòng`, exact: true }).click();
    await open(`/changeSets/${set}/show`);
    // The row that was changed since cannot be chosen, and it is said why and by whom before anything is tried.
    await page.getByRole("alert").filter({ hasText: "1 dòng không hoàn tác được" }).waitFor();
    await page.getByText(/đã được sửa tiếp sau đó/).waitFor();
    expect(await page.locator("tbody").getByRole("checkbox").nth(2).isDisabled()).toBe(true);
    await page
      .getByRole("row")
      .filter({ hasText: "Changed since" })
      .getByText(/Nguyễn Thị Ánh Tuyết sửa/)
      .waitFor();
    await page.locator("tbody").getByRole("checkbox").nth(1).uncheck();
    await undo(1);
    await page.getByText(/Đã hoàn tác 1 dòng/).waitFor();
    await open(`/changeSets/${set}/show`);
    await page.getByText(/Đã hoàn tác một phần ở/).waitFor();
    await undo(1);
    await page.getByText(/Đã hoàn tác 1 dòng/).waitFor();
    expect(complaints).toEqual([]);
  });

  it("keeps what was typed when someone else saved first, and asks which value stays", async ({
    server,
    page,
    open,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await open("/sectors");
    await page.getByRole("link", { name: "Chứng thực", exact: true }).click();
    await page.getByRole("link", { name: "Sửa", exact: true }).click();
    await page.getByLabel("Tên tiếng Anh").fill("Mine");
    const id = new URL(page.url()).pathname.split("/").pop()!;
    await server.change(
      page,
      `changeSectors(changes: [{ update: { id: "${id}", version: 1, set: { nameEn: "Theirs" } } }])`,
    );
    await page.getByRole("button", { name: "Lưu 1 dòng" }).click();
    await page.getByRole("cell", { name: /Theirs/ }).waitFor();
    expect(await page.getByLabel("Tên tiếng Anh").inputValue()).toBe("Mine");
    expect(await page.getByRole("button", { name: "Lưu 1 dòng" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Giữ giá trị tôi gõ" }).click();
    await page.getByRole("button", { name: "Tiếp tục với các giá trị này" }).click();
    await page.getByRole("button", { name: "Lưu 1 dòng" }).click();
    await page.waitForURL(/\/show$/);
    await page.getByText("Mine").first().waitFor();
  });

  it("refuses to delete what is in use, and says by what", async ({ page, open, beginAs }) => {
    await beginAs(CATALOG);
    await open("/sectors");
    await page.getByRole("link", { name: "Đường bộ", exact: true }).click();
    await page.getByRole("button", { name: "Xóa", exact: true }).click();
    await page.getByRole("button", { name: "Xóa 1 dòng" }).click();
    await page
      .getByRole("alert")
      .filter({ hasText: /thủ tục/ })
      .waitFor();
  });

  it("shows no form to those who may not save it", async ({ page, open, heading, beginAs }) => {
    await beginAs(LEADER);
    await open("/sectors/create");
    await page.getByRole("heading", { level: 1, name: "Bạn không có quyền sửa lĩnh vực" }).waitFor();
    await open("/procedures/grid");
    await heading("Thủ tục hành chính").waitFor();
    expect(await page.getByRole("button", { name: "Thêm dòng" }).count()).toBe(0);
  });
});
