import { execFile } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

/** Builds the harness page into a folder of its own: a production build, outside the shipped one. */
export async function buildHarness(outDir: string): Promise<void> {
  const vite = join(__dirname, "../../../node_modules/vite/bin/vite.js");
  const config = join(__dirname, "vite.config.mts");
  await promisify(execFile)(process.execPath, [vite, "build", "--config", config, "--outDir", outDir]);
}

/** Serves a built harness page; the browser keeps its scripts, as it keeps the product's. */
export async function serveHarness(outDir: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://harness").pathname;
    const file = join(outDir, normalize(path === "/" ? "/index.html" : path));
    try {
      statSync(file);
      response
        .writeHead(200, {
          "content-type": TYPES[extname(file)] ?? "application/octet-stream",
          "cache-control": file.endsWith(".html") ? "no-cache" : "max-age=3600",
        })
        .end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}
