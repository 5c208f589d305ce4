import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { startServer, type RunningServer } from "../browser/admin-harness/server";
import { inChromium, launchChromium } from "./chromium";

/** The buttons of the demo's sign-in page. */
export const CATALOG = /^Cán bộ kiểm soát TTHC/;
export const LEADER = /^Lãnh đạo/;

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
  signInAs(role: RegExp): Promise<void>;
  /** By how many pixels the page is wider than the screen. */
  overflow(): Promise<number>;
}

export type AdminCase = (title: string, run: (visit: Visit) => Promise<void>) => void;

/** Declares tests of the built admin on the demo: one server for all of them, a browser context of its own for each. */
export function inAdmin(title: string, tests: (it: AdminCase) => void): void {
  inChromium(title, () => {
    let server: RunningServer;
    let browser: Browser;
    let visit: Visit;

    beforeAll(async () => {
      [server, browser] = await Promise.all([startServer(), launchChromium()]);
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });
    beforeEach(async () => {
      visit = await beginVisit(server, browser);
    });
    afterEach(async () => {
      await visit?.context.close();
    });

    tests((name, run) => it(name, () => run(visit)));
  });
}

async function beginVisit(server: RunningServer, browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
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
    overflow: () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  };
}
