import type { Browser, BrowserContext, Page } from "playwright-core";
import { inChromium, launchChromium } from "../support/chromium";
import { startServer, type RunningServer } from "./admin-harness/server";

const CATALOG = /^Cán bộ kiểm soát TTHC/;
const LEADER = /^Lãnh đạo/;

inChromium("the admin on the demo", () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let asked: string[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchChromium()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    complaints = [];
    asked = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  });
  afterEach(async () => {
    await context.close();
  });

  const open = (path: string) => page.goto(server.url + path);
  const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name });
  const signInAs = async (role: RegExp): Promise<void> => {
    await open("/login");
    await page.getByRole("button", { name: role }).click();
    await page.getByRole("navigation", { name: "Menu", exact: true }).or(page.locator(".bottom-bar")).first().waitFor();
  };
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

  it("lets a role in by one button, and its home speaks of the working date", async () => {
    await signInAs(CATALOG);
    await heading(/^Chào Tuyết, còn 51 thủ tục chưa có mã/).waitFor();
    expect(await page.getByRole("status").first().innerText()).toContain("20/7/2019");
    const card = page.getByRole("link", { name: /Danh mục BCCI 80 thủ tục/ });
    await card.click();
    await heading("Danh mục thủ tục thực hiện qua BCCI").waitFor();
    expect(complaints).toEqual([]);
  });

  it("says what is wrong with a password, and lets nobody past without one", async () => {
    await open("/procedures");
    await page.waitForURL(/\/login/);
    await page.getByLabel("Thư điện tử").fill("tuyet.nta@yenbai.example");
    await page.getByLabel(/^Mật khẩu/).fill("không phải mật khẩu này");
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "Caps Lock" }).waitFor();
    expect(await page.getByLabel("Thư điện tử").inputValue()).toBe("tuyet.nta@yenbai.example");
  });

  it("asks only its own server, and never for the schema", async () => {
    await signInAs(CATALOG);
    await open("/procedures");
    await page
      .getByRole("link", { name: "Đăng ký kết hôn", exact: true })
      .or(page.locator("table.rows"))
      .first()
      .waitFor();
    expect(asked.filter((request) => !request.startsWith(server.url) && !request.startsWith("data:"))).toEqual([]);
    expect(asked.filter((request) => request.includes("__schema"))).toEqual([]);
  });

  it("shows the catalog on two days: 78 + 5 − 3 = 80", async () => {
    await signInAs(LEADER);
    await open("/postal-catalog?compare=2018-07-20");
    await page.getByText("sửa, không đổi số lượng").waitFor();
    expect((await page.locator(".equation").innerText()).replace(/\s+/g, " ")).toBe(
      "78 20/7/2018 + 5 thêm − 3 bỏ = 80 20/7/2019 3 sửa, không đổi số lượng",
    );
    expect(await page.locator("table.entries tbody tr").count()).toBe(11);
    await page.getByRole("button", { name: /^Bỏ 3/ }).click();
    expect(await page.locator("table.entries tbody tr").count()).toBe(3);
  });

  it("reads a Decision as three lists", async () => {
    await signInAs(LEADER);
    await open("/decisions");
    await page.getByRole("link", { name: "MH-03/QĐ-UBND" }).click();
    await page.getByRole("region", { name: "Ban hành mới" }).waitFor();
    const rows = (name: string) => page.getByRole("region", { name }).locator("tbody tr").count();
    expect([await rows("Ban hành mới"), await rows("Sửa đổi, bổ sung, thay thế"), await rows("Bãi bỏ")]).toEqual([
      3, 2, 2,
    ]);
    await page.getByText("79").waitFor();
  });

  it("saves an edit with its reason, shows it in history, and undoes it", async () => {
    await signInAs(CATALOG);
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
    await page.getByRole("button", { name: "Hoàn tác 1 dòng…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Lý do").fill("Ghi nhầm dòng");
    await dialog.getByRole("button", { name: "Hoàn tác 1 dòng" }).click();
    await page.getByText(/Đã hoàn tác 1 dòng/).waitFor();
    await page.getByText("“Ghi nhầm dòng”").waitFor();
    expect(complaints).toEqual([]);
  });

  it("finishes a change set that was undone in part, and leaves out what was changed since", async () => {
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
    const undo = async (rows: number): Promise<void> => {
      await page.getByRole("button", { name: `Hoàn tác ${rows} dòng…` }).click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: `Hoàn tác ${rows} dòng` })
        .click();
    };
    await open(`/changeSets/${set}/show`);
    for (const line of [1, 2]) await page.locator("tbody").getByRole("checkbox").nth(line).uncheck();
    await undo(1);
    await page.getByText(/Đã hoàn tác 1 dòng/).waitFor();
    await open(`/changeSets/${set}/show`);
    await page.getByText(/Đã hoàn tác một phần ở/).waitFor();
    await undo(2);
    await page.getByRole("alert").filter({ hasText: "1 dòng không hoàn tác được" }).waitFor();
    await page.getByText(/đã được sửa tiếp sau đó/).waitFor();
    await undo(1);
    await page.getByText(/Đã hoàn tác 1 dòng/).waitFor();
    expect(complaints).toEqual([]);
  });

  it("keeps what was typed when someone else saved first, and asks which value stays", async () => {
    await signInAs(CATALOG);
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

  it("refuses to delete what is in use, and says by what", async () => {
    await signInAs(CATALOG);
    await open("/sectors");
    await page.getByRole("link", { name: "Đường bộ", exact: true }).click();
    await page.getByRole("button", { name: "Xóa", exact: true }).click();
    await page.getByRole("button", { name: "Xóa 1 dòng" }).click();
    await page
      .getByRole("alert")
      .filter({ hasText: /thủ tục/ })
      .waitFor();
  });

  it("finds procedures without accents, in the list and by Ctrl K", async () => {
    await signInAs(LEADER);
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

  it("hands over the query of a list with its filter and day", async () => {
    await signInAs(LEADER);
    await open(`/procedures?filter=${encodeURIComponent(JSON.stringify({ code: { isNull: true } }))}`);
    await page.getByRole("button", { name: "Lấy đường dẫn dữ liệu" }).click();
    const curl = await page.getByLabel("Lệnh curl", { exact: true }).innerText();
    expect(curl).toContain('"filter":{"code":{"isNull":true}}');
    expect(curl).toContain('"asOf":"2019-07-20"');
    expect(curl).toContain("Bearer $DANH_MUC_TOKEN");
  });

  it("speaks English by a switch, and still does after a reload", async () => {
    await signInAs(LEADER);
    await page.getByRole("button", { name: "English" }).click();
    await heading("The postal catalog holds 80 procedures").waitFor();
    await page.reload();
    await heading("The postal catalog holds 80 procedures").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  it("leads to the sign-in page when the session has ended, and when the person ends it", async () => {
    await signInAs(LEADER);
    await page.waitForLoadState("networkidle");
    await server.endSession(page);
    await page.getByRole("link", { name: "Cơ quan", exact: true }).click();
    await page.waitForURL(/\/login/);
    await page.getByRole("button", { name: LEADER }).click();
    await page.getByRole("button", { name: /Vũ Hữu Nghĩa/ }).click();
    await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
    await page.waitForURL(/\/login/);
    await open("/procedures");
    await page.waitForURL(/\/login/);
  });

  it("keeps a form whose session has ended, and saves it after signing in again elsewhere", async () => {
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

  it("shows no form to those who may not save it", async () => {
    await signInAs(LEADER);
    await open("/sectors/create");
    await page.getByRole("heading", { level: 1, name: "Bạn không có quyền sửa lĩnh vực" }).waitFor();
    await open("/procedures/grid");
    await heading("Thủ tục hành chính").waitFor();
    expect(await page.getByRole("button", { name: "Thêm dòng" }).count()).toBe(0);
  });

  it("stays signed in, and says so, when signing out has no answer", async () => {
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

  it("asks for a new password twice, and says by the field what is wrong", async () => {
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

  it("names the committees where no agency settles a procedure", async () => {
    await signInAs(CATALOG);
    await open("/procedures");
    const line = page.getByRole("row").filter({ hasText: "Cấp bản sao Trích lục hộ tịch" });
    await line.getByText("UBND cấp huyện, UBND cấp xã").waitFor();
  });

  it("corrects the state of the day on the strip, and no other day's", async () => {
    await signInAs(CATALOG);
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

  it("goes to today and back by the strip", async () => {
    await signInAs(LEADER);
    await page.getByRole("button", { name: "Về hôm nay" }).click();
    await page.getByRole("button", { name: "Về ngày làm việc 20/7/2019" }).click();
    expect(await page.getByRole("status").first().innerText()).toContain("20/7/2019");
  });

  it("fits a phone without scrolling sideways", async () => {
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
