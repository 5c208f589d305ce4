import type { Label } from "../../platform/model";

/** A route's expected quantity in a year at its expected rate. */
export interface NeedLine {
  route: { id: string; code: string; from: { name: string }; to: { name: string } };
  rateUnit: string;
  rateVnd: string;
  isLatestKnown: boolean;
  quantity: string;
  sharePercent: string;
  amountVnd: string;
  explanation: Label;
}

/** What a year would cost one payer. */
export interface PayerNeed {
  payer: { id: string; nameVi: string; nameEn: string | null } | null;
  totalVnd: string;
  lines: NeedLine[];
  gaps: { route: { id: string; code: string }; explanation: Label }[];
}

export interface Need {
  totalVnd: string;
  payers: PayerNeed[];
  assumptions: Label[];
}

/** What moving dossiers would cost in a year, payer by payer, by the assumptions given. */
export const SUBSIDY_NEED = `query SubsidyNeed(
  $fiscalYear: Int!, $baseFrom: Date!, $baseTo: Date!, $growthPercent: Decimal, $sharePercent: Decimal, $channels: [ChannelKind!]
) {
  subsidyNeed(
    fiscalYear: $fiscalYear, baseFrom: $baseFrom, baseTo: $baseTo,
    growthPercent: $growthPercent, sharePercent: $sharePercent, channels: $channels
  ) {
    totalVnd
    assumptions { vi en }
    payers {
      payer { id nameVi nameEn }
      totalVnd
      lines {
        route { id code from { name } to { name } }
        rateUnit rateVnd isLatestKnown quantity sharePercent amountVnd explanation { vi en }
      }
      gaps { route { id code } explanation { vi en } }
    }
  }
}`;

export interface NeedData {
  subsidyNeed: Need;
}
