import { ENTRY_FIELDS, type Catalog, type Entry, type EntryDecision } from "../catalog/entries.graphql";

/**
 * A Decision with everything it opened and closed. `asOf: null` lists entries of all times; the procedures are named
 * as on the day the Decision acts. A list inside a row gives at most 200, so it is asked from offset to offset.
 */
export const DECISION_LISTS = `query DecisionLists($id: ID!, $offset: Int = 0) {
  decision(id: $id) {
    id version number kind issuer issuedOn effectiveOn title actsFrom effectiveAssumed source certainty
    amends { id number }
    added(offset: $offset, limit: 200, asOf: null) { items { ${ENTRY_FIELDS} } total }
    removed(offset: $offset, limit: 200, asOf: null) { items { ${ENTRY_FIELDS} } total }
  }
  issued: catalogs(filter: { decision: { eq: $id } }, limit: 100) { items { id kind nameVi nameEn } }
  changed: decisions(filter: { amends: { eq: $id } }, sort: [{ issuedOn: ASC }], limit: 100) {
    items { id number actsFrom certainty }
  }
}`;

export interface DecisionRow {
  id: string;
  version: number;
  number: string;
  kind: string;
  issuer: string;
  issuedOn: string | null;
  effectiveOn: string | null;
  title: string;
  actsFrom: string | null;
  effectiveAssumed: boolean | null;
  source: string | null;
  certainty: string | null;
  amends: { id: string; number: string } | null;
  added: { items: Entry[]; total: number };
  removed: { items: Entry[]; total: number };
}

export interface DecisionListsData {
  decision: DecisionRow | null;
  issued: { items: Pick<Catalog, "id" | "kind" | "nameVi" | "nameEn">[] };
  changed: { items: EntryDecision[] };
}

/** How many a catalog held the day before the Decision acted, and on the day itself. */
export const CATALOG_COUNTS = `query CatalogCounts($ids: [ID!]!, $before: Date!, $after: Date!) {
  catalogs(filter: { id: { in: $ids } }, limit: 100) {
    items { id kind nameVi nameEn before: entries(limit: 1, asOf: $before) { total } after: entries(limit: 1, asOf: $after) { total } }
  }
}`;

export interface CatalogCountsData {
  catalogs: {
    items: (Pick<Catalog, "id" | "kind" | "nameVi" | "nameEn"> & {
      before: { total: number };
      after: { total: number };
    })[];
  };
}
