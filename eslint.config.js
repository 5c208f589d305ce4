"use strict";

const js = require("@eslint/js");
const hooks = require("eslint-plugin-react-hooks");
const ts = require("typescript-eslint");
const imports = require("./eslint.imports.js");

const readonly = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));
const nodeGlobals = readonly([
  ..."require module exports __dirname __filename process console Buffer URL URLSearchParams".split(" "),
  ..."setTimeout clearTimeout setInterval clearInterval setImmediate queueMicrotask fetch AbortController".split(" "),
]);
/** Browser globals that the compiler lets through everywhere; on the server they are always a forgotten import. */
const browserOnly = ["document", "window", "name", "event", "location", "status", "parent", "origin", "history"];

module.exports = ts.config(
  { ignores: ["dist/", "data/", "coverage/", "node_modules/"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    plugins: { danhmuc: imports },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "danhmuc/layers": "error",
      "danhmuc/names": "error",
      "max-lines": ["warn", { max: 400, skipBlankLines: true, skipComments: true }],
      "prefer-const": "error",
      "no-control-regex": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none", ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ["**/*.js"],
    languageOptions: { sourceType: "commonjs", globals: nodeGlobals },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["**/*.{ts,tsx}"],
    rules: { "no-undef": "off", "no-redeclare": "off" },
  },
  {
    files: ["server/**/*.ts", "schema/**/*.ts", "seeds/**/*.ts"],
    rules: { "no-restricted-globals": ["error", ...browserOnly] },
  },
  {
    files: ["admin/**/*.{ts,tsx}", "test/browser/**/*.tsx"],
    plugins: { "react-hooks": hooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
