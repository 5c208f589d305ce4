import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A row of a page's table by the words of the table's head. */
export type PageRow = Record<string, string>;

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

/** Reads the tables of a page of docs/, each by the heading that it stands under. */
export function pageTables(page: string): (heading: string) => PageRow[] {
  const text = readFileSync(join(__dirname, "../../docs", page), "utf8");
  return (heading) => {
    const below = text.split(new RegExp(`^#+ ${heading}$`, "m"))[1].split(/^#+ /m)[0];
    const [head, , ...rows] = below.split("\n").filter((line) => line.startsWith("|"));
    const names = cellsOf(head);
    return rows.map((line) => Object.fromEntries(cellsOf(line).map((cell, at) => [names[at], cell])));
  };
}

/** A dash is nothing. */
export const given = (cell: string): string | null => (cell === "–" ? null : cell);

/** 5/6/2017 as 2017-06-05. */
export const day = (cell: string): string | null =>
  given(cell)
    ?.split("/")
    .reverse()
    .map((part) => part.padStart(2, "0"))
    .join("-") ?? null;

/** The first day after one that is the last. */
export const dayAfter = (cell: string): string | null => {
  const last = day(cell);
  return last && new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
};

/** 33,33 as 33.33. */
export const decimal = (cell: string): string | null => given(cell)?.replace(",", ".") ?? null;

/** 1.234.567 and −500 as amounts. */
export const amount = (cell: string): bigint => BigInt(cell.replaceAll(".", "").replace("−", "-"));
