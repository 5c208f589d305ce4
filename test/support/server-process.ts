import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** A server in a process of its own, which can be killed as a machine is that loses its power. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {}

  static async start(databaseUrl: string): Promise<ServerProcess> {
    const child = spawn(process.execPath, ["-r", join(ROOT, "test/bench/register.js"), join(ROOT, "server/main.ts")], {
      env: {
        ...process.env,
        NODE_ENV: "test",
        PORT: "0",
        DATABASE_URL: databaseUrl,
        SEED: "none",
        WORKING_DATE: "2019-07-20",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    for await (const part of child.stdout!) {
      said += String(part);
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) return new ServerProcess(child, address);
    }
    throw new Error(`the server did not start: ${said}`);
  }

  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "exit");
  }
}
