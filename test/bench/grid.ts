import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { GridPage } from "../browser/grid-harness/grid-page";
import { buildHarness, serveHarness } from "../browser/grid-harness/serve-harness";
import { findChromium, launchChromium } from "../support/chromium";

const PASTES = 7;
/** The first ones do not count: code that has just been loaded is not yet compiled. */
const WARM_UP = 2;
const FRAMES = 300;
const ROWS = 100_000;

export interface Times {
  median: number;
  p95: number;
  most: number;
}

export interface GridResult {
  rows: number;
  staged: { title: string; times: Times; asked: string }[];
  scrolled: { title: string; times: Times }[];
}

function timesOf(values: number[]): Times {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}

/** Five columns of a thousand rows, as a spreadsheet puts them on the clipboard; other values each time. */
const block = (round: number): string =>
  Array.from({ length: 1000 }, (_, n) =>
    [
      `Huyện; Xã`,
      String((n + round) % 60),
      `${(n % 800) + round}.000`,
      "Trả",
      `${(n % 28) + 1}/${(round % 12) + 1}/2018`,
    ].join("\t"),
  ).join("\r\n");

/** From the paste of the real clipboard until the grid has drawn the cells and says how many rows wait. */
async function paste(grid: GridPage, round: number): Promise<number> {
  await grid.page.evaluate((text) => navigator.clipboard.writeText(text), block(round));
  await grid.at("tiers", 0);
  // It listens before the key is pressed: keys and questions come to the page by different ways.
  await grid.page.evaluate(() => {
    const drawn = new Promise<number>((resolve) => {
      const begun = (): void => {
        const start = performance.now();
        const grid = document.querySelector(".bulk-grid")!;
        const look = (): void => {
          if (!grid.querySelector(".bulk-grid-panel")?.textContent?.includes("1.000 dòng")) return;
          watch.disconnect();
          // The frame that holds it has been drawn when the next one begins.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
        };
        const watch = new MutationObserver(look);
        watch.observe(grid, { subtree: true, childList: true, characterData: true });
      };
      document.addEventListener("paste", begun, { once: true, capture: true });
    });
    Object.assign(window, { drawn });
  });
  await grid.keys("Control+V");
  const taken = await grid.page.evaluate(() => (window as unknown as { drawn: Promise<number> }).drawn);
  await grid.keys("Control+Z");
  await grid.page.getByText("Chưa có thay đổi nào").waitFor();
  return taken;
}

/** The time between frames while the list is scrolled by so many pixels in each of them, as a wheel does. */
function scroll(page: Page, step: number): Promise<number[]> {
  return page.evaluate(
    ([by, frames]) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector(".dvn-scroller")!;
        scroller.scrollTop = 0;
        const times: number[] = [];
        let last = 0;
        const frame = (now: number): void => {
          if (last > 0) times.push(now - last);
          last = now;
          if (times.length === frames) return resolve(times);
          scroller.scrollTop += by;
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [step, FRAMES] as const,
  );
}

/** The grid by itself on its production build; null where there is no browser. */
export async function benchGrid(): Promise<GridResult | null> {
  if (!findChromium()) {
    console.log("Chromium is not installed: apt-get install chromium");
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), "grid-harness-"));
  await buildHarness(folder);
  const harness = await serveHarness(folder);
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "vi-VN" });
    const grid = await GridPage.open(context, harness.url);
    const scrolled = [];
    for (const [title, step] of [
      ["scrolled by a wheel, 60 px", 60],
      ["scrolled fast, 700 px", 700],
    ] as const) {
      await scroll(grid.page, step);
      scrolled.push({ title, times: timesOf(await scroll(grid.page, step)) });
    }
    const times: number[] = [];
    for (let round = 0; round < WARM_UP + PASTES; round++) {
      const taken = await paste(grid, round + 1);
      if (round >= WARM_UP) times.push(taken);
    }
    if (grid.errors.length > 0) throw new Error(grid.errors.join("\n"));
    return {
      rows: ROWS,
      staged: [{ title: "5,000 cells pasted", times: timesOf(times), asked: "under 300" }],
      scrolled,
    };
  } finally {
    await browser.close();
    await harness.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
