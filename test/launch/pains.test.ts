import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const DOCS = join(__dirname, "../../docs");

interface Named {
  pain: string;
  title: string;
  file: string;
}

/** Every test that docs/pains.md names, with the pain it stands against. */
function named(): { pains: string[]; tests: Named[] } {
  const rows = readFileSync(join(DOCS, "pains.md"), "utf8")
    .split("\n")
    .filter((line) => /^\| (\d+|\+) \|/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const tests = rows.flatMap(([, number, pain, cell]) =>
    cell!.split("<br>").map((link): Named => {
      const [, title, file] = /^\[(.+)\]\((.+)\)$/.exec(link) ?? [];
      if (!title || !file) throw new Error(`Pain ${number} names no test: ${link}`);
      return { pain: pain!, title, file: join(DOCS, file) };
    }),
  );
  return { pains: rows.map(([, number]) => number!), tests };
}

/** The titles of the tests of a file, as they stand in its text. */
function titlesOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/\b(?:it|test)\(\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|'((?:[^'\\]|\\.)*)')/g);
  return [...found].map(([, double, back, single]) => (double ?? back ?? single ?? "").replace(/\\(.)/g, "$1"));
}

describe("docs/pains.md", () => {
  const { pains, tests } = named();

  test("has the fifteen pains and the two beside them, each with a test at least", () => {
    expect(pains).toEqual([...Array.from({ length: 15 }, (_, n) => String(n + 1)), "+", "+"]);
    expect(tests.length).toBeGreaterThanOrEqual(pains.length);
  });

  test("names only tests that there are", () => {
    const missing = tests.filter(({ title, file }) => !existsSync(file) || !titlesOf(file).includes(title));
    expect(missing).toEqual([]);
  });
});
