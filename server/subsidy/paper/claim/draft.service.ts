import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/errors/refusal";
import { sentences } from "../../../platform/errors/sentence";
import type { Label } from "../../../platform/text/label";
import { subsidyComputation } from "../../computation/computation.service";
import { visibleClaim } from "../../claim/visible";
import { vatWithin } from "../../computation/money.rules";
import type { ClaimSheetLine } from "./claim-sheet";

/** What a claim that is still drawn up would claim as things are now, or why that cannot be computed. */
export interface Draft {
  lines: ClaimSheetLine[];
  totalVnd: bigint;
  vatVnd: bigint | null;
  refusal: Label | null;
}

/** What is computed of a claim. */
interface Drafted {
  firstDay: string;
  lastDay: string;
  vatPercent: string | null;
}

/** A draft as it is computed now. What stands against computing it is said on its paper, which it does not stop. */
export async function draftOf(context: Context, claim: string, drafted: Drafted): Promise<Draft> {
  const { firstDay: from, lastDay: to, vatPercent } = drafted;
  try {
    const { program } = await visibleClaim(context, claim);
    const computation = await subsidyComputation(context, { program, from, to, claim, adjusts: null });
    const totalVnd = BigInt(computation.totalVnd);
    const lines = computation.lines.map(({ route, rate, share, ...line }) => ({
      route: { code: route.code, from: route.from.name, to: route.to.name },
      firstDay: line.from,
      lastDay: line.to,
      rateUnit: rate.rateUnit,
      rateVnd: BigInt(rate.amountVnd),
      quantity: line.quantity,
      sharePercent: share,
      wantedVnd: BigInt(line.wantedVnd),
      amountVnd: BigInt(line.amountVnd),
    }));
    return { lines, totalVnd, vatVnd: vatPercent === null ? null : vatWithin(totalVnd, vatPercent), refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { messageVi, messageEn } = sentences(error.code, error.reason, error.values, error.field);
    return { lines: [], totalVnd: 0n, vatVnd: null, refusal: { vi: messageVi, en: messageEn } };
  }
}
