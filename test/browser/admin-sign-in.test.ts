import { CATALOG, inAdmin, LEADER } from "../support/in-admin";

inAdmin("signing in and out", (it) => {
  it("lets a role in by one button, and its home speaks of the working date", async ({
    page,
    complaints,
    heading,
    signInAs,
  }) => {
    await signInAs(CATALOG);
    await heading(/^Chào Tuyết, còn 51 thủ tục chưa có mã/).waitFor();
    expect(await page.getByRole("status").first().innerText()).toContain("20/7/2019");
    const card = page.getByRole("link", { name: /Danh mục BCCI 80 thủ tục/ });
    await card.click();
    await heading("Danh mục thủ tục thực hiện qua BCCI").waitFor();
    expect(complaints).toEqual([]);
  });

  it("says what is wrong with a password, and lets nobody past without one", async ({ page, open }) => {
    await open("/procedures");
    await page.waitForURL(/\/login/);
    await page.getByLabel("Thư điện tử").fill("tuyet.nta@yenbai.example");
    await page.getByLabel(/^Mật khẩu/).fill("không phải mật khẩu này");
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "Caps Lock" }).waitFor();
    expect(await page.getByLabel("Thư điện tử").inputValue()).toBe("tuyet.nta@yenbai.example");
  });

  it("leads to the sign-in page when the session has ended, and when the person ends it", async ({
    server,
    page,
    open,
    signInAs,
  }) => {
    await signInAs(LEADER);
    // Whatever the home still had to ask would find the session ended before the person does.
    await page.getByRole("region", { name: "Cần đôn đốc" }).locator("tbody tr").first().waitFor();
    await page.waitForLoadState("networkidle");
    await server.endSession(page);
    // On a busy machine the home finds out by itself, and then there is no link to wait for.
    await page.evaluate(() => document.querySelector<HTMLElement>('nav a[href="/agencies"]')?.click());
    await page.waitForURL(/\/login/);
    await page.getByRole("button", { name: LEADER }).click();
    await page.getByRole("button", { name: /Vũ Hữu Nghĩa/ }).click();
    await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
    await page.waitForURL(/\/login/);
    await open("/procedures");
    await page.waitForURL(/\/login/);
  });

  it("keeps a form whose session has ended, and saves it after signing in again elsewhere", async ({
    server,
    context,
    page,
    open,
    signInAs,
  }) => {
    await signInAs(CATALOG);
    await open("/sectors");
    await page.getByRole("link", { name: "Công chứng", exact: true }).click();
    await page.getByRole("link", { name: "Sửa", exact: true }).click();
    await page.getByLabel("Tên tiếng Anh").fill("Notaries");
    await server.endSession(page);
    await page.getByRole("button", { name: "Lưu 1 dòng" }).click();
    await page.getByText("Phiên làm việc đã kết thúc.").waitFor();
    expect(await page.getByLabel("Tên tiếng Anh").inputValue()).toBe("Notaries");
    const other = await context.newPage();
    await other.goto(`${server.url}/login`);
    await other.getByRole("button", { name: CATALOG }).click();
    await other.getByRole("navigation", { name: "Menu", exact: true }).waitFor();
    await other.close();
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.getByText("Phiên làm việc đã kết thúc.").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Lưu 1 dòng" }).click();
    await page.getByText(/Đã lưu 1 dòng/).waitFor();
  });

  it("stays signed in, and says so, when signing out has no answer", async ({ page, signInAs }) => {
    await signInAs(CATALOG);
    await page.route("**/graphql", (route) => route.abort());
    await page.locator("button.person").click();
    await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
    await page.getByText(/Chưa đăng xuất được/).waitFor();
    expect(page.url()).not.toContain("/login");
    await page.unroute("**/graphql");
    await page.locator("button.person").click();
    await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
    await page.waitForURL(/\/login/);
  });

  it("asks for a new password twice, and says by the field what is wrong", async ({ page, signInAs }) => {
    await signInAs(CATALOG);
    await page.locator("button.person").click();
    await page.getByRole("menuitem", { name: "Đổi mật khẩu" }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByLabel(/^Mật khẩu mới/)
      .first()
      .fill("ngắn quá");
    await dialog.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await dialog.getByText("Nhập mật khẩu hiện tại.").waitFor();
    await dialog.getByText("Mật khẩu mới cần ít nhất 15 ký tự.").waitFor();
    await dialog.getByText("Hai lần nhập chưa giống nhau.").waitFor();
    await dialog.getByLabel(/^Mật khẩu hiện tại/).fill("không phải mật khẩu này");
    for (const box of [0, 1])
      await dialog
        .getByLabel(/^Mật khẩu mới/)
        .nth(box)
        .fill("một câu dài và dễ nhớ");
    await dialog.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await dialog.getByText("Mật khẩu hiện tại không đúng.").waitFor();
  });
});
