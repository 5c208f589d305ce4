import type { Database } from "../platform/db/database";
import type { AgencyState } from "./structure.rules";

/** Every state of every agency in the order of their days, with the tier of its unit: a unit keeps its tier. */
const STATES = `SELECT s.agency_id, a.kind, a.successor_id, a.certainty, s.code, s.name, s.name_key, s.parent_id, s.unit_id,
    u.tier, s.valid_from, s.valid_to
  FROM agency_state s JOIN agency a ON a.id = s.agency_id
  LEFT JOIN (SELECT unit_id, MAX(tier) AS tier FROM unit_state GROUP BY unit_id) u ON u.unit_id = s.unit_id
  ORDER BY s.agency_id, s.valid_from`;

/** What a structure of any day is made of. One statement. */
export async function agencyStates(database: Database): Promise<AgencyState[]> {
  const rows = await database.read(STATES);
  return rows.map(
    ([agency, kind, successor, certainty, code, name, order, parent, unit, tier, from, to]) =>
      ({
        agency,
        kind,
        successor,
        isDemo: certainty === "DEMO",
        code,
        name,
        order,
        parent,
        unit,
        tier,
        from,
        to,
      }) as AgencyState,
  );
}
