"use strict";

const { mkdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { setTimeout: sleep } = require("node:timers/promises");
const { say } = require("./console.js");

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

/** A holder that has just made the file and not yet written into it counts as alive. */
function holderIsGone(path) {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return pid > 0 && !isAlive(pid);
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

/** Does the work while no other process does it in the same folder: two starts at once must not build over each other. */
async function alone(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  for (let turn = 0; !take(path); turn++) {
    if (holderIsGone(path)) rmSync(path, { force: true });
    else {
      if (turn === 1) say("Đang chờ một lần dựng khác kết thúc…", "Waiting for another build to end…");
      await sleep(200);
    }
  }
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

module.exports = { alone };
