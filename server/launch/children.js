"use strict";

const { spawn } = require("node:child_process");
const { root } = require("./paths.js");

/**
 * Runs a Node program to its end with its output on this terminal. Ctrl+C reaches it through the terminal's process group.
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
function runNode(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    const pass = (signal) => child.kill(signal);
    process.on("SIGTERM", pass);
    process.on("SIGINT", ignore);
    child.once("error", reject);
    child.once("exit", (code) => {
      process.off("SIGTERM", pass);
      process.off("SIGINT", ignore);
      resolve(code ?? 1);
    });
  });
}

// The child gets the terminal's SIGINT as well and ends; this process then sees its exit code.
const ignore = () => {};

/** Runs a program to its end, showing its output and keeping it: the words of a failed install say what is missing. */
function runAndKeep(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.setEncoding("utf8");
      from.on("data", (text) => {
        output += text;
        to.write(text);
      });
    }
    child.once("error", (error) => resolve({ code: 1, output: output + error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

module.exports = { runNode, runAndKeep };
