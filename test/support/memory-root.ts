import { accessSync, constants, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const GIGABYTE = 1024 ** 3;

/** Begins the names of folders that the tests of a run share; the process of the run follows. */
export const RUN_PREFIX = "danh-muc-test-";

/** Where tests keep databases: in memory where there is room, since they are loaded hundreds of times and each save is synced. */
export function memoryRoot(): string {
  try {
    accessSync("/dev/shm", constants.W_OK);
    const { bavail, bsize } = statfsSync("/dev/shm");
    if (bavail * bsize >= GIGABYTE) return "/dev/shm";
  } catch {
    // No such folder: any temporary folder does.
  }
  return tmpdir();
}

/** Folders are named by what they hold and the process they are for. A run that was killed cannot clean up; the next one does. */
export function sweep(root: string, prefix: string): void {
  for (const name of readdirSync(root)) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split("-")[0]) : 0;
    if (!owner) continue;
    try {
      process.kill(owner, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") rmSync(join(root, name), { recursive: true, force: true });
    }
  }
}
