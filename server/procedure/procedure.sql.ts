import { inList, listParameter } from "../platform/db/database";
import type { FigureBatch } from "../platform/registry/declare";

interface Listed {
  procedure: number;
  legs: string[];
  level: number | null;
}

/** The entries through which procedures stand in catalogs of a kind on a day. */
async function listedIn(
  kind: "POSTAL" | "ONLINE" | "EXCLUDED",
  { ids, day, database }: FigureBatch,
): Promise<Listed[]> {
  const found = await database.read(
    "SELECT e.procedure_id, e.legs, e.level FROM catalog_entry e JOIN catalog c ON c.id = e.catalog_id " +
      `WHERE c.kind = ? AND ${inList(database.engine, "e.procedure_id")} AND e.valid_from <= ? AND e.valid_to > ?`,
    [kind, listParameter(database.engine, ids), day, day],
  );
  return found.map(([procedure, legs, level]) => ({
    procedure: procedure as number,
    legs: legs === null ? [] : (JSON.parse(legs as string) as string[]),
    level: level as number | null,
  }));
}

/** Which legs of a procedure may go by post: those of the postal catalogs it stands in. Absent where it is in none. */
export async function postalLegs(batch: FigureBatch): Promise<Map<number, string[]>> {
  const out = new Map<number, string[]>();
  for (const { procedure, legs } of await listedIn("POSTAL", batch)) {
    const known = out.get(procedure) ?? [];
    out.set(
      procedure,
      ["IN", "OUT"].filter((leg) => known.includes(leg) || legs.includes(leg)),
    );
  }
  return out;
}

/** The level at which the online catalogs list a procedure: the higher one where several do. */
export async function listedLevel(batch: FigureBatch): Promise<Map<number, number>> {
  const out = new Map<number, number>();
  for (const { procedure, level } of await listedIn("ONLINE", batch)) {
    if (level !== null) out.set(procedure, Math.max(level, out.get(procedure) ?? 0));
  }
  return out;
}

/** Whether a catalog says that the applicant must be present. */
export async function presenceRequired(batch: FigureBatch): Promise<Map<number, boolean>> {
  const required = new Set((await listedIn("EXCLUDED", batch)).map((e) => e.procedure));
  return new Map(batch.ids.map((id) => [id, required.has(id)]));
}
