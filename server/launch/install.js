"use strict";

const { execFileSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { delimiter, join } = require("node:path");
const { runAndKeep, runNode } = require("./children.js");
const { LaunchError, say } = require("./console.js");
const { modules, root } = require("./paths.js");

const STAMP = join(modules, ".danh-muc.json");
const PATCHES = join(root, "patches");

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
};

/** What an installation depends on: the lock file, the patches laid over it, and the Node it was compiled for. */
function wanted() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const patches = createHash("sha256");
  for (const name of existsSync(PATCHES) ? readdirSync(PATCHES).sort() : []) {
    patches.update(name).update(readFileSync(join(PATCHES, name)));
  }
  return {
    lock,
    patches: patches.digest("hex"),
    binary: `${process.platform}-${process.arch}-${process.versions.modules}`,
  };
}

/**
 * Whether npm's own record of node_modules says what the lock file says. Packages for other systems may be absent.
 * A person who ran `npm install` by hand has done the work already.
 */
function agrees(lock, installed) {
  if (!lock || !installed) return false;
  const names = new Set([...Object.keys(lock.packages), ...Object.keys(installed.packages)]);
  names.delete("");
  for (const name of names) {
    const [right, there] = [lock.packages[name], installed.packages[name]];
    if (!right || (!there && !right.optional)) return false;
    if (there && (there.version !== right.version || there.integrity !== right.integrity)) return false;
  }
  return true;
}

function hasProgram(name) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What better-sqlite3 needs to be compiled from its source and this machine does not have. */
function missingCompiler(has = hasProgram) {
  const missing = [];
  if (!has("make")) missing.push("make");
  if (!["c++", "g++", "clang++"].some(has)) missing.push("g++");
  if (!has("python3")) missing.push("python3");
  return missing;
}

/** The words for a failed install: a missing compiler is the one cause that a person can mend at once. */
function installFailure(output, missing) {
  if (missing.length > 0 && /better-sqlite3|node-gyp|gyp ERR/.test(output)) {
    return new LaunchError(
      `Không cài được better-sqlite3: thư viện này phải được biên dịch nhưng máy còn thiếu ${missing.join(", ")}. ` +
        "Trên Debian, Ubuntu hãy chạy: sudo apt-get install build-essential python3, rồi chạy lại.",
      `better-sqlite3 could not be installed: it has to be compiled and this machine lacks ${missing.join(", ")}. ` +
        "On Debian or Ubuntu run: sudo apt-get install build-essential python3, then try again.",
    );
  }
  return new LaunchError(
    "Cài đặt không thành công: xem thông báo của npm ở trên.",
    "The installation failed: see what npm says above.",
  );
}

async function npm(args) {
  const program = process.env.npm_execpath;
  const { code, output } = program
    ? await runAndKeep(process.execPath, [program, ...args])
    : await runAndKeep("npm", args);
  if (code !== 0) throw installFailure(output, missingCompiler());
}

/** better-sqlite3 is compiled code: whether it works on this Node shows only when it is opened. */
function databaseOpens() {
  try {
    execFileSync(process.execPath, ["-e", 'new (require("better-sqlite3"))(":memory:")'], {
      cwd: root,
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs what is missing; does nothing, and starts nothing, where everything is there.
 * @returns {Promise<boolean>} whether anything was done
 */
async function ensureInstalled() {
  const want = wanted();
  const have = readJson(STAMP);
  if (have && have.lock === want.lock && have.patches === want.patches && have.binary === want.binary) return false;

  const lock = readJson(join(root, "package-lock.json"));
  let patched = have?.patches;
  if (!agrees(lock, readJson(join(modules, ".package-lock.json")))) {
    say("Đang cài đặt các thư viện (vài phút ở lần đầu)…", "Installing libraries (a few minutes the first time)…");
    rmSync(STAMP, { force: true });
    await npm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
    patched = want.patches; // npm has run patch.js
  }
  if (!databaseOpens()) {
    say("Đang biên dịch better-sqlite3…", "Compiling better-sqlite3…");
    await npm(["rebuild", "better-sqlite3"]);
    if (!databaseOpens()) throw installFailure("better-sqlite3", missingCompiler());
  }
  if (existsSync(PATCHES) && patched !== want.patches) {
    const code = await runNode([join(__dirname, "patch.js")]);
    if (code !== 0) {
      throw new LaunchError(
        "Không vá được thư viện: hãy xóa thư mục node_modules rồi chạy lại.",
        "A library could not be patched: remove the node_modules folder and try again.",
      );
    }
  }
  writeFileSync(STAMP, JSON.stringify(want));
  return true;
}

module.exports = { ensureInstalled, agrees, missingCompiler, installFailure };
