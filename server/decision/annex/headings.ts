import type { AnnexColumn, AnnexLine, ColumnMeaning } from "./annex";
import { oneLine, plainWords } from "./cell-text";
import { codeOf } from "./procedure-code";

/** A heading is short; a sentence in a column is none. */
const HEADING_LENGTH = 160;

/**
 * The words by which columns are known, without accents, in the order they are tried: what says more stands first, so that
 * "cơ quan tiếp nhận" is an agency and "tiếp nhận qua BCCI" a leg.
 */
const WORDS: [ColumnMeaning, RegExp][] = [
  ["number", /^(stt|tt|so tt|so thu tu|no)$/],
  ["legalBases", /^(can cu|co so)( phap ly)?$|can cu phap ly|co so phap ly|(van ban|vbqppl|vb qppl) .*quy dinh/],
  ["replaced", /(duoc|bi) thay the/],
  ["code", /^(ma|so) (so )?(ho so )?(tthc|thu tuc)|^ma( so)?$|^ma ho so|^so ho so/],
  ["receiving", /(bcci|buu chinh|buu dien) .*(tiep nhan|nop|nhan ho so)|^(tiep nhan|nhan)( ho so)?$/],
  ["returning", /(bcci|buu chinh|buu dien) .*tra( ket qua)?|^tra( ket qua)?$|^tra kq$/],
  ["level3", /(muc do|muc) 3$|(muc do|muc) 3 /],
  ["level4", /(muc do|muc) 4$|(muc do|muc) 4 /],
  ["level", /^muc do|^dvc( truc tuyen)?( muc do)?$|dich vu cong .*muc do/],
  ["name", /^ten (thu tuc|tthc)|^ten$|^(thu tuc hanh chinh|tthc|ten thu tuc|ten goi)$|^noi dung (thu tuc|tthc)/],
  ["sector", /^(ten )?linh vuc/],
  ["tiers", /^cap (thuc hien|giai quyet|hanh chinh|tham quyen)/],
  ["agency", /^(co quan|don vi|tham quyen)( |$)/],
  ["place", /^dia (diem|chi)|^noi (tiep nhan|nop)/],
  ["time", /^thoi (han|gian)/],
  ["fee", /^(muc )?(phi|le phi)( |$)|^muc thu/],
  ["subject", /^doi tuong/],
  ["status", /^tinh trang|^trang thai/],
  ["decision", /^(qd|quyet dinh)( cong bo| so)?/],
  ["postal", /bcci|buu chinh|buu dien/],
  // Only a guess until the cells are seen: "hình thức" may as well be how an application is made.
  ["form", /^hinh thuc( |$)|^noi dung (cong bo|sua doi|thay doi|dieu chinh)|^loai( |$)/],
  ["note", /^ghi chu|^chu thich/],
];

/** What a column with this heading holds; null where nobody knows. */
export function meaningOf(heading: string): ColumnMeaning | null {
  const words = plainWords(heading);
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** The parts of a heading of two rows: what stands below "Qua dịch vụ BCCI" or "Mức độ dịch vụ công". */
const PART =
  /^(tiep nhan|nhan|nop|gui|tra|muc|phi|le phi|cap|trung uong|tinh|huyen|xa|truc tiep|truc tuyen|buu chinh|buu dien|bcci|toan trinh|mot phan)( |$)/;

/** The columns of a heading that begins at a line, and how many lines it takes; null where none begins there. */
export function headingAt(lines: readonly AnnexLine[], at: number): { columns: AnnexColumn[]; rows: number } | null {
  const line = lines[at];
  if (line.table === null || !isHeading(line)) return null;
  const next = lines[at + 1];
  const parts = next?.table === line.table ? partsOf(line, next) : null;
  const texts = parts ?? line.cells.map(oneLine);
  return { columns: texts.map((heading) => ({ heading, meaning: meaningOf(heading) })), rows: parts ? 2 : 1 };
}

function isHeading({ cells, own }: AnnexLine): boolean {
  if (own.length < 2 || own.some((text) => text.length > HEADING_LENGTH || codeOf(text) !== null)) return false;
  const meanings = new Set(cells.map(meaningOf).filter((meaning) => meaning !== null));
  return meanings.has("name") || (meanings.has("code") && meanings.size > 2)
    ? meanings.size >= 2 || cells.length === 1
    : false;
}

/** The headings of both rows together, where the second one says the parts of a column of the first; null otherwise. */
function partsOf(first: AnnexLine, second: AnnexLine): string[] | null {
  const { own } = second;
  if (own.length < 2 || own.length >= first.cells.filter((cell) => cell !== "").length) return null;
  if (!own.every((text) => text.length <= 60 && PART.test(plainWords(text)))) return null;
  const texts: string[] = [];
  let group = "";
  for (let column = 0; column < Math.max(first.cells.length, second.cells.length); column++) {
    const [above, below] = [oneLine(first.cells[column] ?? ""), oneLine(second.cells[column] ?? "")];
    // A merged cell of a sheet has its text in its first column alone.
    if (above !== "") group = above;
    const head = above === "" && below !== "" ? group : above;
    texts[column] = below === "" || below === head ? head : `${head} ${below}`.trim();
  }
  return texts;
}

/** A row that only counts the columns: (1) (2) (3), or 1 2 3. */
export function countsColumns({ own }: AnnexLine): boolean {
  const numbers = own.map((text) => Number(/^\(?(\d{1,2})\)?$/.exec(text)?.[1] ?? NaN));
  return numbers.length > 1 && numbers.every((n, i) => n === numbers[0] + i) && numbers[0] <= 2;
}

/** Columns told by what is in them, for rows pasted without their heading: codes, and the longest texts as names. */
export function guessedColumns(lines: readonly AnnexLine[]): AnnexColumn[] {
  const rows = lines.filter(({ table }) => table !== null);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => rows.map(({ cells }) => cells[at] ?? ""));
  const share = (cells: string[], is: (cell: string) => boolean): number => {
    const filled = cells.filter((cell) => cell !== "");
    return filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
  };
  const lengthOf = (cells: string[]): number => cells.reduce((sum, cell) => sum + cell.length, 0);
  const code = columns.findIndex((cells) => share(cells, (cell) => codeOf(cell) !== null) > 0.5);
  const words = columns.map((cells, at) =>
    at === code || share(cells, (c) => /\p{L}{2}/u.test(c)) < 0.5 ? 0 : lengthOf(cells),
  );
  const name = words.some((length) => length > 0) ? words.indexOf(Math.max(...words)) : -1;
  return columns.map((cells, at) => ({
    heading: "",
    meaning:
      at === code ? "code" : at === name ? "name" : share(cells, (c) => /^\d{1,4}\.?$/.test(c)) > 0.8 ? "number" : null,
  }));
}
