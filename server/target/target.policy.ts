import { ALL_ROLES, type Policy } from "../platform/policy/policy";

/** Targets and how they are read are everybody's to see; catalog staff keep them. */
export const targetPolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR", "CATALOG"],
};

/** What was published is seen by all and written by publishing only. */
export const publicationPolicy: Policy = {
  read: ALL_ROLES,
  change: [],
};
