const AGENCY = "{ id name }";
const PERSON = "{ id name }";

/** A claim with who did what, the budget it is claimed of and the papers that go with it. */
export const CLAIM = `query Claim($id: ID!) {
  subsidyClaim(id: $id) {
    id version code state kind firstDay lastDay totalVnd vatVnd vatPercent certainty note
    contract minutes acceptedOn invoiceNumber invoicedOn invoicePrice voucher payeeAccount returnReason
    program { id name fiscalYear sharePercent capVnd capPer claimPeriod budgetVnd committedVnd paidVnd remainingVnd }
    adjusts { id code }
    payer ${AGENCY} claimant ${AGENCY} payee ${AGENCY}
    draftedBy ${PERSON} submittedBy ${PERSON} submittedOn checkedBy ${PERSON} checkedOn
    approvedBy ${PERSON} approvedOn paidBy ${PERSON} paidOn returnedBy ${PERSON} returnedOn
    attachments(limit: 100) { total items { id kind name size } }
    adjustments(limit: 20) { items { id code state totalVnd } }
  }
  claimNextSteps(id: $id) { verb label { vi en } may refusal { vi en } people { name } }
}`;

/** The lines as they are computed: live while the claim is open, from what it kept once it was submitted. */
export const COMPUTATION = `query ClaimComputation($program: ID!, $from: Date!, $to: Date!, $claim: ID, $adjusts: ID) {
  subsidyComputation(program: $program, from: $from, to: $to, claim: $claim, adjusts: $adjusts) {
    totalVnd grossVnd capVnd capPer quantityFrom isOpen openDay openPeriods { id name }
    leftOut { unsigned otherCarrier notReported } rounding { vi en }
    lines {
      position from to dossiers quantity share grossVnd wantedVnd amountVnd isCut capFreeVnd handOvers lateHandOvers
      isReversal explanation { vi en } window { from to }
      route { id code from { id name } to { id name } direction carrier }
      rate { id rateUnit amountVnd validFrom validTo contract decision }
    }
  }
}`;

export const IN_WORDS = `query InWords($vnd: Vnd!) { amountInWords(vnd: $vnd) }`;

const DONE = "changeSet { id } problems { field code messageVi messageEn }";

/** The steps' mutations, by their verbs; each answers as \`done\`. */
export const STEPS: Record<string, string> = {
  submit: `mutation Submit($id: ID!, $note: String) { done: submitClaim(id: $id, note: $note) { ${DONE} } }`,
  check: `mutation Check($id: ID!, $note: String, $seenVnd: Vnd) { done: checkClaim(id: $id, note: $note, seenVnd: $seenVnd) { ${DONE} } }`,
  return: `mutation Return($id: ID!, $note: String!) { done: returnClaim(id: $id, reason: $note) { ${DONE} } }`,
  approve: `mutation Approve($id: ID!, $note: String, $seenVnd: Vnd) { done: approveClaim(id: $id, note: $note, seenVnd: $seenVnd) { ${DONE} } }`,
  pay: `mutation Pay($id: ID!, $note: String, $seenVnd: Vnd, $voucher: String, $paidOn: Date) { done: payClaim(id: $id, note: $note, seenVnd: $seenVnd, voucher: $voucher, paidOn: $paidOn) { ${DONE} } }`,
};

export const DETACH = `mutation Detach($id: ID!) { done: detachFromClaim(id: $id) { ${DONE} } }`;

interface Both {
  vi: string;
  en: string;
}
interface Named {
  id: string;
  name: string;
}
export type ClaimState = "DRAFT" | "SUBMITTED" | "CHECKED" | "RETURNED" | "APPROVED" | "PAID";

export interface Claim {
  id: string;
  version: number;
  code: string;
  state: ClaimState;
  kind: "ORIGINAL" | "ADJUSTING";
  firstDay: string;
  lastDay: string;
  totalVnd: string | null;
  vatVnd: string | null;
  vatPercent: string | null;
  certainty: string | null;
  note: string | null;
  contract: string | null;
  minutes: string | null;
  acceptedOn: string | null;
  invoiceNumber: string | null;
  invoicedOn: string | null;
  invoicePrice: string | null;
  voucher: string | null;
  payeeAccount: string | null;
  returnReason: string | null;
  program: {
    id: string;
    name: string;
    fiscalYear: number;
    sharePercent: string;
    capVnd: string | null;
    capPer: string | null;
    claimPeriod: string;
    budgetVnd: string;
    committedVnd: string;
    paidVnd: string;
    remainingVnd: string;
  } | null;
  adjusts: { id: string; code: string } | null;
  payer: Named | null;
  claimant: Named | null;
  payee: Named | null;
  draftedBy: Named | null;
  submittedBy: Named | null;
  submittedOn: string | null;
  checkedBy: Named | null;
  checkedOn: string | null;
  approvedBy: Named | null;
  approvedOn: string | null;
  paidBy: Named | null;
  paidOn: string | null;
  returnedBy: Named | null;
  returnedOn: string | null;
  attachments: { total: number; items: { id: string; kind: string; name: string; size: number }[] };
  adjustments: { items: { id: string; code: string; state: ClaimState; totalVnd: string | null }[] };
}

export interface NextStep {
  verb: "submit" | "check" | "return" | "approve" | "pay";
  label: Both;
  may: boolean;
  refusal: Both | null;
  people: { name: string }[];
}

export interface ClaimData {
  subsidyClaim: Claim | null;
  claimNextSteps: NextStep[];
}

export interface ComputedLine {
  position: number;
  from: string;
  to: string;
  dossiers: number;
  quantity: string;
  share: string;
  grossVnd: string;
  wantedVnd: string;
  amountVnd: string;
  isCut: boolean;
  capFreeVnd: string | null;
  handOvers: number | null;
  lateHandOvers: number | null;
  isReversal: boolean;
  explanation: Both;
  window: { from: string; to: string };
  route: { id: string; code: string; from: Named; to: Named; direction: string; carrier: string };
  rate: {
    id: string;
    rateUnit: "PER_DOSSIER" | "PER_TRIP" | "PER_MONTH";
    amountVnd: string;
    validFrom: string | null;
    validTo: string | null;
    contract: string | null;
    decision: string | null;
  };
}

export interface Computation {
  totalVnd: string;
  grossVnd: string;
  capVnd: string | null;
  capPer: string;
  quantityFrom: string;
  isOpen: boolean;
  openDay: string | null;
  openPeriods: { id: string; name: string }[];
  leftOut: { unsigned: number; otherCarrier: number; notReported: number };
  rounding: Both;
  lines: ComputedLine[];
}

/** What computes a claim's lines. */
export function computationOf(claim: Claim): { query: string; variables: Record<string, unknown> } {
  const isOpen = claim.state === "DRAFT" || claim.state === "RETURNED";
  return {
    query: COMPUTATION,
    variables: {
      program: claim.program?.id,
      from: claim.firstDay,
      to: claim.lastDay,
      claim: isOpen ? null : claim.id,
      adjusts: isOpen ? (claim.adjusts?.id ?? null) : null,
    },
  };
}
