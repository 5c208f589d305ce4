import type { AnnexColumn, AnnexLine, AnnexReading, AnnexRow, Band, ColumnMeaning, Leg, LineUse } from "./annex";
import { bandOf, countingOf, isCountedAsBand, reasonFor, tiersOf, type Counting, type KnownNames } from "./bands";
import { oneLine, plainWords } from "./cell-text";
import { formColumns, formIn } from "./form-cells";
import { countsColumns, guessedColumns, headingAt } from "./headings";
import { codeOf } from "./procedure-code";

/**
 * Reads the lines of an annex: the heading wherever it stands, and again where it is repeated; bands, which hold for the
 * rows below them; the procedures. Every line is accounted for.
 */
export function annexRows(lines: readonly AnnexLine[], known: KnownNames): AnnexReading {
  const uses: LineUse[] = [];
  const rows: AnnexRow[] = [];
  const bands = new Bands();
  const isGuessed = !lines.some((_, at) => headingAt(lines, at));
  let columns = isGuessed ? guessedColumns(lines) : [];
  let widest = columns;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const text = line.own.join(" · ");
    const use = (what: object): void => void uses.push({ line: line.line, text, ...what } as LineUse);
    const heading = isGuessed ? null : headingAt(lines, at);
    if (heading) {
      columns = formColumns(heading.columns, lines);
      if (columns.length >= widest.length) widest = columns;
      for (const taken of lines.slice(at, at + heading.rows))
        uses.push({ line: taken.line, kind: "HEADING", text: taken.own.join(" · ") });
      at += heading.rows - 1;
      continue;
    }
    const band = bandIn(line, columns, known);
    if (line.own.length === 0) use({ kind: "LEFT_OUT", reason: "BLANK" });
    else if (band) {
      bands.open(band, countingOf(line.own[0]));
      use({ kind: "BAND", band });
    } else if (countsColumns(line)) use({ kind: "LEFT_OUT", reason: "COLUMN_NUMBERS" });
    else {
      const row = line.table === null ? null : rowOf(line, columns, bands.now());
      if (row && (row.code !== null || isName(row.name))) {
        rows.push(row);
        use({ kind: "ROW" });
      } else use({ kind: "LEFT_OUT", reason: leftOut(line) });
    }
  }
  return { columns: widest, isGuessed, uses, rows };
}

function leftOut(line: AnnexLine) {
  const reason = reasonFor(line.own.length === 1 ? line.own[0] : line.own.join(" "), line.table === null);
  return reason === "TITLE" && line.own.length > 1 ? "WITHOUT_NAME" : reason;
}

/** A procedure's name has words; a total, a signature or a page number that slipped into its column is none. */
function isName(name: string | null): boolean {
  if (name === null || plainWords(name).split(" ").length < 2) return false;
  return (
    ["TITLE", "OUTSIDE_TABLE"].includes(reasonFor(name, false)) && !/^(phu luc|danh muc tthc)/.test(plainWords(name))
  );
}

/**
 * The bands that hold, from the outermost in. One that is counted like an earlier one (I, II) or says the same sort of
 * thing stands beside it and ends it, with what was said below it.
 */
class Bands {
  private readonly stack: { band: Band; counting: Counting | null }[] = [];

  open(band: Band, counting: Counting | null): void {
    const isBeside = (other: Bands["stack"][number]): boolean =>
      (counting !== null && other.counting === counting) || Object.keys(band).some((kind) => kind in other.band);
    const at = this.stack.findIndex(isBeside);
    if (at >= 0) this.stack.splice(at);
    this.stack.push({ band, counting });
  }

  now(): Band {
    const now = Object.assign({}, ...this.stack.map(({ band }) => band)) as Band;
    // What districts or communes settle is settled by no department, whoever published it.
    const isBelow = now.tiers !== undefined && !now.tiers.some((tier) => tier === "PROVINCE" || tier === "CENTRAL");
    return isBelow ? { ...now, agency: undefined } : now;
  }
}

