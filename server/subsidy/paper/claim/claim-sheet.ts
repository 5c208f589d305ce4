import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/errors/refusal";
import { OwnDocument } from "../../../platform/planner/own-document";
import { OPEN_STATES } from "../../claim.steps.rules";
import { dayBefore } from "../../computation/day.rules";
import { draftOf, type Draft } from "./draft.service";
import { everyPage } from "../every-page";

/** A line of a claim as its paper shows it; its last day is itself included. */
export interface ClaimSheetLine {
  route: { code: string; from: string; to: string };
  firstDay: string;
  lastDay: string;
  rateUnit: string;
  rateVnd: bigint;
  quantity: string;
  sharePercent: string;
  wantedVnd: bigint;
  amountVnd: bigint;
}

interface Name {
  name: string;
}
const nameOf = (named: Name | null): string | null => named?.name ?? null;

/** What a claim says of itself, with the names of whom it is about as they were on its last day. */
interface ClaimHead {
  code: string;
  kind: string;
  state: string;
  adjusts: { code: string; approvedOn: string | null } | null;
  /** Null where whoever asks sees the claim and not its program: a claimant whom somebody else's contract is with. */
  program: Name | null;
  firstDay: string;
  lastDay: string;
  payer: Name | null;
  claimant: Name | null;
  payee: Name | null;
  payeeAccount: string | null;
  contract: string | null;
  minutes: string | null;
  acceptedOn: string | null;
  invoiceNumber: string | null;
  invoicedOn: string | null;
  invoicePrice: string | null;
  vatPercent: string | null;
  totalVnd: string | null;
  vatVnd: string | null;
  draftedBy: Name | null;
  checkedBy: Name | null;
  approvedBy: Name | null;
  returnedOn: string | null;
  certainty: string | null;
  attachments: { items: { kind: string; name: string }[]; total: number };
}

/** A claim as its paper says it. */
export interface ClaimSheet {
  head: ClaimHead;
  lines: ClaimSheetLine[];
  totalVnd: bigint;
  /** The VAT within the total; null where none is said. */
  vatVnd: bigint | null;
  /** Still drawn up: its lines are those of now and none that were submitted. */
  isDraft: boolean;
  /** Why a draft has no lines; null where it has. */
  refusal: Draft["refusal"];
  today: string;
  isDemo: boolean;
}

const DAYS = new OwnDocument<{ subsidyClaim: { lastDay: string } | null }>(
  "query($id: ID!) { subsidyClaim(id: $id) { lastDay } }",
);

const HEAD = new OwnDocument<{ subsidyClaim: ClaimHead }>(`query($id: ID!, $day: Date!) { subsidyClaim(id: $id) {
  code kind state adjusts { code approvedOn } program { name } firstDay lastDay
  payer(asOf: $day) { name } claimant(asOf: $day) { name } payee(asOf: $day) { name } payeeAccount
  contract minutes acceptedOn invoiceNumber invoicedOn invoicePrice vatPercent totalVnd vatVnd
  draftedBy { name } checkedBy { name } approvedBy { name } returnedOn certainty
  attachments(limit: 200, sort: [{ kind: ASC }, { name: ASC }]) { total items { kind name } } } }`);

interface StoredLine {
  route: { code: string; from: Name | null; to: Name | null } | null;
  validFrom: string;
  validTo: string;
  rateUnit: string;
  rateVnd: string;
  quantity: string;
  sharePercent: string;
  wantedVnd: string;
  amountVnd: string;
}

const LINES = new OwnDocument<{ subsidyClaimLines: { total: number; items: StoredLine[] } }>(
  `query($id: ID!, $day: Date!, $offset: Int!, $limit: Int!) {
    subsidyClaimLines(filter: { claim: { eq: $id } }, sort: [{ position: ASC }], offset: $offset, limit: $limit) { total items {
      route { code from(asOf: $day) { name } to(asOf: $day) { name } } validFrom validTo rateUnit rateVnd quantity sharePercent
      wantedVnd amountVnd } } }`,
);

/** A claim with its lines, as whoever asks may see it. */
export async function claimSheet(context: Context, id: string): Promise<ClaimSheet> {
  const { subsidyClaim: found } = await DAYS.read(context, { id });
  if (found === null) throw new Refusal("NOT_FOUND", "claim", { id, field: { vi: "đề nghị", en: "claim" } });
  const day = found.lastDay;
  const { subsidyClaim: head } = await HEAD.read(context, { id, day });
  const isDraft = OPEN_STATES.includes(head.state);
  const shared = { head, isDraft, today: context.services.clock.today(), isDemo: head.certainty === "DEMO" };
  if (isDraft) return { ...shared, ...(await draftOf(context, id, head)) };
  const stored = await everyPage(async (page) => (await LINES.read(context, { id, day, ...page })).subsidyClaimLines);
  return {
    ...shared,
    lines: stored.map(lineOf),
    totalVnd: BigInt(head.totalVnd ?? "0"),
    vatVnd: head.vatVnd === null ? null : BigInt(head.vatVnd),
    refusal: null,
  };
}

function lineOf({ route, validFrom, validTo, rateVnd, wantedVnd, amountVnd, ...line }: StoredLine): ClaimSheetLine {
  return {
    ...line,
    route: { code: route?.code ?? "", from: nameOf(route?.from ?? null) ?? "", to: nameOf(route?.to ?? null) ?? "" },
    firstDay: validFrom,
    lastDay: dayBefore(validTo),
    rateVnd: BigInt(rateVnd),
    wantedVnd: BigInt(wantedVnd),
    amountVnd: BigInt(amountVnd),
  };
}
