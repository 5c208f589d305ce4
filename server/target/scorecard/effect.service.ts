import type { Place } from "../../agency/structure.rules";
import type { Context } from "../../platform/context";
import type { Database } from "../../platform/db/database";
import type { Page } from "../../platform/planner/page";
import { Refusal } from "../../platform/errors/refusal";
import { date } from "../../platform/kinds/all";
import type { ScoredAgency } from "../scored.types";
import { checkMayRead, chosenSet, loadBackground, settingOf, type Setting } from "./background";
import { agencyOf, cardsOf, type Scorecard } from "./card";
import { readCatalogId, readCompetences } from "./scorecard.sql";
import { idOf, mayAsk, placeOf, spanOf, type Asking } from "./scorecard.service";
import { groundsOf, loadSums } from "./sums";
import { tally, type Figures } from "./tally.rules";

/** A proposed change of a catalog: procedures by their ids. A replacement is one removed and one added. */
export interface Proposal {
  catalog: string;
  remove: readonly string[];
  add: readonly string[];
}

/** Procedures that one proposal may name. */
const MOST = 1000;

interface Both {
  before: Scorecard;
  after: Scorecard;
}

export interface CatalogEffect {
  province: Both;
  items: (Both & { agency: ScoredAgency })[];
  total: number;
}

/**
 * What a change of a catalog would do to the scores before it is decided: the same sums, tallied with the catalog as it
 * is and as it would be. Agencies are named of which any figure changes.
 */
export async function catalogEffect(
  context: Context,
  proposal: Proposal,
  asking: Asking,
  page: Page,
): Promise<CatalogEffect> {
  checkMayRead(context);
  const span = spanOf(asking);
  const catalog = idOf(proposal.catalog, "catalog");
  const [remove, add] = (["remove", "add"] as const).map((field) => proposal[field].map((id) => idOf(id, field)));
  for (const [field, ids] of Object.entries({ remove, add }))
    if (ids.length > MOST) throw new Refusal("LIMIT", field, { max: MOST });
  if (asking.targetSet) idOf(asking.targetSet, "targetSet");

  const { database, isDemo } = context.services;
  const background = await loadBackground(context, [span]);
  const setting = settingOf(background, span, chosenSet(background, span.to, asking.targetSet ?? null));
  const proposed = await proposedSetting(database, setting, { catalog, remove, add });
  const sums = await loadSums(database, setting, groundsOf(setting, setting.criteria), null, add);
  const make = (of: Setting) => {
    const figures = tally(of.criteria, groundsOf(of, of.criteria), sums.settling, sums.reception);
    return { figures, cards: cardsOf({ setting: of, figures, sums, isDemo }) };
  };
  const [before, after] = [make(setting), make(proposed)];
  const both = (place: Place | null): Both => ({ before: before.cards.of(place), after: after.cards.of(place) });
  const changed = setting.structure
    .inOrder()
    .filter((place) => mayAsk(setting, place) && differs(before.figures, after.figures, place.index));
  return {
    province: both(background.own ? placeOf(setting, null) : null),
    items: changed
      .slice(page.offset, page.offset + page.limit)
      .map((place) => ({ agency: agencyOf(place), ...both(place) })),
    total: changed.length,
  };
}

async function proposedSetting(
  database: Database,
  setting: Setting,
  { catalog, remove, add }: { catalog: number; remove: number[]; add: number[] },
): Promise<Setting> {
  const { to } = setting.span;
  const [exists, competences] = await Promise.all([
    readCatalogId(database, catalog),
    add.length > 0 ? readCompetences(database, add, to, to) : [],
  ]);
  if (!exists) throw new Refusal("NOT_FOUND", "catalog", { id: String(catalog) });
  const inForce = new Set(competences.map(({ procedure }) => procedure));
  if (add.some((procedure) => !inForce.has(procedure)))
    throw new Refusal("OUTSIDE_VALIDITY", "add", { date: date().toText(to, "vi") }, "noStateOnDay");
  const kept = setting.members.filter((each) => each.catalog !== catalog || !remove.includes(each.procedure));
  return { ...setting, members: [...kept, ...competences.map((each) => ({ ...each, catalog }))] };
}

function differs(before: ReadonlyMap<string, Figures>, after: ReadonlyMap<string, Figures>, index: number): boolean {
  for (const [key, { numerators, denominators }] of before) {
    const other = after.get(key)!;
    // A place that came with what was added had nothing before.
    if ((numerators[index] ?? 0) !== (other.numerators[index] ?? 0)) return true;
    if ((denominators[index] ?? 0) !== (other.denominators[index] ?? 0)) return true;
  }
  return false;
}
