import type { BrowserContext, CDPSession, Page } from "playwright-core";
import type { RowsInMemory } from "./rows-in-memory";

/** The columns of the harness with their widths, in the order of the screen. */
const WIDTHS = {
  code: 90,
  name: 298,
  sector: 108,
  agency: 170,
  tiers: 90,
  days: 100,
  fee: 90,
  legs: 90,
  from: 100,
  source: 100,
  present: 100,
};
export type Field = keyof typeof WIDTHS;
const FIELDS = Object.keys(WIDTHS) as Field[];
/** Six digits of row number. */
const MARKER = 64;

/** A person at the grid of the harness. Cells are read from the canvas's own table of cells, as screen readers do. */
export class GridPage {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly cdp: CDPSession,
    readonly errors: string[],
  ) {}

  static async open(context: BrowserContext, url: string): Promise<GridPage> {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    const grid = new GridPage(context, page, await context.newCDPSession(page), errors);
    await grid.go(url);
    return grid;
  }

  async go(url: string): Promise<void> {
    await this.page.goto(url);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.page.waitForSelector("#glide-cell-1-0", { state: "attached" });
  }

  /** Selects a cell of the first screen by its position, with the keyboard. */
  async at(field: Field, row: number): Promise<void> {
    await this.keys("Control+Home");
    for (let n = 0; n < row; n++) await this.keys("ArrowDown");
    for (let n = 0; n < FIELDS.indexOf(field); n++) await this.keys("ArrowRight");
  }

  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type = (text: string) => this.page.keyboard.type(text);

  /** Waits until a cell shows a text with its state in words; the table of cells follows the canvas after a moment. */
  async shows(field: Field, row: number, expected: string | RegExp): Promise<void> {
    const cell = this.page.locator(`#glide-cell-${FIELDS.indexOf(field) + 1}-${row}`);
    let shown = "";
    for (let tries = 0; tries < 120; tries++) {
      shown = (await cell.count()) === 0 ? "" : ((await cell.textContent()) ?? "");
      if (typeof expected === "string" ? shown === expected : expected.test(shown)) return;
      await this.page.waitForTimeout(75);
    }
    throw new Error(`${field} of row ${row} shows “${shown}” and not “${expected}”`);
  }

  /** The middle of a cell of the unscrolled grid. */
  async point(field: Field, row: number): Promise<{ x: number; y: number }> {
    const box = await this.page.locator("canvas[data-testid=data-grid-canvas]").boundingBox();
    const before = FIELDS.slice(0, FIELDS.indexOf(field)).reduce((sum, each) => sum + WIDTHS[each], 0);
    return { x: (box?.x ?? 0) + MARKER + before + WIDTHS[field] / 2, y: (box?.y ?? 0) + 32 + 28 * row + 14 };
  }

  /** The colour of the canvas at a distance from a cell's upper left corner. */
  async colour(field: Field, row: number, dx: number, dy: number): Promise<string> {
    const { x, y } = await this.point(field, row);
    return this.page.evaluate(
      ([left, top]) => {
        const canvas = document.querySelector<HTMLCanvasElement>(
          "canvas[data-testid=data-grid-canvas]",
        ) as HTMLCanvasElement;
        const box = canvas.getBoundingClientRect();
        const scale = canvas.width / box.width;
        const [r, g, b] =
          canvas.getContext("2d")?.getImageData((left - box.x) * scale, (top - box.y) * scale, 1, 1).data ?? [];
        return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
      },
      [x - WIDTHS[field] / 2 + dx, y - 14 + dy] as const,
    );
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate((content) => navigator.clipboard.writeText(content), text);
    await this.keys("Control+V");
  }

  async copied(): Promise<string> {
    await this.keys("Control+C");
    await this.page.waitForTimeout(100);
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  panel = () => this.page.locator(".bulk-grid-panel").innerText();

  /** Runs in the page with the rows that play the server. */
  server<T, A = undefined>(run: (rows: RowsInMemory, argument: A) => T, argument?: A): Promise<T> {
    return this.page.evaluate(
      ([source, given]) => (0, eval)(`(${source})`)((window as unknown as { rows: unknown }).rows, given),
      [run.toString(), argument] as const,
    ) as Promise<T>;
  }
}
