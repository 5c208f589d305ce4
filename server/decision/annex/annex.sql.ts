import type { Database } from "../../platform/db/database";
import type { Leg, Tier } from "./annex";
import type { KnownWorld } from "./match";

const listOf = <T>(stored: unknown): T[] => (stored === null ? [] : (JSON.parse(stored as string) as T[]));
const idOf = (stored: unknown): string | null => (stored === null ? null : String(stored));

/** What the rows of an annex could mean on a day: five statements, however long the annex. */
export async function knownWorld(database: Database, day: string, catalog: string | null): Promise<KnownWorld> {
  const onDay = "valid_from <= ? AND valid_to > ?";
  const procedures = await database.read(
    `SELECT procedure_id, code, legacy_codes, name_vi, sector_id, agency_id, tiers, status FROM procedure_state WHERE ${onDay}`,
    [day, day],
  );
  const sectors = await database.read("SELECT id, name_vi, code FROM sector");
  const agencies = await database.read(`SELECT agency_id, name, code FROM agency_state WHERE ${onDay}`, [day, day]);
  const entries =
    catalog === null
      ? []
      : await database.read(
          "SELECT e.id, e.procedure_id, e.legs, e.level, d.number FROM catalog_entry e JOIN decision d ON d.id = e.added_by_id " +
            "WHERE e.catalog_id = ? AND e.procedure_id IS NOT NULL AND e.valid_from <= ? AND e.valid_to > ?",
          [Number(catalog), day, day],
        );
  return {
    procedures: procedures.map(([id, code, legacy, nameVi, sector, agency, tiers, status]) => ({
      id: String(id),
      code: code as string | null,
      legacyCodes: listOf<string>(legacy),
      nameVi: nameVi as string,
      sector: String(sector),
      agency: idOf(agency),
      tiers: listOf<Tier>(tiers),
      status: status as string,
    })),
    sectors: sectors.map(([id, name, code]) => ({ id: String(id), name: name as string, code: code as string | null })),
    agencies: agencies.map(([id, name, code]) => ({
      id: String(id),
      name: name as string,
      code: code as string | null,
    })),
    entries: entries.map(([id, procedure, legs, level, number]) => ({
      id: String(id),
      procedure: String(procedure),
      legs: legs === null ? null : listOf<Leg>(legs),
      level: level as number | null,
      addedBy: number as string,
    })),
  };
}
