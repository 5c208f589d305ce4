import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "../../../server/platform/errors/refusal";
import { openSheet } from "../../../server/platform/sheet/open-sheet";
import type { OpenSheet, SheetColumn, SheetRow, SheetValue, SheetWriter } from "../../../server/platform/sheet/sheet";

/** A folder of files for one test file. */
export class SheetFiles {
  readonly folder = mkdtempSync(join(tmpdir(), "danh-muc-sheet-"));
  private count = 0;

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  path(): string {
    return join(this.folder, String(this.count++));
  }

  write(content: string | Buffer): string {
    const path = this.path();
    writeFileSync(path, content);
    return path;
  }

  /** The file a writer makes of rows. */
  async written(
    make: (out: NodeJS.WritableStream & import("node:stream").Writable) => SheetWriter,
    rows: Iterable<SheetValue[]>,
  ): Promise<string> {
    const path = this.path();
    const writer = make(createWriteStream(path));
    for (const row of rows) await writer.row(row);
    await writer.end();
    return path;
  }

  async read(content: string | Buffer, name = "bảng.csv"): Promise<OpenSheet & { all: SheetRow[] }> {
    return readAll(this.write(content), name);
  }
}

export async function readAll(path: string, name: string, sheet?: string): Promise<OpenSheet & { all: SheetRow[] }> {
  const opened = await openSheet(path, name, { sheet });
  const all: SheetRow[] = [];
  for await (const row of opened.rows()) all.push(row);
  return { ...opened, all };
}

/** Why the file is refused; fails where it is not. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; reason: string }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, reason: error.reason };
    throw error;
  }
  throw new Error("It was not refused.");
}

export const textColumns = (count: number): SheetColumn[] =>
  Array.from({ length: count }, (_, i) => ({ header: `Cột ${i + 1}`, kind: "text" }));

/** A row as it must read back: nothing after its last value. */
export function trimmed(values: SheetValue[]): SheetValue[] {
  const made = values.map((value) => (value === "" ? null : value));
  while (made.length > 0 && made[made.length - 1] === null) made.pop();
  return made;
}
