import { monthGuards } from "../count/closed-days";
import { inList, listParameter, type Transaction } from "../platform/db/database";
import { date } from "../platform/kinds/all";
import type { RuleWrite, SetProblem, SetRule } from "../platform/registry/set-rule";
import type { Label } from "../platform/text/label";

/** The days on which a hand-over was and is. */
const daysOf = ({ before, after }: RuleWrite): string[] =>
  [before, after].filter((row) => row !== null).map((row) => row.handedOn as string);

const isMoved = ({ before, after }: RuleWrite): boolean =>
  after !== null && (before?.route !== after.route || before?.handedOn !== after.handedOn);

/** A hand-over lies on a day when its route and both its ends were there, and in no closed reporting period. */
export const handOverPlace: SetRule = {
  guards: (write) => daysOf(write).flatMap((day) => monthGuards(day, day)),

  async problems(writes, tx) {
    return [...(await closedDays(writes, tx)), ...(await missingEnds(writes.filter(isMoved), tx))];
  },
};

/** What is dated in a closed period is not written: what was paid could not be computed again. */
async function closedDays(writes: readonly RuleWrite[], tx: Transaction): Promise<SetProblem[]> {
  const days = writes.flatMap(daysOf).sort();
  const closed = await tx.all(
    "SELECT name, first_day, last_day FROM period WHERE state = 'CLOSED' AND first_day <= ? AND last_day >= ?",
    [days.at(-1)!, days[0]],
  );
  return writes.flatMap((write): SetProblem[] => {
    const period = closed.find(([, first, last]) =>
      daysOf(write).some((day) => day >= (first as string) && day <= (last as string)),
    );
    if (!period) return [];
    return [
      { write, code: "CLOSED", field: "handedOn", reason: "dayInClosedPeriod", values: { period: String(period[0]) } },
    ];
  });
}

/** The route, or an agency at one of its ends, that was not there on the day. */
async function missingEnds(writes: readonly RuleWrite[], tx: Transaction): Promise<SetProblem[]> {
  if (writes.length === 0) return [];
  const routes = [...new Set(writes.map(({ after }) => Number(after!.route)))];
  const rows = await tx.all(
    `SELECT r.id, r.code, r.valid_from, r.valid_to, s.agency_id, s.name, s.valid_from, s.valid_to
      FROM transfer_route r JOIN agency_state s ON s.agency_id IN (r.from_id, r.to_id)
      WHERE ${inList(tx.engine, "r.id")} ORDER BY r.id, s.agency_id, s.valid_from`,
    [listParameter(tx.engine, routes)],
  );
  return writes.flatMap((write): SetProblem[] => {
    const day = write.after!.handedOn as string;
    const own = rows.filter(([route]) => route === Number(write.after!.route));
    const [, code, from, to] = own[0] ?? [];
    const values = { date: dayWords(day) };
    if (own.length > 0 && !(String(from) <= day && day < String(to)))
      return [
        {
          write,
          code: "OUTSIDE_VALIDITY",
          field: "route",
          reason: "routeNotOnDay",
          values: { ...values, route: String(code) },
        },
      ];
    const agencies = new Map<unknown, { name: string; isThere: boolean }>();
    for (const [, , , , agency, name, since, until] of own) {
      const isThere = String(since) <= day && day < String(until);
      agencies.set(agency, { name: String(name), isThere: isThere || (agencies.get(agency)?.isThere ?? false) });
    }
    const gone = [...agencies.values()].find(({ isThere }) => !isThere);
    return gone
      ? [
          {
            write,
            code: "OUTSIDE_VALIDITY",
            field: "handedOn",
            reason: "unitClosedOnDay",
            values: { ...values, unit: gone.name },
          },
        ]
      : [];
  });
}

const dayWords = (day: string): Label => ({ vi: date().toText(day, "vi"), en: date().toText(day, "en") });
