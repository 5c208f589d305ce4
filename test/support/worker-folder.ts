import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { RUN_PREFIX } from "./memory-root";

/** Names what one worker of jest makes for all its test files, by the run it belongs to. */
export const worker = `${process.env.DANH_MUC_TEST_RUN}-${process.env.JEST_WORKER_ID ?? "0"}`;

/** Taken away when the run ends. */
export const workerFolder = join(process.env.DANH_MUC_TEST_ROOT!, `${RUN_PREFIX}${worker}`);

/** A file or folder that is dear to make and only read: the first test file of a worker makes it, the others find it. */
export async function madeOnce(name: string, make: (path: string) => Promise<unknown>): Promise<string> {
  const path = join(workerFolder, name);
  if (existsSync(path)) return path;
  // Only what was made whole has its name.
  const unfinished = join(workerFolder, `${name}.new`);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(unfinished, { recursive: true, force: true });
  await make(unfinished);
  renameSync(unfinished, path);
  return path;
}
