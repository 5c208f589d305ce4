import { ALL_ROLES, type Policy, type Role, type VerbPolicy } from "../platform/policy/policy";

/** Who moves dossiers, asks for the money or pays it sees what is their own; the others see all of it. */
const BOUND: readonly Role[] = ["AGENCY", "POST", "FINANCE"];
const KEEPERS: readonly Role[] = ["ADMINISTRATOR", "FINANCE"];

/** Programs with what hangs on them are seen by who pays and by whom they pay; the payer's finance staff keep them. */
export const programPolicy: Policy = {
  read: ALL_ROLES,
  change: KEEPERS,
  scope: { roles: BOUND, anyOf: ["payer", "contractor"], within: "agency" },
  verbs: {
    answer: {
      label: { vi: "Ghi nhận trả lời dự toán", en: "Record the answer to an estimate" },
      by: KEEPERS,
      sets: [
        "name",
        "payer",
        "contractor",
        "fiscalYear",
        "quantityFrom",
        "channels",
        "claimPeriod",
        "sharePercent",
        "includesCommunes",
        "note",
      ],
    },
  },
};

export const programRoutePolicy: Policy = {
  read: ALL_ROLES,
  change: KEEPERS,
  scope: { roles: BOUND, anyOf: ["payer", "contractor"], within: "agency" },
  verbs: { answer: { ...programPolicy.verbs!.answer, sets: ["program", "route"] } },
};

export const budgetLinePolicy: Policy = {
  read: ALL_ROLES,
  change: KEEPERS,
  scope: { roles: BOUND, anyOf: ["payer", "contractor"], within: "agency" },
  verbs: {
    answer: { ...programPolicy.verbs!.answer, sets: ["program", "kind", "amountVnd", "document", "decidedOn"] },
  },
};

/** What is asked for is a matter between finance staff: no agency or contractor sees it before it is granted. */
const ASKING: readonly Role[] = ["ADMINISTRATOR", "CATALOG", "FINANCE", "LEADER", "REPORTER"];

/** Estimates are drawn up by the payer's finance staff and seen by them and by who sees everything. */
export const estimatePolicy: Policy = {
  read: ASKING,
  change: KEEPERS,
  scope: { roles: ["FINANCE"], anyOf: ["payer"], within: "agency" },
  verbs: {
    ask: {
      label: { vi: "Gửi dự toán", en: "Ask for the estimate" },
      by: KEEPERS,
      sets: ["state", "totalVnd", "pinned", "askedBy", "askedOn"],
    },
    answer: {
      label: { vi: "Ghi nhận trả lời dự toán", en: "Record the answer to an estimate" },
      by: KEEPERS,
      sets: ["state", "grantedVnd", "answerDocument", "answeredOn", "answeredBy", "program", "answerNote"],
    },
  },
};

/** The lines of an estimate come from its computation and from nowhere else. */
export const estimateLinePolicy: Policy = {
  read: ASKING,
  change: [],
  scope: { roles: ["FINANCE"], anyOf: ["payer"], within: "agency" },
  verbs: {
    ask: {
      ...estimatePolicy.verbs!.ask,
      sets: ["estimate", "payer", "route", "rateUnit", "rateVnd", "quantity", "sharePercent", "amountVnd"],
    },
  },
};

/** Hand-overs are entered by whoever hands over, receives or carries, and by the finance staff who check them. */
export const handOverPolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR", "AGENCY", "POST", "FINANCE"],
  scope: { roles: BOUND, anyOf: ["from", "to", "carriedBy"], within: "agency" },
};

const CLAIMING: readonly Role[] = ["ADMINISTRATOR", ...BOUND];
/** Whoever keeps accounts and passwords decides on no money. */
const PAYING: readonly Role[] = ["FINANCE"];

const claimVerbs: Record<string, VerbPolicy> = {
  submit: {
    label: { vi: "Gửi đề nghị", en: "Submit the claim" },
    by: CLAIMING,
    sets: ["state", "totalVnd", "vatVnd", "pinned", "draftedBy", "submittedBy", "submittedOn", "returnReason"],
  },
  check: {
    label: { vi: "Xác nhận đã kiểm tra", en: "Confirm the check" },
    by: PAYING,
    sets: ["state", "checkedBy", "checkedOn"],
  },
  return: {
    label: { vi: "Trả lại đề nghị", en: "Return the claim" },
    by: PAYING,
    sets: ["state", "returnReason", "returnedBy", "returnedOn", "checkedBy", "checkedOn"],
    withReason: true,
  },
  approve: {
    label: { vi: "Phê duyệt đề nghị", en: "Approve the claim" },
    by: PAYING,
    sets: ["state", "approvedBy", "approvedOn"],
  },
  pay: {
    label: { vi: "Ghi nhận đã thanh toán", en: "Record the payment" },
    by: PAYING,
    sets: ["state", "voucher", "paidBy", "paidOn"],
  },
};

/** Claims are drawn up by who asks for the money; the payer's finance staff check, approve and pay them. */
export const claimPolicy: Policy = {
  read: ALL_ROLES,
  change: CLAIMING,
  scope: { roles: BOUND, anyOf: ["payer", "claimant", "payee"], within: "agency" },
  verbs: claimVerbs,
};

/** The lines of a claim come from its computation and from nowhere else. */
export const claimLinePolicy: Policy = {
  read: ALL_ROLES,
  change: [],
  scope: { roles: BOUND, anyOf: ["payer", "claimant", "payee"], within: "agency" },
  verbs: {
    submit: {
      ...claimVerbs.submit,
      isComputed: true,
      sets: [
        "claim",
        "program",
        "kind",
        "payer",
        "claimant",
        "payee",
        "position",
        "route",
        "rate",
        "windowFrom",
        "validFrom",
        "validTo",
        "rateUnit",
        "rateVnd",
        "quantity",
        "sharePercent",
        "wantedVnd",
        "amountVnd",
      ],
    },
    return: { ...claimVerbs.return, sets: [] },
  },
};

/** What is attached to a claim is seen with it; it is added and taken away by the claim's own acts of attaching. */
export const attachmentPolicy: Policy = {
  read: ALL_ROLES,
  change: [],
  scope: { roles: BOUND, anyOf: ["payer", "claimant", "payee"], within: "agency" },
  verbs: {
    attach: {
      label: { vi: "Đính kèm giấy tờ", en: "Attach a paper" },
      by: CLAIMING,
      sets: ["claim", "kind", "name", "mediaType", "size", "sha256"],
    },
    detach: { label: { vi: "Bỏ giấy tờ đính kèm", en: "Take an attachment away" }, by: CLAIMING, sets: [] },
  },
};
