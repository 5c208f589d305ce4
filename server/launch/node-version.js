"use strict";

// Written in the JavaScript of old Node versions, so that an old Node can read it and say why it cannot go on.

var OLDEST = [20, 19];

/** The sentence for a Node that is too old, or null. */
function tooOld(version) {
  var parts = version.split(".").map(Number);
  if (parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1])) return null;
  var oldest = OLDEST.join(".");
  return (
    "Danh Mục cần Node.js " +
    oldest +
    " trở lên; máy này đang dùng " +
    version +
    ". Tải tại https://nodejs.org/\n" +
    "Danh Mục needs Node.js " +
    oldest +
    " or newer; this is " +
    version +
    ". Get it from https://nodejs.org/"
  );
}

function requireNode() {
  var sentence = tooOld(process.versions.node);
  if (sentence === null) return;
  console.error(sentence);
  process.exit(1);
}

module.exports = { tooOld: tooOld, requireNode: requireNode };
