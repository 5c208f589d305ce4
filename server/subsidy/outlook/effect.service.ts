import type { Context } from "../../platform/context";
import { inList, listParameter, type Database } from "../../platform/db/database";
import { Refusal } from "../../platform/errors/refusal";
import { decimal, parseId, vnd, type Kind } from "../../platform/kinds/all";
import type { Label } from "../../platform/text/label";
import type { ShownInputs } from "../computation/gather.service";
import { countedOn } from "../computation/movement.rules";
import { checkKeepable } from "../computation/problem-refusal";
import { readCountsBetween } from "../estimate/need.sql";
import { sharePercent } from "../subsidy.kinds";
import { effectSentences } from "./effect-words.rules";
import { loadGround, type Ground } from "./ground.service";
import { monthOf } from "./known.rules";
import { costsOf, forecastOf, knownCells } from "./outlook.service";
import { methodOf } from "./outlook-words.rules";
import type { Changes, MonthMoved } from "./price.rules";
import { runsOutOn } from "./runs-out.rules";

/** What is to be tried out; nothing where absent. */
export interface Trying {
  ratePercent?: string | null;
  rates?: readonly { route: string; amountVnd: string }[] | null;
  sharePercent?: string | null;
  moveToPost?: readonly string[] | null;
}

/** The months to come as they are expected, and as they would be. */
export interface Effect {
  program: string;
  asOf: string;
  /** The first month that changes; null where every month of the year is known. */
  from: string | null;
  months: number;
  method: Label;
  assumptions: Label[];
  /** Null where too few months are known. */
  outcome: Outcome | null;
  routes: { route: ShownInputs["routes"][number]; beforeVnd: bigint; afterVnd: bigint }[];
}

interface Outcome {
  beforeVnd: bigint;
  afterVnd: bigint;
  yearBeforeVnd: bigint;
  yearAfterVnd: bigint;
  runsOutBefore: string | null;
  runsOutAfter: string | null;
}

/** Procedures that one trial may move. */
const MOST = 1000;
const PERCENT = decimal({ scale: 2, min: -100, max: 1000 });

/** What other rates, another share, or procedures that leave the counter for the post would change till the year's end. */
export async function subsidyEffect(
  context: Context,
  program: string,
  asOf: string | null,
  trying: Trying,
): Promise<Effect> {
  const asked = readTrying(trying);
  const ground = await loadGround(context, program, asOf);
  const { inputs, open, base, money } = ground;
  const strange = [...asked.rates.keys()].find((route) => !inputs.routes.some(({ id }) => id === route));
  if (strange !== undefined) throw new Refusal("NOT_FOUND", "rates", { id: strange }, "effectNoRoute");
  const changes: Changes = {
    ratePercent: asked.ratePercent,
    rates: asked.rates,
    sharePercent: asked.sharePercent,
    left: await leftAtCounter(context.services.database, ground, asked.moveToPost),
  };
  const [before, after] = [forecastOf(ground), forecastOf(ground, changes)];
  const ofRoute = (forecast: typeof before, id: string): bigint =>
    (forecast?.months ?? [])
      .flatMap(({ cells }) => cells)
      .reduce((sum, { route, amountVnd }) => (route === id ? sum + amountVnd : sum), 0n);
  const knownVnd = knownCells(ground).reduce((sum, { amountVnd }) => sum + amountVnd, 0n);
  checkKeepable(knownVnd + (before?.amountVnd ?? 0n), knownVnd + (after?.amountVnd ?? 0n));
  return {
    program: String(ground.program.id),
    asOf: ground.asOf,
    from: open[0]?.from ?? null,
    months: open.length,
    method: methodOf(base),
    assumptions: effectSentences(inputs.terms.quantityFrom, ground.program.channels.includes("COUNTER"), {
      ...asked,
      rates: asked.rates.size,
      moveToPost: asked.moveToPost.length,
    }),
    outcome:
      before && after
        ? {
            beforeVnd: before.amountVnd,
            afterVnd: after.amountVnd,
            yearBeforeVnd: knownVnd + before.amountVnd,
            yearAfterVnd: knownVnd + after.amountVnd,
            runsOutBefore: runsOutOn(money.budgetVnd, costsOf(ground, before)),
            runsOutAfter: runsOutOn(money.budgetVnd, costsOf(ground, after)),
          }
        : null,
    routes: inputs.routes.map((route) => ({
      route,
      beforeVnd: ofRoute(before, route.id),
      afterVnd: ofRoute(after, route.id),
    })),
  };
}

