import { inList, listParameter, type Database, type Parameter, type Row } from "../platform/db/database";
import type { Page } from "../platform/planner/page";
import { quoted, type Fragment } from "../platform/planner/statement";
import { snake } from "../platform/registry/registry";
import { CHANNEL_FIGURES, COUNT_FIGURES } from "./count.roll-ups";

/** What totals are told apart by, channels aside: they are columns of one row. */
export type Grouping = "AGENCY" | "RECEPTION_UNIT" | "SECTOR" | "PROCEDURE" | "LEVEL" | "MONTH" | "PERIOD";

/** Which counts are summed. */
export interface TotalsWhere {
  from: string | null;
  to: string | null;
  period: number | null;
  agencies: number[] | null;
  receptionUnits: number[] | null;
  /** The ids of the settling agencies below one, as a query. */
  under: Fragment | null;
  procedures: number[] | null;
  sectors: number[] | null;
  level: number | null;
  levelScheme: string | null;
  /** A catalog, and the day on which procedures stand in it. */
  catalog: { id: number; day: string } | null;
  /** The ids one of which the settling agency or the reception unit has to be, as a query; null where every count is seen. */
  own: Fragment | null;
}

/** The columns of a total's key: an id, or what tells it apart itself. */
const KEYS: Readonly<Record<Grouping, readonly string[]>> = {
  AGENCY: ["t.agency_id"],
  RECEPTION_UNIT: ["t.reception_unit_id"],
  SECTOR: ["s.sector_id"],
  PROCEDURE: ["t.procedure_id"],
  LEVEL: ["h.level_scheme", "h.level"],
  MONTH: ["SUBSTR(p.last_day, 1, 7)"],
  PERIOD: ["p.first_day", "p.last_day", "p.id"],
};

/** The columns of the groups, in the order asked for. */
export const keyColumns = (groups: readonly Grouping[]): string[] => groups.flatMap((group) => KEYS[group]);

/** Where the sums are read: a roll-up that tells apart what is asked for, else the counts themselves. */
export function sourceOf(groups: readonly Grouping[], where: TotalsWhere): string {
  const byUnit = groups.includes("RECEPTION_UNIT") || where.receptionUnits !== null;
  const byAgency = groups.includes("AGENCY") || where.agencies !== null || where.under !== null;
  // Whoever is bound to a part of the tree sees a count by either end of its way.
  if (where.own !== null || (byUnit && byAgency)) return "count";
  const byProcedure =
    (["SECTOR", "PROCEDURE", "LEVEL"] as const).some((group) => groups.includes(group)) ||
    [where.procedures, where.sectors, where.level, where.levelScheme, where.catalog].some((each) => each !== null);
  return `count_${byUnit ? "unit" : "agency"}${byProcedure ? "_procedure" : ""}_sum`;
}

function joinsOf(groups: readonly Grouping[], where: TotalsWhere): string {
  const joins = ["JOIN period p ON p.id = t.period_id"];
  if (groups.includes("SECTOR") || where.sectors)
    joins.push(
      "LEFT JOIN procedure_state s ON s.procedure_id = t.procedure_id AND s.valid_from <= p.last_day AND s.valid_to > p.last_day",
    );
  // One row at most: no two ways of one procedure, channel and leg hold on one day.
  if (groups.includes("LEVEL") || where.level !== null || where.levelScheme !== null)
    joins.push(
      "LEFT JOIN channel h ON h.procedure_id = t.procedure_id AND h.channel = 'ONLINE' AND h.leg = 'IN' AND h.level IS NOT NULL " +
        "AND h.valid_from <= p.last_day AND h.valid_to > p.last_day",
    );
  return joins.join(" ");
}

