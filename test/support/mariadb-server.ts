import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createConnection } from "mysql2/promise";
import { memoryRoot, sweep } from "./memory-root";

/** A MariaDB server of the tests' own: its data lives in a temporary folder and goes with the run. */
export interface PrivateMariadb {
  /** `mariadb://user:password@127.0.0.1:port/`, to be followed by a database name. */
  url: string;
  /** Ends the server and starts it again on the same data and port; `whileDown` runs in between. */
  restart(whileDown?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
  /** For the process's last breath, where nothing can be awaited. */
  stopNow(): void;
}

const PREFIX = "danh-muc-mariadb-";
const MEGABYTE = 1024 * 1024;

/** Debian keeps mariadbd in /usr/sbin, which is not on everybody's PATH. */
function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/usr/local/bin"];
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export function findMariadb(): { server: string; install: string } | undefined {
  const server = findProgram("mariadbd");
  const install = findProgram("mariadb-install-db");
  return server && install ? { server, install } : undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve((address as { port: number }).port));
    });
  });
}

/** What a server with much data is given; a test's own lives in memory and has little. */
export interface Room {
  /** Megabytes of pages that are kept in memory. */
  bufferPool: number;
  /** Megabytes of redo log. */
  log: number;
  onDisk: boolean;
}

const LITTLE: Room = { bufferPool: 128, log: 48, onDisk: false };

function settings(folder: string, port: number, room: Room): string[] {
  return [
    "--no-defaults",
    `--datadir=${join(folder, "data")}`,
    `--socket=${join(folder, "server.sock")}`,
    `--pid-file=${join(folder, "server.pid")}`,
    `--log-error=${join(folder, "error.log")}`,
    `--tmpdir=${folder}`,
    "--bind-address=127.0.0.1",
    `--port=${port}`,
    "--skip-name-resolve",
    "--character-set-server=utf8mb4",
    "--innodb-flush-log-at-trx-commit=2",
    `--innodb-buffer-pool-size=${room.bufferPool * MEGABYTE}`,
    `--innodb-log-file-size=${room.log * MEGABYTE}`,
    "--performance-schema=OFF",
    "--max-connections=200",
    ...asRoot(),
  ];
}

/** mariadbd refuses to run as root unless told so. */
const asRoot = () => (process.getuid?.() === 0 ? ["--user=root"] : []);

async function ready(
  child: ChildProcess,
  folder: string,
  login: { port: number; user: string; password: string },
): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const log = join(folder, "error.log");
      throw new Error(
        `mariadbd ended while starting:\n${existsSync(log) ? readFileSync(log, "utf8").slice(-4000) : ""}`,
      );
    }
    try {
      const connection = await createConnection({ host: "127.0.0.1", ...login });
      await connection.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function startOnce(programs: { server: string; install: string }, room: Room): Promise<PrivateMariadb> {
  const root = room.onDisk ? tmpdir() : memoryRoot();
  sweep(root, PREFIX);
  const folder = mkdtempSync(join(root, `${PREFIX}${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  let child: ChildProcess | undefined;
  try {
    execFileSync(
      programs.install,
      [
        "--no-defaults",
        `--datadir=${join(folder, "data")}`,
        "--auth-root-authentication-method=socket",
        "--skip-test-db",
        `--innodb-log-file-size=${room.log * MEGABYTE}`,
        ...asRoot(),
      ],
      { stdio: "pipe", cwd: dirname(dirname(programs.install)) },
    );
    const login = { port: await freePort(), user: "danh_muc", password: randomBytes(12).toString("hex") };
    const init = join(folder, "init.sql");
    const account = `'${login.user}'@'127.0.0.1'`;
    writeFileSync(
      init,
      `CREATE USER ${account} IDENTIFIED BY '${login.password}';\nGRANT ALL ON *.* TO ${account} WITH GRANT OPTION;\n`,
      { mode: 0o600 },
    );
    // With setpriv the kernel ends the server even when this process is killed outright.
    const setpriv = process.platform === "linux" ? findProgram("setpriv") : undefined;
    const command = [programs.server, ...settings(folder, login.port, room), `--init-file=${init}`];
    const start = async (words: string[]): Promise<ChildProcess> => {
      const [program, ...args] = setpriv ? [setpriv, "--pdeathsig", "TERM", ...words] : words;
      child = spawn(program, args, { stdio: "ignore" });
      await ready(child, folder, login);
      return child;
    };
    let server = await start(command);
    const ended = () => server.exitCode !== null || server.signalCode !== null;
    const end = async (): Promise<void> => {
      if (ended()) return;
      const exit = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      const late = setTimeout(() => server.kill("SIGKILL"), 20_000);
      await exit;
      clearTimeout(late);
    };
    return {
      url: `mariadb://${login.user}:${login.password}@127.0.0.1:${login.port}/`,
      async restart(whileDown) {
        await end();
        await whileDown?.();
        // The account is there already.
        server = await start(command.slice(0, -1));
      },
      async stop() {
        await end();
        remove();
      },
      stopNow() {
        if (!ended()) server.kill("SIGKILL");
        remove();
      },
    };
  } catch (error) {
    child?.kill("SIGKILL");
    remove();
    throw error;
  }
}

/** Another process may take the free port first, so a failed start is tried again. */
export async function startMariadb(
  programs: { server: string; install: string },
  room: Room = LITTLE,
): Promise<PrivateMariadb> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(programs, room);
    } catch (error) {
      if (attempt === 3 || !/address already in use|Bind on TCP/i.test(String(error))) throw error;
    }
  }
}
