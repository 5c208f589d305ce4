import type { Competent } from "../procedure/Competence";
import { COMPETENCE } from "../procedure/Competence";

/** A Decision as entries name it. */
export interface EntryDecision {
  id: string;
  number: string;
  actsFrom: string | null;
  certainty: string | null;
}

export interface EntryProcedure extends Competent {
  id: string;
  code: string | null;
  nameVi: string;
  nameEn: string | null;
}

/** One entry of a catalog, with the Decisions that opened and closed it. */
export interface Entry {
  id: string;
  catalog: { id: string } | null;
  procedure: EntryProcedure | null;
  groupName: string | null;
  legs: string[] | null;
  level: number | null;
  addedBy: EntryDecision | null;
  removedBy: EntryDecision | null;
  replaces: { id: string; nameVi: string; nameEn: string | null } | null;
  validFrom: string | null;
  validTo: string | null;
  certainty: string | null;
}

export interface Catalog {
  id: string;
  kind: "POSTAL" | "ONLINE" | "EXCLUDED";
  nameVi: string;
  nameEn: string | null;
  authority: string;
  certainty: string | null;
  decision: EntryDecision | null;
}

const DECISION = "id number actsFrom certainty";

export const ENTRY_FIELDS = `id catalog { id } procedure { id code nameVi nameEn ${COMPETENCE} } groupName legs level
      addedBy { ${DECISION} } removedBy { ${DECISION} } replaces { id nameVi nameEn } validFrom validTo certainty`;

/**
 * Every entry the catalogs ever had: what was in them on two days is then worked out without asking again. One answer
 * holds at most 1,000, so it is asked from offset to offset.
 */
export const CATALOG_ENTRIES = `query CatalogEntries($catalogs: [ID!]!, $offset: Int = 0) {
  catalogs(filter: { id: { in: $catalogs } }, limit: 100) {
    items { id kind nameVi nameEn authority certainty decision { ${DECISION} } }
  }
  catalogEntries(filter: { catalog: { in: $catalogs } }, sort: [{ procedure: ASC }], offset: $offset, limit: 1000, asOf: null) {
    items { ${ENTRY_FIELDS} }
    total
  }
}`;

export interface CatalogEntriesData {
  catalogs: { items: Catalog[] };
  catalogEntries: { items: Entry[]; total: number };
}

/** The same rows as of one day, for those who take the data elsewhere; `$offset` leads on where `total` is over 1,000. */
export const ENTRIES_ON_DATE = `query CatalogOnDate($catalogs: [ID!]!, $asOf: Date!, $offset: Int = 0) {
  catalogEntries(filter: { catalog: { in: $catalogs } }, sort: [{ procedure: ASC }], offset: $offset, limit: 1000, asOf: $asOf) {
    items { ${ENTRY_FIELDS} }
    total
  }
}`;

/** And as of two days, side by side. */
export const ENTRIES_ON_TWO_DATES = `query CatalogOnTwoDates($catalogs: [ID!]!, $before: Date!, $after: Date!, $offset: Int = 0) {
  before: catalogEntries(
    filter: { catalog: { in: $catalogs } }, sort: [{ procedure: ASC }], offset: $offset, limit: 1000, asOf: $before
  ) {
    items { ${ENTRY_FIELDS} }
    total
  }
  after: catalogEntries(
    filter: { catalog: { in: $catalogs } }, sort: [{ procedure: ASC }], offset: $offset, limit: 1000, asOf: $after
  ) {
    items { ${ENTRY_FIELDS} }
    total
  }
}`;

export const CATALOGS = `query Catalogs($asOf: Date) {
  catalogs(limit: 100) {
    items { id kind nameVi nameEn authority certainty decision { ${DECISION} } entries(asOf: $asOf, limit: 1) { total } }
  }
}`;

export interface CatalogsData {
  catalogs: { items: (Catalog & { entries: { total: number } })[] };
}
