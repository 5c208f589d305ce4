import { AGENCY, type ScoredAgency, type TargetState } from "../scorecard.graphql";

export const PUBLISH = `mutation PublishScorecard(
  $targetSet: ID!, $from: Date!, $to: Date!, $structure: Date, $name: String!, $note: String
) {
  publishScorecard(targetSet: $targetSet, from: $from, to: $to, structure: $structure, name: $name, note: $note) {
    changeSet { id }
    problems { messageVi messageEn }
  }
}`;

export interface PublishData {
  publishScorecard: { changeSet: { id: string } | null; problems: { messageVi: string; messageEn: string }[] };
}

/** The last publication of a target set over a span. */
export const LAST_PUBLISHED = `query LastPublished($targetSet: ID!, $from: Date!, $to: Date!) {
  publications(
    filter: { targetSet: { eq: $targetSet }, firstDay: { eq: $from }, lastDay: { eq: $to } }
    sort: [{ publishedOn: DESC }], limit: 1
  ) { items { id publishedOn } }
}`;

export interface LastPublishedData {
  publications: { items: { id: string; publishedOn: string }[] };
}

/** A figure as it was published, or as it is now. */
export interface ComparedFigure {
  official: boolean;
  numerator: number;
  denominator: number;
  thresholdPercent: string;
  state: TargetState;
  shortfall: number | null;
}

const FIGURE = "official numerator denominator thresholdPercent state shortfall";

export const PUBLICATION = `query Publication($id: ID!, $offset: Int, $limit: Int) {
  publication(id: $id) {
    id name firstDay lastDay structure publishedOn note targetSet { id nameVi nameEn }
    figures(filter: { official: { eq: true }, agency: { isNull: true } }, limit: 100) {
      items { id criterion { id code nameVi nameEn measure leg } numerator denominator thresholdPercent state shortfall official }
    }
  }
  publicationDifferences(publication: $id, offset: $offset, limit: $limit) {
    total
    items {
      agency { ${AGENCY} } criterion { id code nameVi nameEn } reading
      published { ${FIGURE} } now { ${FIGURE} }
    }
    changeSets { id at person { name } note rowCount }
  }
}`;

export interface PublicationData {
  publication: {
    id: string;
    name: string;
    firstDay: string;
    lastDay: string;
    structure: string;
    publishedOn: string;
    note: string | null;
    targetSet: { id: string; nameVi: string; nameEn: string | null } | null;
    figures: {
      items: (ComparedFigure & {
        id: string;
        criterion: {
          id: string;
          code: string;
          nameVi: string;
          nameEn: string | null;
          measure: "PROCEDURES" | "DOSSIERS";
          leg: "IN" | "OUT" | null;
        } | null;
      })[];
    };
  } | null;
  publicationDifferences: {
    total: number;
    items: {
      agency: ScoredAgency | null;
      criterion: { id: string; code: string; nameVi: string; nameEn: string | null };
      reading: string;
      published: ComparedFigure | null;
      now: ComparedFigure | null;
    }[];
    changeSets: { id: string; at: string; person: { name: string } | null; note: string | null; rowCount: number }[];
  };
}
