import type { Page } from "playwright-core";
import { askAs } from "../support/ask-as";
import { graveFindings } from "../support/axe";
import { inAdmin, type Visit } from "../support/in-admin";

const ADMINISTRATOR = /^Quản trị/;
const FINANCE = /^Tài chính/;
const POST = /^Bưu điện/;
const PASSWORD = "mật khẩu của chị Loan";

/** A second person of the district's finance staff, who has no button on the demo's sign-in page. */
async function givePassword({ page, signInAs }: Visit, email: string): Promise<void> {
  await signInAs(ADMINISTRATOR);
  const { people } = await askAs<{ people: { items: { id: string; version: number }[] } }>(
    page,
    `{ people(filter: { email: { eq: "${email}" } }) { items { id version } } }`,
  );
  const [{ id, version }] = people.items;
  const { done } = await askAs<{ done: { problems: unknown[] } }>(
    page,
    `mutation { done: changePeople(changes: [{ update: { id: "${id}", version: ${version}, set: { password: "${PASSWORD}" } } }]) { problems { messageVi } } }`,
  );
  expect(done.problems).toEqual([]);
}

/** Signs out and in as the demo's person of another role. */
async function become({ context, signInAs }: Visit, role: RegExp): Promise<void> {
  await context.clearCookies();
  await signInAs(role);
}

