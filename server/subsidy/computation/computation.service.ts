import type { Context } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { refuseUnlessRead } from "../../platform/policy/forbidden";
import type { Label } from "../../platform/text/label";
import { OPEN_STATES } from "../claim.steps.rules";
import { approvedOf, checkAdjusts, spanWords } from "../claim/approved.service";
import { readPinned } from "../claim/claim.sql";
import { visibleClaim, visibleProgram } from "../claim/visible";
import type { Span } from "./claim-window.rules";
import { opennessOf, type Openness } from "./closed-span";
import { daysOf } from "./day.rules";
import { byRoute, type ByRoute } from "./compute.rules";
import { computed, gather, type Gathered, type Grounds } from "./gather.service";
import {
  readPeriods,
  readProgram,
  type LeftOut,
  type PeriodOfSpan,
  type ShownRate,
  type ShownRoute,
} from "./inputs.sql";
import type { Movement } from "./inputs.rules";
import type { Computation, Line } from "./line.rules";
import { refusalOf } from "./problem-refusal";
import { decimalOf } from "./quantity.rules";
import { explanationOf, ROUNDING } from "./words.rules";

/** Days that are computed at a time: two years. */
const MOST_DAYS = 731;

export interface Asked {
  program: string;
  from: string;
  to: string;
  claim: string | null;
  adjusts: string | null;
}

/** A line as the API gives it; amounts are decimal strings. */
export interface ShownLine {
  position: number;
  route: {
    id: string;
    code: string;
    from: { id: string; name: string };
    to: { id: string; name: string };
    direction: string;
    carrier: string;
  };
  rate: {
    id: string;
    rateUnit: string;
    amountVnd: string;
    validFrom: string | null;
    validTo: string | null;
    contract: string | null;
    decision: string | null;
    dossiersPerTrip: number | null;
  };
  window: Span;
  from: string;
  to: string;
  dossiers: number;
  quantity: string;
  share: string;
  grossVnd: string;
  wantedVnd: string;
  amountVnd: string;
  isCut: boolean;
  capFreeVnd: string | null;
  handOvers: number | null;
  lateHandOvers: number | null;
  isReversal: boolean;
  explanation: Label;
}

export interface ShownComputation extends Span {
  lines: ShownLine[];
  totalVnd: string;
  grossVnd: string;
  capVnd: string | null;
  capPer: string;
  quantityFrom: string;
  isPinned: boolean;
  isOpen: boolean;
  openPeriods: PeriodOfSpan[];
  openDay: string | null;
  leftOut: LeftOut;
  rounding: Label;
}

/** What a program pays for a span: as things are now, or as a claim was computed when it was submitted. */
export async function subsidyComputation(context: Context, asked: Asked): Promise<ShownComputation> {
  const { database, registry, clock } = context.services;
  refuseUnlessRead(registry.single("subsidyProgram"), context.person);
  const { from, to } = asked;
  const span = { from, to };
  if (to < from) throw new Refusal("BAD_INPUT", "to", {}, "periodEndsBefore");
  if (daysOf(from, to) > MOST_DAYS) throw new Refusal("LIMIT", "to", { max: MOST_DAYS }, "computeSpan");
  const program = await programOf(context, asked);
  const { gathered, isPinned } = await gatheredFor(context, program, span, asked);
  const { grounds, problems } = gathered;
  const computation = problems.length > 0 ? null : computed(grounds);
  const [problem] = computation?.problems ?? problems;
  if (!computation || problem) throw refusalOf(problem, grounds.inputs.routes);
  const openness = isPinned
    ? { openPeriods: [], openDay: null }
    : opennessOf(span, grounds.inputs.terms.quantityFrom, await readPeriods(database, span), clock.today());
  return shown(grounds, computation, openness, isPinned);
}

/** The program asked about: whoever sees it, or a claim against it, as its claimant does where somebody else is paid. */
async function programOf(context: Context, { program, claim }: Asked): Promise<number> {
  if (claim === null) return visibleProgram(context, program);
  const { program: own } = await visibleClaim(context, claim, "claim");
  return program === own ? Number(own) : visibleProgram(context, program);
}

