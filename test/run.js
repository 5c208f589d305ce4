"use strict";

require("../server/launch/node-version.js").requireNode();

const { mkdtempSync, existsSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { ensureBuilt } = require("../server/launch/build.js");
const { runNode } = require("../server/launch/children.js");
const { launch } = require("../server/launch/console.js");
const { ensureInstalled } = require("../server/launch/install.js");
const { modules, root } = require("../server/launch/paths.js");
const { closing } = require("./support/tally.js");

/** `npm test`: installs and builds what is missing, runs every test, and closes with what was skipped and the count. */
launch(async () => {
  process.chdir(root);
  await ensureInstalled();
  await ensureBuilt();

  const folder = mkdtempSync(join(tmpdir(), "danh-muc-test-"));
  const report = join(folder, "tally.json");
  const jest = join(modules, "jest", "bin", "jest.js");
  const args = ["--ci", "--config", join(root, "jest.config.js"), ...process.argv.slice(2)];
  const exitCode = await runNode([jest, ...args], { DANH_MUC_TALLY: report });

  const { tally, installed } = existsSync(report)
    ? JSON.parse(readFileSync(report, "utf8"))
    : { tally: { passed: 0, failed: 0, skipped: 0, missing: {} }, installed: {} };
  rmSync(folder, { recursive: true, force: true });

  const requireAll = process.env.DANH_MUC_REQUIRE_ALL === "1";
  const { lines, ok } = closing(tally, { installed, requireAll, exitCode });
  console.log(`\n${lines.join("\n")}`);
  process.exitCode = ok && exitCode === 0 ? 0 : 1;
});
