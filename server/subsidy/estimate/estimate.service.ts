import { agenciesNamed } from "../../count/figure-names";
import type { Answer, BatchChange, Problem } from "../../platform/changes/change";
import { requestOf, type Context } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { date, parseId } from "../../platform/kinds/all";
import { Meter } from "../../platform/planner/request";
import { ownPart } from "../../platform/planner/scope";
import { forbidden } from "../../platform/policy/forbidden";
import { mayDo } from "../../platform/policy/policy";
import { notFound } from "../claim/visible";
import { pinned } from "../computation/inputs.rules";
import { ANSWERED } from "../estimate.rules";
import { needOfPayer, type PayerNeed } from "./need.service";
import { decimalOf } from "../computation/quantity.rules";
import { readAskedRoutes, readEstimate, type EstimateRow } from "./estimate.sql";
import { yearOf } from "./need.rules";

/** What is recorded of an answer to an estimate. */
export interface EstimateAnswer {
  state: string;
  grantedVnd: string | null;
  document: string;
  answeredOn: string;
  answerNote: string | null;
  programName: string | null;
}

/** The estimate of an act, once it is known that the person may do it and sees the row. */
async function estimateFor(context: Context, id: string, verb: string): Promise<EstimateRow> {
  const { registry, database } = context.services;
  const resource = registry.single("subsidyEstimate");
  if (context.person === null) throw new Refusal("SIGN_IN", null);
  if (context.person.readOnly) throw new Refusal("FORBIDDEN", resource.single, {}, "readOnlyToken");
  if (!mayDo(resource.policy, verb, context.person)) throw forbidden(resource);
  const read = parseId(id);
  if (!read.ok) throw new Refusal("BAD_INPUT", "id", read.problem.values, read.problem.reason);
  const own = ownPart(resource, requestOf(context, new Meter()));
  const estimate = await readEstimate(database, Number(read.value), own);
  if (!estimate) throw notFound(context, "subsidyEstimate", "id", id);
  return estimate;
}

/**
 * Asks for an estimate: computes what its year would cost its payer and keeps lines, assumptions and what they were
 * computed from. Corrections of counts or rates change nothing in it from then on.
 */
export async function askEstimate(context: Context, id: string, note: string | null): Promise<Answer> {
  const { registry, database, changes, clock } = context.services;
  const estimate = await estimateFor(context, id, "ask");
  if (estimate.state !== "DRAFT") throw new Refusal("CLOSED", "state", {}, "estimateAsked");
  const need = await needOfPayer(database, estimate, estimate.payer);
  const own = need.payers[0] as PayerNeed | undefined;
  if (!own || own.lines.length === 0) throw new Refusal("BAD_INPUT", "payer", {}, "estimateNoLines");
  const resource = registry.single("subsidyEstimate");
  const line = registry.single("subsidyEstimateLine");
  const set = {
    state: "ASKED",
    totalVnd: String(own.totalVnd),
    pinned: pinned({
      form: 1,
      asked: need.asked,
      ...own,
      routes: [...need.routes.values()],
      assumptions: need.assumptions,
    }),
    askedBy: context.person!.id,
    askedOn: clock.today(),
  };
  return changes.apply({
    person: context.person,
    source: context.source,
    note,
    verb: "ask",
    mode: "ALL_OR_NONE",
    dryRun: false,
    key: null,
    changes: [
      // By the version that was computed from: what somebody changes meanwhile is not asked with other figures.
      { resource, input: { update: { id: estimate.id, version: estimate.version, set } } },
      ...own.lines.map(({ route, rateUnit, rateVnd, quantity, sharePercent, amountVnd }): BatchChange => ({
        resource: line,
        input: {
          create: {
            estimate: estimate.id,
            payer: String(estimate.payer),
            route,
            rateUnit,
            rateVnd: String(rateVnd),
            quantity: decimalOf(quantity),
            sharePercent,
            amountVnd: String(amountVnd),
          },
        },
      })),
    ],
  });
}

