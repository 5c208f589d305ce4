import type { Refusal } from "../../platform/errors/refusal";
import type { AnnexList, Leg, Tier } from "../annex/annex";

/** What a Decision says of itself, for one that is not recorded yet. */
export interface DecisionFacts {
  number: string;
  kind: string;
  issuer: string;
  title: string;
  issuedOn?: string | null;
  effectiveOn?: string | null;
  amends?: string | null;
}

/** What an annex says of a procedure; absent is not said. */
export interface ProcedureFacts {
  code?: string | null;
  nameVi?: string | null;
  sector?: string | null;
  agency?: string | null;
  tiers?: Tier[] | null;
  legalBases?: string[] | null;
}

/** A line of the annex as a person confirmed it: a known procedure, or a new one. */
export interface RecordedLine {
  line: number;
  list: AnnexList;
  procedure?: string | null;
  create?: ProcedureFacts | null;
  /** What changes of a known procedure from the day the Decision acts. */
  set?: ProcedureFacts | null;
  /** The procedure that it stands in place of. */
  replaces?: string | null;
  legs?: Leg[] | null;
  level?: number | null;
  note?: string | null;
}

/** A Decision to be recorded: a new one or one that is there, the catalog it adjusts, its lines. */
export interface DecisionRecord {
  decision: { id?: string | null; facts?: DecisionFacts | null };
  /** The catalog that the lines adjust; none where the Decision only announces procedures. */
  catalog?: string | null;
  /** The lists in which it acts on the procedures themselves, beside the catalog. */
  announces?: AnnexList[] | null;
  /** The legs of lines that name none, in a postal catalog. */
  legs?: Leg[] | null;
  levelScheme?: string | null;
  lines: RecordedLine[];
}

/** A refusal of a line; of the Decision itself where the line is null. */
export interface LineProblem {
  line: number | null;
  refusal: Refusal;
}

/** A row that the plan makes stands in other rows by its key until it has an id. */
export interface Made {
  made: string;
}
export type PlannedValue = string | number | null | readonly string[] | Made;
export type PlannedValues = Record<string, PlannedValue>;

/** One change of the plan, with the line of the annex that asks for it. */
export interface PlannedChange {
  line: number | null;
  resource: "Decision" | "Procedure" | "CatalogEntry";
  /** What others of the plan call the row that is created. */
  key?: string;
  create?: PlannedValues;
  update?: { id: string; version: number; from?: string; set: PlannedValues };
}

/** The rows that a record rests on, as they stand before it. */
export interface RecordWorld {
  decision: { id: string; number: string; issuer: string; actsFrom: string | null } | null;
  catalog: { id: string; kind: string; authority: string; nameVi: string; number: string; issuer: string } | null;
  procedures: ReadonlyMap<string, { version: number }>;
  /** Entries that hold in the catalog on the day the Decision acts, by procedure. */
  entries: ReadonlyMap<string, WorldEntry>;
}

export interface WorldEntry {
  id: string;
  version: number;
  legs: Leg[] | null;
  levelScheme: string | null;
  level: number | null;
  addedBy: string;
  number: string;
}
