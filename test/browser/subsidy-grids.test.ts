import type { Page } from "playwright-core";
import { askAs } from "../support/ask-as";
import { graveFindings } from "../support/axe";
import { inAdmin, type Visit } from "../support/in-admin";

const ADMINISTRATOR = /^Quản trị/;
const FINANCE = /^Tài chính/;
const POST = /^Bưu điện/;

const [TO_LABOUR, TO_LAND, TO_POLICE] = ["140-SLDTBXH-DI", "140-VPDK-DI", "140-CAT"];

interface Written {
  done: { rows: { id: string }[]; problems: { messageEn: string }[] };
}

/** Writes rows of a resource as whoever is signed in, all of them or none; answers with their ids. */
async function write(page: Page, name: string, resource: string, changes: object[]): Promise<string[]> {
  const mutation = `mutation Write($changes: [${resource}Change!]!) { done: ${name}(changes: $changes) { rows { id } problems { messageEn } } }`;
  const { done } = await askAs<Written>(page, mutation, { changes });
  if (done.problems.length > 0) throw new Error(JSON.stringify(done.problems));
  return done.rows.map(({ id }) => id);
}

/** The routes of the district whose finance staff the demo has, carried by the provincial Post. */
async function routesOfPost({ page, signInAs }: Visit): Promise<void> {
  await signInAs(ADMINISTRATOR);
  const { post, routes } = await askAs<{
    post: { items: { id: string }[] };
    routes: { items: { id: string; version: number; carriedBy: object | null }[] };
  }>(
    page,
    '{ post: agencies(filter: { code: { eq: "BD" } }) { items { id } } routes: transferRoutes(filter: { code: { contains: "140-" } }) { items { id version carriedBy { id } } } }',
  );
  const bare = routes.items.filter(({ carriedBy }) => carriedBy === null);
  const set = { carriedBy: post.items[0]!.id };
  const changes = bare.map(({ id, version }) => ({ update: { id, version, set } }));
  if (changes.length > 0) await write(page, "changeTransferRoutes", "TransferRoute", changes);
  await askAs(page, "mutation { signOut }");
}

/** A program of the signed-in finance officer's committee, of a year that nothing else is of. */
async function makeProgram(page: Page, name: string, fiscalYear: number): Promise<string> {
  const { viewer, post } = await askAs<{ viewer: { agency: string }; post: { items: { id: string }[] } }>(
    page,
    '{ viewer { agency } post: agencies(filter: { code: { eq: "BD" } }) { items { id } } }',
  );
  const create = {
    name,
    payer: viewer.agency,
    contractor: post.items[0]!.id,
    fiscalYear,
    quantityFrom: "HAND_OVERS",
    sharePercent: "70",
    includesCommunes: false,
  };
  return (await write(page, "changeSubsidyPrograms", "SubsidyProgram", [{ create }]))[0]!;
}

/** The text of a cell as screen readers have it; column 1 is the first of the data. */
const cell = (page: Page, column: number, row: number): Promise<string | null> =>
  page.locator(`#glide-cell-${column}-${row}`).textContent();

/** Pastes below the last row, as one does after copying from Excel. */
async function pasteBelow(page: Page, lines: string[][]): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.map((line) => line.join("\t")).join("\n"));
  await page.locator(".bulk-grid-sink").focus();
  for (const key of ["Control+End", "ArrowDown", "Home", "Control+v"]) await page.keyboard.press(key);
}

async function save(page: Page, rows: number, reason: string): Promise<void> {
  // References are looked up by their names first.
  await page
    .getByRole("button", { name: `Xem trước và lưu ${rows} dòng` })
    .and(page.locator(":enabled"))
    .waitFor();
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await dialog.getByText(`Lưu ${rows} dòng?`).waitFor();
  await page.keyboard.type(reason);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await page.getByText(new RegExp(`Đã lưu ${rows} dòng`)).waitFor();
}

const gridReady = (page: Page) =>
  page
    .locator(".bulk-grid-status")
    .getByText(/^\d[\d.]* dòng$/)
    .waitFor();
const rowsIn = async (page: Page): Promise<number> =>
  Number((await page.locator(".bulk-grid-status").innerText()).match(/([\d.]+) dòng/)![1]!.replace(/\./g, ""));

