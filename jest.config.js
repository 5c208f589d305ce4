"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const swc = JSON.parse(readFileSync(join(__dirname, ".swcrc"), "utf8"));
const parser = swc.jsc.parser;
const withReact = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { ...parser, tsx: true },
    transform: { ...swc.jsc.transform, react: { runtime: "automatic" } },
  },
};

/** Tests are compiled as the server is built: the same swc settings, read from the same file. */
module.exports = {
  rootDir: __dirname,
  roots: ["<rootDir>/test"],
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  testEnvironment: "node",
  testTimeout: 60_000,
  maxWorkers: 2,
  moduleFileExtensions: ["ts", "tsx", "js", "json", "node"],
  testSequencer: "<rootDir>/test/support/longest-first.js",
  globalSetup: "<rootDir>/test/support/before-all.ts",
  globalTeardown: "<rootDir>/test/support/after-all.ts",
  reporters: ["default", "<rootDir>/test/support/tally-reporter.js"],
  transform: {
    "\\.ts$": ["@swc/jest", { ...swc, swcrc: false }],
    "\\.tsx$": ["@swc/jest", { ...withReact, swcrc: false }],
  },
  cacheDirectory: "<rootDir>/node_modules/.cache/danh-muc/jest",
};
