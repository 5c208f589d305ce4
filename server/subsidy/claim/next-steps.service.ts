import type { Context } from "../../platform/context";
import type { RefusalCode } from "../../platform/errors/refusal";
import { sentences } from "../../platform/errors/sentence";
import { refuseUnlessRead } from "../../platform/policy/forbidden";
import type { Role, VerbPolicy } from "../../platform/policy/policy";
import type { Label } from "../../platform/text/label";
import { CLAIM_STEPS, type ClaimStep } from "../claim.steps.rules";
import { readCandidates, type Candidate, type ClaimRow } from "./claim.sql";
import { isForPayer } from "./steps.service";
import { visibleClaim } from "./visible";

/** A step that a claim can go next, for whoever looks at it. */
export interface NextStep {
  verb: string;
  label: Label;
  may: boolean;
  /** Why the person may not; null where they may. */
  refusal: Label | null;
  /** Everybody who may. */
  people: { name: string }[];
}

/** The steps that a claim can go from where it is: whether the person may take them, why not, and who may. */
export async function claimNextSteps(context: Context, id: string): Promise<NextStep[]> {
  const { person, services } = context;
  const resource = services.registry.single("subsidyClaim");
  refuseUnlessRead(resource, person);
  const claim = await visibleClaim(context, id);
  const steps = CLAIM_STEPS.filter(({ from }) => from.includes(claim.state));
  if (steps.length === 0) return [];
  const parties = [...new Set([claim.payer, claim.claimant, claim.payee])];
  const candidates = await readCandidates(services.database, parties, services.clock.today());
  return steps.map((step) => {
    const verb = resource.policy.verbs![step.verb];
    const own = candidates.find((each) => each.id === person!.id);
    const refusal = person!.readOnly ? said("FORBIDDEN", "readOnlyToken") : refusalOf(step, verb, claim, own);
    return {
      verb: step.verb,
      label: step.label,
      may: refusal === null,
      refusal,
      people: candidates.filter((each) => refusalOf(step, verb, claim, each) === null).map(({ name }) => ({ name })),
    };
  });
}

const said = (code: RefusalCode, reason: string): Label => {
  const { messageVi, messageEn } = sentences(code, reason, {}, null);
  return { vi: messageVi, en: messageEn };
};

/** Why somebody may not take a step; null where they may. */
function refusalOf(step: ClaimStep, verb: VerbPolicy, claim: ClaimRow, who: Candidate | undefined): Label | null {
  if (!who?.roles.some((role) => verb.by.includes(role as Role))) return said("FORBIDDEN", "claimNotYours");
  if (isForPayer(step) && who.agency !== claim.payer) return said("FORBIDDEN", "claimNotPayer");
  // The latest thing they did is the one they remember.
  const theirs = step.notBy.findLast((field) => claim.people[field] === who.id);
  return theirs === undefined ? null : said("FORBIDDEN", `fourEyes.${step.verb}.${theirs}`);
}
