import { CATALOG, inAdmin, LEADER } from "../support/in-admin";

inAdmin("the catalogs in a browser", (it) => {
  it("shows the catalog on two days: 78 + 5 − 3 = 80", async ({ page, open, beginAs }) => {
    await beginAs(LEADER);
    await open("/postal-catalog?compare=2018-07-20");
    await page.getByText("sửa, không đổi số lượng").waitFor();
    expect((await page.locator(".equation").innerText()).replace(/\s+/g, " ")).toBe(
      "78 20/7/2018 + 5 thêm − 3 bỏ = 80 20/7/2019 3 sửa, không đổi số lượng",
    );
    expect(await page.locator("table.entries tbody tr").count()).toBe(11);
    await page.getByRole("button", { name: /^Bỏ 3/ }).click();
    expect(await page.locator("table.entries tbody tr").count()).toBe(3);
  });

  it("reads a Decision as three lists", async ({ page, open, beginAs }) => {
    await beginAs(LEADER);
    await open("/decisions");
    await page.getByRole("link", { name: "MH-02/QĐ-UBND" }).click();
    await page.getByRole("region", { name: "Ban hành mới" }).waitFor();
    const rows = (name: string) => page.getByRole("region", { name }).locator("tbody tr").count();
    expect([await rows("Ban hành mới"), await rows("Sửa đổi, bổ sung, thay thế"), await rows("Bãi bỏ")]).toEqual([
      3, 1, 1,
    ]);
    await page.getByText("78").waitFor();
  });

  it("names the committees where no agency settles a procedure", async ({ page, open, beginAs }) => {
    await beginAs(CATALOG);
    await open("/procedures");
    const line = page.getByRole("row").filter({ hasText: "Cấp bản sao Trích lục hộ tịch" });
    await line.getByText("UBND cấp huyện, UBND cấp xã").waitFor();
  });

  it("corrects the state of the day on the strip, and no other day's", async ({ page, complaints, open, beginAs }) => {
    await beginAs(CATALOG);
    await open("/procedures");
    await page.getByRole("link", { name: "Cấp chứng chỉ hành nghề dược", exact: true }).click();
    await page.getByRole("link", { name: "Sửa", exact: true }).click();
    await page.getByRole("radio", { name: "Áp dụng từ ngày…" }).check();
    await page.getByRole("textbox", { name: /^Từ ngày/ }).fill("1/1/2019");
    await page.getByLabel("Tên tiếng Anh").fill("Name since 2019");
    await page.getByRole("button", { name: "Lưu 1 dòng" }).click();
    await page.getByText(/Đã lưu 1 dòng/).waitFor();
    await page.evaluate(() => sessionStorage.setItem("danh-muc.as-of", "2018-06-01"));
    await page.reload();
    await page.getByRole("link", { name: "Sửa", exact: true }).click();
    await page.getByText("Sửa trạng thái đang xem (1/6/2018)").waitFor();
    await page.getByLabel("Tên tiếng Anh").fill("Name of 2018");
    await page.getByRole("button", { name: "Lưu 1 dòng" }).click();
    await page.getByText(/Đã lưu 1 dòng/).waitFor();
    await page.getByText("Name of 2018").first().waitFor();
    await page.getByRole("button", { name: /Về ngày làm việc/ }).click();
    await page.getByText("Name since 2019").first().waitFor();
    expect(complaints).toEqual([]);
  });

  it("goes to today and back by the strip", async ({ page, signInAs }) => {
    await signInAs(LEADER);
    await page.getByRole("button", { name: "Về hôm nay" }).click();
    await page.getByRole("button", { name: "Về ngày làm việc 20/7/2019" }).click();
    expect(await page.getByRole("status").first().innerText()).toContain("20/7/2019");
  });
});
