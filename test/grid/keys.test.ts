import { readFileSync } from "node:fs";
import { join } from "node:path";
import { KEYS } from "../../admin/grid/keys";
import { commandOf } from "../../admin/grid/shortcuts";

const NAMED: Record<string, string> = { "−": "-" };

/** "Ctrl Z" as the browser would tell of it. */
function pressed(words: string) {
  const parts = words.split(" ");
  const key = parts.at(-1)!;
  return {
    key: NAMED[key] ?? key,
    ctrlKey: parts.includes("Ctrl"),
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
    metaKey: false,
  };
}

const ROWS = KEYS.flatMap((group) => group.rows);

describe("the list of keys", () => {
  it.each(ROWS.filter(({ commands }) => commands?.length).map((row) => [row.keys.en, row] as const))(
    "says of %s what it does",
    (_, { keys, commands }) => {
      const [first, ...others] = keys.en.split(/ · |, or .*/).filter(Boolean);
      expect([first, ...others].map((each) => commandOf(pressed(each)))).toEqual(commands);
    },
  );

  it("leaves out no command", () => {
    const source = readFileSync(join(__dirname, "../../admin/grid/shortcuts.ts"), "utf8");
    const named = source.slice(0, source.indexOf(";")).match(/(?<=\| ")\w+/g)!;
    expect(ROWS.flatMap(({ commands }) => commands ?? []).sort()).toEqual(named.sort());
  });

  it("stands in the documentation as it is", () => {
    const tables = KEYS.map(({ title, rows }) =>
      [
        `## ${title.en}`,
        "",
        "| Key | Does |",
        "|---|---|",
        ...rows.map(({ keys, does }) => `| ${keys.en} | ${does.en} |`),
      ].join("\n"),
    );
    expect(readFileSync(join(__dirname, "../../docs/keyboard.md"), "utf8")).toContain(tables.join("\n\n"));
  });
});
