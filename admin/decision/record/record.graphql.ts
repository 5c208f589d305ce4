/** What the page asks before anything is typed: the catalogs with who issued them, and the Decision an annex is added to. */
export const RECORD_START = `query RecordStart($id: ID!, $isAdding: Boolean!) {
  catalogs(limit: 100) { items { id kind nameVi nameEn authority decision { id number issuer } } }
  decision(id: $id) @include(if: $isAdding) { id number issuer issuedOn effectiveOn title actsFrom kind }
}`;

export interface RecordCatalog {
  id: string;
  kind: "POSTAL" | "ONLINE" | "EXCLUDED";
  nameVi: string;
  nameEn: string | null;
  authority: "OWN" | "HIGHER";
  decision: { id: string; number: string; issuer: string } | null;
}

export interface KnownDecision {
  id: string;
  number: string;
  issuer: string;
  issuedOn: string | null;
  effectiveOn: string | null;
  title: string;
  actsFrom: string | null;
  kind: string;
}

export interface RecordStart {
  catalogs: { items: RecordCatalog[] };
  decision?: KnownDecision | null;
}

/** Records a Decision, or says what recording it would do. */
export const RECORD = `mutation RecordDecision($record: DecisionRecord!, $note: String, $dryRun: Boolean!, $key: String, $expect: String) {
  recordDecision(record: $record, note: $note, dryRun: $dryRun, key: $key, expect: $expect) {
    decision changeSet preview
    effects { line resource id action cells { field before after } }
    problems { line field code messageVi messageEn }
  }
}`;

export interface Effect {
  line: number | null;
  resource: string;
  id: string;
  action: "CREATE" | "UPDATE" | "DELETE";
  cells: { field: string; before: unknown; after: unknown }[];
}

export interface LineProblem {
  line: number | null;
  field: string | null;
  code: string;
  messageVi: string;
  messageEn: string;
}

export interface RecordAnswer {
  recordDecision: {
    decision: string | null;
    changeSet: string | null;
    preview: string;
    effects: Effect[];
    problems: LineProblem[];
  };
}
