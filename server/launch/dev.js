"use strict";

require("./node-version.js").requireNode();

const { spawn } = require("node:child_process");
const { watch } = require("node:fs");
const { join } = require("node:path");
const { ensureBuilt } = require("./build.js");
const { launch, LaunchError, say } = require("./console.js");
const { ensureInstalled } = require("./install.js");
const { dist, root } = require("./paths.js");

const WATCHED = ["server", "schema/migrations", "seeds"];
const API_PORT = process.env.PORT ?? "4000";
const ADMIN_PORT = Number(process.env.ADMIN_PORT ?? 4001);

/** The server as a child process: it is ended and begun again whenever its files change. */
class ServerProcess {
  start() {
    const child = spawn(process.execPath, ["--enable-source-maps", join(dist, "server", "main.js")], {
      cwd: root,
      stdio: "inherit",
      env: { NODE_ENV: "development", ...process.env, PORT: API_PORT },
    });
    child.once("exit", (code, signal) => {
      if (this.child !== child) return;
      this.child = undefined;
      say(
        `Máy chủ đã dừng (${code ?? signal}); sửa tệp để chạy lại.`,
        `The server ended (${code ?? signal}); change a file to run it again.`,
      );
    });
    this.child = child;
  }

  async stop() {
    const child = this.child;
    if (!child) return;
    this.child = undefined;
    const exit = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await exit;
    clearTimeout(late);
  }
}

/** Calls back once a moment after the last of a burst of changes, and never twice at a time. */
function onChange(folders, work) {
  let timer;
  let running = Promise.resolve();
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (running = running.then(work)), 150);
  };
  const watchers = folders.map((folder) => {
    const isTypescript = (name) => name === null || /\.(ts|csv|json)$/.test(name);
    return watch(join(root, folder), { recursive: true }, (_event, name) => isTypescript(name) && soon());
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    return running;
  };
}

/** `npm run dev`: the server rebuilt and begun again on change, the admin reloaded in the browser by Vite. */
launch(async () => {
  process.chdir(root);
  await ensureInstalled();
  await ensureBuilt({ admin: false });

  const server = new ServerProcess();
  server.start();
  const unwatch = onChange(WATCHED, async () => {
    try {
      await ensureBuilt({ admin: false });
      await server.stop();
      server.start();
    } catch (error) {
      console.error(error instanceof LaunchError ? error.message : error);
    }
  });

  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = "true";
  const { createServer } = await import("vite");
  const api = `http://127.0.0.1:${API_PORT}`;
  const admin = await createServer({
    configFile: join(root, "admin", "vite.config.ts"),
    server: {
      host: "127.0.0.1",
      port: ADMIN_PORT,
      strictPort: true,
      proxy: { "/graphql": api, "/healthz": api, "/readyz": api },
    },
  });
  await admin.listen();
  admin.printUrls();

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await unwatch();
    await Promise.all([server.stop(), admin.close()]);
    process.exit(0);
  };
  // Vite's own handler ends this process at once, before the server has drained.
  process.removeAllListeners("SIGTERM");
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  process.once("exit", () => server.child?.kill("SIGTERM"));
});
