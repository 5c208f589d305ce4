import type { Database } from "../../platform/db/database";
import { decimal } from "../../platform/kinds/all";
import { inList, listParameter } from "../../platform/db/database";
import type { Figure } from "./publish.service";

/** A publication, without what was pinned. */
export interface PublicationRow {
  id: number;
  name: string;
  targetSet: number;
  from: string;
  to: string;
  structure: string;
  upTo: number | null;
}

export async function readPublication(database: Database, id: number): Promise<PublicationRow | null> {
  const [row] = await database.read(
    "SELECT id, name, target_set_id, first_day, last_day, structure, up_to_id FROM publication WHERE id = ?",
    [id],
  );
  if (!row) return null;
  const [, name, targetSet, from, to, structure, upTo] = row;
  return { id, name, targetSet, from, to, structure, upTo } as PublicationRow;
}

const percent = decimal({ scale: 2 });
const points = decimal({ scale: 3 });

/** Every figure of a publication, in the order in which they were published. */
export async function readFigures(database: Database, publication: number): Promise<Figure[]> {
  const rows = await database.read(
    `SELECT agency_id, criterion_id, reading, official, numerator, denominator, threshold_percent, state, shortfall, points
      FROM published_figure WHERE publication_id = ? ORDER BY id`,
    [publication],
  );
  return rows.map(
    ([agency, criterion, reading, official, numerator, denominator, threshold, state, shortfall, given]) =>
      ({
        agency: agency === null ? null : String(agency),
        criterion: String(criterion),
        reading,
        official: Number(official) === 1,
        numerator,
        denominator,
        thresholdPercent: percent.decode!(threshold) as string,
        state,
        shortfall,
        points: given === null ? null : points.decode!(given),
      }) as Figure,
  );
}

/** What figures rest on beside counts. */
const GROUNDS = ["CatalogEntry", "Channel", "Criterion", "CriterionCatalog", "Agency", "Procedure"];

/**
 * The latest change sets after a publication that touched counts of its periods, or what figures rest on beside them. Of a
 * count that is gone, the row of its deletion says which period it was of.
 */
export async function readChangeSetsSince(
  database: Database,
  upTo: number,
  periods: readonly number[],
  limit: number,
): Promise<number[]> {
  const { engine } = database;
  const ofDeleted =
    engine === "sqlite"
      ? "CAST(r.`before` ->> 'period' AS INTEGER)"
      : "CAST(JSON_VALUE(r.`before`, '$.period') AS SIGNED)";
  const counts =
    `r.resource = 'Count' AND (r.row_id IN (SELECT c.id FROM \`count\` c WHERE c.id = r.row_id AND ${inList(engine, "c.period_id")})` +
    ` OR (r.action = 'DELETE' AND ${inList(engine, ofDeleted)}))`;
  const rows = await database.read(
    `SELECT s.id FROM change_set s WHERE s.id > ? AND EXISTS (SELECT 1 FROM change_row r WHERE r.change_set_id = s.id
      AND (${inList(engine, "r.resource")} OR ${counts})) ORDER BY s.id DESC LIMIT ${limit}`,
    [upTo, listParameter(engine, GROUNDS), listParameter(engine, periods), listParameter(engine, periods)],
  );
  return rows.map(([id]) => id as number);
}
