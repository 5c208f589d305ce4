import { CATALOG, FINANCE, inAdmin } from "../support/in-admin";

inAdmin("rows that hold for a time", (it) => {
  for (const { what, by, path, to, column, typed, shown } of [
    {
      what: "a rate of transfer",
      by: FINANCE,
      path: "/transferRates/grid",
      to: ["ArrowRight", "ArrowRight"],
      column: 3,
      typed: "1,234,567",
      shown: "1.234.567",
    },
    {
      what: "a way to carry a procedure out",
      by: CATALOG,
      path: "/channels/grid",
      to: ["ArrowRight", "ArrowRight", "ArrowRight"],
      column: 4,
      typed: "37",
      shown: "37",
    },
    {
      what: "an entry of a catalog",
      by: CATALOG,
      path: "/catalogEntries/grid",
      to: ["End"],
      column: 12,
      typed: "Theo công văn",
      shown: "Theo công văn",
    },
  ]) {
    it(`${what} is edited in its grid, saved and found after a reload`, async (visit) => {
      const { page } = visit;
      const cell = page.locator(`#glide-cell-${column}-0`);
      const openAt = async () => {
        await visit.open(path);
        await page.waitForFunction(() => document.querySelector("#glide-cell-1-0")?.textContent?.length);
        await page.locator(".bulk-grid-sink").focus();
        for (const key of ["Control+Home", ...to]) await page.keyboard.press(key);
        await cell.waitFor({ state: "attached" });
      };
      await visit.beginAs(by);
      await openAt();
      expect(await cell.textContent()).not.toBe(shown);
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
      await cell.filter({ hasText: `${shown}, đã sửa` }).waitFor({ state: "attached" });
      await page.getByRole("textbox", { name: "Lý do" }).fill("Sửa theo hồ sơ gốc");
      await page.keyboard.press("Control+S");
      const preview = page.getByRole("dialog", { name: "Lưu 1 dòng?" });
      await preview.getByRole("button", { name: "Lưu 1 dòng" }).click();
      await page.getByText(/^Đã lưu 1 dòng, lần cập nhật #/).waitFor();
      await openAt();
      await cell.filter({ hasText: new RegExp(`^${shown.replaceAll(".", "\\.")}$`) }).waitFor({ state: "attached" });
      expect(visit.complaints).toEqual([]);
    });
  }

  it("open the calendar of an empty day on the day that is looked at", async ({ page, open, signInAs }) => {
    await signInAs(FINANCE);
    await open("/transferRates/grid");
    await page.waitForFunction(() => document.querySelector("#glide-cell-1-0")?.textContent?.length);
    await page.locator(".bulk-grid-sink").focus();
    for (const key of ["Control+Home", ...Array<string>(4).fill("ArrowRight")]) await page.keyboard.press(key);
    expect(await page.locator(".bulk-grid-sink").getAttribute("aria-label")).toMatch(/^Đến trước ngày, .*trống$/);
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("dialog", { name: "Lịch" }).getByText("Thứ Bảy, 20/7/2019").waitFor();
  });
});
