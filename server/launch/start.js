"use strict";

require("./node-version.js").requireNode();

const { join } = require("node:path");
const { ensureBuilt } = require("./build.js");
const { launch } = require("./console.js");
const { ensureInstalled } = require("./install.js");
const { dist, root } = require("./paths.js");

/** `npm start`: installs what is missing, builds what is stale, and becomes the server. */
launch(async () => {
  process.chdir(root);
  await ensureInstalled();
  await ensureBuilt();
  require(join(dist, "server", "main.js"));
});
