/** What an annex says of the procedures it lists: the list of the Decision a row stands in. */
export type AnnexList = "NEW" | "AMENDED" | "REPLACED" | "ABOLISHED";

export type Tier = "CENTRAL" | "PROVINCE" | "DISTRICT" | "COMMUNE";
export type Leg = "IN" | "OUT";

/** A line of an annex as its source holds it: a row of a table, or a paragraph before, between or after tables. */
export interface AnnexLine {
  /** Its number in the source, from 1: a sheet's row, or the place among all lines of a document. */
  line: number;
  /** Which table it stands in, from 1; null for a paragraph. */
  table: number | null;
  /** The text of every column; a merged cell's text stands in each column and row it covers. */
  cells: string[];
  /** The texts of the cells that begin in this line, without the empty ones, in order. */
  own: string[];
}

/** What a column of an annex holds. */
export type ColumnMeaning =
  | "number"
  | "code"
  | "name"
  | "replaced"
  | "sector"
  | "agency"
  | "tiers"
  | "legalBases"
  | "note"
  | "postal"
  | "receiving"
  | "returning"
  | "form"
  | "level"
  | "level3"
  | "level4"
  | "time"
  | "fee"
  | "place"
  | "subject"
  | "status"
  | "decision";

/** A column as the heading names it; null where nobody knows what it holds. */
export interface AnnexColumn {
  heading: string;
  meaning: ColumnMeaning | null;
}

/** What a band row ("II. LĨNH VỰC HỘ TỊCH") says of the rows below it. */
export interface Band {
  list?: AnnexList;
  sector?: string;
  agency?: string;
  tiers?: Tier[];
}

/** Why a line is not read as a procedure; each has a sentence on the screen. */
export type LeftOut =
  | "BLANK"
  | "TITLE"
  | "PAGE_NUMBER"
  | "COLUMN_NUMBERS"
  | "SIGNATURE"
  | "NOTE"
  | "TOTAL"
  | "OUTSIDE_TABLE"
  | "WITHOUT_NAME";

/** What became of a line of the annex: every line is one of these, so that nothing vanishes unseen. */
export type LineUse =
  | { line: number; kind: "ROW"; text: string }
  | { line: number; kind: "BAND"; text: string; band: Band }
  | { line: number; kind: "HEADING"; text: string }
  | { line: number; kind: "LEFT_OUT"; text: string; reason: LeftOut };

/** A cell by which a row may belong in another list than the one it would be read into: a person says which. */
export interface Doubt {
  /** The column's heading, or its number where it has none. */
  column: string;
  text: string;
  /** The list the cell names; null where it names none or several. */
  list: AnnexList | null;
}

/** A procedure as a row of the annex lists it, with what the bands above say where the row itself says nothing. */
export interface AnnexRow {
  line: number;
  list: AnnexList | null;
  code: string | null;
  name: string | null;
  /** The procedure that this one stands in place of, in words or by its code. */
  replaced: string | null;
  sector: string | null;
  agency: string | null;
  tiers: Tier[];
  legs: Leg[] | null;
  level: number | null;
  legalBases: string[];
  note: string | null;
  /** Read and shown, and written nowhere: times and fees belong to the channels of a procedure. */
  time: string | null;
  fee: string | null;
  doubts: Doubt[];
}

export interface AnnexReading {
  columns: AnnexColumn[];
  /** Whether no heading was found, so that the columns were told by what is in them. */
  isGuessed: boolean;
  uses: LineUse[];
  rows: AnnexRow[];
}
