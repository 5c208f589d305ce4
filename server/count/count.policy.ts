import { ALL_ROLES, type Policy } from "../platform/policy/policy";

/** Periods are everybody's to see; catalog staff open and close them, and only administrators open a closed one again. */
export const periodPolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR", "CATALOG"],
  verbs: {
    close: { label: { vi: "Khóa kỳ", en: "Close period" }, by: ["ADMINISTRATOR", "CATALOG"], sets: ["state"] },
    reopen: {
      label: { vi: "Mở lại kỳ", en: "Reopen period" },
      by: ["ADMINISTRATOR"],
      sets: ["state"],
      withReason: true,
    },
  },
};

/** Agencies and the Post see and write the counts of their own part of the agency tree, on either end of a dossier's way. */
export const countPolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR", "CATALOG", "AGENCY"],
  scope: { roles: ["AGENCY", "POST"], anyOf: ["receptionUnit", "agency"], within: "agency" },
};

/** The national form of an agency, seen and entered like its counts. */
export const nationalFormPolicy: Policy = {
  ...countPolicy,
  scope: { roles: ["AGENCY", "POST"], anyOf: ["agency"], within: "agency" },
};
