/** Once after all tests: ends the MariaDB server that before-all.ts started, and removes its data. */
export default async function afterAllTests(): Promise<void> {
  await globalThis.danhMucMariadb?.stop();
  globalThis.danhMucMariadb = undefined;
}
