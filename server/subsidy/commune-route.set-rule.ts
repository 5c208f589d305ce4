import { inList, listParameter } from "../platform/db/database";
import type { RuleWrite, SetRule } from "../platform/registry/set-rule";
import { programGuard } from "./budget.set-rule";

/** The ends of a route `r` that lie in a commune, as joins of a statement. */
export const COMMUNE_ENDS = `JOIN agency_state s ON s.agency_id IN (r.from_id, r.to_id)
        LEFT JOIN agency_state above ON above.agency_id = s.parent_id
        JOIN unit_state u ON u.unit_id = COALESCE(s.unit_id, above.unit_id) AND u.tier = 'COMMUNE'`;

/** Routes from or to a commune are paid only by a program that says so. */
export const communeRoutes: SetRule = {
  guards: ({ after }) => (after === null ? [] : [programGuard(after.program)]),

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

/** A program that pays for communes no more. */
const isEnding = ({ before, after }: RuleWrite): boolean =>
  before?.includesCommunes === true && after !== null && after.includesCommunes !== true;

/** A program goes on paying for communes while one of its routes begins or ends in one. */
export const communesStay: SetRule = {
  guards: (write) => (isEnding(write) ? [programGuard(write.id)] : []),

  async problems(writes, tx) {
    const ending = writes.filter(isEnding);
    if (ending.length === 0) return [];
    const ids = listParameter(
      tx.engine,
      ending.map(({ id }) => id),
    );
    const found = await tx.all(
      `SELECT x.program_id, MIN(r.code) FROM subsidy_program_route x JOIN transfer_route r ON r.id = x.route_id
        ${COMMUNE_ENDS}
        WHERE ${inList(tx.engine, "x.program_id")} GROUP BY x.program_id`,
      [ids],
    );
    const routes = new Map(found.map(([program, code]) => [program as number, String(code)]));
    return ending
      .filter(({ id }) => routes.has(id))
      .map((write) => ({
        ...{ write, code: "BAD_INPUT" as const, field: "includesCommunes", reason: "communeRouteLeft" },
        values: { route: routes.get(write.id)! },
      }));
  },
};
