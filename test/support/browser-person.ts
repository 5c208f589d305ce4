import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

/**
 * One browser context for all tests of a group, so that the page's scripts are fetched and compiled once. Each test begins
 * as if the browser were new: no page, no cookie, no permission, nothing stored under the address of the site.
 */
export class BrowserPerson {
  private constructor(
    readonly context: BrowserContext,
    private readonly origin: string,
  ) {}

  static async begin(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<BrowserPerson> {
    // What moves is drawn sixty times a second, and that is all a test would see of it.
    const quiet = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" } as const;
    const context = await browser.newContext({ ...quiet, ...options });
    return new BrowserPerson(context, new URL(address).origin);
  }

  /** A page on which nothing was opened yet. */
  newPage(): Promise<Page> {
    return this.context.newPage();
  }

  /** Leaves nothing behind for the next test but what the browser has fetched. */
  async forget(): Promise<void> {
    const { context, origin } = this;
    await Promise.all(context.pages().map((page) => page.close()));
    await Promise.all([context.setOffline(false), context.clearCookies(), context.clearPermissions()]);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Storage.clearDataForOrigin", { origin, storageTypes: "local_storage,indexeddb,cache_storage" });
    await page.close();
  }
}
