const CANDIDATES = [",", ";", "\t", "|"];
const RECORDS = 200;

/** How many fields each record of the text has under a delimiter; quoted delimiters and line ends do not count. */
function widths(text: string, delimiter: string, isWhole: boolean): number[] {
  const found: number[] = [];
  let fields = 1;
  let isQuoted = false;
  let isFieldStart = true;
  for (let i = 0; i < text.length && found.length < RECORDS; i++) {
    const char = text[i];
    if (isQuoted) {
      if (char === '"') isQuoted = false;
    } else if (char === '"' && isFieldStart) isQuoted = true;
    else if (char === '"' && text[i - 1] === '"') isQuoted = true;
    else if (char === delimiter) fields++;
    else if (char === "\n" || (char === "\r" && text[i + 1] !== "\n")) {
      found.push(fields);
      fields = 1;
    }
    isFieldStart = !isQuoted && (char === delimiter || char === "\n" || char === "\r");
  }
  if (isWhole && !text.endsWith("\n") && found.length < RECORDS) found.push(fields);
  return found;
}

/**
 * The delimiter under which the records agree best: the most common width above one field, weighed by how many records
 * have it. Titles above the headings have a width of their own and are outvoted. `isWhole`: the text is all there is.
 */
export function delimiterOf(text: string, isWhole: boolean): string {
  let best = ",";
  let bestWorth = 0;
  for (const delimiter of CANDIDATES) {
    const counts = new Map<number, number>();
    const records = widths(text, delimiter, isWhole);
    for (const width of records) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    for (const [width, count] of counts) {
      // Agreement first; of two delimiters that agree alike, the one that makes more fields.
      const worth = count / records.length + Math.min(width, 50) / 1000;
      if (worth > bestWorth) [best, bestWorth] = [delimiter, worth];
    }
  }
  return best;
}