function whereOf(database: Database, where: TotalsWhere): { sql: string; parameters: Parameter[] } {
  const parts: string[] = ["1 = 1"];
  const parameters: Parameter[] = [];
  const add = (sql: string, ...given: Parameter[]): void => {
    parts.push(sql);
    parameters.push(...given);
  };
  const among = (column: string, ids: number[] | null): void => {
    if (ids) add(inList(database.engine, column), listParameter(database.engine, ids));
  };
  if (where.from !== null) add("p.first_day >= ?", where.from);
  if (where.to !== null) add("p.last_day <= ?", where.to);
  if (where.period !== null) add("t.period_id = ?", where.period);
  among("t.agency_id", where.agencies);
  among("t.reception_unit_id", where.receptionUnits);
  among("t.procedure_id", where.procedures);
  among("s.sector_id", where.sectors);
  if (where.under) add(`t.agency_id IN (${where.under.sql})`, ...where.under.parameters);
  if (where.level !== null) add("h.level = ?", where.level);
  if (where.levelScheme !== null) add("h.level_scheme = ?", where.levelScheme);
  if (where.catalog)
    add(
      "t.procedure_id IN (SELECT e.procedure_id FROM catalog_entry e WHERE e.catalog_id = ? AND e.valid_from <= ? AND e.valid_to > ?)",
      where.catalog.id,
      where.catalog.day,
      where.catalog.day,
    );
  if (where.own) {
    const { sql, parameters: own } = where.own;
    add(`(t.agency_id IN (${sql}) OR t.reception_unit_id IN (${sql}))`, ...own, ...own);
  }
  return { sql: parts.join(" AND "), parameters };
}

/** One group: its key's columns, how many counts and how many blank ones, and the sum of every figure. */
export interface TotalRow {
  key: unknown[];
  rows: number;
  blankRows: number;
  figures: Record<string, number>;
}

/** A page of the totals in the order of their keys, and how many there are. One statement, two past the last page. */
export async function readTotals(
  database: Database,
  groups: readonly Grouping[],
  where: TotalsWhere,
  { offset, limit }: Page,
): Promise<{ rows: TotalRow[]; total: number }> {
  const table = sourceOf(groups, where);
  const keys = keyColumns(groups);
  const { sql, parameters } = whereOf(database, where);
  const by = (words: string): string => (keys.length > 0 ? ` ${words} ${keys.join(", ")}` : "");
  const from = `FROM ${quoted(table)} t ${joinsOf(groups, where)} WHERE ${sql}${by("GROUP BY")}`;
  // As whole numbers on both engines: MariaDB sums them to decimals, which arrive as text.
  const sum = (expression: string): string =>
    database.engine === "sqlite" ? `SUM(${expression})` : `CAST(SUM(${expression}) AS SIGNED)`;
  const blank = CHANNEL_FIGURES.map((name) => `t.${snake(name)} IS NULL`).join(" OR ");
  const [rows, blanks] =
    table === "count"
      ? ["COUNT(*)", sum(`CASE WHEN ${blank} THEN 1 ELSE 0 END`)]
      : [sum("t.row_count"), sum("t.blank_count")];
  const figures = COUNT_FIGURES.map((name) => sum(`COALESCE(t.${snake(name)}, 0)`));
  const found = await database.read(
    `SELECT COUNT(*) OVER (), ${[...keys, rows, blanks, ...figures].join(", ")} ${from}` +
      `${by("ORDER BY")} LIMIT ${limit} OFFSET ${offset}`,
    parameters,
  );
  if (found.length > 0) return { rows: found.map((row) => totalOf(row, keys.length)), total: Number(found[0][0]) };
  // Told apart by nothing there is one line, however many counts it sums.
  if (keys.length === 0) return { rows: [], total: 1 };
  const [[total]] = await database.read(`SELECT COUNT(*) FROM (SELECT 1 ${from}) x`, parameters);
  return { rows: [], total: Number(total) };
}

function totalOf(row: Row, keys: number): TotalRow {
  const [rows, blankRows, ...figures] = row.slice(1 + keys).map(Number);
  return {
    key: row.slice(1, 1 + keys),
    rows,
    blankRows,
    figures: Object.fromEntries(COUNT_FIGURES.map((name, i) => [name, figures[i]])),
  };
}
