"use strict";

const { createHash } = require("node:crypto");
const { existsSync, readdirSync, readFileSync, statSync } = require("node:fs");
const { join, relative, sep } = require("node:path");

/**
 * The files in a folder and below it, in one fixed order, as paths from the root with forward slashes.
 * A name that is a file stands for itself; a name that is not there stands for nothing.
 */
function filesUnder(root, name, wanted = () => true) {
  const start = join(root, name);
  if (!existsSync(start)) return [];
  const found = [];
  const visit = (path) => {
    if (statSync(path).isDirectory()) for (const entry of readdirSync(path)) visit(join(path, entry));
    else found.push(relative(root, path).split(sep).join("/"));
  };
  visit(start);
  return found.filter(wanted).sort();
}

/** Name and content of each file; times are left out, so a checkout of the same files is not a change. */
function hashFiles(root, files) {
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(root, file)))
        .digest("hex"),
    ]),
  );
}

/** One value for a set of inputs: equal exactly when nothing in it has changed. */
const fingerprint = (inputs) => createHash("sha256").update(JSON.stringify(inputs)).digest("hex");

module.exports = { filesUnder, hashFiles, fingerprint };
