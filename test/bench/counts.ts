import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { createConnection } from "mysql2/promise";
import { makeApp, type App } from "../../server/app";
import { differences } from "../../server/platform/changes/recount";
import { findMariadb, startMariadb } from "../support/mariadb-server";
import { makeProvince, MONTHS, type Province } from "./count-province";
import { benchScorecards, type ReadFigures } from "./count-reads";
import { loadCounts } from "./count-rows";
import { staff } from "./data";

/** Counts that an office has after many years, and those of one that has begun. */
const MANY = 10_000_000;
const FEW = 100_000;
const PUSHED = 10_000;
const AT_ONCE = 5_000;
const ROUNDS = 5;
/** Rounds that do not count. */
const WARM_UP = 1;
const WORKING_DATE = "2019-07-20";

/** Gigabytes that must be free: the data take four, and building their indexes one more. */
const ROOM = 6;

const PUSH = `mutation Push($changes: [CountChange!]!) {
  changeCounts(changes: $changes, note: "bench") { changeSet { id } rows { id } problems { code messageEn } }
}`;

export interface CountsResult {
  rows: number[];
  scorecards: ReadFigures[];
  push: { few: number; many: number; ratio: number; ratios: number[] };
}

interface Side {
  app: App;
  province: Province;
  cookie: string;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Ten million counts on a MariaDB server of the bench's own, on disk, and a hundred thousand beside them. */
export async function benchCounts(): Promise<CountsResult | null> {
  const programs = findMariadb();
  if (!programs) return null;
  const { bavail, bsize } = statfsSync(tmpdir());
  if ((bavail * bsize) / 1024 ** 3 < ROOM) {
    console.log(`The bench of counts needs ${ROOM} GB in ${tmpdir()}.`);
    return null;
  }
  const server = await startMariadb(programs, { bufferPool: 2048, log: 512, onDisk: true });
  const sides: Side[] = [];
  try {
    const few = await makeSide(server.url, "few", FEW);
    sides.push(few);
    const wrong = await differences(few.app.database, few.app.services.registry, 1);
    if (wrong.length > 0) throw new Error(`the roll-ups are not what the counts say: ${JSON.stringify(wrong[0])}`);
    const many = await makeSide(server.url, "many", MANY);
    sides.push(many);
    const scorecards = await benchScorecards(many.app, (query, variables) => ask(many, query, variables));
    return { rows: [FEW, MANY], scorecards, push: await benchPush(few, many) };
  } finally {
    for (const { app } of sides) await app.close();
    await server.stop();
  }
}

async function makeSide(url: string, name: string, rows: number): Promise<Side> {
  const connection = await createConnection(url);
  try {
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    const app = await makeApp({
      host: "127.0.0.1",
      port: 0,
      databaseUrl: `${url}${name}`,
      seed: "none",
      admin: null,
      workingDate: WORKING_DATE,
      isProduction: true,
    });
    const province = await makeProvince(app);
    const start = performance.now();
    await connection.query(`USE ${name}`);
    await loadCounts(connection, province, rows);
    console.log(`${rows.toLocaleString("en")} counts loaded in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    await app.http.listen({ host: "127.0.0.1", port: 0 });
    const person = await staff(app);
    const cookie = `__Host-danh_muc_session=${(await app.services.sessions.open(person)).secret}`;
    return { app, province, cookie };
  } finally {
    await connection.end();
  }
}

async function ask(side: Side, query: string, variables: object): Promise<Record<string, unknown>> {
  const { port } = side.app.http.server.address() as { port: number };
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: side.cookie },
    body: JSON.stringify({ query, variables }),
  });
  const reply = (await answer.json()) as { data?: Record<string, unknown>; errors?: unknown };
  if (!reply.data || reply.errors) throw new Error(JSON.stringify(reply.errors));
  return reply.data;
}

/** A new month's counts pushed in batches, to both databases in turn. */
async function benchPush(few: Side, many: Side): Promise<CountsResult["push"]> {
  const times: { few: number[]; many: number[] } = { few: [], many: [] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const inTurn = round % 2 === 0 ? ([few, many] as const) : ([many, few] as const);
    for (const side of inTurn) {
      const time = await push(side, round);
      if (round >= WARM_UP) times[side === few ? "few" : "many"].push(time);
    }
  }
  const ratios = times.many.map((time, i) => time / times.few[i]);
  return { few: median(times.few), many: median(times.many), ratio: median(ratios), ratios };
}

async function push(side: Side, round: number): Promise<number> {
  const { lines, periods } = side.province;
  const period = periods[MONTHS.length + round];
  const step = Math.floor(lines.length / PUSHED);
  const counts = Array.from({ length: PUSHED }, (_, i) => {
    const { procedure, unit, agency, place, receiver } = lines[i * step];
    const figures = { receivedCounter: i % 40, receivedPost: i % 3, receivedOnline: i % 5 };
    const results = { returnedCounter: i % 30, returnedPost: i % 2, returnedOnline: 0, settledOnTime: i % 20 };
    return { create: { period, procedure, receptionUnit: unit, agency, place, receiver, ...figures, ...results } };
  });
  let time = 0;
  for (let at = 0; at < counts.length; at += AT_ONCE) {
    const start = performance.now();
    const reply = await ask(side, PUSH, { changes: counts.slice(at, at + AT_ONCE) });
    time += performance.now() - start;
    const { rows, problems } = reply.changeCounts as { rows: unknown[]; problems: unknown[] };
    if (problems.length > 0 || rows.length === 0) throw new Error(JSON.stringify(problems[0]));
  }
  return time;
}
