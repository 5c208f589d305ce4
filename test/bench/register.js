"use strict";

/** Runs the product's TypeScript as it stands, compiled by swc on the way in: for benches, which jest would slow down. */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { transformSync } = require("@swc/core");

const settings = JSON.parse(readFileSync(join(__dirname, "../../.swcrc"), "utf8"));
require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    ...settings,
    swcrc: false,
    filename,
    sourceMaps: false,
  });
  module._compile(code, filename);
};
