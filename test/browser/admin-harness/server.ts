import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";

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

/** Starts what `npm start` would start, on a free port, and waits until it says where. */
export async function startServer(): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), "danh-muc-admin-"));
  const child = spawn(process.execPath, [join(ROOT, "dist/server/main.js")], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: "test",
      PORT: "0",
      HOST: "127.0.0.1",
      SEED: "demo",
      DATABASE_URL: `sqlite:${join(folder, "demo.sqlite")}`,
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
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
