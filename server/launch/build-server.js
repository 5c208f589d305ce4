"use strict";

const { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");
const { LaunchError } = require("./console.js");
const { filesUnder, fingerprint, hashFiles } = require("./fingerprint.js");

/** Folders that are compiled into dist under their own names. What is in them and is not TypeScript is copied. */
const FOLDERS = ["server", "schema/migrations", "seeds"];
const isInput = (file) => !file.startsWith("server/launch/") && !file.endsWith(".md") && !file.endsWith(".d.ts");
const isSource = (file) => file.endsWith(".ts");

const outputsOf = (file) => {
  const js = `${file.slice(0, -3)}.js`;
  return isSource(file) ? [js, `${js}.map`] : [file];
};

/** What the built server depends on: its files, the compiler's settings and the compiler. */
function serverInputs(root) {
  const files = FOLDERS.flatMap((folder) => filesUnder(root, folder, isInput));
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/@swc/core/package.json"), "utf8"));
  const compiler = fingerprint([version, readFileSync(join(root, ".swcrc"), "utf8")]);
  return { compiler, files: hashFiles(root, files) };
}

async function compile(root, dist, file, settings) {
  const { transformFile } = require("@swc/core");
  let result;
  try {
    result = await transformFile(join(root, file), {
      ...settings,
      swcrc: false,
      sourceMaps: true,
      sourceFileName: join(root, file),
    });
  } catch (error) {
    throw new LaunchError(
      `Không biên dịch được ${file}:`,
      `${file} cannot be compiled:\n${error.message.split("\nCaused by:")[0].trimEnd()}`,
    );
  }
  const [js, map] = outputsOf(file).map((output) => join(dist, output));
  mkdirSync(dirname(js), { recursive: true });
  writeFileSync(map, result.map);
  writeFileSync(js, `${result.code}\n//# sourceMappingURL=${basename(map)}\n`);
}

/**
 * Compiles what changed since the last build and removes what has lost its source.
 * @param previous the inputs that the last build returned, if any
 * @param announce called before anything is done, if there is something to do
 * @returns the inputs of this build
 */
async function buildServer(root, dist, previous, announce) {
  const inputs = serverInputs(root);
  const known = previous?.compiler === inputs.compiler ? previous.files : {};
  const files = Object.keys(inputs.files);
  const isBuilt = (file) => outputsOf(file).every((output) => existsSync(join(dist, output)));
  const stale = files.filter((file) => known[file] !== inputs.files[file] || !isBuilt(file));
  const gone = Object.keys(previous?.files ?? {}).some((file) => !(file in inputs.files));
  if (stale.length === 0 && !gone) return inputs;

  announce();
  const settings = stale.some(isSource) ? JSON.parse(readFileSync(join(root, ".swcrc"), "utf8")) : undefined;
  await Promise.all(stale.filter(isSource).map((file) => compile(root, dist, file, settings)));
  for (const file of stale.filter((name) => !isSource(name))) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    copyFileSync(join(root, file), join(dist, file));
  }

  removeOrphans(dist, new Set(files.flatMap(outputsOf)));
  return inputs;
}

function removeOrphans(dist, expected) {
  for (const file of FOLDERS.flatMap((folder) => filesUnder(dist, folder))) {
    if (!expected.has(file)) rmSync(join(dist, file));
  }
}

module.exports = { buildServer, serverInputs };
