import type { Looks } from "../../platform/looks";

/** What a hand-over lacks, or came late with, is set off; the rest is as it should be. */
export const HAND_OVER_LOOKS: Looks = {
  isSigned: {
    true: { kind: "met", label: { vi: "Đủ chữ ký", en: "Signed" } },
    false: { kind: "short", label: { vi: "Thiếu chữ ký", en: "Not signed" } },
  },
  timeliness: { LATE: { kind: "short" } },
};
