import type { Resource } from "../registry/registry";
import type { SheetValue } from "../sheet/sheet";
import { fold } from "../text/fold";
import { cellText, type Cell } from "./cells";
import { isBlank } from "./found";
import type { Column } from "./headings";

/** Why a line of a known file is no row of data: it adds up others, or it heads a band of them. */
export type LeftOut = "TOTAL" | "BAND";

const TOTAL = /^(tong cong|tong so|cong|tong|total|grand total|sum)$|^(tong cong|tong so)\b/;
const ROMAN = /^([IVXLC]+|[A-Z])[.)]?$/;

/**
 * Whether a line of a file in a known shape is left out. A line that names a row of data never is, nor one whose figures
 * are counted like those of the lines around it: that one is wrong, and said to be.
 */
export function leftOut(
  resource: Resource,
  columns: readonly Column[],
  values: readonly SheetValue[],
  cells: ReadonlyMap<string, Cell>,
  namesNothing: (field: string) => boolean,
): LeftOut | null {
  if (!resource.files) return null;
  const references = resource.keys.flat().filter((name) => cells.has(name) && resource.byName.get(name)!.kind.target);
  const isNamed = (name: string) => columns.some((c) => c.field === name);
  const said = references.filter(isNamed);
  const isKnown = (name: string) => !isBlank(cells.get(name)!) && !namesNothing(name);
  // A row says in each of its columns what it is about; one of which all is known is a row.
  if (said.length === 0 || said.every(isKnown)) return null;
  const words = columns
    .filter((c) => c.ignored !== "ERRORS")
    .map((c) => ({ c, text: cellText(values[c.number - 1]).trim() }));
  const isTotal = ({ text }: { text: string }) =>
    TOTAL.test(
      fold(text)
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim(),
    );
  if (words.filter(({ c }) => c.field === null || isReference(resource, c)).some(isTotal)) return "TOTAL";
  if (!said.some(namesNothing)) return null;
  const figures = words.filter(({ c, text }) => text !== "" && c.ignored !== "NUMBERING" && !isReference(resource, c));
  if (figures.length === 0) return "BAND";
  return words.some(({ c, text }) => c.ignored === "NUMBERING" && ROMAN.test(text)) ? "BAND" : null;
}

const isReference = (resource: Resource, { field, also }: Column): boolean => {
  const name = field ?? also;
  return name !== undefined && name !== null && resource.byName.get(name)?.kind.target !== undefined;
};
