import type { AnnexAnswer, Candidate, Doubt, Leg, ListName, MatchedRow } from "./annex";

/** What is typed of the Decision. */
export interface Facts {
  number: string;
  kind: string;
  issuer: string;
  title: string;
  issuedOn: string | null;
  effectiveOn: string | null;
}

/** What a new procedure is to be. */
export interface NewProcedure {
  code: string | null;
  nameVi: string;
  sector: string | null;
  agency: string | null;
  tiers: string[];
}

/** What a person said of a line; what is absent stands as it was read. */
export interface Choice {
  list?: ListName;
  /** The procedure it means. */
  procedure?: string;
  /** It is a procedure that is not there yet, with what it is to be. */
  create?: NewProcedure;
  replaces?: string;
  legs?: Leg[];
  /** The procedure keeps its name, though the annex words it otherwise. */
  keepsName?: boolean;
  /** Why the line is left out. */
  out?: string;
}

/** The whole work on one Decision, as it is kept until it is recorded. */
export interface RecordState {
  form: 1;
  step: 0 | 1 | 2;
  facts: Facts;
  catalog: string | null;
  announces: ListName[];
  legs: Leg[];
  /** What the annex was: a file's name, or nothing for the clipboard. */
  fileName: string | null;
  annex: AnnexAnswer | null;
  choices: Record<number, Choice>;
  note: string;
  /** The key under which it is recorded once, however often it is sent. */
  key: string;
}

export const emptyState = (issuer: string): RecordState => ({
  form: 1,
  step: 0,
  facts: { number: "", kind: "DECISION", issuer, title: "", issuedOn: null, effectiveOn: null },
  catalog: null,
  announces: [],
  legs: ["IN", "OUT"],
  fileName: null,
  annex: null,
  choices: {},
  note: "",
  key: newKey(),
});

/** 128 random bits; `randomUUID` is missing where the page is served without TLS inside a network. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** What a line comes to: a known procedure, a new one, still open, or left out. */
export interface ResolvedLine {
  row: MatchedRow;
  choice: Choice;
  list: ListName;
  kind: "KNOWN" | "NEW" | "OPEN" | "OUT";
  procedure: string | null;
  /** The procedure's own words, where they are at hand. */
  known: Candidate | null;
  create: NewProcedure | null;
  replaces: string | null;
  legs: Leg[] | null;
  /** What speaks for another list, until a person says which one it is. */
  doubts: Doubt[];
}

/** A line with what was read of it and what a person said of it. */
export function resolve(row: MatchedRow, choice: Choice = {}): ResolvedLine {
  const named = row.replaced !== null && row.list !== "ABOLISHED";
  const list = choice.list ?? (named && row.list === "AMENDED" ? "REPLACED" : (row.list ?? "NEW"));
  const procedure = choice.create ? null : (choice.procedure ?? row.procedure?.id ?? null);
  const known = row.candidates.find(({ id }) => id === procedure) ?? row.procedure;
  // On the list of new ones, what nothing is like is new without anybody's saying so.
  const isPlainlyNew = procedure === null && row.state === "UNKNOWN" && list === "NEW";
  const create = choice.create ?? (isPlainlyNew ? newFrom(row) : null);
  const replaces = list === "REPLACED" ? (choice.replaces ?? row.replaces?.match?.id ?? "") || null : null;
  const isWhole = create
    ? create.nameVi.trim() !== "" && create.sector !== null && create.tiers.length > 0
    : procedure !== null;
  const doubts = choice.list === undefined ? (row.doubts ?? []) : [];
  const isOpen =
    doubts.length > 0 ||
    !isWhole ||
    (list === "REPLACED" && replaces === null) ||
    (create !== null && list === "ABOLISHED");
  const kind = choice.out !== undefined ? "OUT" : isOpen ? "OPEN" : create ? "NEW" : "KNOWN";
  return {
    row,
    choice,
    list,
    kind,
    procedure,
    known: known?.id === procedure ? known : null,
    create,
    replaces,
    legs: choice.legs ?? row.legs,
    doubts,
  };
}

/** A new procedure as the annex and its bands describe it. */
export function newFrom(row: MatchedRow): NewProcedure {
  const tiers = row.tiers.length > 0 ? row.tiers : row.agency?.match ? ["PROVINCE"] : [];
  return {
    code: row.code,
    // The annex's own text: "Thủ tục" at its beginning is passed over when names are compared, never when one is kept.
    nameVi: row.name ?? "",
    sector: row.sector?.match ?? null,
    agency: row.agency?.match ?? null,
    tiers,
  };
}

/** Whether the annex names a known procedure otherwise than it is called. */
export const isRenamed = ({ row, known, list }: ResolvedLine): boolean =>
  list === "AMENDED" &&
  known !== null &&
  row.how === "CODE" &&
  row.name !== null &&
  plain(row.name) !== plain(known.nameVi);

const plain = (name: string): string =>
  name
    .toLocaleLowerCase("vi")
    .replace(/^thủ tục( hành chính)?\s+/u, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The record that is sent: what is decided of the lines that are not left out. */
export function recordOf(state: RecordState, lines: ResolvedLine[], decision: string | null, amends: string | null) {
  const { number, title, issuer, ...facts } = state.facts;
  return {
    decision: decision
      ? { id: decision }
      : { facts: { ...facts, number: number.trim(), title: title.trim(), issuer: issuer.trim(), amends } },
    catalog: state.catalog,
    announces: state.announces,
    legs: state.legs,
    lines: lines
      .filter(({ kind }) => kind === "KNOWN" || kind === "NEW")
      .map((line) => ({
        line: line.row.line,
        list: line.list,
        procedure: line.procedure,
        create: line.create && createOf(line.create, line.row),
        set: isRenamed(line) && !line.choice.keepsName ? { nameVi: line.row.name } : undefined,
        replaces: line.replaces,
        legs: line.legs,
        level: line.row.level,
        note: line.row.note,
      })),
  };
}

const createOf = (made: NewProcedure, { legalBases }: MatchedRow) => ({
  ...made,
  nameVi: made.nameVi.trim(),
  code: made.code?.trim() || null,
  legalBases: legalBases.length > 0 ? legalBases.map((basis) => basis.slice(0, 300)) : undefined,
});

const PREFIX = "danh-muc.draft.record-decision.";

/** Work is kept on this machine, per person and Decision, until it is recorded or dropped. */
export const draftKey = (person: string, decision: string | null): string => `${PREFIX}${person}.${decision ?? "new"}`;

export function readDraft(key: string): RecordState | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as RecordState | null;
    return kept?.form === 1 ? kept : null;
  } catch {
    return null;
  }
}

/** Answers false where the browser has no room for it or forbids it. */
export function keepDraft(key: string, state: RecordState | null): boolean {
  try {
    if (state) localStorage.setItem(key, JSON.stringify(state));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
