import { transformSync } from "@swc/core";
import type { MigrationInterface } from "typeorm";
import { className, keepingReferences, migrationSource } from "../../schema/new-migration";
import { migrations } from "../../server/migrations";
import { drift, migrate, revert } from "../../server/platform/db/migrate";
import { open, type Opened } from "../../server/platform/db/open";
import { tablesFrom, type Table } from "../../server/platform/db/tables";
import { difference, type Steps } from "../../server/platform/db/write-migration";
import { makeRegistry } from "../../server/schema";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { eachEngine } from "../support/engines";

const tables = tablesFrom(makeRegistry());

/** A table as a new resource would have it: ids and names like a sector's, and a reference to one. */
function newTable(): Table {
  const sector = tables.find((t) => t.name === "sector")!;
  const channel = tables.find((t) => t.name === "channel")!;
  const reference = channel.columns.find((c) => c.name === "procedure_id")!;
  return {
    ...sector,
    name: "trial",
    columns: [...sector.columns, { ...reference, name: "sector_id" }],
    uniques: [{ name: "uq_trial__name_vi", columns: ["name_vi"] }],
    indexes: [{ name: "ix_trial__sector", columns: ["sector_id"] }],
    foreignKeys: [{ name: "fk_trial__sector", column: "sector_id", table: "sector" }],
  };
}

/** A sector with a field more: a column of a table that has rows and is referred to. */
function withColumn(): Table[] {
  const sector = tables.find((t) => t.name === "sector")!;
  const note = { ...sector.columns.find((c) => c.name === "source")!, name: "remark" };
  return [...tables.filter((t) => t !== sector), { ...sector, columns: [...sector.columns, note] }];
}

/** The class that the written text makes. */
function classOf(name: string, timestamp: number, steps: Steps): new () => MigrationInterface {
  const source = migrationSource(name, timestamp, { sqlite: steps, mariadb: steps });
  const options = { jsc: { parser: { syntax: "typescript" } }, module: { type: "commonjs" } } as const;
  const module = { exports: {} as Record<string, new () => MigrationInterface> };
  new Function("exports", "module", transformSync(source, options).code)(module.exports, module);
  return module.exports[className(name, timestamp)];
}

test("the class is named after the step and its moment", () => {
  expect(className("create-holiday", 1795561613890)).toBe("CreateHoliday1795561613890");
});

eachEngine((engine) => {
  const databases: TestDatabase[] = [];
  const clone = async (): Promise<string> => {
    const made = await cloneDatabase(engine, "demo");
    databases.push(made);
    return made.url;
  };
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });
  const sectors = async ({ database }: Opened) => (await database.read("SELECT * FROM sector ORDER BY id")).length;

  test.each([
    ["a table that refers to another", [...tables, newTable()]],
    ["a column of a table with rows", withColumn()],
  ])("%s: the written step goes up, down and up again on data and leaves no drift", async (_what, declared) => {
    const steps = keepingReferences(await difference(await clone(), declared, migrations));
    expect(steps.up.length).toBeGreaterThan(0);
    const step = classOf("create-trial", 1895561613890, steps);
    const opened = await open(await clone(), declared, [...migrations, step]);
    const before = await sectors(opened);
    expect(before).toBeGreaterThan(10);
    await migrate(opened.source);
    expect(await drift(opened.source)).toEqual([]);
    await revert(opened.source);
    expect((await drift(opened.source)).length).toBeGreaterThan(0);
    await migrate(opened.source);
    expect(await drift(opened.source)).toEqual([]);
    expect(await sectors(opened)).toBe(before);
    await opened.database.close();
  });

  test("where nothing is missing there is nothing to write", async () => {
    expect(await difference(await clone(), tables, migrations)).toEqual({ up: [], down: [] });
  });
});
