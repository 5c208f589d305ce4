import type { Page } from "playwright-core";
import { askAs } from "../support/ask-as";
import { graveFindings } from "../support/axe";
import { ADMINISTRATOR, AGENCY, CATALOG, inAdmin, LEADER } from "../support/in-admin";

interface Ids {
  periods: { items: { id: string; name: string }[] };
  agencies: { items: { id: string }[] };
}

/** The month and the service center that the demo's counts are of. */
async function june(page: Page): Promise<{ period: string; unit: string }> {
  const found = await askAs<Ids>(
    page,
    '{ periods(filter: { name: { eq: "Tháng 6/2019" } }) { items { id name } } agencies(filter: { kind: { eq: SERVICE_CENTER } }, limit: 1) { items { id } } }',
  );
  return { period: found.periods.items[0]!.id, unit: found.agencies.items[0]!.id };
}

interface Line {
  procedure: { nameVi: string };
  count: { receivedCounter: number | null; receivedPost: number | null; receivedOnline: number | null } | null;
}

const linesOf = async (page: Page, { period, unit }: { period: string; unit: string }): Promise<Line[]> =>
  (
    await askAs<{ countSheet: { rows: Line[] } }>(
      page,
      `{ countSheet(period: "${period}", receptionUnit: "${unit}") { rows { procedure { nameVi } count { receivedCounter receivedPost receivedOnline } } } }`,
    )
  ).countSheet.rows;

/** The text of a cell as screen readers have it; column 1 is the code, 2 the procedure. */
const cell = (page: Page, column: number, row: number): Promise<string> =>
  page.locator(`#glide-cell-${column}-${row}`).textContent() as Promise<string>;

const ready = (page: Page) =>
  page.waitForFunction(() => (document.querySelector("#glide-cell-2-1")?.textContent?.length ?? 0) > 0);

/** Goes to a cell by keys: the sheet has the focus when it opens. */
async function goTo(page: Page, column: number, row: number): Promise<void> {
  await page.locator(".bulk-grid-sink").focus();
  await page.keyboard.press("Control+Home");
  for (let n = 1; n < column; n++) await page.keyboard.press("ArrowRight");
  for (let n = 0; n < row; n++) await page.keyboard.press("ArrowDown");
}

const COLUMN = { name: 2, state: 4, counter: 5, post: 6, online: 7, receivedSum: 8 };

