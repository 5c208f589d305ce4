import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { makeApp } from "../../server/app";
import { findMariadb, startMariadb } from "../support/mariadb-server";
import { createConnection } from "mysql2/promise";
import { fillForBench } from "./data";
import { WORKING_DATE } from "./page";
import { benchReads, type ReadResult } from "./read";
import { benchWrites, type WriteResult } from "./write";

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
  reads: ReadResult;
  writes: WriteResult;
}

async function bench(engine: string, url: string): Promise<Outcome> {
  const app = await makeApp(settings(url));
  await fillForBench(app);
  const writes = await benchWrites(app);
  await app.close();
  return { engine, writes, reads: await benchReads(url) };
}

const two = (n: number): string => n.toFixed(2);
const spread = (values: number[]): string => `${two(Math.min(...values))}–${two(Math.max(...values))}`;

function table(outcomes: Outcome[]): string {
  const reads = outcomes.map(({ engine, reads }) => {
    const { ours, split, joined } = reads.figures;
    return `| ${engine} | ${ours.rate.toFixed(0)} | ${split.rate.toFixed(0)} | ${joined.rate.toFixed(0)} | **${two(reads.ratio)}** (${spread(reads.ratios)}) | ${ours.p99.toFixed(0)} / ${split.p99.toFixed(0)} / ${joined.p99.toFixed(0)} |`;
  });
  const writes = outcomes.map(
    ({ engine, writes }) =>
      `| ${engine} | ${writes.ours.toFixed(1)} | ${writes.byHand.toFixed(1)} | **${two(writes.ratio)}** (${spread(writes.ratios)}) |`,
  );
  return [
    `Measured ${new Date().toISOString().slice(0, 10)} on Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model.trim()}), load generator on the same cores.`,
    "",
    `Page of 100 procedures (${outcomes[0].reads.bytes} bytes), 10 connections, median of 5 interleaved rounds, requests per second:`,
    "",
    "| engine | ours | hand-written, one statement per table | hand-written, joins | ours to the better one (range) | p99 ms, in that order |",
    "| --- | --- | --- | --- | --- | --- |",
    ...reads,
    "",
    "500 changes with different values as one change set through GraphQL, median ms of 7 rounds:",
    "",
    "| engine | ours | hand-written SQL, same rows and history | ours to hand-written (range) |",
    "| --- | --- | --- | --- |",
    ...writes,
    "",
  ].join("\n");
}

async function main(): Promise<void> {
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
  const text = table(outcomes);
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
