import { inList, listParameter, type Transaction } from "../db/database";
import { quoted } from "../planner/statement";
import type { Field, Registry, Resource } from "../registry/registry";
import { rowProblems } from "../registry/row-problems";
import { fault, fieldsOf, isSame, type Batch, type Write } from "./change";
import { Uniques } from "./uniques";
import type { Loading } from "./load";
import type { Work } from "./work";

/** Checks made before anything is written: required values, rules of one row, references, uniqueness, referrers. */
export class Checks {
  constructor(
    private readonly tx: Transaction,
    private readonly loading: Loading,
    private readonly registry: Registry,
    private readonly batch: Pick<Batch, "note" | "verb">,
  ) {}

  async run(work: Work): Promise<void> {
    this.rows(work);
    await this.references(work);
    await new Uniques(this.tx).run(work);
    await this.referrers(work);
  }

  /** What is wrong with a row by itself, as people see it: the grid finds the same while it is typed. */
  private rows(work: Work): void {
    for (const { intent, before, after } of work.views) {
      const context = { before, action: intent.action, note: this.batch.note };
      for (const p of rowProblems(intent.resource, after, context))
        work.refuse(fault(intent, p.code, p.field, p.reason, p.values));
    }
  }

  /** Every reference that is new names a row that exists and, unless it was computed, that the person may see. */
  private async references(work: Work): Promise<void> {
    const isComputed = ({ policy }: Resource): boolean =>
      this.batch.verb !== undefined && policy.verbs?.[this.batch.verb]?.isComputed === true;
    await this.referencesOf(
      work,
      work.writes.filter(({ resource }) => !isComputed(resource)),
      true,
    );
    await this.referencesOf(
      work,
      work.writes.filter(({ resource }) => isComputed(resource)),
      false,
    );
  }

  private async referencesOf(work: Work, writes: readonly Write[], inScope: boolean): Promise<void> {
    const asked = new Map<string, { ids: Set<number>; by: { write: Write; field: Field; id: number }[] }>();
    for (const write of writes) {
      if (!write.after) continue;
      for (const field of fieldsOf(write)) {
        const value = write.after[field.name];
        if (!field.kind.target || value == null || isSame(value, write.before?.[field.name])) continue;
        // A tree has a rule of its own for whoever stands above itself.
        if (field.kind.target === write.resource.single && Number(value) === write.id && field !== write.resource.tree)
          work.refuse(fault(write, "BAD_INPUT", field.name, "refersToItself"));
        const entry = asked.get(field.kind.target) ?? { ids: new Set(), by: [] };
        entry.ids.add(Number(value));
        entry.by.push({ write, field, id: Number(value) });
        asked.set(field.kind.target, entry);
      }
    }
    for (const [target, { ids, by }] of asked) {
      const resource = this.registry.single(target);
      const made = new Set(
        work.writes.filter((w) => w.resource === resource && w.action === "CREATE").map((w) => w.id),
      );
      const there = await this.loading.existing(
        resource,
        [...ids].filter((id) => !made.has(id)),
        inScope,
      );
      for (const { write, field, id } of by) {
        if (!there.has(id) && !made.has(id))
          work.refuse(fault(write, "NOT_FOUND", field.name, "noSuchReference", { id }));
      }
    }
  }

  /** What is deleted is referred to by nothing that stays. */
  private async referrers(work: Work): Promise<void> {
    const deleted = new Map<Resource, Write[]>();
    for (const write of work.writes) {
      if (write.action !== "DELETE" || write.stateId !== null) continue;
      deleted.set(write.resource, [...(deleted.get(write.resource) ?? []), write]);
    }
    for (const [resource, writes] of deleted) {
      const names = new Map<number, Set<Resource>>();
      for (const referrer of this.registry.resources) {
        for (const field of referrer.fields.filter(
          (f) => f.kind.target === resource.single && !isOwnState(referrer, resource, f.name),
        )) {
          await this.referring(
            work,
            referrer,
            field,
            writes.map((w) => w.id),
            names,
          );
        }
      }
      for (const write of writes) {
        const by = names.get(write.id);
        const named = (of: "vi" | "en") => [...by!].map((r) => r.label[of].toLowerCase()).join(", ");
        if (by)
          work.refuse(fault(write, "IN_USE", "id", "IN_USE", { referrers: { vi: named("vi"), en: named("en") } }));
      }
    }
  }

  private async referring(
    work: Work,
    referrer: Resource,
    field: Field,
    ids: number[],
    names: Map<number, Set<Resource>>,
  ): Promise<void> {
    const isState = referrer.states !== null && field.dated;
    // Rows that go in the same batch hold nothing back, and neither do those that let go of what they referred to.
    const letGo = work.writes.filter(
      (w) =>
        w.resource === referrer &&
        (w.stateId !== null) === isState &&
        !isSame(w.before?.[field.name], w.action === "DELETE" ? null : w.after?.[field.name]),
    );
    const column = quoted(field.column);
    const table = isState ? referrer.states!.table : referrer.table;
    const found = await this.tx.all(
      `SELECT DISTINCT ${column} FROM ${quoted(table)} WHERE ${inList(this.tx.engine, column)} AND NOT (${inList(this.tx.engine, "`id`")})`,
      [
        listParameter(this.tx.engine, ids),
        listParameter(
          this.tx.engine,
          letGo.map((w) => w.stateId ?? w.id),
        ),
      ],
    );
    for (const [id] of found) names.set(id as number, (names.get(id as number) ?? new Set()).add(referrer));
  }
}

/** An identity's own states go with it, and are listed once: under the identity, not under the list made of them. */
const isOwnState = (referrer: Resource, resource: Resource, field: string) =>
  referrer.isState || (resource.states?.resource === referrer && field === resource.single);
