import { fold } from "../../platform/text/fold";
import { Refusal } from "../../platform/errors/refusal";
import { isNationalCode } from "../annex/procedure-code";
import { actsFrom } from "../decision.rules";
import type {
  DecisionRecord,
  LineProblem,
  Made,
  PlannedChange,
  PlannedValues,
  ProcedureFacts,
  RecordedLine,
  RecordWorld,
  WorldEntry,
} from "./recorded";

const DECISION = "decision";

export interface RecordPlan {
  changes: PlannedChange[];
  problems: LineProblem[];
}

/** From when a Decision that is to be recorded acts; null where nothing says it. */
export function dayOf(record: DecisionRecord, known: RecordWorld["decision"]): string | null {
  if (record.decision.id) return known?.actsFrom ?? null;
  return record.decision.facts ? actsFrom({ ...record.decision.facts }).actsFrom : null;
}

/**
 * The changes by which a Decision takes effect: the Decision itself, new procedures, procedures that change from the day
 * it acts, entries of the catalog that it opens and closes. What a line cannot do is a problem of that line.
 */
export function planRecord(record: DecisionRecord, world: RecordWorld): RecordPlan {
  const day = dayOf(record, world.decision);
  const refused = (
    field: string,
    code: "BAD_INPUT" | "REQUIRED" | "NOT_FOUND",
    reason: string,
    values = {},
  ): RecordPlan => ({
    changes: [],
    problems: [{ line: null, refusal: new Refusal(code, field, values, reason) }],
  });
  if (!record.decision.id === !record.decision.facts) return refused("decision", "BAD_INPUT", "exactlyOne");
  if (record.decision.id && !world.decision)
    return refused("decision", "NOT_FOUND", "noSuchReference", { id: record.decision.id });
  if (record.catalog && !world.catalog)
    return refused("catalog", "NOT_FOUND", "noSuchReference", { id: record.catalog });
  if (day === null) return refused("issuedOn", "REQUIRED", "decisionMustAct");
  const { catalog } = world;
  const own = world.decision?.issuer ?? record.decision.facts?.issuer ?? "";
  // The list is another's: the province adjusts its own and proposes changes of this one.
  if (catalog?.authority === "HIGHER" && fold(own).trim() !== fold(catalog.issuer).trim())
    return refused("catalog", "BAD_INPUT", "catalogOfHigher", {
      catalog: catalog.nameVi,
      issuer: catalog.issuer,
      number: catalog.number,
      own,
    });
  return new Plan(record, world, day).whole();
}

class Plan {
  private readonly changes: PlannedChange[] = [];
  private readonly problems: LineProblem[] = [];
  private readonly decision: string | Made;
  /** The line that a known procedure was first named by, as the one listed or as the one replaced. */
  private readonly listed = new Map<string, number>();
  private readonly gone = new Set<string>();

  constructor(
    private readonly record: DecisionRecord,
    private readonly world: RecordWorld,
    private readonly day: string,
  ) {
    this.decision = world.decision?.id ?? { made: DECISION };
  }

  whole(): RecordPlan {
    const { facts } = this.record.decision;
    if (facts) this.changes.push({ line: null, resource: "Decision", key: DECISION, create: { ...facts } });
    for (const line of this.record.lines) {
      const before = this.changes.length;
      const refusal = this.line(line);
      if (!refusal) continue;
      this.changes.length = before;
      this.problems.push({ line: line.line, refusal });
    }
    return { changes: this.changes, problems: this.problems };
  }

  private line(line: RecordedLine): Refusal | null {
    if (line.procedure && line.create) return new Refusal("BAD_INPUT", "procedure", {}, "lineWithTwoProcedures");
    if (!line.procedure && !line.create) return new Refusal("REQUIRED", "procedure", {}, "lineWithoutProcedure");
    for (const id of [line.procedure, line.replaces])
      if (id && !this.world.procedures.has(id)) return new Refusal("NOT_FOUND", "procedure", { id }, "noSuchReference");
    const isReplacing = line.list === "REPLACED" && line.replaces !== line.procedure;
    if (isReplacing && !line.replaces) return new Refusal("REQUIRED", "replaces", {}, "lineWithoutReplaced");
    if (line.list === "ABOLISHED" && line.create) return new Refusal("BAD_INPUT", "procedure", {}, "newAbolished");
    const other = line.procedure ? this.listed.get(line.procedure) : undefined;
    // One procedure may stand in place of several, each on a line of its own.
    if (other !== undefined && !isReplacing) return new Refusal("NOT_UNIQUE", "procedure", { other }, "lineTwice");
    if (line.procedure && other === undefined) this.listed.set(line.procedure, line.line);
    if (line.list === "ABOLISHED") return this.abolish(line, line.procedure!);
    if (isReplacing) return this.replace(line, line.replaces!, other !== undefined);
    if (line.list === "NEW" || line.create) return this.open(line);
    return this.amend(line, line.procedure!);
  }

  /** Whether the Decision acts on the procedures of a list themselves, and not only on their place in a catalog. */
  private announces(list: RecordedLine["list"]): boolean {
    return this.world.catalog === null || (this.record.announces ?? []).includes(list);
  }

