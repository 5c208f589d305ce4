"use strict";

/** What a group of tests needs from the machine, how its tests are told by their titles, and how it is installed. */
const NEEDS = [
  {
    title: "on MariaDB",
    vi: "MariaDB chưa được cài đặt",
    en: "MariaDB is not installed",
    command: "sudo apt-get install mariadb-server",
  },
  {
    title: "in Chromium",
    vi: "Chromium chưa được cài đặt",
    en: "Chromium is not installed",
    command: "sudo apt-get install chromium",
  },
  {
    title: "in LibreOffice",
    vi: "LibreOffice chưa được cài đặt",
    en: "LibreOffice is not installed",
    command: "sudo apt-get install libreoffice-calc libreoffice-writer",
  },
];

/**
 * Counts a run from jest's own results. A test file that could not be loaded counts as one failed test.
 * @returns {{ passed: number, failed: number, skipped: number, missing: Record<string, number> }}
 */
function count(results) {
  const missing = {};
  for (const file of results.testResults) {
    for (const test of file.testResults) {
      if (test.status !== "pending") continue;
      const need = NEEDS.find(({ title }) => test.ancestorTitles.includes(title));
      if (need) missing[need.title] = (missing[need.title] ?? 0) + 1;
    }
  }
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
    missing,
  };
}

/**
 * The closing lines. Where everything is required, a test skipped for a missing program counts as failed.
 * @param {{ installed: Record<string, boolean>, requireAll: boolean, exitCode: number }} run
 */
function closing(tally, { installed, requireAll, exitCode }) {
  const lines = [];
  const { passed } = tally;
  let { failed, skipped } = tally;
  for (const need of NEEDS) {
    const tests = tally.missing[need.title] ?? 0;
    if (tests === 0 || installed[need.title]) continue;
    lines.push(
      `Bỏ qua ${tests} phép thử vì ${need.vi}. Cài bằng: ${need.command}`,
      `Skipped ${tests} tests because ${need.en}. Install it with: ${need.command}`,
    );
    if (requireAll) {
      failed += tests;
      skipped -= tests;
    }
  }
  if (requireAll && lines.length > 0) {
    lines.push("DANH_MUC_REQUIRE_ALL=1: tests skipped for a missing program count as failed.");
  }
  if (exitCode !== 0 && failed === 0) {
    lines.push(`The test runner ended with code ${exitCode} although no test failed: counted as one failure.`);
    failed = 1;
  }
  lines.push(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return { lines, ok: failed === 0 };
}

module.exports = { NEEDS, count, closing };
