import { choice } from "../platform/kinds/all";

/** Whether something is claimed for the first time, or corrects what was approved. */
export const CLAIM_KIND = choice("ClaimKind", [
  { value: "ORIGINAL", vi: "Đề nghị lần đầu", en: "Original" },
  { value: "ADJUSTING", vi: "Điều chỉnh", en: "Adjusting" },
]);
