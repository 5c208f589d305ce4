import type { Answer, Batch, BatchChange, ChangedRow, Fault } from "../../platform/changes/change";
import type { Context, Services } from "../../platform/context";
import type { Database } from "../../platform/db/database";
import { problemsOf } from "../../platform/changes/problems";
import { Refusal } from "../../platform/errors/refusal";
import { date } from "../../platform/kinds/all";
import { forbidden } from "../../platform/policy/forbidden";
import { mayDo } from "../../platform/policy/policy";
import { chosenSet, loadBackground, settingOf, type Reader, type Setting } from "../scorecard/background";
import type { Cards, Scorecard } from "../scorecard/card";
import { idOf, spanOf, type Asking } from "../scorecard/scorecard.service";
import { groundsOf, loadSums } from "../scorecard/sums";
import { pinOf, recompute, type Pin } from "./pin";

/** Figures written at a time. */
const PORTION = 1000;
/** Characters of pinned data that a row takes; its column holds sixteen million bytes. */
const MOST_PINNED = 8_000_000;

export interface Publishing extends Asking {
  targetSet: string;
  name: string;
}

/** Freezes the scorecards of a span for whoever may publish them. */
export async function publishScorecard(context: Context, asking: Publishing, note: string | null): Promise<Answer> {
  const { services, person } = context;
  const publication = services.registry.single("publication");
  if (person === null) throw new Refusal("SIGN_IN", null);
  if (!mayDo(publication.policy, "publish", person)) throw forbidden(publication);
  return freezeScorecards(context, asking, note);
}

/** Who freezes scorecards; the seeds do so as the system itself. */
export interface Freezing extends Reader, Pick<Batch, "source"> {
  services: Pick<Services, "database" | "clock" | "registry" | "changes">;
}

/**
 * Freezes the scorecards of a span under a name, as one change set: what they were computed from, and the figures of
 * every agency that had counts and of the province, by every reading. The figures are computed from the pinned data
 * alone. What is corrected later changes nothing here.
 */
export async function freezeScorecards(by: Freezing, asking: Publishing, note: string | null): Promise<Answer> {
  const { services, person, source } = by;
  const publication = services.registry.single("publication");
  const { name } = asking;
  const span = spanOf(asking);
  idOf(asking.targetSet, "targetSet");
  const upTo = await lastChangeSet(services.database);
  const background = await loadBackground(by, [span]);
  const setting = settingOf(background, span, chosenSet(background, span.to, asking.targetSet));
  const grounds = groundsOf(setting, setting.criteria);
  const sums = await loadSums(services.database, setting, grounds, null);
  const pin = pinOf(setting, sums);
  checkWorthPublishing(pin);
  const created = {
    name,
    targetSet: String(setting.targetSet.id),
    firstDay: span.from,
    lastDay: span.to,
    structure: span.structure,
    publishedOn: services.clock.today(),
    upTo,
    pinned: pin,
    note,
  };
  const figures = figuresOf(pin);
  const told: { rows: ChangedRow[]; faults: Fault[] } = { rows: [], faults: [] };
  const answer = await services.changes.applyLarge({
    person,
    source,
    note,
    verb: "publish",
    mode: "ALL_OR_NONE",
    dryRun: false,
    key: null,
    resource: publication,
    rows: figures.length + 1,
    async *changes(_tx, _loading, newId) {
      const row = services.registry.single("publishedFigure");
      const id = String(newId(0));
      const all: (BatchChange & { index: number })[] = [
        { index: 0, resource: publication, input: { create: created } },
        ...figures.map((figure, i) => ({
          index: i + 1,
          resource: row,
          input: { create: { publication: id, ...figure } },
        })),
      ];
      [told.rows, told.faults] = [[], []];
      for (let at = 0; at < all.length; at += PORTION)
        yield {
          changes: all.slice(at, at + PORTION),
          report: (rows: ChangedRow[], faults: Fault[]) => {
            told.rows.push(...rows.filter(({ index }) => index === 0));
            told.faults.push(...faults);
          },
        };
    },
    end: () => Promise.resolve(null),
  });
  if (answer.problems.length > 0) return answer;
  return { changeSetId: answer.changeSetId, rows: told.rows, problems: problemsOf(told.faults) };
}

/** The latest change set of all: whatever comes after it is not in the figures. */
async function lastChangeSet(database: Database): Promise<string | null> {
  const [[last]] = await database.read("SELECT MAX(id) FROM change_set");
  return last == null ? null : String(last);
}

function checkWorthPublishing(pin: Pin): void {
  const { from, to } = pin.span;
  const said = { from: date().toText(from, "vi"), to: date().toText(to, "vi") };
  if (pin.criteria.length === 0) throw new Refusal("BAD_INPUT", "targetSet", {}, "publishNoCriteria");
  if (!pin.sums.counts.some(([, counts]) => counts > 0))
    throw new Refusal("BAD_INPUT", "from", said, "publishNoCounts");
  const length = JSON.stringify(pin).length;
  if (length > MOST_PINNED) throw new Refusal("LIMIT", "to", { value: length, max: MOST_PINNED }, "publishTooLarge");
}

/** A figure as it is written: of an agency, or without one of the province. */
export interface Figure {
  agency: string | null;
  criterion: string;
  reading: string;
  official: boolean;
  numerator: number;
  denominator: number;
  thresholdPercent: string;
  state: string;
  shortfall: number | null;
  points: string | null;
}

/** The figures that pinned data say: the province's, then those of every agency with counts, in the order of the tree. */
export function figuresOf(pin: Pin): Figure[] {
  const { setting, cards } = recompute(pin);
  return cardsIn(setting, cards).flatMap(figuresOn);
}

/** The province's scorecard, then those of the agencies that have counts. */
export const cardsIn = ({ structure }: Setting, cards: Cards): Scorecard[] => [
  cards.of(null),
  ...structure
    .inOrder()
    .filter((place) => cards.hasCounts(place))
    .map((place) => cards.of(place)),
];

export const figuresOn = ({ agency, criteria }: Scorecard): Figure[] =>
  criteria.flatMap(({ id, thresholdPercent, readings }) =>
    readings.map(({ code, official, numerator, denominator, state, shortfall, points }) => ({
      agency: agency?.id ?? null,
      criterion: id,
      reading: code,
      official,
      numerator,
      denominator,
      thresholdPercent,
      state,
      shortfall,
      points,
    })),
  );
