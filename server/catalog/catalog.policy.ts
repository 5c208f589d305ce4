import { ALL_ROLES, type Policy } from "../platform/policy/policy";

/** The catalogs and what they are made of: every signed-in person reads them, catalog staff keep them. */
export const catalogPolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR", "CATALOG"],
};
