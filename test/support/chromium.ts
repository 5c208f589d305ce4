import { existsSync } from "node:fs";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

/** Debian's headless shell first: it draws the page and no window around it, which is a third of the work. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Quiet and self-contained: nothing is fetched, reported or updated while a test runs. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The installed browser: `CHROMIUM`, or the usual places. */
export function findChromium(): string | undefined {
  const wanted = process.env.CHROMIUM;
  if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM=${wanted}: no such file`);
  return wanted || PLACES.find((path) => existsSync(path));
}

/** Declares tests that drive the admin in a browser. Without one they are declared as skipped, so they are counted. */
export function inChromium(title: string, tests: () => void): void {
  const declare = findChromium() ? describe : describe.skip;
  declare("in Chromium", () => describe(title, tests));
}

/** Close the browser in afterAll: jest waits for it. */
export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: FLAGS, ...options });
}
