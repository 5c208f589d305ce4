import { OwnDocument } from "../platform/planner/own-document";
import type { Ancestry } from "./posted-list.rules";

/** A Decision as the sheet's grounds name it. */
export interface PostedDecision {
  id: string;
  number: string;
  kind: string;
  issuer: string;
  issuedOn: string | null;
  actsFrom: string | null;
  title: string;
  certainty: string | null;
}

const DECISION = "id number kind issuer issuedOn actsFrom title certainty";
/** Six agencies one above the other: a commune's one-stop unit has three above it, a branch of the land registry four. */
export const ABOVE =
  "parent { id kind unit { id } parent { id kind unit { id } parent { id kind parent { id kind parent { id kind } } } } }";

/** The law behind the lists: its number is what the sheet is made by, its date and words come from the recorded Decisions. */
export const LAW = "45/2016/QĐ-TTg";

export interface PlaceData {
  place: { items: (Ancestry & { name: string; parent: (Ancestry & { name: string }) | null })[] };
  province: { items: { id: string; name: string }[] };
  law: { items: PostedDecision[] };
}

/** The agency, the province's committee of the day, and the law. */
export const PLACE = new OwnDocument<PlaceData>(`query($agency: [ID!]!, $asOf: Date!, $law: String!) {
  place: agencies(filter: { id: { in: $agency } }, limit: 1, asOf: $asOf) {
    items { id kind name unit { id tier } parent { id kind name unit { id tier } ${ABOVE} } }
  }
  province: agencies(filter: { kind: { eq: PROVINCE_COMMITTEE } }, limit: 1, asOf: $asOf) { items { id name } }
  law: decisions(filter: { number: { eq: $law } }, limit: 1) { items { ${DECISION} } }
}`);

/** Who else is in charge of a unit. */
export const NEIGHBOURS = new OwnDocument<{ agencies: { items: Ancestry[]; total: number } }>(
  `query($unit: ID!, $asOf: Date!) {
  agencies(filter: { unit: { eq: $unit } }, limit: 1000, asOf: $asOf) { items { id kind ${ABOVE} } total }
}`,
);

export interface CatalogData {
  catalogs: {
    items: {
      id: string;
      kind: "POSTAL" | "ONLINE" | "EXCLUDED";
      decision: (PostedDecision & { amendedBy: { items: PostedDecision[] } }) | null;
    }[];
  };
}

/** The catalogs with the Decisions that made them what they are. */
export const CATALOGS = new OwnDocument<CatalogData>(`query {
  catalogs(limit: 200) { items { id kind decision { ${DECISION} amendedBy(limit: 200) { items { ${DECISION} } } } } }
}`);

export interface EntryData {
  catalog: { id: string; kind: "POSTAL" | "ONLINE" | "EXCLUDED" } | null;
  legs: string[] | null;
  level: number | null;
  levelScheme: string | null;
  certainty: string | null;
  addedBy: PostedDecision | null;
}

export interface ProcedureData {
  id: string;
  code: string | null;
  nameVi: string;
  nameEn: string | null;
  tiers: string[];
  certainty: string | null;
  sector: { id: string; nameVi: string; nameEn: string | null } | null;
  agency: (Ancestry & { name: string }) | null;
  entries: { items: EntryData[] };
}

/** What is carried out on the day, sector by sector in dictionary order. One answer holds at most 1,000. */
export const PROCEDURES = new OwnDocument<{ procedures: { items: ProcedureData[]; total: number } }>(
  `query($asOf: Date!, $offset: Int!) {
  procedures(
    filter: { status: { eq: IN_FORCE } }, sort: [{ sector: ASC }, { nameVi: ASC }], limit: 1000, offset: $offset, asOf: $asOf
  ) {
    items {
      id code nameVi nameEn tiers certainty sector { id nameVi nameEn } agency { id kind name ${ABOVE} }
      entries(limit: 200) {
        items { catalog { id kind } legs level levelScheme certainty addedBy { ${DECISION} } }
      }
    }
    total
  }
}`,
);