inAdmin("the sheet in which counts are entered", (it) => {
  it("opens on the month that is due, tells blank from 0, and adds up by channel", async ({ page, open, beginAs }) => {
    await beginAs(CATALOG);
    await open("/count-sheet/grid");
    await ready(page);
    const lines = await linesOf(page, await june(page));
    const reported = lines.filter(({ count }) => count !== null).length;
    expect(reported).toBeGreaterThan(0);
    expect(reported).toBeLessThan(lines.length);
    await page.getByRole("heading", { level: 1, name: `${reported} trên ${lines.length} dòng đã báo cáo` }).waitFor();
    const sum = (of: keyof NonNullable<Line["count"]>) => lines.reduce((all, { count }) => all + (count?.[of] ?? 0), 0);
    const status = page.locator(".bulk-grid-status");
    const said = (await status.innerText()).replace(/\./g, "");
    expect(said).toContain(`${reported} trên ${lines.length} dòng đã báo cáo`);
    expect(said).toMatch(
      new RegExp(
        `Nhận\\s+trực tiếp ${sum("receivedCounter")} · BCCI ${sum("receivedPost")} · trực tuyến ${sum("receivedOnline")}`,
      ),
    );
    const blank = lines.findIndex(({ count }) => count === null);
    const zero = lines.findIndex(({ count }) => count?.receivedCounter === 0 && count.receivedPost === 0);
    expect(await cell(page, COLUMN.counter, blank)).toBe("chưa báo cáo");
    expect(await cell(page, COLUMN.state, blank)).toBe("Chưa báo cáo");
    expect(await cell(page, COLUMN.counter, zero)).toBe("0");
    expect(await graveFindings(page)).toEqual([]);
  });

  it("takes a block from Excel, sums it at once, and saves first and later figures as one change set", async ({
    page,
    open,
    beginAs,
  }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await beginAs(CATALOG);
    await open("/count-sheet/grid");
    await ready(page);
    const month = await june(page);
    const before = await linesOf(page, month);
    const blank = before.findIndex(({ count }) => count === null);
    const counted = before.findIndex(({ count }) => count !== null);
    await page.evaluate(() => navigator.clipboard.writeText("12\t3\t4"));
    await goTo(page, COLUMN.counter, blank);
    await page.keyboard.press("Control+v");
    await page.waitForFunction(
      ([column, row]) => document.querySelector(`#glide-cell-${column}-${row}`)?.textContent?.startsWith("19"),
      [COLUMN.receivedSum, blank],
    );
    expect(await cell(page, COLUMN.state, blank)).toBe("Thiếu 3 ô");
    await goTo(page, COLUMN.counter, counted);
    await page.keyboard.type("777");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Lưu 2 dòng?").waitFor();
    await page.keyboard.type("Báo cáo bổ sung");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/Đã lưu 2 dòng/).waitFor();
    const after = await linesOf(page, month);
    expect(after[blank]?.count).toEqual({ receivedCounter: 12, receivedPost: 3, receivedOnline: 4 });
    expect(after[counted]?.count?.receivedCounter).toBe(777);

    // The same line once more: it is a change of what was just made, and the save can be taken back.
    await goTo(page, COLUMN.post, blank);
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+s");
    await dialog.getByText("Lưu 1 dòng?").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText(/Đã lưu 1 dòng/).waitFor();
    expect((await linesOf(page, month))[blank]?.count?.receivedPost).toBe(5);
    expect((await linesOf(page, month)).length).toBe(before.length);
  });

  it("writes 0 into what is blank in the selected lines, as one step that can be undone", async ({
    page,
    open,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await open("/count-sheet/grid");
    await ready(page);
    const lines = await linesOf(page, await june(page));
    const blank = lines.findIndex(({ count }) => count === null);
    await goTo(page, COLUMN.counter, blank);
    await page.getByRole("button", { name: /^Ghi 0 vào \d+ ô trống của 1 dòng$/ }).click();
    await page.waitForFunction(
      ([column, row]) => document.querySelector(`#glide-cell-${column}-${row}`)?.textContent === "Không phát sinh",
      [COLUMN.state, blank],
    );
    expect(await cell(page, COLUMN.counter, blank)).toContain("0, đã sửa");
    await page.locator(".bulk-grid-sink").focus();
    await page.keyboard.press("Control+z");
    await page.waitForFunction(
      ([column, row]) => document.querySelector(`#glide-cell-${column}-${row}`)?.textContent === "Chưa báo cáo",
      [COLUMN.state, blank],
    );
  });

  it("says of a closed month who closed it and when, and takes no figure", async ({ page, open, signInAs, server }) => {
    await signInAs(ADMINISTRATOR);
    const { unit } = await june(page);
    const { periods } = await askAs<Ids>(
      page,
      '{ periods(filter: { name: { eq: "Tháng 1/2018" } }) { items { id name } } }',
    );
    const [january] = periods.items;
    await server.change(page, `reopenPeriod(id: "${january!.id}", reason: "Sửa số liệu")`);
    await page.context().clearCookies();
    await signInAs(CATALOG);
    await server.change(page, `closePeriod(id: "${january!.id}", note: "Đã đối chiếu xong")`);
    await open(`/count-sheet/grid?period=${january!.id}&unit=${unit}`);
    await ready(page);
    await page
      .getByText(/Tháng 1\/2018 đã khóa: chỉ xem được\.\s*Nguyễn Thị Ánh Tuyết khóa lúc .*Đã đối chiếu xong/)
      .waitFor();
    await page.getByText("nhờ người quản trị mở lại kỳ").waitFor();
    expect(await page.getByRole("button", { name: /^Ghi 0/ }).count()).toBe(0);
    await goTo(page, COLUMN.counter, 1);
    await page.keyboard.type("9");
    await page.getByText("Ô này chỉ đọc.").waitFor();
  });

  it("opens on their own agency for its staff, and lets leaders look", async ({ page, open, beginAs, signInAs }) => {
    await signInAs(AGENCY);
    await open("/count-sheet/grid");
    await page.getByRole("combobox", { name: /Đơn vị tiếp nhận/ }).waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll("input")].some(({ value }) => value === "Sở Tư pháp"),
    );
    await page.context().clearCookies();
    await beginAs(LEADER);
    await open("/count-sheet/grid");
    await ready(page);
    await page.getByText("Vai của bạn chỉ xem được số liệu.").waitFor();
  });

  it("lists its lines on a phone, with no side to scroll to", async ({ page, open, beginAs, overflow }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await beginAs(CATALOG);
    await open("/count-sheet/grid");
    await page.getByText("Nhập số liệu cần màn hình rộng.").waitFor();
    await page.getByText("Chưa báo cáo").first().waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});
