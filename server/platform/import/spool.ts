import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { RowResult } from "./row-result";

/** Results of rows kept in a file beside the upload until they are asked for: memory holds none of them. */
export class Spool {
  private out: WriteStream | null = null;
  count = 0;

  constructor(private readonly path: string) {}

  /** Begins anew: a unit of work that runs again finds everything again. */
  async restart(): Promise<void> {
    await this.close();
    this.count = 0;
    this.out = createWriteStream(this.path);
  }

  async add(results: readonly RowResult[]): Promise<void> {
    this.count += results.length;
    const text = results.map((r) => `${oneLine(r)}\n`).join("");
    if (text !== "" && !this.out!.write(text)) await once(this.out!, "drain");
  }

  /** The results in the file's order. */
  async *rows(): AsyncGenerator<RowResult> {
    for await (const line of this.lines()) yield JSON.parse(line) as RowResult;
  }

  /** The same as they are kept: one JSON text each. */
  async *lines(): AsyncGenerator<string> {
    await this.close();
    if (this.count === 0) return;
    yield* createInterface({ input: createReadStream(this.path), crlfDelay: Infinity });
  }

  async remove(): Promise<void> {
    await this.close();
    await rm(this.path, { force: true });
  }

  private async close(): Promise<void> {
    const { out } = this;
    this.out = null;
    if (!out) return;
    out.end();
    await once(out, "close");
  }
}

/** JSON in one line for whoever reads lines: two separators of Unicode end a line too, and JSON leaves them as they are. */
const oneLine = (result: RowResult): string =>
  JSON.stringify(result).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
