import type { Answer, ChangeInput, Problem } from "../../platform/changes/change";
import type { Context } from "../../platform/context";
import type { Database } from "../../platform/db/database";
import { problemOf } from "../../platform/errors/problem";
import { Refusal } from "../../platform/errors/refusal";
import { said } from "../budget.set-rule";
import { checkClosed } from "../computation/closed-span";
import { dayAfter, dayBefore } from "../computation/day.rules";
import { computed, gather, type Gathered, type Grounds } from "../computation/gather.service";
import { pinned } from "../computation/inputs.rules";
import { readPeriods, readProgram, type PeriodOfSpan, type ProgramTerms } from "../computation/inputs.sql";
import type { Computation, Line } from "../computation/line.rules";
import { vatWithin } from "../computation/money.rules";
import { dayWords, refusalOf } from "../computation/problem-refusal";
import { decimalOf } from "../computation/quantity.rules";
import { approvedOf, checkAdjusts, spanWords } from "./approved.service";
import { readClaim, readClaimed, readLineIds, type ClaimRow } from "./claim.sql";
import { applyStep, asProblems, claimFor, deletionsOf, stepTaker, type Step, type StepBy } from "./steps.service";
import { visibleClaim } from "./visible";

/** Characters of pinned data that a row takes; its column holds sixteen million bytes. */
const MOST_PINNED = 8_000_000;
/** What stands against a computation is told for so many routes and days at a time. */
const MOST_TOLD = 20;

/** What is submitted of a claim: who submits it and when, and what its change set notes. */
interface Submission {
  submittedBy: string;
  submittedOn: string;
  /** Who drew it up, where the row does not say so. */
  draftedBy?: string;
}

/**
 * Submits a claim: computes its days, keeps the lines and what they were computed from, and hands it to the payer, all in
 * one change set. Its days must not change any more, and nobody may have claimed them for the route before.
 */
export function submitClaim(context: Context, step: Step): Promise<Answer> {
  const person = stepTaker(context, "submit");
  const { services, source } = context;
  return asProblems(step.id, async () => {
    const claim = await claimFor(context, "submit", step);
    if (claim.adjusts !== null) await visibleClaim(context, claim.adjusts, "adjusts");
    const submission = { submittedBy: person.id, submittedOn: services.clock.today() };
    return submitted({ services, person, source }, claim, step.note, submission);
  });
}

/** Submits a claim as it stands, for whoever was found to be allowed to, or for the demo. */
export async function submitted(
  by: StepBy,
  claim: ClaimRow,
  note: string | null,
  submission: Submission,
): Promise<Answer> {
  const { database } = by.services;
  const program = await readProgram(database, Number(claim.program));
  checkYear(claim, program);
  const { grounds, problems } = await gatheredClosed(by, claim, program);
  const computation = problems.length > 0 ? null : computed(grounds);
  const against = computation?.problems ?? problems;
  if (!computation || against.length > 0) {
    const refused = against.slice(0, MOST_TOLD).map((problem) => problemOf(refusalOf(problem, grounds.inputs.routes)));
    return {
      changeSetId: null,
      rows: [],
      problems: refused.map((problem) => ({ index: 0, id: claim.id, ...problem })),
    };
  }
  await checkWorthClaiming(database, claim, computation);
  const { totalVnd } = computation;
  const set = {
    state: "SUBMITTED",
    totalVnd: String(totalVnd),
    vatVnd: claim.vatPercent === null ? null : String(vatWithin(totalVnd, claim.vatPercent)),
    pinned: pinnedOf(grounds),
    returnReason: null,
    ...submission,
  };
  const earlier = deletionsOf(await readLineIds(database, claim.id));
  const lines = computation.lines.map((line, at): ChangeInput => ({ create: lineOf(claim, line, at + 1) }));
  const answer = await applyStep(by, "submit", claim, note, set, [...earlier, ...lines]);
  const named = await claimedTwice(database, claim, grounds, answer.problems);
  return { ...answer, rows: answer.rows.slice(0, 1), problems: named };
}

