import { findChromium } from "./chromium";
import { findMariadb, type PrivateMariadb, startMariadb } from "./mariadb-server";
import { memoryRoot, RUN_PREFIX, sweep } from "./memory-root";
import { findSoffice } from "./soffice";

declare global {
  var danhMucMariadb: PrivateMariadb | undefined;
}

/**
 * Once before all tests: finds what is installed and tells the tests by environment variables.
 * `DANH_MUC_ENGINES=sqlite` leaves MariaDB out for a quick turn at the desk.
 */
export default async function beforeAllTests(): Promise<void> {
  const root = memoryRoot();
  sweep(root, RUN_PREFIX);
  process.env.DANH_MUC_TEST_ROOT = root;
  process.env.DANH_MUC_TEST_RUN = String(process.pid);
  const chromium = findChromium();
  if (chromium) process.env.DANH_MUC_CHROMIUM = chromium;
  const soffice = findSoffice();
  if (soffice) process.env.DANH_MUC_SOFFICE = soffice;
  if (process.env.DANH_MUC_MARIADB_URL || process.env.DANH_MUC_ENGINES === "sqlite") return;
  const programs = findMariadb();
  if (!programs) return;
  const server = await startMariadb(programs);
  globalThis.danhMucMariadb = server;
  process.env.DANH_MUC_MARIADB_URL = server.url;
  process.once("exit", () => server.stopNow());
}
