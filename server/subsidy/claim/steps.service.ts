import type { Answer, Batch, BatchChange, ChangeInput } from "../../platform/changes/change";
import type { Context } from "../../platform/context";
import { problemOf } from "../../platform/errors/problem";
import { Refusal } from "../../platform/errors/refusal";
import { forbidden } from "../../platform/policy/forbidden";
import { mayDo, type Person } from "../../platform/policy/policy";
import type { Label } from "../../platform/text/label";
import { said } from "../budget.set-rule";
import { CLAIM_STEPS, type ClaimStep } from "../claim.steps.rules";
import { CLAIM_STATE } from "../subsidy-claim.entity";
import { dayWords } from "../computation/problem-refusal";
import { readLineIds, type ClaimRow } from "./claim.sql";
import { visibleClaim } from "./visible";

export const stepOf = (verb: ClaimStep["verb"]): ClaimStep => CLAIM_STEPS.find((step) => step.verb === verb)!;

/** Whoever takes a step that looks at a claim works for its payer: whoever stands above a payer sees and does not pay. */
export const isForPayer = ({ verb }: ClaimStep): boolean => verb !== "submit";

/** A step as it is asked for: the claim, what its change set notes, and the total that was looked at. */
export interface Step {
  id: string;
  note: string | null;
  seenVnd?: string | null;
}

/** What a step writes besides, and what it needs to be true of the claim. */
type Writes = (claim: ClaimRow, person: Person, today: string) => Record<string, unknown>;

/** Refuses whoever may not take the step of any claim, before anything is read. */
export function stepTaker({ person, services }: Context, verb: ClaimStep["verb"]): Person {
  const resource = services.registry.single("subsidyClaim");
  if (person === null) throw new Refusal("SIGN_IN", null);
  if (person.readOnly) throw new Refusal("FORBIDDEN", resource.single, {}, "readOnlyToken");
  if (!mayDo(resource.policy, verb, person)) throw forbidden(resource);
  return person;
}

/** What is refused about a claim is a problem of its change, as a refused row is. */
export async function asProblems(id: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { changeSetId: null, rows: [], problems: [{ index: 0, id, ...problemOf(error) }] };
  }
}

const stateWords = (states: readonly string[]): Label => {
  const words = (of: "vi" | "en") =>
    CLAIM_STATE.choices!.filter(({ value }) => states.includes(value))
      .map((choice) => `“${choice[of]}”`)
      .join(", ");
  return { vi: words("vi"), en: words("en") };
};

/** A claim that is where the step begins, as whoever takes it may see it. */
export async function claimFor(context: Context, verb: ClaimStep["verb"], { id, seenVnd }: Step): Promise<ClaimRow> {
  const claim = await visibleClaim(context, id);
  const step = stepOf(verb);
  if (!step.from.includes(claim.state)) {
    const values = { verb: step.label, from: stateWords(step.from), state: stateWords([claim.state]) };
    throw new Refusal("CLOSED", "state", values, "claimNotThere");
  }
  if (isForPayer(step) && context.person?.agencyId !== claim.payer)
    throw new Refusal("FORBIDDEN", "payer", {}, "claimNotPayer");
  if (seenVnd != null && seenVnd !== String(claim.totalVnd)) {
    const values = { now: said(claim.totalVnd ?? 0n), seen: said(BigInt(seenVnd)) };
    throw new Refusal("STALE", "totalVnd", values, "claimOtherTotal");
  }
  return claim;
}

/** Who takes a step, and by what right. */
export type StepBy = Pick<Context, "person"> & {
  source: Batch["source"];
  services: Pick<Context["services"], "registry" | "changes" | "database" | "clock">;
};

/** Applies a step's changes as one change set: the claim from where it was seen, and what comes and goes with it. */
export function applyStep(
  { services, person, source }: StepBy,
  verb: ClaimStep["verb"],
  { id, version }: Pick<ClaimRow, "id" | "version">,
  note: string | null,
  set: Record<string, unknown>,
  beside: ChangeInput[] = [],
): Promise<Answer> {
  const { registry, changes } = services;
  const line = registry.single("subsidyClaimLine");
  const all: BatchChange[] = [
    { resource: registry.single("subsidyClaim"), input: { update: { id, version, set } } },
    ...beside.map((input) => ({ resource: line, input })),
  ];
  return changes.apply({ person, source, note, verb, mode: "ALL_OR_NONE", dryRun: false, key: null, changes: all });
}

export const deletionsOf = (lines: readonly string[]): ChangeInput[] => lines.map((id) => ({ delete: { id } }));

function take(context: Context, verb: ClaimStep["verb"], step: Step, writes: Writes): Promise<Answer> {
  const person = stepTaker(context, verb);
  return asProblems(step.id, async () => {
    const { withReason, label } = context.services.registry.single("subsidyClaim").policy.verbs![verb];
    if (withReason && !step.note?.trim()) throw new Refusal("REQUIRED", "reason", { verb: label }, "verbNeedsReason");
    const claim = await claimFor(context, verb, step);
    const { to, by } = stepOf(verb);
    const today = context.services.clock.today();
    const set = { state: to, [by]: person.id, ...writes(claim, person, today) };
    const beside = verb === "return" ? deletionsOf(await readLineIds(context.services.database, claim.id)) : [];
    return applyStep(context, verb, claim, step.note, set, beside);
  });
}

/** Confirms that a claim was checked against its papers. */
export const checkClaim = (context: Context, step: Step): Promise<Answer> =>
  take(context, "check", step, (_claim, _person, today) => ({ checkedOn: today }));

/** Gives a claim back to be mended: its lines go, so that its days can be claimed anew, and the reason stays. */
export const returnClaim = (context: Context, step: Step): Promise<Answer> =>
  take(context, "return", step, (_claim, _person, today) => ({
    returnReason: step.note,
    returnedOn: today,
    checkedBy: null,
    checkedOn: null,
  }));

/** Approves a claim: its total is committed of the budget, if there is room for it. */
export const approveClaim = (context: Context, step: Step): Promise<Answer> =>
  take(context, "approve", step, (_claim, _person, today) => ({ approvedOn: today }));

export interface Payment extends Step {
  voucher: string | null;
  /** When it was paid; today where absent. */
  paidOn: string | null;
}

/** Records that an approved claim was paid. */
export const payClaim = (context: Context, payment: Payment): Promise<Answer> =>
  take(context, "pay", payment, (claim, _person, today) => {
    const paidOn = payment.paidOn ?? today;
    const since = claim.approvedOn ?? paidOn;
    if (paidOn < since || paidOn > today)
      throw new Refusal("BAD_INPUT", "paidOn", { from: dayWords(since), to: dayWords(today) }, "paidBeforeApproval");
    return { paidOn, voucher: payment.voucher };
  });
