/** The two databases the product runs on. Every API test runs unchanged on both. */
export type Engine = "sqlite" | "mariadb";

const TITLES: Record<Engine, string> = { sqlite: "on SQLite", mariadb: "on MariaDB" };

/** Where the private MariaDB server listens, `mariadb://user:password@127.0.0.1:port/`; undefined where none runs. */
export const mariadbUrl: string | undefined = process.env.DANH_MUC_MARIADB_URL || undefined;

/** The engines that can be used in this run. */
export const engines: readonly Engine[] = mariadbUrl ? ["sqlite", "mariadb"] : ["sqlite"];

/** Declares the same tests once per engine. Without MariaDB its half is declared as skipped, so it is counted. */
export function eachEngine(tests: (engine: Engine) => void): void {
  for (const engine of ["sqlite", "mariadb"] as const) {
    const declare = engines.includes(engine) ? describe : describe.skip;
    declare(TITLES[engine], () => tests(engine));
  }
}
