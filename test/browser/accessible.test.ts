import type { Page } from "playwright-core";
import { graveFindings } from "../support/axe";
import { CATALOG, inAdmin, LEADER } from "../support/in-admin";

/** Main screens by address; each is looked at once its rows have come. */
const SCREENS = [
  "/",
  "/procedures",
  "/postal-catalog?compare=2018-07-20",
  "/online-catalogs",
  "/decisions",
  "/compare",
  "/posted-list",
  "/transferRoutes",
  "/agencies",
  "/units",
  "/sectors",
  "/sectors/create",
  "/changeSets",
  "/procedures/import",
];

/** As many as one test has time for. */
const HALF = 8;

/** Screens of counts and targets, each looked at by itself: together they take too long for one test. */
const COUNT_SCREENS = ["/count-sheet/grid", "/periods", "/not-reported", "/targetSets", "/tasks"];
const TARGET_SCREENS = [
  "/",
  "/scorecard",
  "/scorecard?criterion=T2A",
  "/scorecard?view=ranking",
  "/scorecard?view=trend",
  "/take?criterion=T1",
  "/chase",
  "/publications",
];

/** Goes on with Tab until the focus is on what carries the name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 150; steps++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      return at?.getAttribute("aria-label") ?? at?.innerText ?? "";
    });
    if (name.test(here)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

/** How many elements of each role the browser hands to screen readers. */
async function rolesOf(page: Page): Promise<Record<string, number>> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const counts: Record<string, number> = {};
  for (const { role, ignored } of nodes) if (!ignored) counts[role?.value] = (counts[role?.value] ?? 0) + 1;
  return counts;
}

inAdmin("the admin for people who see, point or read otherwise", (it) => {
  it("has no serious finding on any main screen", async ({ page, open, beginAs }) => {
    // A colour on its way to another is no colour to judge.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open("/login");
    await page.getByRole("button", { name: CATALOG }).waitFor();
    expect(["/login", await graveFindings(page)]).toEqual(["/login", []]);
    await beginAs(CATALOG);
    for (const path of SCREENS.slice(0, HALF)) {
      await open(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      expect([path, await graveFindings(page)]).toEqual([path, []]);
    }
  });

  it("has none on the others, nor on what they open", async ({ page, open, beginAs }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await beginAs(CATALOG);
    for (const path of SCREENS.slice(HALF)) {
      await open(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      expect([path, await graveFindings(page)]).toEqual([path, []]);
    }
    for (const [list, name] of [
      ["/decisions", "MH-03/QĐ-UBND"],
      ["/procedures", "Cấp bản sao Trích lục hộ tịch"],
    ]) {
      await open(list!);
      await page.getByRole("link", { name: name!, exact: true }).click();
      await page.waitForURL(/\/show/);
      await page.waitForLoadState("networkidle");
      expect([name, await graveFindings(page)]).toEqual([name, []]);
    }
  });

  const looked: [path: string, who: string, role: RegExp][] = [
    ...COUNT_SCREENS.map((path) => [path, "catalog staff see", CATALOG] as [string, string, RegExp]),
    ...TARGET_SCREENS.map((path) => [path, "a leader sees", LEADER] as [string, string, RegExp]),
  ];
  for (const [path, who, role] of looked) {
    it(`has none on ${path}, as ${who} it`, async ({ page, open, beginAs }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await beginAs(role);
      await open(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
      expect(await graveFindings(page)).toEqual([]);
    });
  }

  for (const paths of [
    ["/", "/procedures", "/postal-catalog", "/decisions", "/changeSets", "/posted-list"],
    ["/count-sheet/grid", "/periods", "/not-reported", "/tasks"],
    ["/targetSets", "/scorecard", "/scorecard?criterion=T2A", "/chase"],
  ])
    it(`has none on a phone either, in English, on ${paths.join(" ")}`, async ({ page, open, signInAs }) => {
      await signInAs(LEADER);
      await page.getByRole("button", { name: "English" }).click();
      await page.waitForFunction(() => document.documentElement.lang === "en");
      await page.setViewportSize({ width: 390, height: 844 });
      for (const path of paths) {
        await open(path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.waitForLoadState("networkidle");
        expect([path, await graveFindings(page)]).toEqual([path, []]);
      }
    });

  it("has the roles of a grid in what is shipped, and no serious finding around it", async ({
    page,
    open,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await open("/procedures/grid");
    await page.waitForFunction(() => document.querySelector("#glide-cell-2-2")?.textContent?.length);
    const roles = await rolesOf(page);
    expect(roles.grid).toBe(1);
    expect(roles.row).toBeGreaterThan(10);
    expect(roles.columnheader).toBeGreaterThan(5);
    expect(roles.gridcell).toBeGreaterThan(60);
    expect(await graveFindings(page)).toEqual([]);
  });

  it("takes a sign-in, an edit, its save with a reason and its undoing from the keyboard alone", async ({
    page,
    open,
  }) => {
    await open("/login");
    await page.getByRole("button", { name: CATALOG }).waitFor();
    await tabTo(page, CATALOG);
    await page.keyboard.press("Enter");
    await page.getByRole("navigation", { name: "Menu", exact: true }).waitFor();
    await open("/procedures/grid");
    await page.waitForFunction(() => document.querySelector("#glide-cell-2-2")?.textContent?.length);
    // The grid has the focus when it opens.
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("Tên gõ bằng bàn phím");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("Không dùng chuột");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByText(/Đã lưu 1 dòng/).waitFor();
    await open("/changeSets");
    await page.getByText("Không dùng chuột").first().waitFor();
    await tabTo(page, /^#?\d[\d.]*$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/changeSets\/\d+\/show/);
    await page.getByText("Tên gõ bằng bàn phím").first().waitFor();
    await tabTo(page, /^Lý do/);
    await page.keyboard.type("Thử bằng bàn phím");
    await tabTo(page, /^Hoàn tác 1 dòng$/);
    await page.keyboard.press("Enter");
    await page.getByText(/Đã hoàn tác 1 dòng/).waitFor();
  });
});
