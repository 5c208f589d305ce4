import { sentences } from "../../../server/platform/errors/sentence";
import { rowProblems } from "../../../server/platform/registry/row-problems";
import { criterionRules, readBand } from "../../../server/target/criterion.rules";
import { judging } from "../../../server/target/scorecard/judge.rules";
import type { Language } from "../../platform/format";
import { fieldOf, resourceOf } from "../../platform/model";
import type { CriterionRow, ScoringKind } from "./criterion.graphql";

/** A band as it is typed. */
export interface TypedBand {
  percent: string;
  points: string;
}

/** The rubric of a criterion as it is typed. */
export interface Rubric {
  scoring: ScoringKind;
  points: string;
  bands: readonly TypedBand[];
  rounding: string;
  source: string;
}

export function rubricOf(criterion: CriterionRow, language: Language): Rubric {
  const typed = (decimals: string): string => (language === "vi" ? decimals.replace(".", ",") : decimals);
  return {
    scoring: criterion.scoring,
    points: typed(criterion.points ?? ""),
    bands: (criterion.bands ?? []).map((text) => {
      const band = readBand(text);
      return band ? { percent: typed(band.percent), points: typed(band.points) } : { percent: text, points: "" };
    }),
    rounding: criterion.rounding === null ? "" : String(criterion.rounding),
    source: criterion.source ?? "",
  };
}

/** A decimal as people type it, with a comma or a point, in the API's form. */
const decimal = (text: string): string => text.trim().replace(",", ".");

/** "60" and "1" as the band "60: 1"; the typed texts stay where they are no numbers, so that the rule can say so. */
const bandText = ({ percent, points }: TypedBand): string => `${decimal(percent)}: ${decimal(points)}`;

export const isPoints = (text: string): boolean => text.trim() === "" || /^\d{1,4}([.,]\d{1,3})?$/.test(text.trim());
export const isRounding = (text: string): boolean => text.trim() === "" || /^[0-6]$/.test(text.trim());

/** What the rubric makes of the criterion's fields. Bands are kept only where they score. */
export function fieldsOf(rubric: Rubric): Record<string, unknown> {
  const isScored = rubric.scoring !== "NONE";
  return {
    scoring: rubric.scoring,
    points: isScored && rubric.points.trim() !== "" ? decimal(rubric.points) : null,
    bands: rubric.scoring === "BANDS" ? rubric.bands.map(bandText) : [],
    rounding: rubric.rounding.trim() === "" ? null : Number(rubric.rounding),
    source: rubric.source.trim() === "" ? null : rubric.source.trim(),
  };
}

/** The fields that differ from the criterion as it was opened. */
export function changedRubric(criterion: CriterionRow, rubric: Rubric): Record<string, unknown> {
  const plain = (value: unknown): string =>
    JSON.stringify(value === null || value === undefined ? (Array.isArray(value) ? [] : null) : value);
  const sameNumber = (a: unknown, b: unknown): boolean =>
    typeof a === "string" && typeof b === "string" && a !== "" && b !== "" && Number(a) === Number(b);
  return Object.fromEntries(
    Object.entries(fieldsOf(rubric)).filter(([name, value]) => {
      const before = criterion[name as keyof CriterionRow] ?? (name === "bands" ? [] : null);
      return plain(value) !== plain(before) && !(name === "points" && sameNumber(value, before));
    }),
  );
}

/** What is wrong with the rubric by the server's own rules, in its words, by field. */
export function rubricProblems(
  criterion: CriterionRow,
  rubric: Rubric,
  language: Language,
): { field: string; text: string }[] {
  const resource = resourceOf("criterion");
  const row = { ...criterion, ...fieldsOf(rubric) };
  const law = { fields: [], rules: criterionRules };
  return rowProblems(law, row, { before: { ...criterion }, action: "UPDATE", note: null }).map(
    ({ code, field, reason, values }) => {
      const said = sentences(code, reason, values ?? {}, field, fieldOf(resource, field)?.label);
      return { field, text: language === "vi" ? said.messageVi : said.messageEn };
    },
  );
}

/** The points that the rubric gives for a ratio in hundredths of a percent; null where it scores nothing. */
export function pointsAt(
  criterion: CriterionRow,
  rubric: Rubric,
  numerator: number,
  denominator: number,
): string | null {
  const { scoring, points, bands, rounding } = fieldsOf(rubric);
  const asked = {
    thresholdPercent: criterion.thresholdPercent,
    rounding: rounding as number | null,
    scoring: scoring as string,
    points: points as string | null,
    bands: bands as string[],
  };
  return judging(asked)(numerator, denominator).points;
}