interface Asked {
  ratePercent?: string;
  rates: Map<string, bigint>;
  sharePercent?: string;
  moveToPost: number[];
}

function readTrying({ ratePercent, rates, sharePercent: share, moveToPost }: Trying): Asked {
  const read = (field: string, kind: Kind, value: unknown): string | undefined => {
    if (value == null) return undefined;
    const parsed = kind.parse(value);
    if (!parsed.ok) throw new Refusal(parsed.problem.code, field, parsed.problem.values, parsed.problem.reason);
    return parsed.value as string;
  };
  const idOf = (id: string, field: string): string => {
    const parsed = parseId(id);
    if (!parsed.ok) throw new Refusal("BAD_INPUT", field, parsed.problem.values, parsed.problem.reason);
    return String(parsed.value);
  };
  for (const [field, list] of Object.entries({ rates, moveToPost }))
    if ((list?.length ?? 0) > MOST) throw new Refusal("LIMIT", field, { max: MOST });
  return {
    ratePercent: read("ratePercent", PERCENT, ratePercent),
    rates: new Map(
      (rates ?? []).map(({ route, amountVnd }) => [idOf(route, "rates"), BigInt(read("rates", vnd(), amountVnd)!)]),
    ),
    sharePercent: read("sharePercent", sharePercent(), share),
    moveToPost: [...new Set(moveToPost ?? [])].map((id) => Number(idOf(id, "moveToPost"))),
  };
}

/**
 * What would have been left of a past month's dossiers, had the counter dossiers of some procedures gone by post. Counts
 * are lessened by theirs. Hand-overs do not name procedures: they are lessened as the counts of the route and month are,
 * and their trips stay, since the carrier comes as often.
 */
async function leftAtCounter(
  database: Database,
  { inputs, base, program }: Ground,
  procedures: readonly number[],
): Promise<Changes["left"]> {
  if (procedures.length === 0) return undefined;
  await checkProcedures(database, procedures);
  if (!program.channels.includes("COUNTER") || base.length === 0) return undefined;
  const span = { from: base[0].from, to: base.at(-1)!.to };
  const isCounted = inputs.terms.quantityFrom === "COUNTS";
  const [theirs, all] = await Promise.all([
    readCountsBetween(database, inputs.routes, span, procedures),
    isCounted ? [] : readCountsBetween(database, inputs.routes, span),
  ]);
  const [moving, counted] = [theirs, all].map((counts) => atCounter(inputs, counts));
  return (route, month, { dossiers, trips }): MonthMoved => {
    const key = `${route} ${month}`;
    const gone = moving.get(key) ?? 0;
    if (isCounted) return { dossiers: Math.max(0, dossiers - gone), trips };
    const whole = counted.get(key) ?? 0;
    return whole === 0 ? { dossiers, trips } : { dossiers: Math.round((dossiers * (whole - gone)) / whole), trips };
  };
}

function atCounter(
  { routes }: ShownInputs,
  counts: Awaited<ReturnType<typeof readCountsBetween>>,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const route of routes)
    for (const count of counts) {
      const dossiers = countedOn(route, count, ["COUNTER"]);
      const key = `${route.id} ${monthOf(count.lastDay)}`;
      if (dossiers > 0) sums.set(key, (sums.get(key) ?? 0) + dossiers);
    }
  return sums;
}

async function checkProcedures(database: Database, procedures: readonly number[]): Promise<void> {
  const rows = await database.read(`SELECT id FROM \`procedure\` WHERE ${inList(database.engine, "id")}`, [
    listParameter(database.engine, procedures),
  ]);
  const there = new Set(rows.map(([id]) => id as number));
  const missing = procedures.find((id) => !there.has(id));
  if (missing !== undefined) throw new Refusal("NOT_FOUND", "moveToPost", { id: String(missing) }, "noSuchReference");
}