/** What a line says as a band: one text over the whole width, or one beside a number that bands are counted by. */
function bandIn(line: AnnexLine, columns: readonly AnnexColumn[], known: KnownNames): Band | null {
  const { own } = line;
  const [first, second] = own;
  const isOne = own.length === 1;
  const isCounted = own.length === 2 && isCountedAsBand(first);
  if (!isOne && !isCounted) return null;
  const text = isOne ? first : second;
  // A row that has nothing but its name stands in the column of names and is no heading over all of them.
  const name = columns.findIndex(({ meaning }) => meaning === "name");
  const isSpread = line.cells.filter((cell) => oneLine(cell) === text).length > 1;
  const isInNames = line.table !== null && isOne && !isSpread && name >= 0 && oneLine(line.cells[name] ?? "") === text;
  if (isInNames && columns.length === 1) return null;
  const band = bandOf(text, known);
  if (isInNames && band && !band.list && !band.tiers && !isHeadline(text)) return null;
  return band;
}

/** Written in capitals, counted like a band, or beginning with the word that announces one. */
const isHeadline = (text: string): boolean =>
  text === text.toLocaleUpperCase("vi") || /^\s*([IVXLC]+|[A-H])\s*[.)]/u.test(text) || /^lĩnh vực/iu.test(text);

/** A cross, a tick, a word for yes; the last two are ticks of the face Wingdings. */
const CROSSED = /^(x|v|✓|✔|☑|có|co|yes|\uf0fc|\uf0fe)$/iu;

function rowOf(line: AnnexLine, columns: readonly AnnexColumn[], band: Band): AnnexRow {
  const cell = (meaning: ColumnMeaning): string => {
    const texts = columns.flatMap((column, at) => (column.meaning === meaning ? [line.cells[at] ?? ""] : []));
    return texts.find((text) => text !== "") ?? "";
  };
  const said = (meaning: ColumnMeaning): string | null => oneLine(cell(meaning)) || null;
  const code = said("code");
  const agency = said("agency");
  const tiers = tiersOf(said("tiers") ?? "").concat(said("tiers") ? [] : tiersOf(agency ?? ""));
  // "UBND cấp huyện" names a tier, which is every committee of it, and no agency.
  const isTierAlone = agency !== null && tiersOf(agency).length > 0;
  const number = /(\d)/.exec(cell("level"))?.[1];
  const form = formIn(line, columns, band.list ?? null);
  const level = CROSSED.test(cell("level4")) ? 4 : CROSSED.test(cell("level3")) ? 3 : number ? Number(number) : null;
  return {
    line: line.line,
    list: form.list,
    code: code !== null && codeOf(code) !== null ? code.replace(/\s+/g, "") : null,
    name: nameIn(cell("name")),
    replaced: said("replaced"),
    sector: said("sector") ?? band.sector ?? null,
    agency: agency === null ? (band.agency ?? null) : isTierAlone ? null : agency,
    tiers: tiers.length > 0 ? tiers : (band.tiers ?? []),
    legs: legsIn(columns, cell) ?? form.legs,
    level: level !== null && level >= 1 && level <= 4 ? level : null,
    legalBases: cell("legalBases")
      .split(/\n|;/)
      .map((basis) => basis.replace(/^\s*[-+•*]\s*/, "").trim())
      .filter((basis) => basis !== ""),
    note: said("note"),
    time: said("time"),
    fee: said("fee"),
    doubts: form.doubts,
  };
}

/** The name without what counts or bullets it. */
const nameIn = (cell: string): string | null => oneLine(cell).replace(/^(\d{1,3}[.)]|[-+•*])\s+/, "") || null;

/** Which ways the annex says go by post; null where it has no column for it. */
function legsIn(columns: readonly AnnexColumn[], cell: (meaning: ColumnMeaning) => string): Leg[] | null {
  const has = (meaning: ColumnMeaning): boolean => columns.some((column) => column.meaning === meaning);
  if (has("receiving") || has("returning")) {
    const legs: Leg[] = [];
    if (CROSSED.test(cell("receiving").trim())) legs.push("IN");
    if (CROSSED.test(cell("returning").trim())) legs.push("OUT");
    return legs.length > 0 ? legs : null;
  }
  const words = plainWords(cell("postal"));
  if (words === "") return null;
  if (CROSSED.test(cell("postal").trim())) return ["IN", "OUT"];
  const legs: Leg[] = [];
  if (/nhan|nop/.test(words.replace(/nhan ket qua/g, ""))) legs.push("IN");
  if (/tra|nhan ket qua/.test(words)) legs.push("OUT");
  return legs.length > 0 ? legs : null;
}
