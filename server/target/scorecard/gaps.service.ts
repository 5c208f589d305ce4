import type { Context } from "../../platform/context";
import type { Page } from "../../platform/planner/page";
import type { ScoredAgency, ScoredPeriod, ScoredProcedure } from "../scored.types";
import { checkMayRead, loadBackground, standingOf } from "./background";
import { agencyOf } from "./card";
import { CHANNEL_FIGURES, readGapNumbers, readGaps, type GapRow } from "./gaps.sql";
import { periodOf } from "./lines.service";
import { readProcedures } from "./lines.sql";
import { idOf, placeOf, spanOf, type Asking } from "./scorecard.service";
import { narrowed } from "./sums";

/** A count that a scorecard leaves out since it straddles the span, or of which figures were not reported. */
export interface ScorecardGap {
  kind: "STRADDLING" | "BLANK";
  count: string;
  period: ScoredPeriod;
  procedure: ScoredProcedure | null;
  agency: ScoredAgency | null;
  receptionUnit: ScoredAgency | null;
  missing: string[];
}

export interface ScorecardGapList {
  items: ScorecardGap[];
  total: number;
  straddlingCount: number;
  blankCount: number;
}

/** What a scorecard does not hold: first the counts that straddle the span, then those with figures not reported. */
export async function scorecardGaps(
  context: Context,
  asking: Asking,
  agency: string | null,
  page: Page,
): Promise<ScorecardGapList> {
  checkMayRead(context);
  const span = spanOf(asking);
  const asked = agency === null ? null : idOf(agency, "agency");
  const { database } = context.services;
  const background = await loadBackground(context, [span]);
  const standing = standingOf(background, span);
  const place = placeOf(standing, asked);
  const where = {
    straddling: standing.straddling.map(({ id }) => id),
    inside: standing.inside.map(({ id }) => id),
    agencies: narrowed(standing, place && standing.structure.within(place)),
  };
  const [straddlingCount, blankCount] = await readGapNumbers(database, where);
  const straddling = await readGaps(database, { ...where, isBlank: false }, page.offset, page.limit);
  const before = Math.max(0, page.offset - straddlingCount);
  const blank = await readGaps(database, { ...where, isBlank: true }, before, page.limit - straddling.length);
  const procedures = await readProcedures(
    database,
    [...new Set([...straddling, ...blank].map(({ procedure }) => procedure))],
    span.to,
  );
  const lineOf = (id: number): ScoredAgency | null => {
    const home = standing.structure.home(id);
    return home && agencyOf(home);
  };
  const gapOf = (row: GapRow, kind: ScorecardGap["kind"]): ScorecardGap => ({
    kind,
    count: String(row.id),
    period: periodOf(background.periods.find(({ id }) => id === row.period)!),
    procedure: procedures.get(row.procedure) ?? null,
    agency: lineOf(row.agency),
    receptionUnit: lineOf(row.receptionUnit),
    missing: CHANNEL_FIGURES.flatMap(([name], at) => (row.figures[at] === null ? [name] : [])),
  });
  return {
    items: [...straddling.map((row) => gapOf(row, "STRADDLING")), ...blank.map((row) => gapOf(row, "BLANK"))],
    total: straddlingCount + blankCount,
    straddlingCount,
    blankCount,
  };
}
