import type { Page } from "playwright-core";
import { CATALOG, inAdmin, LEADER, type Visit } from "../support/in-admin";

/** The heads of the columns as screen readers read them, from left to right. */
const headsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('canvas [role="columnheader"]')].map((head) => head.textContent).slice(1),
  );

const keys = async (page: Page, ...pressed: string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};

const cellText = (page: Page, column: number, row: number) =>
  page.locator(`#glide-cell-${column}-${row}`).textContent();

/** Waits until a cell of the first screen shows what is expected. */
const shows = (page: Page, column: number, row: number, expected: RegExp) =>
  page.waitForFunction(
    ([id, source]) => new RegExp(source).test(document.querySelector(`#${id}`)?.textContent ?? ""),
    [`glide-cell-${column}-${row}`, expected.source],
  );

/** The canvas learns of the pointer a moment after it has come: an act of the mouse is repeated until it took. */
async function until(act: () => Promise<void>, took: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await act();
    for (let looks = 0; looks < 20; looks++) {
      if (await took()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("it never took");
}

const toSink = (page: Page) => page.locator(".bulk-grid-sink").focus();

const openGrid = async ({ page, open }: Visit, path = "/procedures/grid"): Promise<void> => {
  await open(path);
  await shows(page, 2, 0, /./);
};

/** The last question for a page of procedures, as it was sent. */
const lastAsked = ({ asked }: Visit): { query: string; variables: Record<string, unknown> } => {
  const sent = asked.filter((request) => request.includes("ProcedurePage")).at(-1)!;
  return JSON.parse(sent.slice(sent.indexOf("{"))) as { query: string; variables: Record<string, unknown> };
};

inAdmin("the columns of a spreadsheet", (it) => {
  it("are hidden, shown and moved in the list, by keys alone, and what is hidden is not fetched", async (visit) => {
    const { page } = visit;
    await visit.beginAs(CATALOG);
    await openGrid(visit);
    const before = await headsOf(page);
    expect(before.slice(0, 4)).toEqual(["Mã TTHC", "Tên thủ tục", "Lĩnh vực", "Cơ quan giải quyết"]);
    await page.getByRole("button", { name: "Cột 13/20" }).focus();
    await keys(page, "Enter");
    const list = page.getByRole("dialog", { name: "Cột của bảng tính" });
    await list.getByRole("searchbox", { name: "Tìm cột" }).fill("nguon");
    expect(await list.getByRole("checkbox").count()).toBe(1);
    await list.getByRole("checkbox", { name: "Nguồn" }).press("Space");
    await list.getByRole("searchbox", { name: "Tìm cột" }).fill("");
    for (const name of ["Lĩnh vực", "Mức độ"]) await list.getByRole("checkbox", { name, exact: true }).press("Space");
    await list.getByRole("checkbox", { name: "Cấp thực hiện" }).press("Alt+ArrowUp");
    expect(await list.getByRole("checkbox", { name: "Tên thủ tục" }).isDisabled()).toBe(true);
    await keys(page, "Escape");
    await page.waitForFunction(
      () => document.querySelector('canvas [role="columnheader"]:nth-child(4)')?.textContent === "Cấp thực hiện",
    );
    const after = await headsOf(page);
    expect(after.slice(0, 4)).toEqual(["Mã TTHC", "Tên thủ tục", "Cấp thực hiện", "Cơ quan giải quyết"]);
    // The canvas lists the heads in view; the address has them all.
    expect(new URL(page.url()).searchParams.get("columns")).toMatch(/^code,nameVi,tiers,agency,.*,source$/);
    const { query } = lastAsked(visit);
    expect(query).toMatch(/\bsource\b/);
    expect(query).not.toMatch(/\blistedLevel\b/);
    // The list is as it was left, also after a reload without the address.
    await openGrid(visit);
    expect(await headsOf(page)).toEqual(after);
    await page.getByRole("button", { name: /^Cột/ }).click();
    await page.getByRole("button", { name: "Về như ban đầu" }).click();
    await keys(page, "Escape");
    await page.getByRole("button", { name: "Cột 13/20" }).waitFor();
    await until(
      () => Promise.resolve(),
      async () => JSON.stringify(await headsOf(page)) === JSON.stringify(before),
    );
    expect(visit.complaints).toEqual([]);
  });

  it("are dragged by their heads and resized at their edges; key columns stay first", async (visit) => {
    const { page } = visit;
    await visit.beginAs(CATALOG);
    await openGrid(visit);
    const box = (await page.locator("canvas[data-testid=data-grid-canvas]").boundingBox())!;
    const drag = async (from: number, to: number) => {
      await page.mouse.move(box.x + from, box.y + 16);
      await page.mouse.down();
      await page.mouse.move(box.x + (from + to) / 2, box.y + 16, { steps: 4 });
      await page.mouse.move(box.x + to, box.y + 16, { steps: 4 });
      await page.mouse.up();
    };
    const widths = () => page.evaluate(() => JSON.stringify(localStorage).match(/widths\W+code\W+(\d+)/)?.[1]);
    await until(
      () => drag(150, 230),
      async () => (await widths()) !== undefined,
    );
    expect(Number(await widths())).toBe(190);
    // 40 of row numbers, 190 code, 380 name, 170 sector, 220 agency.
    await until(
      () => drag(680, 940),
      async () => (await headsOf(page))[2] === "Cơ quan giải quyết",
    );
    await drag(680, 90);
    expect((await headsOf(page)).slice(0, 4)).toEqual(["Mã TTHC", "Tên thủ tục", "Cơ quan giải quyết", "Lĩnh vực"]);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("bulk-grid-sink");
  });

  it("a column that is shown leaves the place and the staged edits as they are", async (visit) => {
    const { page } = visit;
    await visit.beginAs(CATALOG);
    await openGrid(visit);
    await keys(page, "Control+Home", "ArrowRight", "ArrowDown", "ArrowDown");
    await page.keyboard.type("Tên đang sửa");
    await keys(page, "Enter", "PageDown", "PageDown");
    const place = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await page.getByRole("button", { name: /^Cột/ }).click();
    await page.getByRole("checkbox", { name: "Thủ tục thay thế" }).click();
    await keys(page, "Escape");
    await page.getByRole("button", { name: "Cột 14/20" }).waitFor();
    await page.waitForFunction(
      (label) => document.querySelector(".bulk-grid-sink")?.getAttribute("aria-label") === label,
      place,
    );
    await toSink(page);
    await keys(page, "Control+Home");
    await shows(page, 2, 2, /^Tên đang sửa.*đã sửa/);
    await page.getByRole("button", { name: /Xem trước và lưu 1 dòng/ }).waitFor();
  });

  it("sort by several at their heads and filter there, as the chips above say; staged edits stay", async (visit) => {
    const { page } = visit;
    await visit.beginAs(CATALOG);
    await openGrid(visit);
    const first = await cellText(page, 2, 0);
    await keys(page, "Control+Home", "ArrowRight");
    await page.keyboard.type("Á đứng đầu");
    await keys(page, "Enter", "ArrowRight", "Shift+F10");
    await page.getByRole("menuitem", { name: "Sắp giảm dần" }).press("Enter");
    await page.waitForURL(/sort=-sector/);
    await keys(page, "ArrowRight", "Shift+F10");
    await page.getByRole("menuitem", { name: "Sắp tăng dần" }).click({ modifiers: ["Shift"] });
    await page.waitForURL(/sort=-sector%2Cagency/);
    await page.getByRole("menu").waitFor({ state: "detached" });
    expect(lastAsked(visit).variables.sort).toEqual([{ sector: "DESC" }, { agency: "ASC" }]);
    // By the mouse: the mark at the right end of a head.
    const box = (await page.locator("canvas[data-testid=data-grid-canvas]").boundingBox())!;
    await until(
      async () => {
        await page.mouse.move(box.x + 900, box.y + 16);
        await page.mouse.click(box.x + 40 + 110 + 380 + 170 + 220 - 12, box.y + 16);
      },
      () => page.getByRole("menuitem", { name: "Lọc…" }).isVisible(),
    );
    await page.getByRole("menuitem", { name: "Lọc…" }).click();
    await page.getByRole("combobox", { name: "Cơ quan giải quyết" }).fill("so tu phap");
    await page.getByRole("option", { name: "Sở Tư pháp" }).click();
    await page.getByRole("button", { name: "Lọc", exact: true }).click();
    await page.waitForURL(/filter=/);
    await shows(page, 4, 0, /^Sở Tư pháp/);
    await page.getByText("Cơ quan giải quyết: Sở Tư pháp").waitFor();
    await page.getByRole("button", { name: /Xem trước và lưu 1 dòng/ }).waitFor();
    // What cannot be sorted by says so.
    await keys(page, "ArrowRight", "Shift+F10");
    await page.getByRole("menuitem", { name: /Sắp tăng dần/ }).waitFor();
    expect(await page.getByRole("menuitem", { name: /Sắp tăng dần/ }).innerText()).toContain("không sắp xếp được");
    await keys(page, "Escape");
    await page.getByRole("button", { name: "Bỏ lọc Cơ quan giải quyết" }).click();
    await page.locator(".bulk-grid-sink").focus();
    await keys(page, "Control+Home", "ArrowRight", "ArrowRight", "Shift+F10");
    await page.getByRole("menuitem", { name: "Bỏ sắp xếp" }).click();
    await page.waitForURL((url) => url.searchParams.get("sort") === "agency");
    expect(first).not.toBeNull();
    expect(visit.complaints).toEqual([]);
  });
});

inAdmin("filters at the heads of a spreadsheet", (it) => {
  const openFilter = async (page: Page, column: number) => {
    await toSink(page);
    await keys(page, "Control+Home", ...Array<string>(column).fill("ArrowRight"), "Shift+F10");
    await page.getByRole("menuitem", { name: "Lọc…" }).press("Enter");
  };

  it("take what was typed at Enter: the first match of a reference, a part of a text", async (visit) => {
    const { page } = visit;
    await visit.beginAs(CATALOG);
    await openGrid(visit);
    await openFilter(page, 3);
    const popup = page.getByRole("dialog", { name: "Cơ quan giải quyết" });
    const box = popup.getByRole("combobox", { name: "Cơ quan giải quyết" });
    await box.fill("không có cơ quan này");
    await keys(page, "Enter");
    await popup.getByText("Không có mục nào khớp “không có cơ quan này”.").waitFor();
    expect(new URL(page.url()).searchParams.has("filter")).toBe(false);
    // The matches are still on their way when Enter comes.
    await box.fill("so tu phap");
    await keys(page, "Enter");
    await popup.waitFor({ state: "detached" });
    await page.getByText("Cơ quan giải quyết: Sở Tư pháp").waitFor();
    await shows(page, 4, 0, /^Sở Tư pháp/);

    await openFilter(page, 3);
    await box.fill("so");
    await page.getByRole("option").nth(1).waitFor();
    await keys(page, "ArrowDown");
    const highlighted = await page.locator('[role="option"].Mui-focused > span').first().innerText();
    await keys(page, "Enter");
    await popup.waitFor({ state: "detached" });
    await page.getByText(`Cơ quan giải quyết: ${highlighted}`).waitFor();
    await page.getByRole("button", { name: "Bỏ lọc Cơ quan giải quyết" }).click();

    await openFilter(page, 1);
    await page.getByRole("textbox", { name: "Tên thủ tục chứa" }).fill("khai sinh");
    await keys(page, "Enter");
    await page.getByRole("button", { name: "Bỏ lọc Tên thủ tục" }).waitFor();
    await shows(page, 2, 0, /khai sinh/i);
    expect(visit.complaints).toEqual([]);
  });
});

inAdmin("views of a spreadsheet", (it) => {
  const viewButton = (page: Page) => page.getByRole("button", { name: /^Chế độ xem: / });

  it("are there again as they were left, changes included, also after signing out", async (visit) => {
    const { page } = visit;
    const named = (name: string) => page.getByRole("button", { name: `Chế độ xem: ${name}`, exact: true });
    const changed = (name: string) => named(`${name}, đã đổi, chưa lưu vào chế độ xem`);
    await visit.beginAs(CATALOG);
    await openGrid(visit, "/procedures/grid?sort=-code&columns=code,nameVi,sector");
    await changed("Mặc định").click();
    await page.getByRole("menuitem", { name: "Lưu thành chế độ xem mới…" }).click();
    await page.getByRole("textbox", { name: "Tên chế độ xem" }).fill("Xem của tôi");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await named("Xem của tôi").waitFor();

    await openGrid(visit);
    await named("Xem của tôi").waitFor();
    expect(await headsOf(page)).toEqual(["Mã TTHC", "Tên thủ tục", "Lĩnh vực"]);
    await page.waitForURL((url) => url.searchParams.get("sort") === "-code");

    await page.getByRole("button", { name: /^Cột/ }).click();
    await page.getByRole("checkbox", { name: "Lĩnh vực", exact: true }).press("Space");
    await keys(page, "Escape");
    await changed("Xem của tôi").waitFor();
    await page.getByRole("button", { name: /Cán bộ kiểm soát TTHC/ }).click();
    await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
    await page.waitForURL(/login/);
    await visit.beginAs(CATALOG);
    await openGrid(visit);
    await changed("Xem của tôi").waitFor();
    expect(await headsOf(page)).toEqual(["Mã TTHC", "Tên thủ tục"]);

    await viewButton(page).click();
    await page.getByRole("menuitem", { name: "Mặc định", exact: true }).click();
    await named("Mặc định").waitFor();
    await openGrid(visit);
    await named("Mặc định").waitFor();
    expect((await headsOf(page)).slice(0, 4)).toEqual(["Mã TTHC", "Tên thủ tục", "Lĩnh vực", "Cơ quan giải quyết"]);
    expect(new URL(page.url()).search).toBe("");
    expect(visit.complaints).toEqual([]);
  });

  it("are saved, changed, updated, shared, sent as a link, and deleted", async (visit) => {
    const { page } = visit;
    await visit.beginAs(CATALOG);
    await openGrid(visit, "/procedures/grid?sort=-code&columns=code,nameVi,sector");
    expect(await headsOf(page)).toEqual(["Mã TTHC", "Tên thủ tục", "Lĩnh vực"]);
    const saveAs = async (name: string, shared: boolean) => {
      await viewButton(page).click();
      await page.getByRole("menuitem", { name: "Lưu thành chế độ xem mới…" }).click();
      await page.getByRole("textbox", { name: "Tên chế độ xem" }).fill(name);
      if (shared) await page.getByRole("checkbox", { name: "Chia sẻ với mọi người" }).check();
      await page.getByRole("button", { name: "Lưu", exact: true }).click();
    };
    await saveAs("Ba cột", true);
    await page.getByRole("button", { name: "Chế độ xem: Ba cột", exact: true }).waitFor();
    await page.waitForURL((url) => /^\?view=\d+$/.test(url.search));
    const link = page.url();

    await page.getByRole("searchbox").first().fill("ho tich");
    await page.getByRole("button", { name: "Chế độ xem: Ba cột, đã đổi, chưa lưu vào chế độ xem" }).waitFor();
    await page.waitForURL(/filter=.*view=|view=.*filter=/);
    await viewButton(page).click();
    await page.getByRole("menuitem", { name: "Cập nhật “Ba cột”" }).click();
    await page.getByRole("button", { name: "Chế độ xem: Ba cột", exact: true }).waitFor();

    await saveAs("Ba cột", false);
    await page.getByText(/Anh\/chị đã có chế độ xem “Ba cột”/).waitFor();
    await page.getByRole("button", { name: "Hủy" }).click();

    // Somebody else opens the link: the view as it is now, theirs to use and not to change.
    const other = await visit.context.browser()!.newContext({ viewport: { width: 1440, height: 900 } });
    const theirs = await other.newPage();
    await theirs.goto(`${visit.server.url}/login`);
    await theirs.getByRole("button", { name: LEADER }).click();
    await theirs.getByRole("navigation", { name: "Menu", exact: true }).waitFor();
    await theirs.goto(link);
    await shows(theirs, 3, 0, /Hộ tịch/);
    expect(await headsOf(theirs)).toEqual(["Mã TTHC", "Tên thủ tục", "Lĩnh vực"]);
    await viewButton(theirs).click();
    await theirs.getByRole("button", { name: "Việc khác với “Ba cột”" }).click();
    expect(await theirs.getByRole("menuitem", { name: "Xóa" }).count()).toBe(0);
    await theirs.getByRole("menuitem", { name: /^Mở bảng tính bằng/ }).click();
    await theirs.goto(`${visit.server.url}/procedures/grid`);
    await theirs.getByRole("button", { name: "Chế độ xem: Ba cột", exact: true }).waitFor();

    await viewButton(page).click();
    await page.getByRole("button", { name: "Việc khác với “Ba cột”" }).click();
    await page.getByRole("menuitem", { name: "Đổi tên" }).click();
    await page.getByRole("textbox", { name: "Tên chế độ xem" }).fill("Hộ tịch");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByRole("button", { name: "Chế độ xem: Hộ tịch", exact: true }).waitFor();
    await viewButton(page).click();
    await page.getByRole("button", { name: "Việc khác với “Hộ tịch”" }).click();
    await page.getByRole("menuitem", { name: "Xóa" }).click();
    await page.getByText("Mọi người sẽ không dùng được nữa.").waitFor();
    await page
      .getByRole("dialog", { name: /Xóa chế độ xem/ })
      .getByRole("button", { name: "Xóa" })
      .click();
    await page
      .getByRole("button", { name: /^Chế độ xem: Mặc định/, includeHidden: true })
      .waitFor({ state: "attached" });
    await theirs.goto(link);
    await theirs.getByText("Chế độ xem trong đường dẫn không còn, hoặc không được chia sẻ.").waitFor();
    await other.close();
    expect(visit.complaints.filter((text) => !text.includes("400"))).toEqual([]);
  });
});

inAdmin("spreadsheets of every resource", (it) => {
  it("open from their lists, with rows and with cells that keys go through", async (visit) => {
    const { page } = visit;
    await visit.beginAs(CATALOG);
    for (const plural of [
      "procedures",
      "channels",
      "decisions",
      "catalogs",
      "catalogEntries",
      "agencies",
      "units",
      "sectors",
    ]) {
      await visit.open(`/${plural}`);
      await page.getByRole("link", { name: "Sửa trong bảng tính" }).click();
      await page.waitForURL(`**/${plural}/grid**`);
      await shows(page, 1, 0, /./);
      const [first, , third] = await headsOf(page);
      const label = () => page.locator(".bulk-grid-sink").getAttribute("aria-label");
      await toSink(page);
      await keys(page, "Control+Home");
      expect(await label()).toMatch(new RegExp(`^${first}, `));
      await keys(page, "ArrowRight", "ArrowRight");
      // A resource with few columns ends before.
      if (third) expect(await label()).toMatch(new RegExp(`^${third.replace(/[()]/g, "\\$&")}, `));
    }
    expect(visit.complaints).toEqual([]);
  });

  it("are not offered to those who only read", async (visit) => {
    const { page } = visit;
    await visit.beginAs(LEADER);
    await visit.open("/procedures");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByRole("table").waitFor();
    expect(await page.getByRole("link", { name: "Sửa trong bảng tính" }).count()).toBe(0);
  });

  it("are not offered on a phone", async (visit) => {
    const { page } = visit;
    await visit.beginAs(CATALOG);
    await page.setViewportSize({ width: 390, height: 844 });
    await visit.open("/procedures");
    await page.getByRole("table").waitFor();
    expect(await page.getByRole("link", { name: "Sửa trong bảng tính" }).isVisible()).toBe(false);
  });
});