/** What is granted, where the answer leaves it to its state: all of it, or nothing. */
function grantedOf({ totalVnd }: EstimateRow, { state, grantedVnd }: EstimateAnswer): string | null {
  if (grantedVnd !== null || state === "GRANTED_IN_PART") return grantedVnd;
  return state === "GRANTED" ? String(totalVnd) : "0";
}

/**
 * Records the answer to an estimate with its document. What is granted, wholly or in part, becomes a program with the
 * estimate's routes and a budget line of the amount, in the same change set.
 */
export async function answerEstimate(
  context: Context,
  id: string,
  answer: EstimateAnswer,
  note: string | null,
): Promise<Answer> {
  const { registry, changes } = context.services;
  const estimate = await estimateFor(context, id, "answer");
  if (!ANSWERED.includes(answer.state)) throw new Refusal("BAD_INPUT", "state", {}, "estimateNoAnswer");
  if (estimate.state !== "ASKED")
    throw new Refusal("CLOSED", "state", {}, estimate.state === "DRAFT" ? "estimateNotAsked" : "estimateAsked");
  const grantedVnd = grantedOf(estimate, answer);
  const isGranted = answer.state !== "REFUSED";
  const [program] = isGranted ? await changes.newIds(1) : [null];
  const set = {
    state: answer.state,
    grantedVnd,
    answerDocument: answer.document,
    answeredOn: answer.answeredOn,
    answerNote: answer.answerNote,
    answeredBy: context.person!.id,
    program: program === null ? null : String(program),
  };
  const made =
    program === null ? [] : await programChanges(context, { estimate, answer, grantedVnd: grantedVnd ?? "0", program });
  const answered = await changes.apply({
    person: context.person,
    source: context.source,
    note,
    verb: "answer",
    mode: "ALL_OR_NONE",
    dryRun: false,
    key: null,
    changes: [...made, { resource: registry.single("subsidyEstimate"), input: { update: { id: estimate.id, set } } }],
  });
  return { ...answered, problems: answered.problems.map(byArgument) };
}

/** The fields of what an answer writes, by the arguments that they come from. */
const ARGUMENTS: Record<string, string> = { name: "programName", answerDocument: "document", amountVnd: "grantedVnd" };

const byArgument = (problem: Problem): Problem => ({
  ...problem,
  field: problem.field && (ARGUMENTS[problem.field] ?? problem.field),
});

interface Granting {
  estimate: EstimateRow;
  answer: EstimateAnswer;
  grantedVnd: string;
  program: number;
}

/** The program of a granted estimate, the routes it pays for, and its budget. */
async function programChanges(context: Context, granting: Granting): Promise<BatchChange[]> {
  const { registry, database } = context.services;
  const { estimate, answer, grantedVnd, program } = granting;
  const year = estimate.fiscalYear;
  const [{ routes, hasCommunes, isByHandOvers }, names] = await Promise.all([
    readAskedRoutes(database, Number(estimate.id)),
    agenciesNamed(database, [estimate.payer], yearOf(year).from),
  ]);
  const create = (single: string, values: Record<string, unknown>, id?: number): BatchChange => ({
    resource: registry.single(single),
    input: { create: values },
    id,
  });
  return [
    create(
      "subsidyProgram",
      {
        name: answer.programName ?? `Kinh phí luân chuyển hồ sơ năm ${year}, ${names.get(estimate.payer)!.nameVi}`,
        payer: String(estimate.payer),
        contractor: estimate.contractor,
        fiscalYear: year,
        // Trips that were reckoned from hand-overs cannot be told from counts.
        quantityFrom: isByHandOvers ? "HAND_OVERS" : "COUNTS",
        channels: estimate.channels,
        sharePercent: estimate.sharePercent,
        includesCommunes: hasCommunes,
        note: `Theo dự toán được giao tại ${answer.document}, ngày ${date().toText(answer.answeredOn, "vi")}.`,
      },
      program,
    ),
    ...routes.map((route) => create("subsidyProgramRoute", { program: String(program), route })),
    create("subsidyBudgetLine", {
      program: String(program),
      kind: "GRANTED",
      amountVnd: grantedVnd,
      document: answer.document,
      decidedOn: answer.answeredOn,
    }),
  ];
}
