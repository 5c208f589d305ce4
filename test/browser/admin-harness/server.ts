import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { madeOnce, workerFolder } from "../../support/worker-folder";

const ROOT = join(__dirname, "../../..");

/** The built product on a database of its own, seeded with the demo. */
export interface RunningServer {
  url: string;
  /** Runs a mutation as whoever is signed in on the page, as another tab of theirs would. */
  change(page: Page, mutation: string): Promise<void>;
  /** Ends the session behind the page's back. */
  endSession(page: Page): Promise<void>;
  close(): Promise<void>;
}

/** Starts what `npm start` would start on a database, on a free port, and waits until it says where. */
async function start(database: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(ROOT, "dist/server/main.js")], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: "test",
      PORT: "0",
      HOST: "127.0.0.1",
      SEED: "demo",
      DATABASE_URL: `sqlite:${database}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (data: Buffer): void => {
      said += data.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
  });
  return { child, url };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const code = await ended;
  if (code !== 0) throw new Error(`The server did not end in good order: ${code}`);
}

/** The product on a copy of the demo, which it has seeded once for all: its clean end leaves one whole file. */
export async function startServer(): Promise<RunningServer> {
  const demo = await madeOnce("admin-demo.sqlite", async (path) => end((await start(path)).child));
  const folder = mkdtempSync(join(workerFolder, "admin-"));
  const database = join(folder, "demo.sqlite");
  copyFileSync(demo, database);
  const { child, url } = await start(database);
  const ask = (page: Page, query: string): Promise<string> =>
    page.evaluate(async (text) => {
      const response = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: text }),
      });
      return response.text();
    }, query);
  return {
    url,
    change: async (page, mutation) => {
      const answer = await ask(page, `mutation { ${mutation} { problems { messageEn } } }`);
      if (!answer.includes('"problems":[]')) throw new Error(answer);
    },
    endSession: async (page) => {
      await ask(page, "mutation { signOut }");
    },
    close: async () => {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
