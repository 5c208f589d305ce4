import type { View } from "../platform/data/export-address";
import { resourceOf } from "../platform/model";

/** What is said of an entry wherever entries leave as a file. */
const FIELDS = ["catalog", "procedure", "groupName", "legs", "level", "addedBy", "removedBy", "validFrom", "validTo"];

/** The entries of catalogs on a day. */
export const entriesView = (catalogs: readonly string[], asOf: string): View => ({
  resource: resourceOf("catalogEntry"),
  fields: FIELDS,
  filter: { catalog: { in: catalogs } },
  sort: { field: "procedure", order: "ASC" },
  asOf,
});

/** The entries that a Decision opened or closed, of all times. */
export const decisionView = (decision: string): View => ({
  resource: resourceOf("catalogEntry"),
  fields: FIELDS,
  filter: { or: [{ addedBy: { eq: decision } }, { removedBy: { eq: decision } }] },
  sort: { field: "procedure", order: "ASC" },
});
