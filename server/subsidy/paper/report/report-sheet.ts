import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/errors/refusal";
import { OwnDocument } from "../../../platform/planner/own-document";
import { BINDING_STATES } from "../../claim.steps.rules";
import { everyPage } from "../every-page";

interface Name {
  name: string;
}

interface ProgramHead {
  name: string;
  payer: Name | null;
  contractor: Name | null;
  fiscalYear: number;
  budgetVnd: string;
  committedVnd: string;
  paidVnd: string;
  remainingVnd: string;
  certainty: string | null;
}

export interface ReportBudgetLine {
  kind: string;
  amountVnd: string;
  document: string;
  decidedOn: string;
  chapter: string | null;
  category: string | null;
  item: string | null;
}

export interface ReportClaim {
  code: string;
  kind: string;
  state: string;
  adjusts: { code: string } | null;
  firstDay: string;
  lastDay: string;
  totalVnd: string | null;
  approvedOn: string | null;
  paidOn: string | null;
  voucher: string | null;
  certainty: string | null;
}

interface ReportLine {
  route: { code: string; carrier: string; carriedBy: Name | null; from: Name | null; to: Name | null } | null;
  rateUnit: string;
  quantity: string;
  amountVnd: string;
}

/** What was approved for one route, or for one carrier. */
export interface ReportGroup {
  label: string;
  /** The kind of carrier where nobody is named. */
  carrier: string | null;
  /** Quantities by the unit they were paid by, as whole millionths. */
  quantities: Map<string, bigint>;
  amountVnd: bigint;
}

/** How a program stands at the end of its year, or on the day it is asked for. */
export interface ReportSheet {
  head: ProgramHead;
  budget: ReportBudgetLine[];
  /** Claims for the first time, by their days. */
  claims: ReportClaim[];
  adjusting: ReportClaim[];
  byRoute: ReportGroup[];
  byCarrier: ReportGroup[];
  today: string;
  isDemo: boolean;
}

const HEAD = new OwnDocument<{ subsidyProgram: ProgramHead | null }>(`query($id: ID!) { subsidyProgram(id: $id) {
  name payer { name } contractor { name } fiscalYear budgetVnd committedVnd paidVnd remainingVnd certainty } }`);

const BUDGET = new OwnDocument<{ subsidyBudgetLines: { total: number; items: ReportBudgetLine[] } }>(
  `query($id: ID!, $offset: Int!, $limit: Int!) { subsidyBudgetLines(filter: { program: { eq: $id } },
    sort: [{ decidedOn: ASC }, { id: ASC }], offset: $offset, limit: $limit) { total items {
      kind amountVnd document decidedOn chapter category item } } }`,
);

const CLAIMS = new OwnDocument<{ subsidyClaims: { total: number; items: ReportClaim[] } }>(
  `query($id: ID!, $offset: Int!, $limit: Int!) { subsidyClaims(filter: { program: { eq: $id } },
    sort: [{ firstDay: ASC }, { code: ASC }], offset: $offset, limit: $limit) { total items {
      code kind state adjusts { code } firstDay lastDay totalVnd approvedOn paidOn voucher certainty } } }`,
);

const LINES = new OwnDocument<{ subsidyClaimLines: { total: number; items: ReportLine[] } }>(
  `query($id: ID!, $states: [ClaimState!]!, $offset: Int!, $limit: Int!) {
    subsidyClaimLines(filter: { program: { eq: $id }, claim: { is: { state: { in: $states } } } }, sort: [{ id: ASC }],
      offset: $offset, limit: $limit) { total items {
      route { code carrier carriedBy { name } from { name } to { name } } rateUnit quantity amountVnd } } }`,
);

/** A program with its budget, its claims and what they came to by route and carrier, as whoever asks may see them. */
export async function reportSheet(context: Context, id: string): Promise<ReportSheet> {
  const { subsidyProgram: head } = await HEAD.read(context, { id });
  if (head === null) throw new Refusal("NOT_FOUND", "program", { id, field: { vi: "kế hoạch", en: "program" } });
  const budget = await everyPage(async (page) => (await BUDGET.read(context, { id, ...page })).subsidyBudgetLines);
  const claims = await everyPage(async (page) => (await CLAIMS.read(context, { id, ...page })).subsidyClaims);
  const states = [...BINDING_STATES];
  const lines = await everyPage(async (page) => (await LINES.read(context, { id, states, ...page })).subsidyClaimLines);
  return {
    head,
    budget,
    claims: claims.filter(({ kind }) => kind === "ORIGINAL"),
    adjusting: claims.filter(({ kind }) => kind === "ADJUSTING"),
    byRoute: grouped(lines, ({ route }) => ({
      label: `${route?.from?.name ?? ""} → ${route?.to?.name ?? ""} (${route?.code ?? ""})`,
      carrier: null,
    })),
    byCarrier: grouped(lines, ({ route }) => ({
      label: route?.carriedBy?.name ?? "",
      carrier: route?.carriedBy ? null : (route?.carrier ?? null),
    })),
    today: context.services.clock.today(),
    isDemo: [head, ...claims].some(({ certainty }) => certainty === "DEMO"),
  };
}

const MILLION = 1_000_000n;

/** Lines summed under what they are called, the greatest amount first. */
function grouped(
  lines: readonly ReportLine[],
  called: (line: ReportLine) => Pick<ReportGroup, "label" | "carrier">,
): ReportGroup[] {
  const groups = new Map<string, ReportGroup>();
  for (const line of lines) {
    const { label, carrier } = called(line);
    const key = `${label} ${carrier ?? ""}`;
    const group = groups.get(key) ?? { label, carrier, quantities: new Map<string, bigint>(), amountVnd: 0n };
    const { rateUnit } = line;
    group.quantities.set(rateUnit, (group.quantities.get(rateUnit) ?? 0n) + millionths(line.quantity));
    group.amountVnd += BigInt(line.amountVnd);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => (a.amountVnd < b.amountVnd ? 1 : a.amountVnd > b.amountVnd ? -1 : 0));
}

/** "-1.5" as -1,500,000: quantities have six decimals at most. */
function millionths(quantity: string): bigint {
  const [whole, decimals = ""] = quantity.replace("-", "").split(".");
  const amount = BigInt(whole) * MILLION + BigInt(decimals.padEnd(6, "0"));
  return quantity.startsWith("-") ? -amount : amount;
}

/** Whole millionths as a decimal number. */
export function fromMillionths(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const decimals = String(size % MILLION)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${amount < 0n ? "-" : ""}${size / MILLION}${decimals ? `.${decimals}` : ""}`;
}

/** The sum of what claims claim; one that is not submitted yet claims nothing. */
export const totalOf = (claims: readonly ReportClaim[]): bigint =>
  claims.reduce((sum, { totalVnd }) => sum + BigInt(totalVnd ?? "0"), 0n);

export const isApproved = ({ state }: ReportClaim): boolean => BINDING_STATES.includes(state);
/** Handed in and not decided yet. */
export const isPending = ({ state }: ReportClaim): boolean => ["SUBMITTED", "CHECKED"].includes(state);
