import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { RUN_PREFIX } from "./memory-root";

/** Once after all tests: ends the MariaDB server that was started for them, and takes away the databases they cloned. */
export default async function afterAllTests(): Promise<void> {
  await globalThis.danhMucMariadb?.stop();
  const root = process.env.DANH_MUC_TEST_ROOT!;
  for (const name of readdirSync(root)) {
    if (name.startsWith(`${RUN_PREFIX}${process.pid}-`)) rmSync(join(root, name), { recursive: true, force: true });
  }
}
