"use strict";

const { statSync } = require("node:fs");
const { default: Sequencer } = require("@jest/test-sequencer");

/** Files that take far longer than their size lets expect: those in a browser, and these. */
const LONG =
  /test\/(browser\/|change\/(crash|parallel|races|undo-everything)|count\/(recount|roll-ups\.property)|decision\/annex\/annex\.api|migrations\/migrations|platform\/(export\/export|import\/(kill-import|large-import|round-trip)|sheet\/csv)|target\/scorecard-drill)/;

/** Milliseconds that a long file takes at the least. */
const LONG_MS = 20_000;

/**
 * Jest begins with what took longest the last time, so that no worker stands idle while another ends a long file. On a
 * machine that has run nothing yet there is no last time: then the long files are those named above, and size decides.
 */
class LongestFirst extends Sequencer {
  time(test) {
    return super.time(test) ?? statSync(test.path).size + (LONG.test(test.path.replaceAll("\\", "/")) ? LONG_MS : 0);
  }
}

module.exports = LongestFirst;