async function signInBy(page: Page, url: string, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${url}/login`);
  await page.getByLabel("Thư điện tử").fill(email);
  await page.locator("input[type=password]").fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("navigation", { name: "Menu", exact: true }).waitFor();
}

/** Presses a step, confirms it in its dialog, and waits until the page says that it was done. */
async function take(
  page: Page,
  button: string,
  said: RegExp,
  fill?: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>,
): Promise<void> {
  await page.locator(".page-actions").getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog");
  await fill?.(dialog);
  await dialog.getByRole("button", { name: button }).click();
  await page.getByText(said).waitFor();
  await dialog.waitFor({ state: "hidden" });
}

inAdmin("a claim", (it) => {
  it("shows the quarter's amount line by line, says who may approve it, and opens a line to its sum", async ({
    page,
    open,
    signInAs,
    heading,
    overflow,
  }) => {
    await signInAs(FINANCE);
    await open("/subsidyClaims");
    await page.getByRole("link", { name: "ĐN-UB-140-2019-Q2" }).click();
    await heading(/^Quý II\/2019 · .* đề nghị 13\.852\.300 đ/).waitFor();
    await page.getByText("Mười ba triệu tám trăm năm mươi hai nghìn ba trăm đồng").waitFor();
    await page.getByText("Tính lại: khớp đến đồng").waitFor();
    expect(await page.locator("table.computed tbody tr").count()).toBe(7);
    expect(await page.locator("table.computed tfoot").innerText()).toMatch(/19\.789\.000\s+13\.852\.300/);
    await page.getByText(/Bạn đã kiểm tra đề nghị này nên không phê duyệt được/).waitFor();
    await page.getByText("Người làm được: Đinh Công Tráng, Hà Thị Loan.").waitFor();
    expect(await page.getByRole("button", { name: "Phê duyệt" }).isDisabled()).toBe(true);
    await page
      .getByRole("row", { name: /1\/6 – 30\/6 .*13\.500/ })
      .first()
      .getByRole("button")
      .click();
    await page.getByText("13.500 đ × 187 hồ sơ × 70% = 1.767.150 đ").waitFor();
    await page.getByText(/từ 1\/6\/2019, theo Phụ lục hợp đồng 02, trước đó 12\.000 đ/).waitFor();
    await page.getByRole("link", { name: "20 biên bản giao nhận" }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await heading(/^Quý II\/2019/).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await graveFindings(page)).toEqual([]);
  });

  it("goes from hand-overs to payment by three people", async (visit) => {
    const { page, open, heading, server } = visit;
    await givePassword(visit, "loan.ht@yenbai.example");

    // The Post signs a record that a side had left unsigned, and claims the first days of July.
    await become(visit, POST);
    const { handOvers } = await askAs<{ handOvers: { total: number; items: { id: string; number: string }[] } }>(
      page,
      `{ handOvers(filter: { isSigned: { eq: false }, route: { is: { code: { eq: "140-SLDTBXH-DI" } } } }) { total items { id number } } }`,
    );
    expect(handOvers.total).toBe(1);
    await open(`/handOvers/${handOvers.items[0]!.id}`);
    await page.getByLabel("Bên nhận ký").fill("Trần Quốc Huy");
    await page.getByRole("button", { name: /^Lưu/ }).click();
    await page
      .getByText(/Đã lưu/)
      .first()
      .waitFor();

    const { subsidyPrograms } = await askAs<{ subsidyPrograms: { items: { id: string }[] } }>(
      page,
      `{ subsidyPrograms(filter: { name: { eq: "Kế hoạch 2019, UBND huyện Văn Chấn" } }) { items { id } } }`,
    );
    const program = subsidyPrograms.items[0]!.id;
    await open(`/subsidyClaims/create?program=${program}`);
    await page.getByLabel("Số đề nghị").fill("ĐN-140-2019-T7");
    await page.getByLabel("Từ ngày").fill("1/7/2019");
    await page.getByLabel("Đến ngày").fill("19/7/2019");
    await page.getByRole("button", { name: /^(Lưu|Tạo|Thêm)/ }).click();
    await heading(/^1\/7\/2019 – 19\/7\/2019 · .* đề nghị /).waitFor();
    // Two records are still unsigned: they are named and not paid.
    await page.getByText("2 biên bản chưa đủ chữ ký nên chưa được tính.").waitFor();
    const asked = (await page.locator("h1").innerText()).match(/[\d.]+ đ/)![0];
    await take(page, "Gửi đề nghị", /Đã gửi đề nghị, lần cập nhật #/);
    await page.getByText("Tính lại: khớp đến đồng").waitFor();
    expect(await page.locator("h1").innerText()).toContain(asked);
    const claim = page.url().replace(server.url, "");

    // Finance returns it once, with a reason; the Post sends it again.
    await become(visit, FINANCE);
    await open(claim);
    await take(page, "Trả lại", /Đã trả lại đề nghị/, (dialog) =>
      dialog.getByRole("textbox", { name: /Lý do trả lại/ }).fill("Bổ sung biên bản nghiệm thu"),
    );
    await page.getByText("Lý do: Bổ sung biên bản nghiệm thu").waitFor();
    await become(visit, POST);
    await open(claim);
    await page.getByText("Lý do: Bổ sung biên bản nghiệm thu").waitFor();
    await take(page, "Gửi đề nghị", /Đã gửi đề nghị/);

    // Whoever checks it does not approve it: the second person of finance does.
    await become(visit, FINANCE);
    await open(claim);
    await take(page, "Xác nhận đã kiểm tra", /Đã xác nhận kiểm tra/);
    await page.getByText(/Bạn đã kiểm tra đề nghị này nên không phê duyệt được/).waitFor();
    expect(await page.getByRole("button", { name: "Phê duyệt" }).isDisabled()).toBe(true);
    await signInBy(page, server.url, "loan.ht@yenbai.example");
    await open(claim);
    await take(page, "Phê duyệt", /Đã phê duyệt/);
    await page.getByText(/Bạn đã phê duyệt đề nghị này/).waitFor();
    await become(visit, FINANCE);
    await open(claim);
    await take(page, "Ghi nhận thanh toán", /Đã ghi nhận thanh toán/, (dialog) =>
      dialog.getByRole("textbox", { name: "Số chứng từ chi" }).fill("UNC-044"),
    );
    await page.getByText("UNC-044").waitFor();
    const { subsidyClaims } = await askAs<{
      subsidyClaims: { items: { state: string; approvedBy: { name: string }; paidBy: { name: string } }[] };
    }>(
      page,
      `{ subsidyClaims(filter: { code: { eq: "ĐN-140-2019-T7" } }) { items { state approvedBy { name } paidBy { name } } } }`,
    );
    expect(subsidyClaims.items).toEqual([
      { state: "PAID", approvedBy: { name: "Hà Thị Loan" }, paidBy: { name: "Phạm Đức Thuận" } },
    ]);
  });
});
