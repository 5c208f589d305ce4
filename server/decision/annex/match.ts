import type { AnnexRow, Leg, Tier } from "./annex";
import { NameIndex, likeness } from "./likeness";
import { codeOf } from "./procedure-code";

/** A procedure as it stands on the day the Decision acts. */
export interface KnownProcedure {
  id: string;
  code: string | null;
  legacyCodes: readonly string[];
  nameVi: string;
  sector: string;
  agency: string | null;
  tiers: readonly Tier[];
  status: string;
}

/** A sector or an agency, by its name and its code. */
export interface KnownName {
  id: string;
  name: string;
  code: string | null;
}

/** An entry that holds in the catalog on the day the Decision acts. */
export interface OpenEntry {
  id: string;
  procedure: string;
  legs: readonly Leg[] | null;
  level: number | null;
  addedBy: string;
}

export interface KnownWorld {
  procedures: readonly KnownProcedure[];
  sectors: readonly KnownName[];
  agencies: readonly KnownName[];
  entries: readonly OpenEntry[];
}

export interface Candidate extends KnownProcedure {
  /** How alike the names are, from 0 to 1. */
  likeness: number;
  entry: OpenEntry | null;
}

/** What words of the annex name: the one row they mean, or what they could mean. */
export interface MatchedName {
  text: string;
  match: string | null;
  candidates: { id: string; name: string; likeness: number }[];
}

export type MatchState = "MATCHED" | "CONFIRM" | "UNKNOWN";

export interface MatchedRow extends Omit<AnnexRow, "sector" | "agency"> {
  /** MATCHED by its code or its very name; CONFIRM where a person has to choose, or `doubts` about the list; UNKNOWN where nothing is like it. */
  state: MatchState;
  how: "CODE" | "NAME" | null;
  procedure: Candidate | null;
  candidates: Candidate[];
  sector: MatchedName | null;
  agency: MatchedName | null;
  /** The procedure that is replaced, found in the same way. */
  replaces: { match: Candidate | null; candidates: Candidate[] } | null;
}

const CANDIDATES = 5;
/** Below this two names have no more in common than any two procedures have. */
const LEAST = 0.45;
/** A code whose procedure has a name so unlike the annex's is looked at by a person. */
const SAME_PROCEDURE = 0.5;
/** So alike, in its own sector and agency, that a new procedure needs a second look. */
const NEARLY = 0.75;

/** Finds the procedures that the rows of an annex mean, without asking anybody: the whole world is at hand. */
export class Matching {
  private readonly byCode = new Map<string, KnownProcedure[]>();
  private readonly names: NameIndex<KnownProcedure>;
  private readonly sectors: NameIndex<KnownName>;
  private readonly agencies: NameIndex<KnownName>;
  private readonly entries: Map<string, OpenEntry>;

  constructor(private readonly world: KnownWorld) {
    for (const procedure of world.procedures)
      for (const code of new Set([procedure.code ?? "", ...procedure.legacyCodes].map(codeOf)))
        if (code !== null) this.byCode.set(code, [...(this.byCode.get(code) ?? []), procedure]);
    this.names = new NameIndex(world.procedures, (p) => p.nameVi);
    this.sectors = new NameIndex(world.sectors, (s) => s.name);
    this.agencies = new NameIndex(world.agencies, (a) => a.name);
    this.entries = new Map(world.entries.map((entry) => [entry.procedure, entry]));
  }

  row(row: AnnexRow): MatchedRow {
    const sector = row.sector === null ? null : this.named(row.sector, this.sectors, this.world.sectors);
    const agency = row.agency === null ? null : this.named(row.agency, this.agencies, this.world.agencies);
    const replaces = row.replaced === null ? null : this.replaced(row.replaced, sector, agency);
    const found = this.procedure(row, sector, agency);
    // Which procedure it is may be plain where the list it belongs in is not.
    if (row.doubts.length > 0) found.state = "CONFIRM";
    return { ...row, sector, agency, replaces, ...found };
  }

