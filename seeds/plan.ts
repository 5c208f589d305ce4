import type { Value } from "./changes";

/**
 * The seeds are planned before anything is written: a plan is plain data, the same on every run, and tests read it
 * without a database. A planned row is known by a key of the seeds ("unit/04249"), a reference names that key, and
 * ids take their place when the plan is applied.
 */

/** A reference to a row that an earlier step creates. */
export interface Ref {
  ref: string;
}

export type PlannedValue = Value | Ref;
export type PlannedValues = Readonly<Record<string, PlannedValue>>;

/** A row to be created, or a change of a row that an earlier step created; `from` opens a new dated state. */
export type PlannedRow =
  | { resource: string; key: string; create: PlannedValues }
  | { resource: string; key: string; from?: string; set: PlannedValues };

/** Rows of one change set. They refer to rows of earlier steps only, since ids are known once those are written. */
export interface Step {
  note: string;
  rows: PlannedRow[];
  /** Scorecards that are published instead of rows that are written: their figures are computed. */
  publishes?: { name: string; targetSet: Ref; from: string; to: string };
  /** A claim that is submitted instead of rows that are written: its lines are computed. */
  submits?: { claim: Ref; by: Ref; on: string };
  /** The act by which the rows change, where that is no plain change: a period is closed. */
  verb?: string;
}

/** How sure a fact is. */
export type Certainty = "VERIFIED" | "UNCHECKED" | "DEMO";

/** What every invented row carries. */
export const DEMO = { source: "demo", certainty: "DEMO" } as const;

export const ref = (key: string): Ref => ({ ref: key });

export function isRef(value: PlannedValue): value is Ref {
  return typeof value === "object" && value !== null && "ref" in value;
}

/** The keys a row refers to. */
export function refsOf(row: PlannedRow): string[] {
  return Object.values("create" in row ? row.create : row.set)
    .filter(isRef)
    .map((value) => value.ref);
}

/** What is wrong with a plan, in sentences: a key twice, a reference to a row that does not exist before its step. */
export function faultsOf(steps: readonly Step[]): string[] {
  const faults: string[] = [];
  const known = new Set<string>();
  for (const step of steps) {
    const published = step.publishes?.targetSet.ref;
    if (published !== undefined && !known.has(published))
      faults.push(`${step.note}: publishes ${published}, which does not exist yet`);
    for (const { ref: key } of step.submits ? [step.submits.claim, step.submits.by] : [])
      if (!known.has(key)) faults.push(`${step.note}: submits ${key}, which does not exist yet`);
    const touched = new Set<string>();
    for (const row of step.rows) {
      if (touched.has(row.key)) faults.push(`${step.note}: ${row.key} stands twice in one step`);
      touched.add(row.key);
      if ("create" in row && known.has(row.key)) faults.push(`${step.note}: ${row.key} is created twice`);
      if ("set" in row && !known.has(row.key)) faults.push(`${step.note}: ${row.key} is changed before it exists`);
      for (const key of refsOf(row)) {
        if (!known.has(key)) faults.push(`${step.note}: ${row.key} refers to ${key}, which does not exist yet`);
      }
    }
    for (const key of touched) known.add(key);
  }
  return faults;
}

/** "2020-03-01" as notes write it: 1/3/2020. */
export const spokenDay = (day: string): string => day.split("-").reverse().map(Number).join("/");
