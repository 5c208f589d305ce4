import { inList, listParameter } from "../platform/db/database";
import type { SetRule } from "../platform/registry/set-rule";

/** The ends of a route `r` that lie in a commune, as joins of a statement. */
export const COMMUNE_ENDS = `JOIN agency_state s ON s.agency_id IN (r.from_id, r.to_id)
        LEFT JOIN agency_state above ON above.agency_id = s.parent_id
        JOIN unit_state u ON u.unit_id = COALESCE(s.unit_id, above.unit_id) AND u.tier = 'COMMUNE'`;

/** Routes from or to a commune are paid only by a program that says so. */
export const communeRoutes: SetRule = {
  guards: () => [],

  async problems(writes, tx) {
    const written = writes.filter(({ after }) => after !== null);
    const found = await tx.all(
      `SELECT DISTINCT x.id FROM subsidy_program_route x JOIN subsidy_program p ON p.id = x.program_id
        JOIN transfer_route r ON r.id = x.route_id
        ${COMMUNE_ENDS}
        WHERE ${inList(tx.engine, "x.id")} AND COALESCE(p.includes_communes, 0) = 0`,
      [
        listParameter(
          tx.engine,
          written.map(({ id }) => id),
        ),
      ],
    );
    const refused = new Set(found.map(([id]) => id as number));
    return written
      .filter(({ id }) => refused.has(id))
      .map((write) => ({ write, code: "BAD_INPUT" as const, field: "route", reason: "communeRoute" }));
  },
};
