/** How many claims there are, in every state and waiting for the viewer; within a list's other filters. */
export const claimCountsQuery = (states: readonly string[]): string =>
  `query ClaimCuts($all: SubsidyClaimFilter, $waiting: SubsidyClaimFilter${states.map((state) => `, $${state}: SubsidyClaimFilter`).join("")}) {
  all: subsidyClaims(filter: $all, limit: 1) { total }
  waiting: subsidyClaims(filter: $waiting, limit: 1) { total }
  ${states.map((state) => `${state}: subsidyClaims(filter: $${state}, limit: 1) { total }`).join("\n  ")}
}`;

export const CLAIMS_WAITING = `query ClaimsWaiting($waiting: SubsidyClaimFilter) {
  claimsWaiting: subsidyClaims(filter: $waiting, limit: 1) { total }
}`;

/** What a new claim is filled with: the program's terms and the claims there are against it. */
export const CLAIM_START = `query ClaimStart($program: ID!) {
  subsidyProgram(id: $program) {
    id name fiscalYear claimPeriod
    payer { id code }
    contractor { id }
    claims(sort: [{ firstDay: DESC }], limit: 100) {
      items { id code kind firstDay lastDay claimant { id } payee { id } payeeAccount contract vatPercent invoicePrice }
    }
  }
}`;

export interface FormerClaim {
  id: string;
  code: string;
  kind: "ORIGINAL" | "ADJUSTING";
  firstDay: string;
  lastDay: string;
  claimant: { id: string } | null;
  payee: { id: string } | null;
  payeeAccount: string | null;
  contract: string | null;
  vatPercent: string | null;
  invoicePrice: string | null;
}

export interface ClaimProgram {
  id: string;
  name: string;
  fiscalYear: number;
  claimPeriod: "MONTH" | "QUARTER" | "HALF_YEAR" | "YEAR";
  payer: { id: string; code: string | null } | null;
  contractor: { id: string } | null;
  claims: { items: FormerClaim[] };
}

export interface ClaimStart {
  subsidyProgram: ClaimProgram | null;
}
