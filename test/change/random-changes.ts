import type { Database } from "../../server/platform/db/database";
import type { Writable } from "./change-speech";

export type Rows = Record<
  "sector" | "unit" | "decision" | "catalog_entry" | "procedure",
  { id: string; version: number }[]
>;

const TABLES = ["sector", "unit", "decision", "catalog_entry", "procedure"] as const;
const RESOURCES = ["Sector", "Unit", "Decision", "CatalogEntry", "Procedure"] as const satisfies readonly Writable[];
type Resource = (typeof RESOURCES)[number];
const TABLE_OF = {
  Sector: "sector",
  Unit: "unit",
  Decision: "decision",
  CatalogEntry: "catalog_entry",
  Procedure: "procedure",
} as const;

/** The ids and versions that changes can name. */
export async function rowsNow(database: Database): Promise<Rows> {
  const out = {} as Rows;
  for (const table of TABLES) {
    const found = await database.read(`SELECT id, version FROM \`${table}\``);
    out[table] = found.map(([id, version]) => ({ id: String(id), version: version as number }));
  }
  return out;
}

/** A stream of numbers that is the same in every run (mulberry32). */
function randomOf(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)];
  return { below, pick, maybe: <T>(value: T): T | undefined => (next() < 0.5 ? value : undefined) };
}

/**
 * Draws batches of changes, good and bad, from few names, codes and days, so that they get in each other's way. `kept`
 * are rows that are left alone: a catalog for entries and a sector for procedures.
 */
export function randomChanges(seed: number, kept: { catalog: string; sector: string }) {
  const { below, pick, maybe } = randomOf(seed);
  const day = (): string => `20${10 + below(10)}-0${1 + below(9)}-1${below(10)}`;

  function values(of: Resource, rows: Rows): Record<string, unknown> {
    switch (of) {
      case "Sector":
        return {
          nameVi: maybe(`Lĩnh vực ${below(9)}`),
          nameEn: pick([undefined, null, "", `Sector ${below(5)}`]),
          code: pick([undefined, null, `C${below(4)}`]),
        };
      case "Unit":
        return {
          name: maybe(`Xã ${below(9)}`),
          code: pick([undefined, null, `10${below(5)}`]),
          parent: pick([undefined, null, pick(rows.unit)?.id]),
          validTo: pick([undefined, undefined, null, day()]),
        };
      case "Decision":
        return {
          title: maybe(`Trích yếu ${below(9)}`),
          issuedOn: pick([undefined, day()]),
          effectiveOn: pick([undefined, null, day()]),
        };
      case "CatalogEntry":
        return {
          addedBy: pick([undefined, pick(rows.decision)?.id]),
          removedBy: pick([undefined, null, pick(rows.decision)?.id]),
          legs: pick([undefined, null, ["IN"], ["IN", "OUT"]]),
        };
      case "Procedure":
        return {
          nameVi: maybe(`Thủ tục ${below(9)}`),
          legacyCodes: pick([undefined, null, ["0012"], ["A", "B"]]),
          status: maybe(pick(["IN_FORCE", "ABOLISHED"])),
        };
    }
  }

  function needed(of: Resource, rows: Rows): object {
    switch (of) {
      case "Sector":
        return { nameVi: `Lĩnh vực ${below(9)}` };
      case "Unit":
        return { name: `Xã ${below(9)}`, kind: "COMMUNE", tier: "COMMUNE", validFrom: maybe(day()) };
      case "Decision":
        return { number: `${below(20)}/QĐ`, kind: "DECISION", issuer: "UBND", title: "Mới" };
      case "CatalogEntry":
        return { catalog: kept.catalog, procedure: pick(rows.procedure)?.id, addedBy: pick(rows.decision)?.id };
      case "Procedure":
        return { nameVi: "Mới", sector: kept.sector, tiers: ["COMMUNE"], status: "IN_FORCE" };
    }
  }

  return (rows: Rows): { of: Resource; changes: object[] } => {
    const of = pick(RESOURCES);
    const own = rows[TABLE_OF[of]].filter((r) => r.id !== kept.sector);
    const isDated = of === "Unit" || of === "Procedure";
    const changes = Array.from({ length: 1 + below(3) }, () => {
      const row = pick(own);
      const what = row ? below(5) : 0;
      const set = Object.fromEntries(Object.entries(values(of, rows)).filter(([, v]) => v !== undefined));
      if (what < 2) return { create: { ...set, ...needed(of, rows) } };
      if (what < 4) return { update: { ...row, set, ...(isDated ? { from: maybe(day()) } : {}) } };
      return { delete: row };
    });
    return { of, changes };
  };
}