/** A claim is paid out of the budget of its days' year. */
function checkYear(claim: ClaimRow, { fiscalYear }: ProgramTerms): void {
  const years = [claim.firstDay, claim.lastDay].map((day) => Number(day.slice(0, 4)));
  if (years.some((year) => year !== fiscalYear))
    throw new Refusal("BAD_INPUT", "program", { year: fiscalYear, ...spanWords(claim) }, "claimOtherYear");
}

/**
 * What the claim is computed from, read while all of its days were closed: the periods are the same before and after, so
 * that nobody wrote in between what they keep from being written.
 */
async function gatheredClosed({ services }: StepBy, claim: ClaimRow, program: ProgramTerms): Promise<Gathered> {
  const { database, clock } = services;
  const span = { from: claim.firstDay, to: claim.lastDay };
  const before = await readPeriods(database, span);
  checkClosed(span, program.terms.quantityFrom, before, clock.today());
  const gathered = await gather(database, program, span, await approvedFor(database, claim));
  if (!isUnturned(before, await readPeriods(database, span))) throw new Refusal("BUSY", null);
  return gathered;
}

/** Every turn of a period raises its version. */
const isUnturned = (before: readonly PeriodOfSpan[], after: readonly PeriodOfSpan[]): boolean =>
  before.length === after.length &&
  before.every(({ id, version }, at) => after[at].id === id && after[at].version === version);

async function approvedFor(database: Database, claim: ClaimRow) {
  if (claim.adjusts === null) return null;
  const original = (await readClaim(database, claim.adjusts))!;
  checkAdjusts(original, claim);
  return approvedOf(database, original.id);
}

async function checkWorthClaiming(database: Database, claim: ClaimRow, computation: Computation): Promise<void> {
  if (claim.adjusts === null) {
    const total = said(computation.totalVnd);
    if (computation.totalVnd <= 0n)
      throw new Refusal("BAD_INPUT", "lastDay", { ...spanWords(claim), total }, "claimNothing");
  } else if (computation.lines.length === 0) {
    const { code } = (await readClaim(database, claim.adjusts))!;
    throw new Refusal("BAD_INPUT", "adjusts", { claim: code }, "adjustsNothing");
  }
}

function pinnedOf(grounds: Grounds): unknown {
  const pin = pinned(grounds);
  const { length } = JSON.stringify(pin);
  if (length > MOST_PINNED)
    throw new Refusal("LIMIT", "lastDay", { value: length, max: MOST_PINNED }, "publishTooLarge");
  return pin;
}

/** A line as it is kept; its days are half-open, as everything dated is. */
const lineOf = ({ id, program, kind, payer, claimant, payee }: ClaimRow, line: Line, position: number) => ({
  ...{ claim: id, program, kind, payer, claimant, payee, position },
  route: line.route,
  rate: line.rate,
  windowFrom: line.window.start,
  validFrom: line.from,
  validTo: dayAfter(line.to),
  rateUnit: line.rateUnit,
  rateVnd: String(line.rateVnd),
  quantity: decimalOf(line.quantity),
  sharePercent: line.sharePercent,
  wantedVnd: String(line.wantedVnd),
  amountVnd: String(line.amountVnd),
});

/** A line whose days another one has. */
const isOfLine = ({ code, field }: Problem): boolean => code === "OVERLAP" && field === "route";

/** Of days that are claimed already, the refusal names the route, the days and the claim. */
async function claimedTwice(
  database: Database,
  claim: ClaimRow,
  { inputs }: Grounds,
  problems: readonly Problem[],
): Promise<Problem[]> {
  if (!problems.some(isOfLine)) return [...problems];
  const others = await readClaimed(
    database,
    claim,
    inputs.routes.map(({ id }) => id),
  );
  const named = others.map(({ route, from, to, claim: other }): Problem => {
    const values = {
      route: inputs.routes.find(({ id }) => id === route)!.code,
      from: dayWords(from),
      to: dayWords(dayBefore(to)),
      claim: other,
    };
    return { index: 0, id: claim.id, ...problemOf(new Refusal("OVERLAP", "firstDay", values, "claimedTwice")) };
  });
  const rest = problems.filter((problem) => !isOfLine(problem));
  return named.length > 0 ? [...rest, ...named.slice(0, MOST_TOLD)] : [...problems];
}