inAdmin("screens of transfer-cost subsidies", (it) => {
  it("takes hand-overs from Excel by postal staff, and says while they stand there which came late or lack a signature", async (visit) => {
    const { page, open, signInAs } = visit;
    await page.setViewportSize({ width: 1920, height: 1000 });
    await routesOfPost(visit);
    await signInAs(POST);
    const menu = page.getByRole("navigation", { name: "Menu", exact: true });
    expect(await menu.getByRole("link", { name: "Dự toán" }).count()).toBe(0);
    await menu.getByRole("link", { name: "Giao nhận hồ sơ" }).click();
    await page.waitForURL(/handOvers\/grid/);
    await gridReady(page);
    const before = await rowsIn(page);
    const line = (number: string, ...more: string[]) => [number, TO_LABOUR, "17/7/2019", "12", "Bưu điện", ...more];
    await pasteBelow(page, [
      line("THU-1", "15/7/2019", "09:30", "Lò Văn Khương", "Nông Văn Bình"),
      line("THU-2", "17/7/2019", "09:30", "Lò Văn Khương"),
      line("THU-3", "18/7/2019", "09:30", "Lò Văn Khương", "Nông Văn Bình"),
    ]);
    await page.waitForFunction(
      (row) => document.querySelector(`#glide-cell-11-${row}`)?.textContent?.startsWith("Chuyển chậm"),
      before,
    );
    // What the server will derive is there before anything is saved.
    expect(await cell(page, 10, before)).toContain("Có");
    expect(await cell(page, 10, before + 1)).toContain("Không");
    expect(await cell(page, 11, before + 1)).toContain("Đúng hạn");
    // Received after it was handed over: the server's own rule, in place.
    expect(await cell(page, 6, before + 2)).toContain("chưa hợp lệ");
    expect(await graveFindings(page)).toEqual([]);
    await save(page, 2, "Biên bản tuần này");
    const { handOvers } = await askAs<{ handOvers: { items: object[] } }>(
      page,
      '{ handOvers(filter: { number: { contains: "THU-" } }, sort: [{ number: ASC }]) { items { number dossiers isSigned timeliness } } }',
    );
    expect(handOvers.items).toEqual([
      { number: "THU-1", dossiers: 12, isSigned: true, timeliness: "LATE" },
      { number: "THU-2", dossiers: 12, isSigned: false, timeliness: "ON_TIME" },
    ]);

    // What lacks a signature is the number on the home, and opens its rows.
    await open("/");
    const card = page.getByRole("link", { name: /Giao nhận chưa đủ chữ ký/ });
    const said = Number(/(\d+)\s*biên bản/.exec(await card.innerText())![1]);
    await card.click();
    await gridReady(page);
    expect(await rowsIn(page)).toBe(said);

    // On a phone the same address is a list with the same filter.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForURL((url) => url.pathname === "/handOvers" && url.search.includes("isSigned"));
    await page.getByRole("button", { name: `Chưa đủ chữ ký${said}`, pressed: true }).waitFor();
    await page.getByRole("link", { name: "THU-2" }).waitFor();
    expect(await page.getByRole("link", { name: "THU-1" }).count()).toBe(0);
    expect(await visit.overflow()).toBe(0);
    expect(await graveFindings(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  it("fills a program with routes and money in its grids, and shows what each brings", async (visit) => {
    const { page, open, signInAs } = visit;
    await signInAs(FINANCE);
    const program = await makeProgram(page, "Kế hoạch thử năm 2031", 2031);
    await open(`/subsidyPrograms/${program}/show`);
    await page.getByText("Chưa giao kinh phí: chưa đề nghị nào phê duyệt được.").waitFor();
    await page.getByRole("tab", { name: /Tuyến được hỗ trợ/ }).click();
    await page.getByText("Chưa chọn tuyến được hỗ trợ").waitFor();
    await page.getByRole("link", { name: "Sửa trong bảng tính" }).click();
    await gridReady(page);
    await pasteBelow(page, [[TO_LABOUR, "80"], [TO_LAND]]);
    await save(page, 2, "Theo Quyết định giao kinh phí");
    await page.getByRole("link", { name: "Kế hoạch thử năm 2031" }).click();
    await page.getByRole("tab", { name: /Tuyến được hỗ trợ\s*2/ }).click();
    const row = page.getByRole("row", { name: new RegExp(TO_LABOUR) });
    await row.getByText("85.000 đ/chuyến").waitFor();
    await row.getByText("80%, riêng").waitFor();
    await page
      .getByRole("row", { name: new RegExp(TO_LAND) })
      .getByText("70%", { exact: true })
      .waitFor();

    await open(`/subsidyPrograms/${program}/budget/grid`);
    await gridReady(page);
    await pasteBelow(page, [
      ["15/QĐ-UBND", "Giao đầu năm", "50.000.000", "5/1/2031", "405", "340-341", "6605"],
      ["87/QĐ-UBND", "Điều chỉnh", "10.000.000", "2/4/2031", "405", "340-341", "6605"],
    ]);
    await save(page, 2, "Giao và điều chỉnh");
    await open(`/subsidyPrograms/${program}/show`);
    const aside = page.getByRole("complementary", { name: "Kinh phí" });
    await aside.getByText("60.000.000 đ").last().waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await visit.overflow()).toBe(0);
    await open("/subsidyPrograms?year=all");
    await page.getByRole("link", { name: "Kế hoạch thử năm 2031" }).waitFor();
    expect(await visit.overflow()).toBe(0);
    expect(await graveFindings(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  it("draws up a claim from program and period, once for each, and shows it to whom it waits for", async (visit) => {
    const { page, open, signInAs } = visit;
    await signInAs(FINANCE);
    const program = await makeProgram(page, "Kế hoạch thử năm 2018", 2018);
    const { transferRoutes } = await askAs<{ transferRoutes: { items: { id: string }[] } }>(
      page,
      `{ transferRoutes(filter: { code: { eq: "${TO_POLICE}" } }) { items { id } } }`,
    );
    const eligible = { create: { program, route: transferRoutes.items[0]!.id } };
    await write(page, "changeSubsidyProgramRoutes", "SubsidyProgramRoute", [eligible]);
    await open(`/subsidyPrograms/${program}/show`);
    await page.getByRole("link", { name: "Lập đề nghị" }).click();
    await page.getByRole("button", { name: "Quý I/2018", pressed: true }).waitFor();
    await page.getByRole("button", { name: "Quý III/2018" }).click();
    await page
      .getByLabel(/^Từ ngày/)
      .and(page.locator("[value='1/7/2018']"))
      .waitFor();
    expect(await page.getByLabel(/^Đến ngày/).inputValue()).toBe("30/9/2018");
    const code = await page.getByLabel(/^Số đề nghị/).inputValue();
    expect(code).toMatch(/-2018-Q3$/);
    expect(await page.getByLabel(/^Đơn vị nhận tiền/).inputValue()).toBe("Bưu điện tỉnh");
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu 1 dòng" }).click();
    await page.waitForURL(/subsidyClaims\/\d+\/show/);

    await open(`/subsidyClaims/create?program=${program}`);
    expect(await page.getByRole("button", { name: `Quý III/2018 đã có ${code}` }).isDisabled()).toBe(true);

    // Who drew it up finds it among what waits for them: in the menu, in the list, and nowhere for the Post.
    await open("/subsidyClaims");
    const waiting = page.getByRole("button", { name: /^Chờ tôi/ });
    await waiting.click();
    await page.getByRole("link", { name: code }).waitFor();
    const count = Number(/\d+$/.exec(await waiting.innerText())![0]);
    const entry = page
      .getByRole("navigation", { name: "Menu", exact: true })
      .getByRole("link", { name: /Đề nghị thanh toán/ });
    expect(await entry.innerText()).toMatch(new RegExp(`${count}$`));
    await page.getByRole("button", { name: /^Đã thanh toán/ }).click();
    await page.waitForURL(/PAID/);
    await page.getByRole("link", { name: code }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Đang lập/ }).click();
    await page.getByRole("link", { name: code }).waitFor();
    expect(await graveFindings(page)).toEqual([]);

    // Once submitted it waits for somebody else. Its line, of days long past, comes from the computation: 3 months of
    // 450.000 đ at 70 %; nobody writes it, also not in the grid.
    const submit = "mutation Submit($id: ID!) { submitClaim(id: $id) { problems { messageEn } } }";
    const { subsidyClaims } = await askAs<{ subsidyClaims: { items: { id: string }[] } }>(
      page,
      `{ subsidyClaims(filter: { code: { eq: "${code}" } }) { items { id } } }`,
    );
    const claim = subsidyClaims.items[0]!.id;
    expect(await askAs<object>(page, submit, { id: claim })).toEqual({ submitClaim: { problems: [] } });
    await open("/subsidyClaims");
    await page.getByRole("button", { name: /^Đã gửi/ }).click();
    await page.getByRole("link", { name: code }).waitFor();
    await waiting.click();
    await page.getByRole("link", { name: code }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Các dòng đề nghị" }).click();
    await page.getByRole("heading", { level: 1, name: "Các dòng đề nghị" }).waitFor();
    await open(`/subsidyClaims/${claim}/lines/grid`);
    await page.getByRole("heading", { level: 1, name: `Các dòng của đề nghị ${code}` }).waitFor();
    await gridReady(page);
    expect(await rowsIn(page)).toBe(1);
    await page.waitForFunction(() => document.querySelector("#glide-cell-2-0")?.textContent === "140-CAT");
    expect(await cell(page, 10, 0)).toBe("945.000");
    expect(await page.getByRole("button", { name: "Thêm dòng" }).count()).toBe(0);
    await page.getByRole("button", { name: "Xuất" }).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it("reckons a year by what one assumes, asks for it as it is saved, and makes a program of a part that is granted", async (visit) => {
    const { page, open, signInAs, heading } = visit;
    await signInAs(FINANCE);
    await open("/subsidy-need");
    await heading(/^Năm 2020 cần [\d.]+ đ$/).waitFor();
    await page.getByLabel("Mức hỗ trợ (%)").fill("50");
    const { subsidyNeed } = await askAs<{ subsidyNeed: { totalVnd: string } }>(
      page,
      '{ subsidyNeed(fiscalYear: 2020, baseFrom: "2018-07-01", baseTo: "2019-06-30", sharePercent: "50") { totalVnd } }',
    );
    const total = subsidyNeed.totalVnd.replace(/\B(?=(\d{3})+$)/g, ".");
    await heading(`Năm 2020 cần ${total} đ`).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "Lập dự toán" }).click();
    await page.getByLabel(/^Tên dự toán/).fill("Dự toán thử năm 2020");
    await page.getByRole("button", { name: "Lưu 1 dòng" }).click();
    await heading(new RegExp(`Dự toán thử năm 2020 cần\\s${total}`)).waitFor();
    // What is tried is not what is saved, and is not asked for.
    await page.getByLabel("Hồ sơ tăng (%)").fill("100");
    await page.getByText("Giả định đang thử khác giả định đã lưu.").waitFor();
    await page.getByRole("button", { name: "Bỏ thử" }).click();
    await page.getByRole("button", { name: "Gửi dự toán" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: `Gửi ${total} đ` })
      .click();
    await page.getByText(/Đã gửi dự toán, lần cập nhật #/).waitFor();

    await page.getByRole("button", { name: "Ghi nhận trả lời" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Được giao một phần" }).click();
    await dialog.getByRole("button", { name: "Ghi nhận và lập kế hoạch" }).click();
    await dialog.getByText("Hãy nhập số, ký hiệu văn bản trả lời.").waitFor();
    await dialog.getByLabel(/^Số, ký hiệu văn bản trả lời/).fill("99/QĐ-UBND");
    const granted = dialog.getByLabel(/^Số tiền được giao/);
    await granted.fill(`9${subsidyNeed.totalVnd}`);
    await page.keyboard.press("Enter");
    await dialog.getByText(/phải trên 0 và dưới số đề nghị/).waitFor();
    // What is no amount stays as it was typed, and nothing is sent.
    for (const typed of ["-5", "12,5", "1,5 triệu"]) {
      await granted.fill(typed);
      await page.keyboard.press("Enter");
      await dialog.getByText(/phải là số đồng nguyên, không âm/).waitFor();
      expect(await granted.inputValue()).toBe(typed);
    }
    await granted.fill("1000000");
    await granted.blur();
    expect(await granted.inputValue()).toBe("1.000.000");
    expect(await graveFindings(page, { within: "[role=dialog]" })).toEqual([]);
    await granted.press("Enter");
    await page.getByText(/Đã ghi nhận trả lời, lần cập nhật #/).waitFor();
    await page.getByRole("link", { name: "Kế hoạch được lập" }).click();
    await page.getByRole("complementary", { name: "Kinh phí" }).getByText("1.000.000 đ").last().waitFor();
    expect(visit.complaints).toEqual([]);
  });
});
