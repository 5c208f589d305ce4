"use strict";

const { join, resolve } = require("node:path");

const root = resolve(__dirname, "..", "..");

module.exports = {
  root,
  dist: join(root, "dist"),
  modules: join(root, "node_modules"),
};
