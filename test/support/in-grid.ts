import type { Browser } from "playwright-core";
import { GridPage } from "../browser/grid-harness/grid-page";
import { serveHarness } from "../browser/grid-harness/serve-harness";
import { inChromium, launchChromium } from "./chromium";

/** One case: a person at the grid, alone with it on a page of its own. */
export type GridCase = (title: string, run: (grid: GridPage, url: string) => Promise<void>) => void;

/** Declares tests of the grid by itself: one build and one browser for all of them, a fresh page for each, and no error on any. */
export function inGrid(title: string, tests: (it: GridCase) => void): void {
  inChromium(title, () => {
    let browser: Browser;
    let harness: { url: string; close(): Promise<void> };
    let grid: GridPage;

    beforeAll(async () => {
      [harness, browser] = await Promise.all([serveHarness(), launchChromium()]);
    });
    afterAll(async () => {
      await browser?.close();
      await harness?.close();
    });
    beforeEach(async () => {
      grid = await GridPage.open(browser, harness.url);
    });
    afterEach(async () => {
      expect(grid.errors).toEqual([]);
      await grid.close();
    });

    tests((name, run) => it(name, () => run(grid, harness.url)));
  });
}
