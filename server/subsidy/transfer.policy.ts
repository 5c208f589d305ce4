import { ALL_ROLES, type Policy } from "../platform/policy/policy";

/**
 * Transfer routes and what moving a dossier on them costs. Agencies and the Post see the routes that begin or end in
 * their own part of the agency tree; finance and catalog staff keep them.
 */
export const routePolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR", "CATALOG", "FINANCE"],
  scope: { roles: ["AGENCY", "POST"], anyOf: ["from", "to"], within: "agency" },
};

/** Rates are contract terms: agencies and the Post do not see each other's. */
export const ratePolicy: Policy = {
  read: ["ADMINISTRATOR", "CATALOG", "FINANCE", "LEADER", "REPORTER"],
  change: ["ADMINISTRATOR", "FINANCE"],
};
