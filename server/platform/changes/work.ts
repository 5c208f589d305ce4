import type { Resource } from "../registry/registry";
import {
  isSame,
  type Action,
  type CellChange,
  type Fault,
  type Intent,
  type Values,
  type Versions,
  type Write,
} from "./change";

/** A row as people see it, an identity flat with one state, before and after a change. */
export interface View {
  intent: Intent;
  before: Values | null;
  after: Values | null;
}

/** What a unit of work is about to write, and what it found wrong on the way. */
export class Work {
  readonly writes: Write[] = [];
  readonly views: View[] = [];
  readonly faults: Fault[] = [];
  /** Versions by table and id; a row has one entry whatever number of its states is written. */
  readonly versions = new Map<string, Versions & { resource: Resource; id: number }>();

  add(write: Write): void {
    this.writes.push(write);
  }

  setVersions(resource: Resource, id: number, before: number | null, after: number | null): void {
    this.versions.set(`${resource.table}:${id}`, { resource, id, before, after });
  }

  versionsOf(resource: Resource, id: number): Versions {
    return this.versions.get(`${resource.table}:${id}`)!;
  }

  refuse(fault: Fault): void {
    this.faults.push(fault);
  }

  /** Takes everything of refused changes out again, an identity's states with it: half of one is none. */
  withoutFaulty(): void {
    const faulty = new Set(this.faults.map((f) => f.index));
    if (faulty.size === 0) return;
    const isFaulty = (index: number): boolean => faulty.has(index);
    const at = ({ resource, id }: { resource: Resource; id: number }): string => `${resource.table}:${id}`;
    const dropped = new Set(this.writes.filter((w) => isFaulty(w.index)).map(at));
    this.keep(this.writes, (w) => !isFaulty(w.index) && !dropped.has(at(w)));
    for (const row of dropped) this.versions.delete(row);
    this.keep(this.views, ({ intent }) => !isFaulty(intent.index) && !dropped.has(at(intent)));
  }

  private keep<T>(list: T[], isKept: (item: T) => boolean): void {
    list.splice(0, list.length, ...list.filter(isKept));
  }
}

/** The fields of a row that changed; a secret is never among them. */
export function cellsOf(resource: Resource, action: Action, before: Values | null, after: Values | null): CellChange[] {
  const cells: CellChange[] = [];
  for (const field of resource.fields) {
    if (field.kind.name === "secret") continue;
    const was = before?.[field.name] ?? null;
    const is = action === "DELETE" ? null : (after?.[field.name] ?? null);
    if (!isSame(was, is)) cells.push({ field: field.name, before: was, after: is });
  }
  return cells;
}
