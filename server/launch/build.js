"use strict";

const { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { buildServer } = require("./build-server.js");
const { runNode } = require("./children.js");
const { launch, LaunchError, say } = require("./console.js");
const { filesUnder, fingerprint, hashFiles } = require("./fingerprint.js");
const { ensureInstalled } = require("./install.js");
const { alone } = require("./lock.js");
const { dist, modules, root } = require("./paths.js");

const STAMP = join(dist, ".stamp.json");

/** What was built from what, one entry per product, so that each is made again only when its own inputs change. */
function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, "utf8"));
  } catch {
    return {};
  }
}

function writeStamp(stamp) {
  mkdirSync(dist, { recursive: true });
  writeFileSync(`${STAMP}.new`, JSON.stringify(stamp));
  renameSync(`${STAMP}.new`, STAMP);
}

/** The server's files in dist/, and the model and schema that the server itself emits. */
async function makeServer(stamp) {
  const announce = () => say("Đang dựng máy chủ…", "Building the server…");
  const inputs = await buildServer(root, dist, stamp.server, announce);
  writeStamp(Object.assign(stamp, { server: inputs }));

  const model = fingerprint(inputs);
  if (stamp.model !== model || !existsSync(join(dist, "model", "model.json"))) {
    if ((await runNode([join(dist, "server", "emit.js")])) !== 0) {
      throw new LaunchError("Không sinh được lược đồ GraphQL.", "The GraphQL schema could not be emitted.");
    }
    writeStamp(Object.assign(stamp, { model }));
  }
  copySchema();
}

/** The contract stands beside the built server, so that a deployed dist/ can be asked what it promises. */
function copySchema() {
  for (const file of filesUnder(root, "schema", (name) => /^schema\/[^/]+\.graphql$/.test(name))) {
    const copy = join(dist, file);
    if (existsSync(copy) && readFileSync(copy).equals(readFileSync(join(root, file)))) continue;
    mkdirSync(join(dist, "schema"), { recursive: true });
    copyFileSync(join(root, file), copy);
  }
}

/** What the built admin depends on: its own files, what it shares with the server, the model, and its libraries. */
function adminInputs() {
  const isRules = (file) => file.endsWith(".rules.ts");
  const files = [
    ...filesUnder(root, "admin"),
    ...filesUnder(root, "server/platform/kinds"),
    ...filesUnder(root, "server/platform/text"),
    ...filesUnder(root, "server", isRules),
    ...filesUnder(root, "dist/model"),
    ...filesUnder(root, "patches"),
    "package-lock.json",
  ];
  return fingerprint(hashFiles(root, files));
}

async function makeAdmin(stamp) {
  const inputs = adminInputs();
  if (stamp.admin === inputs && existsSync(join(dist, "admin", "index.html"))) return;
  say("Đang dựng giao diện…", "Building the admin…");
  const vite = join(modules, "vite", "bin", "vite.js");
  const config = join(root, "admin", "vite.config.ts");
  const code = await runNode([vite, "build", "--config", config, "--logLevel", "warn"], {
    NODE_ENV: "production",
    VITE_CONFIG_NATIVE_IGNORE_WARNING: "true",
  });
  if (code !== 0) throw new LaunchError("Không dựng được giao diện.", "The admin could not be built.");
  writeStamp(Object.assign(stamp, { admin: inputs }));
}

/** Brings dist/ up to date. Where nothing has changed it starts no compiler and no other process. */
const ensureBuilt = ({ admin = true } = {}) =>
  alone(join(dist, ".building"), async () => {
    const stamp = readStamp();
    await makeServer(stamp);
    if (admin) await makeAdmin(stamp);
  });

module.exports = { ensureBuilt };

if (require.main === module) {
  launch(async () => {
    await ensureInstalled();
    await ensureBuilt();
  });
}
