import { ENTRY_FIELDS, type Entry } from "../catalog/entries.graphql";

/** One way to carry a procedure out: a channel and a leg. */
export interface ChannelRow {
  id: string;
  channel: string;
  leg: "IN" | "OUT";
  workingDays: number | null;
  feeVnd: string | null;
  chargeVnd: string | null;
  level: number | null;
  note: string | null;
  certainty: string | null;
}

/** Channels on a day, and the entries of all times: what a procedure's page shows beside its own fields. */
export const PROCEDURE_PARTS = `query ProcedureParts($id: ID!, $asOf: Date) {
  channels(filter: { procedure: { eq: $id } }, limit: 200, asOf: $asOf) {
    items { id channel leg workingDays feeVnd chargeVnd level note certainty }
  }
  catalogEntries(filter: { procedure: { eq: $id } }, sort: [{ validFrom: ASC }], limit: 200, asOf: null) {
    items { ${ENTRY_FIELDS.replace("catalog { id }", "catalog { id nameVi nameEn kind }")} }
  }
}`;

export interface ProcedureEntry extends Entry {
  catalog: { id: string; nameVi: string; nameEn: string | null; kind: string } | null;
}

export interface ProcedurePartsData {
  channels: { items: ChannelRow[] };
  catalogEntries: { items: ProcedureEntry[] };
}
