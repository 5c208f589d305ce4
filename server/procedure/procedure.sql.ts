import { inList, listParameter } from "../platform/db/database";
import type { FigureBatch } from "../platform/registry/declare";
import { LEVEL_SCHEME } from "./level-scheme";

interface Listed {
  procedure: number;
  legs: string[];
  scheme: string | null;
  level: number | null;
}

/** The entries through which procedures stand in catalogs of a kind on a day. */
async function listedIn(
  kind: "POSTAL" | "ONLINE" | "EXCLUDED",
  { ids, day, database }: FigureBatch,
): Promise<Listed[]> {
  const found = await database.read(
    "SELECT e.procedure_id, e.legs, e.level_scheme, e.level FROM catalog_entry e JOIN catalog c ON c.id = e.catalog_id " +
      `WHERE c.kind = ? AND ${inList(database.engine, "e.procedure_id")} AND e.valid_from <= ? AND e.valid_to > ?`,
    [kind, listParameter(database.engine, ids), day, day],
  );
  return found.map(([procedure, legs, scheme, level]) => ({
    procedure: procedure as number,
    legs: legs === null ? [] : (JSON.parse(legs as string) as string[]),
    scheme: scheme as string | null,
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

/**
 * At which level the online catalogs list a procedure, with the scheme that says what the level means: the latest scheme
 * of those that do, and under it the higher level.
 */
async function listed(batch: FigureBatch): Promise<Map<number, { scheme: string; level: number }>> {
  const out = new Map<number, { scheme: string; level: number }>();
  for (const { procedure, scheme, level } of await listedIn("ONLINE", batch)) {
    if (level === null || scheme === null) continue;
    const known = out.get(procedure);
    const isLater = !known || SCHEMES.indexOf(scheme) > SCHEMES.indexOf(known.scheme);
    if (isLater || (known.scheme === scheme && level > known.level)) out.set(procedure, { scheme, level });
  }
  return out;
}

const SCHEMES = LEVEL_SCHEME.choices!.map((c) => c.value);

export async function listedLevel(batch: FigureBatch): Promise<Map<number, number>> {
  return new Map([...(await listed(batch))].map(([id, { level }]) => [id, level]));
}

export async function listedLevelScheme(batch: FigureBatch): Promise<Map<number, string>> {
  return new Map([...(await listed(batch))].map(([id, { scheme }]) => [id, scheme]));
}

/** Whether a catalog says that the applicant must be present. */
export async function presenceRequired(batch: FigureBatch): Promise<Map<number, boolean>> {
  const required = new Set((await listedIn("EXCLUDED", batch)).map((e) => e.procedure));
  return new Map(batch.ids.map((id) => [id, required.has(id)]));
}
