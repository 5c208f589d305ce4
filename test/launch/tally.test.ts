const { closing, count } = require("../support/tally.js");

const result = (status: string, ...ancestorTitles: string[]) => ({ status, ancestorTitles });
const run = (tests: unknown[], numbers: Record<string, number>) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...numbers,
  testResults: [{ testResults: tests }],
});
const everything = { "on MariaDB": true, "in Chromium": true, "in LibreOffice": true };

describe("the closing lines of npm test", () => {
  test("the last line counts passed, failed and skipped", () => {
    const tally = count(run([], { numPassedTests: 5, numPendingTests: 1, numTodoTests: 1 }));
    const { lines, ok } = closing(tally, { installed: everything, requireAll: true, exitCode: 0 });
    expect(lines).toEqual(["5 passed, 0 failed, 2 skipped"]);
    expect(ok).toBe(true);
  });

  test("a test file that cannot be loaded is a failure", () => {
    const tally = count(run([], { numPassedTests: 5, numRuntimeErrorTestSuites: 1 }));
    const { lines, ok } = closing(tally, { installed: everything, requireAll: false, exitCode: 1 });
    expect(lines.at(-1)).toBe("5 passed, 1 failed, 0 skipped");
    expect(ok).toBe(false);
  });

  test("tests skipped for want of MariaDB are named with the command that installs it", () => {
    const tests = [result("pending", "sectors", "on MariaDB"), result("passed", "sectors", "on SQLite")];
    const tally = count(run(tests, { numPassedTests: 1, numPendingTests: 1 }));
    const installed = { ...everything, "on MariaDB": false };
    const { lines, ok } = closing(tally, { installed, requireAll: false, exitCode: 0 });
    expect(lines.join("\n")).toContain("apt-get install mariadb-server");
    expect(lines.at(-1)).toBe("1 passed, 0 failed, 1 skipped");
    expect(ok).toBe(true);
  });

  test("where everything is required such a skip is a failure", () => {
    const tally = count(run([result("pending", "in Chromium", "grid")], { numPassedTests: 1, numPendingTests: 1 }));
    const installed = { ...everything, "in Chromium": false };
    const { lines, ok } = closing(tally, { installed, requireAll: true, exitCode: 0 });
    expect(lines.at(-1)).toBe("1 passed, 1 failed, 0 skipped");
    expect(ok).toBe(false);
  });

  test("a runner that fails without a failed test is not green", () => {
    const { lines, ok } = closing(count(run([], { numPassedTests: 3 })), {
      installed: everything,
      requireAll: false,
      exitCode: 1,
    });
    expect(lines.at(-1)).toBe("3 passed, 1 failed, 0 skipped");
    expect(ok).toBe(false);
  });
});
