"use strict";

/**
 * After an install: applies patches/ to the admin's libraries. A production install has neither them nor the tool, and
 * needs no patch, since the admin is built already.
 */
const { execFileSync } = require("node:child_process");

let tool;
try {
  tool = require.resolve("patch-package/index.js");
} catch {
  process.exit(0);
}
execFileSync(process.execPath, [tool], { stdio: "inherit" });
