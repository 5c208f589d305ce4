import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Once after all tests: ends the MariaDB server that was started for them, and takes away the databases they cloned. */
export default async function afterAllTests(): Promise<void> {
  await globalThis.danhMucMariadb?.stop();
  // Folders are named by the parent of the process that made them: this one, or ours where jest runs in one process.
  const own = [process.pid, process.ppid].map((pid) => `danh-muc-test-${pid}-`);
  for (const name of readdirSync(tmpdir())) {
    if (own.some((prefix) => name.startsWith(prefix))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