async function gatheredFor(
  context: Context,
  program: number,
  span: Span,
  { claim, adjusts }: Pick<Asked, "claim" | "adjusts">,
): Promise<{ gathered: Gathered; isPinned: boolean }> {
  const { database } = context.services;
  const of = { program: String(program), firstDay: span.from, lastDay: span.to };
  const live = async (original: string | null) => ({
    gathered: await gather(
      database,
      await readProgram(database, program),
      span,
      original === null ? null : await approvedOf(database, original),
    ),
    isPinned: false,
  });
  if (claim === null) {
    const original = adjusts === null ? null : await visibleClaim(context, adjusts, "adjusts");
    if (original) checkAdjusts(original, of);
    return live(original?.id ?? null);
  }
  const row = await visibleClaim(context, claim, "claim");
  if (row.program !== of.program || row.firstDay !== span.from || row.lastDay !== span.to)
    throw new Refusal("BAD_INPUT", "claim", { claim: row.code, ...spanWords(row) }, "claimOtherSpan");
  // What is still drawn up goes by what is known now; what was submitted by what it was submitted with.
  if (OPEN_STATES.includes(row.state)) {
    if (row.adjusts !== null) checkAdjusts(await visibleClaim(context, row.adjusts, "claim"), of);
    return live(row.adjusts);
  }
  const grounds = await readPinned(database, row.id);
  if (!grounds) throw new Refusal("BAD_INPUT", "claim", {}, "claimNotPinned");
  return { gathered: { grounds, problems: [] }, isPinned: true };
}

function shown(grounds: Grounds, computation: Computation, openness: Openness, isPinned: boolean): ShownComputation {
  const { inputs, approved, leftOut } = grounds;
  const routes = new Map([...(approved?.routes ?? []), ...inputs.routes].map((route) => [route.id, route]));
  const rates = new Map([...(approved?.rates ?? []), ...inputs.rates].map((rate) => [rate.id, rate]));
  const isCounted = inputs.terms.quantityFrom === "COUNTS";
  const records: Records = { moved: byRoute(inputs.movements), late: byRoute(grounds.late) };
  const gross = computation.lines.reduce((sum, { grossVnd }) => sum + grossVnd, 0n);
  return {
    from: inputs.span.from,
    to: inputs.span.to,
    lines: computation.lines.map((line, at) =>
      lineShown(line, at + 1, routes.get(line.route)!, rates.get(line.rate)!, isCounted ? null : records),
    ),
    totalVnd: String(computation.totalVnd),
    grossVnd: String(gross),
    capVnd: inputs.terms.capVnd === null ? null : String(inputs.terms.capVnd),
    capPer: inputs.terms.capPer,
    quantityFrom: inputs.terms.quantityFrom,
    isPinned,
    isOpen: openness.openPeriods.length > 0 || openness.openDay !== null,
    ...openness,
    leftOut,
    rounding: ROUNDING,
  };
}

/** The hand-overs of a computation by their routes. */
interface Records {
  moved: ByRoute<Movement>;
  late: ByRoute<Grounds["late"][number]>;
}

/** How many hand-overs a line is made of. */
function recordsOf({ route, from, to }: Line, { moved, late }: Records) {
  const inDays = ({ day }: { day: string }): boolean => day >= from && day <= to;
  const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);
  return {
    handOvers: sum((moved.get(route) ?? []).filter(inDays).map(({ trips }) => trips ?? 0)),
    lateHandOvers: sum((late.get(route) ?? []).filter(inDays).map(({ count }) => count)),
  };
}

function lineShown(
  line: Line,
  position: number,
  route: ShownRoute,
  rate: ShownRate,
  records: Records | null,
): ShownLine {
  const isReversal = "isReversal" in line && line.isReversal === true;
  return {
    position,
    route: {
      id: route.id,
      code: route.code,
      from: { id: route.from, name: route.fromName },
      to: { id: route.to, name: route.toName },
      direction: route.direction,
      carrier: route.carrier,
    },
    rate: {
      id: rate.id,
      // As the line was reckoned, also where the rate was corrected since.
      rateUnit: line.rateUnit,
      amountVnd: String(line.rateVnd),
      validFrom: rate.validFrom,
      validTo: rate.validTo,
      contract: rate.contract,
      decision: rate.decision,
      dossiersPerTrip: rate.dossiersPerTrip,
    },
    window: { from: line.window.from, to: line.window.to },
    from: line.from,
    to: line.to,
    dossiers: line.dossiers,
    quantity: decimalOf(line.quantity),
    share: line.sharePercent,
    grossVnd: String(line.grossVnd),
    wantedVnd: String(line.wantedVnd),
    amountVnd: String(line.amountVnd),
    isCut: line.isCut,
    capFreeVnd: line.capFreeVnd === null ? null : String(line.capFreeVnd),
    ...(records && !isReversal ? recordsOf(line, records) : { handOvers: null, lateHandOvers: null }),
    isReversal,
    explanation: explanationOf(line, isReversal),
  };
}