  private procedure(
    { code, name, tiers, list }: AnnexRow,
    sector: MatchedName | null,
    agency: MatchedName | null,
  ): Pick<MatchedRow, "state" | "how" | "procedure" | "candidates"> {
    const coded = (code !== null && this.byCode.get(codeOf(code) ?? "")) || [];
    if (coded.length === 1 && (name === null || likeness(name, coded[0].nameVi) >= SAME_PROCEDURE)) {
      const procedure = this.candidate(coded[0], name);
      return { state: "MATCHED", how: "CODE", procedure, candidates: [procedure] };
    }
    const same = name === null ? [] : this.names.same(name);
    const all = same.filter((p) => fits(p, sector, agency, tiers));
    // Of one name, what is in force is meant before what is abolished.
    const alive = all.filter((p) => p.status !== "ABOLISHED");
    const fitting = alive.length > 0 ? alive : all;
    // A code of its own that nobody has is no other procedure's, whatever that one is called.
    const isUnheard = code !== null && coded.length === 0 && fitting.some((p) => p.code !== null);
    if (coded.length === 0 && fitting.length === 1 && !isUnheard) {
      const procedure = this.candidate(fitting[0], name);
      return { state: "MATCHED", how: "NAME", procedure, candidates: [procedure] };
    }
    const alike = name === null ? [] : this.names.like(name, LEAST, CANDIDATES * 4).map(({ item }) => item);
    const candidates = [...new Set([...coded, ...fitting, ...same, ...alike])]
      .map((p) => ({ candidate: this.candidate(p, name), rank: rankOf(p, name, sector, agency, tiers, coded) }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, CANDIDATES)
      .map(({ candidate }) => candidate);
    const [best] = candidates;
    const isNew = list === "NEW" && coded.length === 0 && same.length === 0 && (best?.likeness ?? 0) < NEARLY;
    const state = best === undefined || isNew ? "UNKNOWN" : "CONFIRM";
    return { state, how: null, procedure: null, candidates };
  }

  private replaced(text: string, sector: MatchedName | null, agency: MatchedName | null): MatchedRow["replaces"] {
    const code = codeOf(text.split(/\s/)[0]);
    const name = code === null ? text : text.replace(/^\S+\s*[-–:]?\s*/, "") || null;
    const row = {
      code: code === null ? null : text.split(/\s/)[0],
      name,
      tiers: [],
      list: null,
    } as unknown as AnnexRow;
    const { procedure, candidates } = this.procedure(row, sector, agency);
    return { match: procedure, candidates };
  }

  private candidate(procedure: KnownProcedure, name: string | null): Candidate {
    const alike = name === null ? 1 : likeness(name, procedure.nameVi);
    return { ...procedure, likeness: rounded(alike), entry: this.entries.get(procedure.id) ?? null };
  }

  /** A sector or an agency by its name or its code; what is not known is said with what it could be. */
  private named(text: string, index: NameIndex<KnownName>, all: readonly KnownName[]): MatchedName {
    const same = index.same(text);
    const coded = all.filter(({ code }) => code !== null && code.toUpperCase() === text.trim().toUpperCase());
    const [match] = same.length === 1 ? same : coded.length === 1 ? coded : [];
    const alike = match ? [] : index.like(text, 0.35, CANDIDATES);
    const candidates = alike.map(({ item, likeness: like }) => ({
      id: item.id,
      name: item.name,
      likeness: rounded(like),
    }));
    return { text, match: match?.id ?? null, candidates };
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Whether a procedure is one of the sector, agency and tiers that the annex names, as far as it names any. */
function fits(
  p: KnownProcedure,
  sector: MatchedName | null,
  agency: MatchedName | null,
  tiers: readonly Tier[],
): boolean {
  if (sector?.match && p.sector !== sector.match) return false;
  if (agency?.match && p.agency !== null && p.agency !== agency.match) return false;
  return tiers.length === 0 || p.tiers.some((tier) => tiers.includes(tier));
}

function rankOf(
  p: KnownProcedure,
  name: string | null,
  sector: MatchedName | null,
  agency: MatchedName | null,
  tiers: readonly Tier[],
  coded: readonly KnownProcedure[],
): number {
  const alike = name === null ? 0 : likeness(name, p.nameVi);
  const near = (sector?.match === p.sector ? 0.08 : 0) + (agency?.match && agency.match === p.agency ? 0.08 : 0);
  const tier = tiers.length > 0 && p.tiers.some((t) => tiers.includes(t)) ? 0.04 : 0;
  return alike + near + tier + (coded.includes(p) ? 0.5 : 0);
}
