"use strict";

/** One short line of progress, Vietnamese first. */
const say = (vi, en) => console.log(`${vi} / ${en}`);

/** A refusal to go on: its sentences are for a person, so no stack is printed. */
class LaunchError extends Error {
  constructor(vi, en) {
    super(`${vi}\n${en}`);
    this.name = "LaunchError";
  }
}

/** Runs a launch program; what stops it is said in words and the process ends with 1. */
function launch(program) {
  program().catch((error) => {
    console.error(error instanceof LaunchError ? error.message : error);
    process.exit(1);
  });
}

module.exports = { say, LaunchError, launch };
