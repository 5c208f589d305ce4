import { createReadStream } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import type { RowResult } from "./row-result";

/** Results of rows kept in a file beside the upload until they are asked for: memory holds none of them. */
export class Spool {
  private out: FileHandle | null = null;
  count = 0;

  constructor(private readonly path: string) {}

  /** Begins anew: a unit of work that runs again finds everything again. */
  async restart(): Promise<void> {
    await this.end();
    this.count = 0;
    this.out = await open(this.path, "w");
  }

  async add(results: readonly RowResult[]): Promise<void> {
    this.count += results.length;
    await this.out!.appendFile(results.map((r) => `${JSON.stringify(r)}\n`).join(""));
  }

  /** Nothing more is added. Whoever does not come for the results leaves no file open. */
  async end(): Promise<void> {
    const { out } = this;
    this.out = null;
    await out?.close();
  }

  /** The results in the file's order. */
  async *rows(): AsyncGenerator<RowResult> {
    for await (const line of this.lines()) yield JSON.parse(line) as RowResult;
  }

  /** The same as they are kept: one JSON text each. A reader who stops in the middle leaves no file open either. */
  async *lines(): AsyncGenerator<string> {
    if (this.count === 0) return;
    let begun = "";
    for await (const text of createReadStream(this.path, "utf8") as AsyncIterable<string>) {
      const lines = (begun + text).split("\n");
      begun = lines.pop()!;
      yield* lines;
    }
  }
}
