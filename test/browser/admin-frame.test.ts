import { CATALOG, inAdmin, LEADER } from "../support/in-admin";

inAdmin("the admin around its pages", (it) => {
  it("asks only its own server, and never for the schema", async ({ server, page, asked, open, beginAs }) => {
    await beginAs(CATALOG);
    await open("/procedures");
    await page
      .getByRole("link", { name: "Đăng ký kết hôn", exact: true })
      .or(page.locator("table.rows"))
      .first()
      .waitFor();
    expect(asked.filter((request) => !request.startsWith(server.url) && !request.startsWith("data:"))).toEqual([]);
    expect(asked.filter((request) => request.includes("__schema"))).toEqual([]);
  });

  it("finds procedures without accents, in the list and by Ctrl K", async ({ page, open, heading, beginAs }) => {
    await beginAs(LEADER);
    await open("/procedures");
    await page.getByRole("searchbox", { name: "Tìm" }).fill("dang ky khai sinh");
    await page.waitForURL(/search/);
    await page.getByRole("link", { name: "Đăng ký khai sinh", exact: true }).waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("so tu phap");
    await page
      .getByRole("option", { name: /Sở Tư pháp/ })
      .first()
      .click();
    await heading("Sở Tư pháp").waitFor();
  });

  it("hands over the query of a list with its filter and day", async ({ page, open, beginAs }) => {
    await beginAs(LEADER);
    await open(`/procedures?filter=${encodeURIComponent(JSON.stringify({ code: { isNull: true } }))}`);
    await page.getByRole("button", { name: "Lấy đường dẫn dữ liệu" }).click();
    await page.getByRole("tab", { name: "curl", exact: true }).click();
    const curl = await page.getByLabel("Lệnh curl", { exact: true }).innerText();
    expect(curl).toContain('"filter":{"code":{"isNull":true}}');
    expect(curl).toContain('"asOf":"2019-07-20"');
    expect(curl).toContain("Bearer $DANH_MUC_TOKEN");
  });

  it("speaks English by a switch, and still does after a reload", async ({ page, heading, signInAs }) => {
    await signInAs(LEADER);
    await page.getByRole("button", { name: "English" }).click();
    await heading(/^1 of 6 targets met, 5 still short/).waitFor();
    await page.reload();
    await heading(/^1 of 6 targets met, 5 still short/).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  it("fits a phone without scrolling sideways", async ({ page, open, signInAs, overflow }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signInAs(LEADER);
    for (const path of [
      "/",
      "/postal-catalog?compare=2018-07-20",
      "/procedures",
      "/decisions",
      "/changeSets",
      "/compare",
    ]) {
      await open(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      expect([path, await overflow()]).toEqual([path, 0]);
    }
  });
});
