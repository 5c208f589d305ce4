import type { Place } from "../../agency/structure.rules";
import type { Context } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { date, parseId } from "../../platform/kinds/all";
import type { Page } from "../../platform/planner/page";
import { cardsOf, type Cards, type Scorecard } from "./card";
import {
  checkMayRead,
  chosenSet,
  loadBackground,
  settingOf,
  type Background,
  type Setting,
  type Standing,
} from "./background";
import { groundsOf, loadSums, maySee } from "./sums";
import { tally } from "./tally.rules";
import type { Span } from "./scorecard.sql";

/** What every question about scorecards names. */
export interface Asking {
  from: string;
  to: string;
  targetSet?: string | null;
  structure?: string | null;
}

export interface Choice {
  agencies: readonly string[] | null;
  under: string | null;
  kinds: readonly string[] | null;
  withDossiers: boolean;
}

export interface ScorecardList {
  items: Scorecard[];
  total: number;
  province: Scorecard;
}

/** The span that is asked for; the structure is that of its last day unless another is named. */
export function spanOf({ from, to, structure }: Asking): Span {
  if (to < from) throw new Refusal("BAD_INPUT", "to", {}, "periodEndsBefore");
  return { from, to, structure: structure ?? to };
}

export function idOf(text: string, field: string): number {
  const read = parseId(text);
  if (!read.ok) throw new Refusal("BAD_INPUT", field, read.problem.values, read.problem.reason);
  return Number(read.value);
}

/** One agency's scorecard; without an agency the province's, or the top of what a bound person sees. */
export async function scorecard(context: Context, asking: Asking, agency: string | null): Promise<Scorecard> {
  checkMayRead(context);
  const span = spanOf(asking);
  const asked = agency === null ? null : idOf(agency, "agency");
  if (asking.targetSet) idOf(asking.targetSet, "targetSet");
  const setting = settingFor(await loadBackground(context, [span]), span, asking);
  const place = placeOf(setting, asked);
  return (await compute(context, setting, place)).of(place);
}

/** The scorecards of many agencies beside the province's: one read of the sums for all of them. */
export async function scorecards(context: Context, asking: Asking, choice: Choice, page: Page): Promise<ScorecardList> {
  checkMayRead(context);
  const span = spanOf(asking);
  const agencies = choice.agencies && new Set(choice.agencies.map((id) => idOf(id, "agencies")));
  const under = choice.under === null ? null : idOf(choice.under, "under");
  if (asking.targetSet) idOf(asking.targetSet, "targetSet");
  const setting = settingFor(await loadBackground(context, [span]), span, asking);
  const cards = await compute(context, setting, null);
  const chosen = setting.structure
    .inOrder()
    .filter((place) => mayAsk(setting, place))
    .filter((place) => !agencies || agencies.has(place.id))
    .filter((place) => under === null || place.parent?.id === under)
    .filter((place) => !choice.kinds || choice.kinds.includes(place.state.kind))
    .filter((place) => !choice.withDossiers || cards.hasCounts(place));
  return {
    items: chosen.slice(page.offset, page.offset + page.limit).map((place) => cards.of(place)),
    total: chosen.length,
    province: cards.of(setting.background.own ? placeOf(setting, null) : null),
  };
}

export const mayAsk = (standing: Standing, place: Place): boolean => maySee(standing, place.id);

/** The line that is asked for; null is the province, which a bound person does not see. */
export function placeOf(standing: Standing, asked: number | null): Place | null {
  const { structure, span, background } = standing;
  const id = asked ?? background.own?.top ?? null;
  if (id === null) return null;
  const place = asked === null ? structure.home(id) : structure.line(id);
  if (!place || !mayAsk(standing, place))
    throw new Refusal(
      "NOT_FOUND",
      "agency",
      { id: String(id), date: date().toText(span.structure, "vi") },
      "noAgencyOnDay",
    );
  return place;
}

/** The setting of a span for the set that is asked for. */
const settingFor = (background: Background, span: Span, { to, targetSet }: Asking): Setting =>
  settingOf(background, span, chosenSet(background, to, targetSet ?? null));

/** The cards of a setting. With a place no more is read of procedures than it needs. */
export async function compute(context: Context, setting: Setting, place: Place | null): Promise<Cards> {
  const { database, isDemo } = context.services;
  const grounds = groundsOf(setting, setting.criteria);
  const only = place && setting.structure.within(place);
  const sums = await loadSums(database, setting, grounds, only);
  const figures = tally(setting.criteria, grounds, sums.settling, sums.reception);
  return cardsOf({ setting, figures, sums, isDemo });
}
