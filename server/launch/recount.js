"use strict";

require("./node-version.js").requireNode();

const { join } = require("node:path");
const { ensureBuilt } = require("./build.js");
const { runNode } = require("./children.js");
const { launch } = require("./console.js");
const { ensureInstalled } = require("./install.js");
const { dist, root } = require("./paths.js");

/** `npm run recount`: builds the server where it is stale, and recounts the roll-ups from the rows. */
launch(async () => {
  process.chdir(root);
  await ensureInstalled();
  await ensureBuilt({ admin: false });
  process.exitCode = await runNode([join(dist, "server", "recount.js"), ...process.argv.slice(2)]);
});
