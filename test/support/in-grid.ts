import type { Browser } from "playwright-core";
import { GridPage } from "../browser/grid-harness/grid-page";
import { buildHarness, serveHarness } from "../browser/grid-harness/serve-harness";
import { BrowserPerson } from "./browser-person";
import { inChromium, launchChromium } from "./chromium";
import { madeOnce } from "./worker-folder";

/** One case: a person at the grid, alone with it on a page of its own. */
export type GridCase = (title: string, run: (grid: GridPage, url: string) => Promise<void>) => void;

/** Declares tests of the grid by itself: one browser for all of them, which forgets after each, and no error on any page. */
export function inGrid(title: string, tests: (it: GridCase) => void): void {
  inChromium(title, () => {
    let browser: Browser;
    let harness: { url: string; close(): Promise<void> };
    let person: BrowserPerson;
    let grid: GridPage;

    beforeAll(async () => {
      [harness, browser] = await Promise.all([serveHarness(await madeOnce("harness", buildHarness)), launchChromium()]);
      person = await BrowserPerson.begin(browser, harness.url, { locale: "vi-VN" });
    });
    afterAll(async () => {
      await browser?.close();
      await harness?.close();
    });
    beforeEach(async () => {
      grid = await GridPage.open(person.context, harness.url);
    });
    afterEach(async () => {
      await person.forget();
      expect(grid.errors).toEqual([]);
    });

    tests((name, run) => it(name, () => run(grid, harness.url)));
  });
}
