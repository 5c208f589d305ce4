import type { RowRule, RuleProblem } from "../platform/registry/rule";
import { levelProblems } from "../procedure/channel.rules";

/** The readings that fit what is counted: of dossiers whose share is meant, of procedures what makes one count. */
export const READINGS_OF: Readonly<Record<string, readonly string[]>> = {
  DOSSIERS: ["AGENCY", "CATALOG"],
  PROCEDURES: ["ANY", "RECEIVED", "RETURNED", "EITHER"],
};

/** A band of points: from this percentage on, so many points. Both are decimal texts. */
export interface Band {
  percent: string;
  points: string;
}

const BAND = /^\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*%?\s*:\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*$/;

/** Reads "60: 1" or "62,5: 0,5"; null where it is no band. */
export function readBand(text: string): Band | null {
  const found = BAND.exec(text);
  return found ? { percent: found[1].replace(",", "."), points: found[2].replace(",", ".") } : null;
}

const bandsOf = (row: Record<string, unknown>): string[] => (Array.isArray(row.bands) ? (row.bands as string[]) : []);

const isScored = (row: Record<string, unknown>): boolean => row.scoring != null && row.scoring !== "NONE";

/** The readings side by side belong to what is counted, and the official one is among them. */
export const readingProblems: RowRule = (row) => {
  const readings = Array.isArray(row.readings) ? (row.readings as string[]) : [];
  const allowed = READINGS_OF[row.measure as string];
  const problems: RuleProblem[] = [];
  if (allowed && readings.some((reading) => !allowed.includes(reading)))
    problems.push({
      code: "BAD_INPUT",
      field: "readings",
      reason: row.measure === "DOSSIERS" ? "readingsOfDossiers" : "readingsOfProcedures",
    });
  if (row.officialReading != null && readings.length > 0 && !readings.includes(row.officialReading as string))
    problems.push({ code: "BAD_INPUT", field: "officialReading", reason: "officialNotAmongReadings" });
  return problems;
};

/** Dossiers are counted on one leg; procedures with dossiers say by their reading which leg makes one count. */
export const legProblems: RowRule = (row) =>
  row.measure === "DOSSIERS" && row.leg == null ? [{ code: "REQUIRED", field: "leg", reason: "dossiersNeedLeg" }] : [];

/** What is scored needs its points in full. */
export const pointsProblems: RowRule = (row) =>
  isScored(row) && (row.points == null || row.points === "")
    ? [{ code: "REQUIRED", field: "points", reason: "scoringNeedsPoints" }]
    : [];

/** Bands are read from the highest down: percentages fall, points do not rise, and none gives more than the points in full. */
export const bandProblems: RowRule = (row) => {
  const texts = bandsOf(row);
  const refused = (reason: string, values: Record<string, string>): RuleProblem[] => [
    { code: "BAD_INPUT", field: "bands", reason, values },
  ];
  if (row.scoring === "BANDS" && texts.length === 0)
    return [{ code: "REQUIRED", field: "bands", reason: "bandsNeeded" }];
  let former: { percent: number; points: number; text: string } | null = null;
  for (const text of texts) {
    const band = readBand(text);
    if (!band) return refused("bandUnreadable", { band: text });
    const [percent, points] = [Number(band.percent), Number(band.points)];
    if (former && percent >= former.percent) return refused("bandsNotFalling", { band: text, former: former.text });
    if (former && points > former.points) return refused("bandPointsRise", { band: text, former: former.text });
    if (row.scoring === "BANDS" && row.points != null && row.points !== "" && points > Number(row.points))
      return refused("bandAbovePoints", { band: text, points: String(row.points) });
    former = { percent, points, text };
  }
  return [];
};

/** What a criterion must fulfil, on the server and in the grid. */
export const criterionRules: readonly RowRule[] = [
  readingProblems,
  legProblems,
  levelProblems,
  pointsProblems,
  bandProblems,
];
