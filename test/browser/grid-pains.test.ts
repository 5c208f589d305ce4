import { inGrid } from "../support/in-grid";

/** What users of other grids have suffered (docs/pains.md), where no other test shows that it does not happen here. */
inGrid("what other grids are complained of", (it) => {
  it("what somebody saves between the preview and Save is not overwritten: the previewed versions go out", async (grid) => {
    await grid.at("fee", 0);
    await grid.type("135000");
    await grid.keys("Enter");
    await grid.type("136000");
    await grid.keys("Enter", "Control+S");
    const dialog = grid.page.locator("dialog.bulk-grid-dialog");
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/Lưu 2 dòng\?[\s\S]*110\.000[\s\S]*135\.000[\s\S]*136\.000/);
    await grid.server((rows) => rows.others("1", { fee: "120000" }));
    await grid.keys("Enter");
    await grid.page
      .getByText(/Trùng sửa/)
      .first()
      .waitFor();
    const sent = await grid.server((rows) => rows.requests.map(({ changes }) => changes));
    expect(sent[1]).toEqual(sent[0]);
    expect(await grid.server((rows) => rows.one("1"))).toMatchObject({ version: 2, values: { fee: "120000" } });
  });

  it("a paste over a column that is not edited leaves it, says so, and takes the rest", async (grid) => {
    await grid.at("from", 0);
    await grid.paste("1/9/2018\tđè lên\r\n2/9/2018\tđè lên");
    await grid.shows("from", 0, "1/9/2018, đã sửa, trước là 30/7/2018");
    await grid.shows("from", 1, "2/9/2018, đã sửa, trước là 30/7/2018");
    await grid.shows("source", 0, /^dvcqg/);
    expect(await grid.page.locator(".bulk-grid-toast").innerText()).toMatch(/2 ô/);
  });

  it("the first two columns stay in view and in reach while the others scroll", async (grid) => {
    await grid.page.locator(".bulk-grid-panel").getByRole("button", { name: "Đóng" }).click();
    await grid.page.setViewportSize({ width: 1000, height: 700 });
    const code = await grid.point("code", 1);
    const name = await grid.point("name", 1);
    await grid.page.locator(".bulk-grid-sink").focus();
    await grid.keys("Control+Home", "End");
    await grid.page.locator("#glide-cell-10-0").waitFor({ state: "attached" });
    const selected = (label: string) =>
      grid.page.waitForFunction((text) => document.querySelector(".bulk-grid-live")?.textContent === text, label);
    await grid.page.mouse.click(code.x, code.y);
    await selected("Mã, Cấp lại giấy phép lái xe, 3.000348");
    await grid.page.mouse.click(name.x, name.y);
    await selected("Tên thủ tục, Cấp lại giấy phép lái xe, Cấp lại giấy phép lái xe");
  });

  it("a whole edit is made, seen, saved, and another undone and dropped, without the mouse", async (grid) => {
    await grid.page.keyboard.press("Tab");
    await grid.page.locator(".bulk-grid-sink").focus();
    await grid.at("days", 0);
    await grid.type("7");
    await grid.keys("Enter");
    await grid.type("8");
    await grid.keys("Enter");
    await grid.shows("days", 1, "8, đã sửa, trước là 60");
    await grid.keys("Control+Z");
    await grid.shows("days", 1, "60");
    await grid.keys("Control+Y");
    await grid.shows("days", 1, /^8,/);
    await grid.keys("Control+Z", "Control+S");
    const dialog = grid.page.locator("dialog.bulk-grid-dialog");
    await dialog.waitFor();
    await grid.type("Theo công văn");
    await grid.keys("Enter");
    await dialog.waitFor({ state: "detached" });
    const sent = await grid.server((rows) => rows.requests.at(-1));
    expect(sent).toMatchObject({
      dryRun: false,
      note: "Theo công văn",
      changes: [{ update: { id: "1", set: { days: 7 } } }],
    });
    await grid.page.waitForFunction(() => document.activeElement?.className === "bulk-grid-sink");
    // On from where the edit ended, without a click.
    await grid.keys("ArrowDown");
    await grid.type("x");
    await grid.keys("Enter", "F8", "Delete");
    expect(await grid.page.evaluate(() => document.activeElement?.className)).toBe("bulk-grid-sink");
  });
});
