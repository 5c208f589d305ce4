import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RowResult } from "../../../server/platform/import/row-result";
import { Spool } from "../../../server/platform/import/spool";

const FDS = "/proc/self/fd";

/** Files below a folder that this process holds open. */
function openBelow(folder: string): string[] {
  return readdirSync(FDS).flatMap((fd) => {
    try {
      const path = readlinkSync(join(FDS, fd));
      return path.startsWith(folder) ? [path] : [];
    } catch {
      return [];
    }
  });
}

const row = (line: number): RowResult => ({
  line,
  key: "Dòng có \n xuống dòng, \u2028 và 😀 ".repeat(20),
  action: "SAME",
  cells: [],
  problems: [],
  texts: {},
});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "danh-muc-spool-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("results come back as they were added, and from the start after a restart", async () => {
  const spool = new Spool(join(folder, "rows"));
  for (const count of [3, 700]) {
    await spool.restart();
    const rows = Array.from({ length: count }, (_, i) => row(i));
    await spool.add(rows.slice(0, 2));
    await spool.add(rows.slice(2));
    await spool.end();
    const back: RowResult[] = [];
    for await (const result of spool.rows()) back.push(result);
    expect(back).toEqual(rows);
  }
});

(existsSync(FDS) ? test : test.skip)(
  "a reader who stops in the middle, or never comes, leaves no file open",
  async () => {
    const spool = new Spool(join(folder, "rows"));
    await spool.restart();
    await spool.add(Array.from({ length: 2000 }, (_, i) => row(i)));
    expect(openBelow(folder)).toHaveLength(1);
    await spool.end();
    expect(openBelow(folder)).toEqual([]);
    for await (const result of spool.rows()) if (result.line === 3) break;
    while (openBelow(folder).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  },
);

test("a disk that takes nothing is an error of whoever adds, and of nobody else", async () => {
  await expect(new Spool(join(folder, "gone", "rows")).restart()).rejects.toMatchObject({ code: "ENOENT" });
});
