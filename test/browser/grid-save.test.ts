import { inGrid } from "../support/in-grid";

inGrid("saving from the grid", (it) => {
  it("shows the dry run, saves good rows as one change set, and keeps the refused row with its reason", async (grid) => {
    await grid.at("fee", 0);
    await grid.type("135000");
    await grid.keys("Enter");
    await grid.at("code", 1);
    await grid.type("9.999999");
    await grid.keys("Enter", "Control+S");
    const dialog = grid.page.locator("dialog.bulk-grid-dialog");
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/Lưu 1 dòng\?[\s\S]*110\.000[\s\S]*135\.000[\s\S]*Mã 9\.999999 đã có/);
    expect(await grid.server((rows) => rows.changeSets)).toBe(0);
    await grid.type("Thông báo của Sở");
    await grid.keys("Enter");
    await dialog.waitFor({ state: "detached" });
    const requests = await grid.server((rows) =>
      rows.requests.map(({ dryRun, note, mode, changes }) => ({ dryRun, note, mode, changes })),
    );
    const changes = [
      { update: { id: "1", version: 1, set: { fee: "135000" } } },
      { update: { id: "2", version: 1, set: { code: "9.999999" } } },
    ];
    expect(requests).toEqual([
      { dryRun: true, note: "", mode: "GOOD_ROWS", changes },
      { dryRun: false, note: "Thông báo của Sở", mode: "GOOD_ROWS", changes },
    ]);
    expect(await grid.page.locator(".bulk-grid-toast").innerText()).toContain("Đã lưu 1 dòng, lần cập nhật #1285");
    await grid.shows("fee", 0, "135.000");
    await grid.shows("code", 1, "9.999999, chưa hợp lệ");
    expect(await grid.panel()).toContain("Mã 9.999999 đã có");
  });

  it("counts alike everywhere what is saved and what is not, and names each row that stays", async (grid) => {
    await grid.at("days", 0);
    for (const text of ["7", "x", "8", "9"]) {
      await grid.type(text);
      await grid.keys("Enter");
    }
    await grid.at("code", 4);
    await grid.type("9.999999");
    await grid.keys("Enter");
    expect(await grid.panel()).toMatch(/5 dòng[\s\S]*lưu 4 dòng[\s\S]*1 dòng chưa lưu được lần này/);
    await grid.keys("Control+S");
    const dialog = grid.page.locator("dialog.bulk-grid-dialog");
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(
      /Lưu 3 dòng\?[\s\S]*3 dòng lưu được, 2 dòng ở lại[\s\S]*2 dòng không lưu lần này, vì:[\s\S]*“x”[\s\S]*số nguyên[\s\S]*Mã 9\.999999 đã có/,
    );
    await grid.keys("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(await grid.page.locator(".bulk-grid-toast").innerText()).toMatch(/Đã lưu 3 dòng[\s\S]*2 dòng chưa lưu/);
    expect(await grid.panel()).toContain("2 dòng");
  });

  it("many changed rows scroll in their list: the reason and the button stay on the screen", async (grid) => {
    await grid.page.setViewportSize({ width: 1280, height: 640 });
    // The page of the admin would grow with the grid, were it let to.
    await grid.page.addStyleTag({
      content:
        "#root { height: auto; min-height: 100vh; display: flex; flex-direction: column } .bulk-grid { flex: 1 }",
    });
    await grid.at("days", 0);
    for (let n = 0; n < 12; n++) {
      await grid.type(String(70 + n));
      await grid.keys("Enter");
    }
    const save = grid.page.getByRole("button", { name: /Xem trước và lưu 12 dòng/ });
    const box = await save.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    const list = await grid.page.locator(".bulk-grid-pending").evaluate((el) => [el.scrollHeight, el.clientHeight]);
    expect(list[0]).toBeGreaterThan(list[1]);
    expect(await grid.page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(640);
  });

  it("dropping all is asked for in the grid's own words, and can be undone", async (grid) => {
    await grid.at("days", 0);
    await grid.type("7");
    await grid.keys("Enter");
    await grid.page.getByRole("button", { name: "Bỏ hết" }).click();
    const dialog = grid.page.locator("dialog.bulk-grid-dialog");
    expect(await dialog.innerText()).toContain("Bỏ hết 1 dòng chưa lưu?");
    await dialog.getByRole("button", { name: "Giữ lại" }).click();
    await dialog.waitFor({ state: "detached" });
    await grid.page.waitForFunction(() => document.activeElement?.className === "bulk-grid-sink");
    expect(await grid.panel()).toContain("1 dòng");
    await grid.page.getByRole("button", { name: "Bỏ hết" }).click();
    await dialog.getByRole("button", { name: "Bỏ hết" }).click();
    expect(await grid.panel()).toContain("Chưa có thay đổi nào");
  });

  it("all or nothing does not begin while a row is not valid", async (grid) => {
    await grid.at("days", 0);
    await grid.type("x");
    await grid.keys("Enter");
    await grid.type("9");
    await grid.keys("Enter");
    await grid.page.getByLabel("Tất cả hoặc không").check();
    expect(await grid.page.getByRole("button", { name: /Xem trước và lưu/ }).isDisabled()).toBe(true);
    expect(await grid.panel()).toContain("1 dòng chưa lưu được");
  });

  it("a row that somebody saved meanwhile: other fields merge, the same field waits for a choice", async (grid) => {
    await grid.at("fee", 0);
    await grid.type("135000");
    await grid.keys("Enter");
    await grid.type("136000");
    await grid.keys("Enter");
    await grid.server((rows) => {
      rows.others("1", { fee: "120000" });
      rows.others("2", { days: 61 });
    });
    await grid.keys("Control+S");
    const dialog = grid.page.locator("dialog.bulk-grid-dialog");
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain("Trần Thị Hạnh đã lưu dòng này lúc 9:41.");
    expect(await grid.page.locator(".bulk-grid-toast").textContent()).toContain(
      "1 dòng vừa được người khác sửa ở ô khác",
    );
    await grid.keys("Escape");
    expect(await grid.page.evaluate(() => document.activeElement?.className)).toBe("bulk-grid-sink");
    await grid.shows("fee", 0, "135.000, trùng sửa");
    const panel = grid.page.locator(".bulk-grid-panel");
    expect(await panel.innerText()).toMatch(/Trùng sửa[\s\S]*Của tôi: 135\.000[\s\S]*Của người kia: 120\.000/);
    expect(await panel.locator("fieldset input:checked").count()).toBe(0);
    await panel.getByLabel(/Của tôi/).click();
    await grid.page.getByRole("button", { name: /Xem trước và lưu 2 dòng/ }).click();
    await dialog.getByRole("button", { name: "Lưu 2 dòng" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await grid.server((rows) => rows.one("1"))).toMatchObject({ version: 3, values: { fee: "135000" } });
    expect(await grid.server((rows) => rows.one("2"))).toMatchObject({
      version: 3,
      values: { fee: "136000", days: 61 },
    });
  });

  it("an answer that is lost is not taken for a save: the same save goes out again and is written once", async (grid) => {
    await grid.at("fee", 0);
    await grid.type("135000");
    await grid.keys("Enter");
    await grid.server((rows) => void rows.failing.push("lost"));
    await grid.keys("Control+S");
    const dialog = grid.page.locator("dialog.bulk-grid-dialog");
    await dialog.waitFor();
    await grid.keys("Enter");
    await dialog.getByRole("alert").waitFor();
    expect(await grid.panel()).toContain("135.000");
    await dialog.getByRole("button", { name: "Lưu 1 dòng" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await grid.server((rows) => rows.changeSets)).toBe(1);
    expect(await grid.panel()).toContain("Chưa có thay đổi nào");
  });

  it("rows are marked for deletion, drawn so, and deleted by the save", async (grid) => {
    await grid.at("name", 10);
    await grid.keys("Control+-");
    await grid.shows("name", 10, "Đăng ký kết hôn, sẽ xóa");
    await grid.type("x");
    expect(await grid.page.locator(".bulk-grid-toast").innerText()).toContain("chỉ đọc");
    await grid.keys("Control+S");
    await grid.page.locator("dialog.bulk-grid-dialog").waitFor();
    await grid.keys("Enter");
    await grid.page.locator("dialog.bulk-grid-dialog").waitFor({ state: "detached" });
    expect(await grid.server((rows) => rows.requests.at(-1)?.changes)).toEqual([{ delete: { id: "11", version: 1 } }]);
  });
});
