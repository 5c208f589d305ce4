import type { Label } from "../../../platform/text/label";
import type { ClaimSheetLine } from "./claim-sheet";

/** What a claim that is still drawn up would claim as things are now, or why that cannot be computed. */
export interface Draft {
  lines: ClaimSheetLine[];
  totalVnd: bigint;
  vatVnd: bigint | null;
  refusal: Label | null;
}

const AT_SUBMISSION: Label = {
  vi: "Bản nháp chưa có dòng nào: các dòng được tính khi gửi đề nghị.",
  en: "The draft has no lines yet: they are computed when the claim is submitted.",
};

/** A draft before it is computed. */
export const draftOf = (): Draft => ({ lines: [], totalVnd: 0n, vatVnd: null, refusal: AT_SUBMISSION });
