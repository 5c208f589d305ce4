import { Refusal } from "../errors/refusal";
import { SHEET_LIMITS, type SheetRow, type SheetValue } from "../sheet/sheet";

/** Cells of one file that may be put right without another file. */
const MOST = 10_000;

/** Texts that a person puts in the place of cells while looking at the preview: the file itself stays as it is. */
export class Fixes {
  private constructor(readonly list: readonly { line: number; column: number; text: string }[]) {
    for (const fix of list) {
      const own = this.byLine.get(fix.line) ?? [];
      own.push(fix);
      this.byLine.set(fix.line, own);
    }
  }
  private readonly byLine = new Map<number, { column: number; text: string }[]>();

  static readonly NONE = new Fixes([]);

  /** Reads the JSON that comes beside the file: a list of { line, column, text }. */
  static read(given: string): Fixes {
    const wrong = new Refusal("BAD_INPUT", "fixes", {}, "fixesUnreadable");
    let list: unknown;
    try {
      list = JSON.parse(given);
    } catch {
      throw wrong;
    }
    if (!Array.isArray(list)) throw wrong;
    if (list.length > MOST) throw new Refusal("LIMIT", "fixes", { max: MOST });
    return new Fixes(
      list.map((fix: unknown) => {
        const { line, column, text } = (fix ?? {}) as Record<string, unknown>;
        const isPlace =
          Number.isInteger(line) && Number.isInteger(column) && (line as number) > 0 && (column as number) > 0;
        if (!isPlace || (column as number) > SHEET_LIMITS.columns || typeof text !== "string") throw wrong;
        if (text.length > SHEET_LIMITS.cell) throw new Refusal("LIMIT", "fixes", { max: SHEET_LIMITS.cell });
        return { line: line as number, column: column as number, text };
      }),
    );
  }

  applied({ line, values }: SheetRow): SheetValue[] {
    const own = this.byLine.get(line);
    if (!own) return values;
    const out = [...values];
    for (const { column, text } of own) {
      while (out.length < column) out.push(null);
      out[column - 1] = text;
    }
    return out;
  }
}
