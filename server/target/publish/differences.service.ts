import type { Context } from "../../platform/context";
import type { Page } from "../../platform/planner/page";
import { Refusal } from "../../platform/errors/refusal";
import { OwnDocument } from "../../platform/planner/own-document";
import type { ScoredAgency } from "../scored.types";
import { checkMayRead, chosenSet, loadBackground, settingOf, type Setting } from "../scorecard/background";
import { agencyOf, cardsOf, type Cards } from "../scorecard/card";
import { idOf } from "../scorecard/scorecard.service";
import { groundsOf, loadSums, maySee } from "../scorecard/sums";
import { tally } from "../scorecard/tally.rules";
import { readChangeSetsSince, readFigures, readPublication } from "./differences.sql";
import { cardsIn, figuresOn, type Figure } from "./publish.service";

/** Change sets that are named at most. */
const MOST_SETS = 50;

/** A figure that is not what it was when it was published; null on the side where there is none. */
export interface Difference {
  agency: ScoredAgency | null;
  criterion: { id: string; code: string; nameVi: string; nameEn: string | null };
  reading: string;
  published: Figure | null;
  now: Figure | null;
}

export interface ChangeSince {
  id: string;
  at: string;
  note: string | null;
  source: string;
  rowCount: number;
  person: { name: string } | null;
}

export interface Differences {
  items: Difference[];
  total: number;
  changeSets: ChangeSince[];
}

/** Change sets as whoever asks may see them. */
const CHANGE_SETS = new OwnDocument<{ changeSets: { items: ChangeSince[] } }>(`query($ids: [ID!]!) {
  changeSets(filter: { id: { in: $ids } }, sort: [{ id: DESC }], limit: ${MOST_SETS}) {
    items { id at note source rowCount person { name } }
  }
}`);

/**
 * Published figures beside those of now, by the same target set, days and structure: those that differ, and the change
 * sets since. Whoever is bound to a part of the tree sees that part.
 */
export async function publicationDifferences(context: Context, publication: string, page: Page): Promise<Differences> {
  checkMayRead(context);
  const { database, isDemo } = context.services;
  const found = await readPublication(database, idOf(publication, "publication"));
  if (!found) {
    const field = context.services.registry.single("publication").label;
    throw new Refusal("NOT_FOUND", "publication", {
      id: publication,
      field: { vi: field.vi.toLowerCase(), en: field.en.toLowerCase() },
    });
  }
  const { from, to, structure, targetSet, upTo } = found;
  const span = { from, to, structure };
  const background = await loadBackground(context, [span]);
  const setting = settingOf(background, span, chosenSet(background, to, String(targetSet)));
  const grounds = groundsOf(setting, setting.criteria);
  const periods = [...setting.inside, ...setting.straddling].map(({ id }) => id);
  const [sums, published, since] = await Promise.all([
    loadSums(database, setting, grounds, null),
    readFigures(database, found.id),
    readChangeSetsSince(database, upTo ?? 0, periods, MOST_SETS),
  ]);
  const figures = tally(setting.criteria, grounds, sums.settling, sums.reception);
  const cards = cardsOf({ setting, figures, sums, isDemo });
  const all = compared(setting, published.filter(isTheirs(setting)), nowOf(setting, cards));
  const changeSets =
    since.length === 0 ? [] : (await CHANGE_SETS.read(context, { ids: since.map(String) })).changeSets.items;
  return { items: all.slice(page.offset, page.offset + page.limit), total: all.length, changeSets };
}

const isTheirs =
  (setting: Setting) =>
  ({ agency }: Figure): boolean =>
    agency === null ? setting.background.own === null : maySee(setting, Number(agency));

const nowOf = (setting: Setting, cards: Cards): Figure[] =>
  cardsIn(setting, cards).flatMap(figuresOn).filter(isTheirs(setting));

const keyOf = ({ agency, criterion, reading }: Figure): string => `${agency ?? ""} ${criterion} ${reading}`;

/** In the order of the tree as it is now; what is there no more comes last, in the order in which it was published. */
function compared(setting: Setting, published: readonly Figure[], now: readonly Figure[]): Difference[] {
  const before = new Map(published.map((figure) => [keyOf(figure), figure]));
  const after = new Map(now.map((figure) => [keyOf(figure), figure]));
  const out: Difference[] = [];
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    if (was && is && isAlike(was, is)) continue;
    const { agency, criterion, reading } = (is ?? was)!;
    out.push({
      agency: agency === null ? null : agencyBy(setting, Number(agency)),
      criterion: criterionBy(setting, criterion),
      reading,
      published: was,
      now: is,
    });
  }
  return out;
}

const isAlike = (a: Figure, b: Figure): boolean =>
  (Object.keys(a) as (keyof Figure)[]).every((name) => String(a[name]) === String(b[name]));

function agencyBy({ structure, background }: Setting, id: number): ScoredAgency {
  const line = structure.line(id);
  if (line) return agencyOf(line);
  const state = background.states.findLast(({ agency }) => agency === id);
  return {
    id: String(id),
    code: state?.code ?? null,
    nameVi: state?.name ?? "",
    nameEn: null,
    kind: state?.kind ?? null,
    tier: state?.tier ?? null,
    parentId: null,
    isSplit: false,
    isDemo: state?.isDemo ?? false,
  };
}

function criterionBy({ background }: Setting, id: string): Difference["criterion"] {
  const { code, nameVi, nameEn } = background.criteria.find((each) => String(each.id) === id)!;
  return { id, code, nameVi, nameEn };
}