  private open(line: RecordedLine, replaces: string | null = null): Refusal | null {
    const entry = line.procedure ? this.world.entries.get(line.procedure) : undefined;
    if (entry) return this.alreadyIn(entry);
    const procedure = this.procedureOf(line);
    this.opened(line, procedure, replaces, null);
    return null;
  }

  private amend(line: RecordedLine, procedure: string): Refusal | null {
    const entry = this.world.entries.get(procedure);
    if (entry && this.isByThis(entry)) return this.alreadyIn(entry);
    if (!entry && !this.announces(line.list) && isEmpty(line.set)) return this.notIn();
    this.procedureOf(line);
    if (entry) this.close(line, procedure, entry);
    if (entry) this.opened(line, procedure, null, entry);
    return null;
  }

  private replace(line: RecordedLine, replaced: string, isOpened: boolean): Refusal | null {
    const former = this.world.entries.get(replaced);
    if (former && this.isByThis(former)) return this.alreadyIn(former);
    if (!isOpened) {
      const own = line.procedure ? this.world.entries.get(line.procedure) : undefined;
      if (own) return this.alreadyIn(own);
    }
    const procedure = isOpened ? line.procedure! : this.procedureOf(line);
    if (former) this.close(line, replaced, former);
    if (this.announces("REPLACED") && !this.gone.has(replaced))
      this.changeProcedure(line, replaced, { ...this.status("ABOLISHED"), successor: procedure });
    this.gone.add(replaced);
    if (!isOpened) this.opened(line, procedure, replaced, former ?? null);
    return null;
  }

  private abolish(line: RecordedLine, procedure: string): Refusal | null {
    const entry = this.world.entries.get(procedure);
    if (!entry && !this.announces("ABOLISHED")) return this.notIn();
    if (entry && this.isByThis(entry)) return this.alreadyIn(entry);
    if (entry) this.close(line, procedure, entry);
    if (this.announces("ABOLISHED")) this.changeProcedure(line, procedure, this.status("ABOLISHED"));
    return null;
  }

  /** The procedure of a line: created, or changed from the day as far as the annex says so. */
  private procedureOf(line: RecordedLine): string | Made {
    const announced = this.announces(line.list);
    if (line.create) {
      const key = `line ${line.line}`;
      const { code, ...facts } = line.create;
      const codes: PlannedValues = !code ? {} : isNationalCode(code) ? { code } : { legacyCodes: [code] };
      // What this Decision announces begins with it; what it only lists was there before.
      const status: PlannedValues = announced
        ? { ...this.status("IN_FORCE"), validFrom: this.day }
        : { status: "IN_FORCE" };
      const create = { ...(facts as PlannedValues), ...codes, ...status };
      this.changes.push({ line: line.line, resource: "Procedure", key, create });
      return { made: key };
    }
    const set: PlannedValues = { ...(line.set as PlannedValues | null), ...(announced ? this.status("IN_FORCE") : {}) };
    if (Object.keys(set).length > 0) this.changeProcedure(line, line.procedure!, set);
    return line.procedure!;
  }

  private status(status: "IN_FORCE" | "ABOLISHED"): PlannedValues {
    return { status, statusDecision: this.decision };
  }

  private changeProcedure({ line }: RecordedLine, id: string, set: PlannedValues): void {
    const { version } = this.world.procedures.get(id)!;
    this.changes.push({ line, resource: "Procedure", update: { id, version, from: this.day, set } });
  }

  private opened(
    line: RecordedLine,
    procedure: string | Made,
    replaces: string | null,
    former: WorldEntry | null,
  ): void {
    const { catalog } = this.world;
    if (!catalog) return;
    const create: PlannedValues = { catalog: catalog.id, procedure, addedBy: this.decision };
    if (catalog.kind === "POSTAL") create.legs = line.legs ?? former?.legs ?? this.record.legs ?? ["IN", "OUT"];
    const level = line.level ?? former?.level ?? null;
    if (catalog.kind === "ONLINE" && level !== null) {
      create.level = level;
      create.levelScheme = this.record.levelScheme ?? former?.levelScheme ?? "ND43_2011";
    }
    if (replaces) create.replaces = replaces;
    if (line.note) create.note = line.note;
    this.changes.push({ line: line.line, resource: "CatalogEntry", create });
  }

  private close({ line }: RecordedLine, procedure: string, { id, version }: WorldEntry): void {
    const key = `entry of ${procedure}`;
    if (this.gone.has(key)) return;
    this.gone.add(key);
    const set = { removedBy: this.decision };
    this.changes.push({ line, resource: "CatalogEntry", update: { id, version, set } });
  }

  private isByThis = (entry: WorldEntry): boolean => entry.addedBy === this.world.decision?.id;

  private alreadyIn(entry: WorldEntry): Refusal {
    return this.isByThis(entry)
      ? new Refusal("NOT_UNIQUE", "procedure", {}, "alreadyByThis")
      : new Refusal("NOT_UNIQUE", "procedure", { number: entry.number }, "alreadyInCatalog");
  }

  private notIn(): Refusal {
    const [year, month, date] = this.day.split("-").map(Number);
    return new Refusal("NOT_FOUND", "procedure", { date: `${date}/${month}/${year}` }, "notInCatalog");
  }
}

const isEmpty = (set: ProcedureFacts | null | undefined): boolean => !set || Object.keys(set).length === 0;
