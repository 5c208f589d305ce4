// @ts-expect-error -- the package ships no types
import untyped from "autocannon";
import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { OFFSETS, PAGE } from "./page";

interface Load {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}
interface Measured {
  requests: { average: number };
  latency: { p99: number };
  non2xx: number;
  errors: number;
}
const autocannon = untyped as (options: object) => Promise<Measured>;

const ROUNDS = 5;
const SECONDS = 2;
const CONNECTIONS = 10;
const KINDS = ["ours", "split", "joined"] as const;
type Kind = (typeof KINDS)[number];

interface Server {
  kind: Kind;
  process: ChildProcess;
  port: number;
  secret?: string;
}

const start = (kind: Kind, url: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const child = fork(join(__dirname, "one-server.ts"), [kind, url], {
      execArgv: ["-r", join(__dirname, "register.js")],
      stdio: "inherit",
    });
    child.once("message", (message) =>
      resolve({ kind, process: child, ...(message as { port: number; secret?: string }) }),
    );
    child.once("exit", () => reject(new Error(`${kind} ended`)));
  });

const requestsOf = (server: Server): Load[] =>
  OFFSETS.map((offset) =>
    server.kind === "ours"
      ? {
          method: "POST",
          path: "/graphql",
          headers: { "content-type": "application/json", cookie: `__Host-danh_muc_session=${server.secret}` },
          body: JSON.stringify({ query: PAGE, variables: { offset } }),
        }
      : { method: "GET", path: `/?offset=${offset}` },
  );

async function body(server: Server, at: number): Promise<string> {
  const { method, path, headers, body } = requestsOf(server)[at];
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { method, headers, body });
  return JSON.stringify(((await answer.json()) as { data: unknown }).data);
}

const run = async (server: Server, seconds: number): Promise<Measured> => {
  const result = await autocannon({
    url: `http://127.0.0.1:${server.port}`,
    connections: CONNECTIONS,
    duration: seconds,
    requests: requestsOf(server),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${server.kind}: ${result.non2xx} refused, ${result.errors} failed`);
  return result;
};

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export interface ReadResult {
  bytes: number;
  /** Median requests per second and 99th percentile in ms, by server. */
  figures: Record<Kind, { rate: number; p99: number }>;
  /** Median over the rounds of ours to the better of the two. */
  ratio: number;
  ratios: number[];
}

/** All three servers up in one run, in turn in every round, the same twenty pages, the same bytes. */
export async function benchReads(url: string): Promise<ReadResult> {
  const servers: Server[] = [];
  try {
    for (const kind of KINDS) servers.push(await start(kind, url));
    const [ours, split, joined] = await Promise.all(servers.map((s) => body(s, 3)));
    if (ours !== split || ours !== joined)
      throw new Error(
        `the servers do not return the same data:\n${ours.slice(0, 600)}\n${split.slice(0, 600)}\n${joined.slice(0, 600)}`,
      );
    for (const server of servers) await run(server, 1);
    const rates: Record<Kind, number[]> = { ours: [], split: [], joined: [] };
    const tails: Record<Kind, number[]> = { ours: [], split: [], joined: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const server of servers) {
        const result = await run(server, SECONDS);
        rates[server.kind].push(result.requests.average);
        tails[server.kind].push(result.latency.p99);
      }
    }
    const ratios = rates.ours.map((rate, i) => rate / Math.max(rates.split[i], rates.joined[i]));
    const figures = Object.fromEntries(
      KINDS.map((k) => [k, { rate: median(rates[k]), p99: median(tails[k]) }]),
    ) as ReadResult["figures"];
    return { bytes: ours.length, figures, ratio: median(ratios), ratios };
  } finally {
    for (const { process: child } of servers) child.kill();
  }
}
