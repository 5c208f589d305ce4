import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import type { Role } from "../../server/platform/policy/policy";
import { startServer, type RunningServer } from "../browser/admin-harness/server";
import { BrowserPerson } from "./browser-person";
import { inChromium, launchChromium } from "./chromium";

/** The buttons of the demo's sign-in page. */
export const CATALOG = /^Cán bộ kiểm soát TTHC/;
export const LEADER = /^Lãnh đạo/;
export const FINANCE = /^Tài chính/;
export const AGENCY = /^Cán bộ cơ quan/;
export const ADMINISTRATOR = /^Quản trị/;
const ROLES = new Map<RegExp, Role>([
  [CATALOG, "CATALOG"],
  [LEADER, "LEADER"],
  [FINANCE, "FINANCE"],
  [AGENCY, "AGENCY"],
  [ADMINISTRATOR, "ADMINISTRATOR"],
]);

/** A person's browser on the demo, signed out at first. */
export interface Visit {
  server: RunningServer;
  context: BrowserContext;
  page: Page;
  /** What the page said in the console that it should not have to say. */
  complaints: string[];
  /** Every request that left the page: its address and body. */
  asked: string[];
  open(path: string): Promise<unknown>;
  heading(name: string | RegExp): Locator;
  /** Signs in by a button of the sign-in page, and stands on that person's home. */
  signInAs(role: RegExp): Promise<void>;
  /** Is signed in without going through the sign-in page; the next page that is opened knows it. */
  beginAs(role: RegExp): Promise<void>;
  /** By how many pixels the page is wider than the screen. */
  overflow(): Promise<number>;
}

export type AdminCase = (title: string, run: (visit: Visit) => Promise<void>) => void;

/** Declares tests of the built admin on the demo: one server and one browser for all of them, which forgets after each. */
export function inAdmin(title: string, tests: (it: AdminCase) => void): void {
  inChromium(title, () => {
    let server: RunningServer;
    let browser: Browser;
    let person: BrowserPerson;
    let visit: Visit;

    beforeAll(async () => {
      [server, browser] = await Promise.all([startServer(), launchChromium()]);
      person = await BrowserPerson.begin(browser, server.url);
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });
    beforeEach(async () => {
      visit = await beginVisit(server, person);
    });
    afterEach(() => person.forget());

    tests((name, run) => it(name, () => run(visit)));
  });
}

async function beginVisit(server: RunningServer, person: BrowserPerson): Promise<Visit> {
  const { context } = person;
  const page = await person.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  const open = (path: string) => page.goto(server.url + path);
  return {
    server,
    context,
    page,
    complaints,
    asked,
    open,
    heading: (name) => page.getByRole("heading", { level: 1, name }),
    signInAs: async (role) => {
      await open("/login");
      await page.getByRole("button", { name: role }).click();
      const menu = page.getByRole("navigation", { name: "Menu", exact: true });
      await menu.or(page.locator(".bottom-bar")).first().waitFor();
    },
    beginAs: async (role) => {
      const query = "mutation ($role: Role!) { signInDemo(role: $role) { permissions } }";
      const data = { query, variables: { role: ROLES.get(role) } };
      const answer = await context.request.post(`${server.url}/graphql`, { data });
      const text = await answer.text();
      if (text.includes('"errors"')) throw new Error(text);
    },
    overflow: () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  };
}
