import type { AnnexColumn, AnnexLine, AnnexList, AnnexRow, Doubt, Leg } from "./annex";
import { listOf } from "./bands";
import { oneLine, plainWords } from "./cell-text";

/** What a cell of a column like "Hình thức" says of its row: its list, or the ways that go by post. */
export interface FormCell {
  list: AnnexList | null;
  legs: Leg[] | null;
}

/** What a cell of a column like "Hình thức" says; null where it says nothing that is known, or two things at once. */
export function formOf(cell: string): FormCell | null {
  const words = plainWords(cell);
  const list = /^(moi|them|them moi|cong bo moi)$/.test(words) ? "NEW" : listOf(words);
  if (list === null && listsIn(words).length > 0) return null;
  const legs = legsOf(words);
  // To abolish one way by post is not to abolish the procedure: a person says which is meant.
  if (list === "ABOLISHED" && legs) return null;
  return list || legs ? { list, legs } : null;
}

/** The ways by post that words name: "Tiếp nhận, trả kết quả", "nhận và trả", "hai chiều". */
function legsOf(words: string): Leg[] | null {
  if (/(^| )(hai|2) chieu( |$)/.test(words)) return ["IN", "OUT"];
  const given = words.replace(/nhan ket qua/g, "tra").replace(/(cong|chung|xac|ca|to|giay) nhan/g, "");
  const legs: Leg[] = [];
  if (/(^| )(nhan|nop)( |$)/.test(given)) legs.push("IN");
  if (/(^| )tra( |$)/.test(given)) legs.push("OUT");
  return legs.length > 0 ? legs : null;
}

/** The lists whose words a text holds, by which a row that stands in another one is doubted. */
function listsIn(words: string): AnnexList[] {
  const found: AnnexList[] = [];
  if (/(^| )(sua doi|sua doi bo sung)( |$)/.test(words)) found.push("AMENDED");
  if (/(^| )thay the( |$)/.test(words)) found.push("REPLACED");
  if (/(^| )(bai bo|huy bo)( |$)/.test(words)) found.push("ABOLISHED");
  return found;
}

/**
 * The columns as their cells make them: one whose heading could mean what is done with a procedure ("Hình thức", "Loại")
 * means it only where some cell says so; elsewhere nobody knows what it holds.
 */
export function formColumns(columns: readonly AnnexColumn[], lines: readonly AnnexLine[]): AnnexColumn[] {
  const says = ({ table, cells }: AnnexLine, at: number, heading: string): boolean => {
    const cell = cells[at] ?? "";
    // A band that goes over several columns says nothing in this one.
    const isSpread = cells.filter((other) => other === cell).length > 1;
    return table !== null && !isSpread && oneLine(cell) !== heading && formOf(cell) !== null;
  };
  return columns.map((column, at) =>
    column.meaning !== "form" || lines.some((line) => says(line, at, column.heading))
      ? column
      : { ...column, meaning: null },
  );
}

/** Columns that are not read for the list of a row, and in which a word of another list may not be passed over. */
const UNREAD: readonly AnnexColumn["meaning"][] = [null, "postal", "receiving", "returning", "status", "note"];

/** Beside one another in the heading of one list, "sửa đổi, bổ sung, thay thế": no contradiction. */
const isOneList = (a: AnnexList, b: AnnexList): boolean =>
  a === b || [a, b].every((list) => list === "AMENDED" || list === "REPLACED");

/** What a row's cells say of its list and its ways, and what of them a person has to look at. */
export function formIn(
  line: AnnexLine,
  columns: readonly AnnexColumn[],
  band: AnnexList | null,
): Pick<AnnexRow, "list" | "legs" | "doubts"> {
  let list: AnnexList | null = null;
  let legs: Leg[] | null = null;
  const doubts: Doubt[] = [];
  const cells = columns.map((column, at) => ({
    ...column,
    column: column.heading || String(at + 1),
    text: oneLine(line.cells[at] ?? ""),
  }));
  for (const { meaning, column, text } of cells) {
    if (meaning !== "form" || plainWords(text) === "") continue;
    const said = formOf(text);
    const other = said?.list && [list, band].find((one) => one && !isOneList(one, said.list!));
    if (!said || other) doubts.push({ column, text, list: said?.list ?? null });
    list ??= said?.list ?? null;
    legs ??= said?.legs ?? null;
  }
  const own = list ?? band;
  for (const { meaning, column, text } of cells) {
    if (!UNREAD.includes(meaning)) continue;
    const named = listsIn(plainWords(text));
    if (named.length === 0 || (own && named.some((one) => isOneList(one, own)))) continue;
    doubts.push({ column, text, list: named.length === 1 ? named[0] : null });
  }
  return { list: own, legs, doubts };
}
