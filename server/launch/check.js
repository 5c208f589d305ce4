"use strict";

require("./node-version.js").requireNode();

const { spawn } = require("node:child_process");
const { join } = require("node:path");
const { ensureBuilt } = require("./build.js");
const { launch, LaunchError } = require("./console.js");
const { ensureInstalled } = require("./install.js");
const { dist, modules, root } = require("./paths.js");

const bin = (...parts) => join(modules, ...parts);

/** What must hold before a change is handed over. Each check is a program of its own and says what is wrong. */
const CHECKS = [
  { name: "types of server and tests", args: [bin("typescript", "bin", "tsc"), "-p", "tsconfig.json", "--noEmit"] },
  { name: "types of the admin", args: [bin("typescript", "bin", "tsc"), "-p", "admin/tsconfig.json", "--noEmit"] },
  { name: "lint and import rules", args: [bin("eslint", "bin", "eslint.js"), "."] },
  { name: "format", args: [bin("prettier", "bin", "prettier.cjs"), "--check", "--log-level", "warn", "."] },
  { name: "generated files and contract", args: [join(dist, "server", "emit.js"), "--check"] },
];

function run({ name, args }) {
  const begun = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => (output += text));
    }
    child.once("error", reject);
    child.once("close", (code) => {
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      if (output.trim()) console.log(output.trimEnd());
      console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
      resolve(code === 0);
    });
  });
}

/** `npm run check`: format, lint with the import rules, types, generated files and the contract. */
launch(async () => {
  process.chdir(root);
  await ensureInstalled();
  await ensureBuilt({ admin: false });

  const waiting = [...CHECKS];
  const results = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await run(check));
  };
  await Promise.all([lane(), lane()]);
  if (results.includes(false)) throw new LaunchError("Có phần kiểm tra không đạt.", "Some checks failed.");
});
