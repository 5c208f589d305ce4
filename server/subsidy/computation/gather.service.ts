import { agenciesNamed } from "../../count/figure-names";
import type { Database } from "../../platform/db/database";
import { adjust, type AdjustingLine } from "./adjust.rules";
import type { Span } from "./claim-window.rules";
import { compute } from "./compute.rules";
import type { Inputs } from "./inputs.rules";
import {
  readCapUsed,
  readCounts,
  readHandOvers,
  readRates,
  readRoutes,
  type LeftOut,
  type Moved,
  type ProgramTerms,
  type ShownRate,
  type ShownRoute,
} from "./inputs.sql";
import type { Computation, Line, Problem } from "./line.rules";
import { fromCount } from "./movement.rules";

/** Inputs with what is shown of them. */
export interface ShownInputs extends Inputs {
  routes: ShownRoute[];
  rates: ShownRate[];
}

/**
 * All that a computation is made of and shown with. A claim pins it when it is submitted: computing from it gives the same
 * to the đồng, whatever was corrected since.
 */
export interface Grounds {
  /** Raised where what stands here changes its form. */
  form: 1;
  inputs: ShownInputs;
  leftOut: LeftOut;
  /** How many of a route's and day's paid hand-overs were late, where some were. */
  late: { route: string; day: string; count: number }[];
  /** What an adjusting claim corrects; null where the whole span is claimed. */
  approved: Approved | null;
}

/** The lines of a claim and of the adjusting claims approved after it, in that order, with the routes and rates in them. */
export interface Approved {
  /** How many claims that is. */
  claims: number;
  lines: Line[];
  routes: ShownRoute[];
  rates: ShownRate[];
}

export interface Gathered {
  grounds: Grounds;
  /** What stands against a count before anything is computed. */
  problems: Problem[];
}

/** What a program's span is computed from now. A fixed number of statements, whatever there are of routes and records. */
export async function gather(
  database: Database,
  program: ProgramTerms,
  span: Span,
  approved: Approved | null,
): Promise<Gathered> {
  const { id, terms, channels } = program;
  const isCounted = terms.quantityFrom === "COUNTS";
  const [routes, rates, handOvers, counts] = await Promise.all([
    readRoutes(database, id),
    readRates(database, id, span),
    isCounted ? null : readHandOvers(database, id, span),
    isCounted ? readCounts(database, program, span) : null,
  ]);
  const ends = [...new Set(routes.flatMap(({ from, to }) => [Number(from), Number(to)]))];
  const [names, capUsed] = await Promise.all([
    agenciesNamed(database, ends, span.to),
    // What the span's own routes were given already is the same money; an adjusting claim takes it back line by line.
    readCapUsed(database, program, approved ? null : { span, routes: routes.map((route) => route.id) }),
  ]);
  const nameOf = (id: string): string => names.get(Number(id))?.nameVi ?? id;
  const counted = (counts?.counts ?? []).flatMap(({ route, count }) => {
    const found = fromCount(
      routes.find((each) => each.id === route)!,
      count,
      channels,
      span,
    );
    return found ? [found] : [];
  });
  const moved: Moved[] = handOvers?.moved ?? [];
  return {
    problems: counted.flatMap((each) => ("code" in each ? [each] : [])),
    grounds: {
      form: 1,
      inputs: {
        terms,
        span,
        routes: routes.map((route) => ({ ...route, fromName: nameOf(route.from), toName: nameOf(route.to) })),
        rates,
        movements: [
          ...moved.map(({ route, day, dossiers, trips }) => ({ route, day, dossiers, trips })),
          ...counted.flatMap((each) => ("code" in each ? [] : [each])),
        ],
        capUsed,
      },
      leftOut: handOvers?.leftOut ?? { unsigned: 0, otherCarrier: 0, notReported: counts?.notReported ?? 0 },
      late: moved.filter(({ late }) => late > 0).map(({ route, day, late }) => ({ route, day, count: late })),
      approved,
    },
  };
}

/** What grounds come to: the whole span, or what an adjusting claim changes. */
export const computed = ({ inputs, approved }: Grounds): Computation<Line | AdjustingLine> =>
  approved ? adjust(approved.lines, inputs) : compute(inputs);
