import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { makeApp } from "../../server/app";
import { findMariadb, startMariadb } from "../support/mariadb-server";
import { createConnection } from "mysql2/promise";
import { fillForBench } from "./data";
import { WORKING_DATE } from "./page";
import { benchCounts } from "./counts";
import { countsTable } from "./counts-table";
import { benchReads, type ReadResult } from "./read";
import { benchGrid, type GridResult } from "./grid";
import { benchWrites, CELLS_5000, ROWS_500, type WriteResult } from "./write";

const settings = (databaseUrl: string) => ({
  host: "127.0.0.1",
  port: 0,
  databaseUrl,
  seed: "none" as const,
  admin: { email: "admin@bench.example", password: "only for the bench" },
  workingDate: WORKING_DATE,
  isProduction: true,
});

interface Outcome {
  engine: string;
  /** Absent where only the grid is asked for. */
  reads?: ReadResult;
  writes?: WriteResult;
  cells: WriteResult;
}

/** `npm run bench -- grid` measures the grid's part alone, `npm run bench -- counts` the counts'. */
const GRID_ONLY = process.argv.includes("grid");
const COUNTS_ONLY = process.argv.includes("counts");

async function bench(engine: string, url: string): Promise<Outcome> {
  const app = await makeApp(settings(url));
  await fillForBench(app);
  await app.http.listen({ host: "127.0.0.1", port: 0 });
  const writes = GRID_ONLY ? undefined : await benchWrites(app, ROWS_500);
  const cells = await benchWrites(app, CELLS_5000);
  await app.close();
  return { engine, writes, cells, reads: GRID_ONLY ? undefined : await benchReads(url) };
}

const two = (n: number): string => n.toFixed(2);
const spread = (values: number[]): string => `${two(Math.min(...values))}–${two(Math.max(...values))}`;

function readTable(outcomes: Outcome[]): string[] {
  const rows = outcomes.flatMap(({ engine, reads }) => {
    if (!reads) return [];
    const { ours, split, joined } = reads.figures;
    return `| ${engine} | ${ours.rate.toFixed(0)} | ${split.rate.toFixed(0)} | ${joined.rate.toFixed(0)} | **${two(reads.ratio)}** (${spread(reads.ratios)}) | ${ours.p99.toFixed(0)} / ${split.p99.toFixed(0)} / ${joined.p99.toFixed(0)} |`;
  });
  if (rows.length === 0) return [];
  return [
    `Page of 100 procedures (${outcomes[0].reads!.bytes} bytes), 10 connections, median of 5 interleaved rounds, requests per second:`,
    "",
    "| engine | ours | hand-written, one statement per table | hand-written, joins | ours to the better one (range) | p99 ms, in that order |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ];
}

function writeTable(title: string, outcomes: Outcome[], of: (outcome: Outcome) => WriteResult | undefined): string[] {
  const rows = outcomes.flatMap((outcome) => {
    const result = of(outcome);
    if (!result) return [];
    const { ours, byHand, ratio, ratios } = result;
    return `| ${outcome.engine} | ${ours.toFixed(1)} | ${byHand.toFixed(1)} | **${two(ratio)}** (${spread(ratios)}) |`;
  });
  if (rows.length === 0) return [];
  return [
    `${title}, median ms of 7 rounds:`,
    "",
    "| engine | ours | hand-written SQL, same rows and history | ours to hand-written (range) |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ];
}

function gridTable({ staged, scrolled, rows }: GridResult): string[] {
  const one = (n: number): string => n.toFixed(1);
  return [
    `The grid in Chromium, production build, ${rows.toLocaleString("en")} rows:`,
    "",
    "| what | median ms | 95th percentile | slowest | asked |",
    "| --- | --- | --- | --- | --- |",
    ...staged.map(
      ({ title, times, asked }) =>
        `| ${title}, until they are drawn | **${one(times.median)}** | ${one(times.p95)} | ${one(times.most)} | ${asked} |`,
    ),
    ...scrolled.map(
      ({ title, times }) =>
        `| ${title}, a frame | **${one(times.median)}** | **${one(times.p95)}** | ${one(times.most)} | median under 17, 95th percentile under 34 |`,
    ),
    "",
  ];
}

const measured = (): string[] => [
  `Measured ${new Date().toISOString().slice(0, 10)} on Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model.trim()}), load generator on the same cores.`,
  "",
];

function table(outcomes: Outcome[], grid: GridResult | null): string {
  return [
    ...measured(),
    ...readTable(outcomes),
    ...writeTable("500 changes with different values as one change set through GraphQL", outcomes, (o) => o.writes),
    ...writeTable("5,000 cells of 1,000 rows as one change set through GraphQL", outcomes, (o) => o.cells),
    ...(grid ? gridTable(grid) : []),
  ].join("\n");
}

async function benchAll(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "danh-muc-bench-"));
  const outcomes: Outcome[] = [];
  try {
    outcomes.push(await bench("SQLite", `sqlite:${join(folder, "bench.sqlite")}`));
    const programs = findMariadb();
    if (programs) {
      const server = await startMariadb(programs);
      try {
        const connection = await createConnection(server.url);
        await connection.query("CREATE DATABASE bench CHARACTER SET utf8mb4");
        await connection.end();
        outcomes.push(await bench("MariaDB", `${server.url}bench`));
      } finally {
        await server.stop();
      }
    } else console.log("MariaDB is not installed: apt-get install mariadb-server");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return table(outcomes, await benchGrid());
}

async function main(): Promise<void> {
  const parts: string[] = [];
  if (!COUNTS_ONLY) parts.push(await benchAll());
  if (!GRID_ONLY) {
    const counts = await benchCounts();
    if (counts) parts.push([...measured(), ...countsTable(counts)].join("\n"));
  }
  const text = parts.join("\n");
  console.log(text);
  if (process.env.BENCH_OUT) writeFileSync(process.env.BENCH_OUT, text);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
