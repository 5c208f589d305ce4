import type { ChangedBy, GridFeed, RowChange } from "../../grid/others";
import type { GridRow, GridSource, Locale } from "../../grid/grid-column";
import { resourceSource } from "../../grid/resource-rows";
import { schemaFacts } from "../../platform/data/provider";
import { request } from "../../platform/graphql";
import { resourceOf } from "../../platform/model";
import { reportedOf } from "./count-figures";
import { figureFields } from "./figure-fields";
import { countSheetQuery, type CountSheetData, type SheetLine } from "./count-sheet.graphql";

type Sheet = CountSheetData["countSheet"];

/** Names a line, whether it is counted yet or not: the same line before and after its first save. */
export const keyOf = ({ procedure, agency, count }: SheetLine): string =>
  [procedure.id, agency.id, ...(count?.place || count?.receiver ? [count.place ?? "", count.receiver ?? ""] : [])].join(
    ".",
  );

/** Which lines of the sheet are shown. */
export type Shown = "all" | "open";

interface View {
  period: string;
  unit: string;
  locale: Locale;
  shown: Shown;
}

/** A line as the grid holds it: version 0 is a line that nothing is counted of. */
export function rowOf(line: SheetLine, locale: Locale): GridRow {
  const { procedure, agency, count } = line;
  const named = ({ nameVi, nameEn }: { nameVi: string; nameEn: string | null }): string =>
    locale === "en" ? (nameEn ?? nameVi) : nameVi;
  const figures = Object.fromEntries(figureFields().map(({ name }) => [name, count?.[name] ?? null]));
  return {
    id: keyOf(line),
    version: count?.version ?? 0,
    values: {
      code: procedure.code,
      procedureName: named(procedure),
      agencyName: named(agency),
      isDemo: count?.isDemo ?? false,
      ...figures,
    },
  };
}

/**
 * The sheet of one unit and period as the source of a grid. It comes whole with one question, since what it adds up to
 * is said of all its lines; pages are cut from it here.
 */
export class SheetSource implements GridSource {
  readonly order: string;
  private readonly ids = new Map<string, string>();
  private asked: Promise<Sheet> | null = null;
  private lines: readonly SheetLine[] = [];
  private readonly counts: GridSource;

  /** `known` is the sheet where it has just been read. */
  constructor(
    private readonly view: View,
    known?: Sheet,
  ) {
    if (known) this.asked = Promise.resolve(this.take(known));
    this.order = JSON.stringify(["countSheet", view.period, view.unit, view.shown, view.locale]);
    this.counts = resourceSource(schemaFacts, resourceOf("count"), {}, view.locale);
  }

  /** The sheet as it is now; asked for once until it is forgotten. */
  sheet(): Promise<Sheet> {
    this.asked ??= request<CountSheetData>(countSheetQuery(), { period: this.view.period, unit: this.view.unit }).then(
      ({ countSheet }) => this.take(countSheet),
      (error: unknown) => {
        this.asked = null;
        throw error;
      },
    );
    return this.asked;
  }

  private take(sheet: Sheet): Sheet {
    this.lines = sheet.rows;
    for (const line of sheet.rows) if (line.count) this.ids.set(keyOf(line), line.count.id);
    return sheet;
  }

  /** What was read is old: the next question goes to the server. */
  forget(): void {
    this.asked = null;
  }

  /** The count behind a line, as far as it is known. */
  countOf(key: string): string | undefined {
    return this.ids.get(key);
  }

  /** The line that a count stands in. */
  keyOfCount(id: string): string | undefined {
    return this.lines.map(keyOf).find((key) => this.ids.get(key) === id);
  }

  private async rows(): Promise<readonly GridRow[]> {
    const rows = (await this.sheet()).rows.map((line) => rowOf(line, this.view.locale));
    if (this.view.shown === "all") return rows;
    return rows.filter(({ values }) => ["none", "part"].includes(reportedOf(values).is));
  }

  load = async (offset: number, limit: number): Promise<{ rows: readonly GridRow[]; total: number }> => {
    const rows = await this.rows();
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  };

  some = async (ids: readonly string[]): Promise<readonly GridRow[]> => {
    this.forget();
    const wanted = new Set(ids);
    const { rows } = await this.sheet();
    return rows.map((line) => rowOf(line, this.view.locale)).filter(({ id }) => wanted.has(id));
  };

  one = async (id: string): Promise<GridRow | null> => (await this.some([id]))[0] ?? null;

  lastChanges = async (keys: readonly string[]): Promise<ReadonlyMap<string, ChangedBy>> => {
    const byCount = new Map(keys.flatMap((key) => (this.ids.has(key) ? [[this.ids.get(key)!, key] as const] : [])));
    const found = await this.counts.lastChanges?.([...byCount.keys()]);
    return new Map([...(found ?? [])].map(([id, by]) => [byCount.get(id)!, by]));
  };
}

/** What others write to counts, told of the lines they stand in. */
export function sheetFeed(source: SheetSource, counts: GridFeed): GridFeed {
  return {
    own: (changeSet) => counts.own(changeSet),
    next: async (signal) => {
      const changes = await counts.next(signal);
      if (changes.length === 0) return [];
      const before = new Map(changes.map(({ id }) => [id, source.keyOfCount(id)]));
      source.forget();
      await source.sheet();
      return changes.flatMap(({ id, by }): RowChange[] => {
        const key = source.keyOfCount(id) ?? before.get(id);
        // A line is there before and after its count: whatever became of that, the line has changed.
        return key ? [{ id: key, action: "UPDATE", by }] : [];
      });
    },
  };
}
