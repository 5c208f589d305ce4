import { ALL_ROLES, type Policy } from "../platform/policy/policy";

/**
 * Transfer routes and what moving a dossier on them costs. Agencies, the Post and finance staff see the routes that
 * begin or end in their own part of the agency tree or are carried by it; finance and catalog staff keep them.
 */
export const routePolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR", "CATALOG", "FINANCE"],
  scope: { roles: ["AGENCY", "POST", "FINANCE"], anyOf: ["from", "to", "carriedBy"], within: "agency" },
};

/** Rates are contract terms, seen by the parties of their route: agencies, carriers and payers do not see each other's. */
export const ratePolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR", "FINANCE"],
  scope: { roles: ["AGENCY", "POST", "FINANCE"], anyOf: ["from", "to", "carriedBy"], within: "agency" },
};
