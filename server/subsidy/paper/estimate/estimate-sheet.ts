import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/errors/refusal";
import { OwnDocument } from "../../../platform/planner/own-document";
import type { Label } from "../../../platform/text/label";
import { needOfPayer } from "../../estimate/need.service";
import { decimalOf } from "../../computation/quantity.rules";
import { everyPage } from "../every-page";

interface Name {
  name: string;
}

/** What an estimate says of itself. */
interface EstimateHead {
  name: string;
  payer: (Name & { id: string }) | null;
  fiscalYear: number;
  baseFrom: string;
  baseTo: string;
  growthPercent: string;
  sharePercent: string;
  channels: string[];
  contractor: Name | null;
  note: string | null;
  state: string;
  totalVnd: string | null;
  grantedVnd: string | null;
  answerDocument: string | null;
  answeredOn: string | null;
  answerNote: string | null;
  askedBy: Name | null;
  askedOn: string | null;
  certainty: string | null;
  /** What it was asked with. */
  pinned: { assumptions?: Label[] } | null;
}

export interface EstimateSheetLine {
  route: { code: string; from: Name | null; to: Name | null } | null;
  rateUnit: string;
  rateVnd: string;
  quantity: string;
  sharePercent: string;
  amountVnd: string;
}

/** An estimate as its papers say it. */
export interface EstimateSheet {
  head: EstimateHead;
  lines: EstimateSheetLine[];
  totalVnd: bigint;
  /** What the amounts rest on, a sentence each: as it was asked, or as things are now. */
  assumptions: Label[];
  /** Not asked yet: its lines are those of now. */
  isDraft: boolean;
  today: string;
  isDemo: boolean;
}

const HEAD = new OwnDocument<{ subsidyEstimate: EstimateHead | null }>(`query($id: ID!) { subsidyEstimate(id: $id) {
  name payer { id name } fiscalYear baseFrom baseTo growthPercent sharePercent channels contractor { name } note state
  totalVnd grantedVnd answerDocument answeredOn answerNote askedBy { name } askedOn certainty pinned } }`);

const LINES = new OwnDocument<{ subsidyEstimateLines: { total: number; items: EstimateSheetLine[] } }>(
  `query($id: ID!, $offset: Int!, $limit: Int!) {
    subsidyEstimateLines(filter: { estimate: { eq: $id } }, sort: [{ id: ASC }], offset: $offset, limit: $limit) { total items {
      route { code from { name } to { name } } rateUnit rateVnd quantity sharePercent amountVnd } } }`,
);

/** An estimate with its lines, as whoever asks may see it. */
export async function estimateSheet(context: Context, id: string): Promise<EstimateSheet> {
  const { subsidyEstimate: head } = await HEAD.read(context, { id });
  if (head === null) throw new Refusal("NOT_FOUND", "estimate", { id, field: { vi: "dự toán", en: "estimate" } });
  const isDraft = head.state === "DRAFT";
  const { lines, assumptions } = isDraft ? await drafted(context, head) : await asked(context, id, head);
  return {
    head,
    lines,
    assumptions,
    totalVnd: lines.reduce((sum, { amountVnd }) => sum + BigInt(amountVnd), 0n),
    isDraft,
    today: context.services.clock.today(),
    isDemo: head.certainty === "DEMO",
  };
}

type Reckoned = Pick<EstimateSheet, "lines" | "assumptions">;

async function asked(context: Context, id: string, { pinned }: EstimateHead): Promise<Reckoned> {
  const lines = await everyPage(async (page) => (await LINES.read(context, { id, ...page })).subsidyEstimateLines);
  return { lines, assumptions: pinned?.assumptions ?? [] };
}

/** What the year would cost its payer as things are now. */
async function drafted({ services }: Context, head: EstimateHead): Promise<Reckoned> {
  const need = await needOfPayer(services.database, head, Number(head.payer!.id));
  const end = (agency: string): Name => ({ name: need.names.get(Number(agency))?.nameVi ?? agency });
  const own = need.payers.flatMap(({ lines }) => lines);
  const lines = own.map(({ route: id, rateUnit, rateVnd, quantity, sharePercent, amountVnd }) => {
    const { code, from, to } = need.routes.get(id)!;
    return {
      route: { code, from: end(from), to: end(to) },
      rateUnit,
      rateVnd: String(rateVnd),
      quantity: decimalOf(quantity),
      sharePercent,
      amountVnd: String(amountVnd),
    };
  });
  return { lines, assumptions: need.assumptions };
}
