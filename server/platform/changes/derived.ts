import type { Registry, Resource } from "../registry/registry";
import { isSame, type Intent, type Values, type Write } from "./change";
import type { Loading } from "./load";
import type { Work } from "./work";

/**
 * Keeps derived fields true: those of the rows written, and those of rows that refer to one whose fields they are made
 * of. A Decision's date is corrected, and the entries it added and removed follow in the same change set.
 */
export class Derived {
  constructor(
    private readonly loading: Loading,
    private readonly registry: Registry,
  ) {}

  async run(work: Work): Promise<void> {
    // Fields made of the row itself come first: others may be made of them.
    for (const write of work.writes) {
      const { derive } = write.resource;
      if (derive && write.after && Object.keys(derive.from).length === 0)
        Object.assign(write.after, derive.compute(write.after, {}));
    }
    await this.referring(work);
    for (const resource of new Set(work.writes.map((w) => w.resource))) {
      if (resource.derive && Object.keys(resource.derive.from).length > 0) await this.fromReferences(work, resource);
    }
    this.refreshViews(work);
  }

  /** Adds the rows whose derived fields change because a row they refer to does. */
  private async referring(work: Work): Promise<void> {
    for (const resource of this.registry.resources) {
      for (const [name, sources] of Object.entries(resource.derive?.from ?? {})) {
        const field = resource.byName.get(name)!;
        const causes = work.writes.filter(
          (w) =>
            w.resource.single === field.kind.target &&
            w.action === "UPDATE" &&
            sources.some((s) => !isSame(w.before?.[s], w.after?.[s])),
        );
        if (causes.length === 0) continue;
        const ids = await this.loading.referring(
          resource,
          field,
          causes.map((w) => w.id),
        );
        const known = new Set(work.writes.filter((w) => w.resource === resource).map((w) => w.id));
        const rows = await this.loading.rows(
          resource,
          ids.filter((id) => !known.has(id)),
        );
        for (const [id, stored] of rows) {
          const cause = causes.find((c) => String(c.id) === stored.values[name])!;
          work.setVersions(resource, id, stored.version, stored.version + 1);
          work.add({
            index: cause.index,
            resource,
            action: "UPDATE",
            id,
            stateId: null,
            before: stored.values,
            after: { ...stored.values },
          });
          work.views.push({ intent: followed(resource, id, cause), before: stored.values, after: stored.values });
        }
      }
    }
  }

  private async fromReferences(work: Work, resource: Resource): Promise<void> {
    const derive = resource.derive!;
    const writes = work.writes.filter((w) => w.resource === resource && w.after);
    const found = new Map<string, Map<number, Values>>();
    for (const name of Object.keys(derive.from)) {
      const target = this.loading.single(resource.byName.get(name)!.kind.target!);
      const ids = new Set(
        writes
          .map((w) => w.after![name])
          .filter((v) => v != null)
          .map(Number),
      );
      const rows = new Map([...(await this.loading.rows(target, [...ids]))].map(([id, s]) => [id, s.values]));
      // What this very unit of work makes of the rows referred to is what counts.
      for (const w of work.writes) if (w.resource === target && w.after) rows.set(w.id, w.after);
      found.set(name, rows);
    }
    for (const write of writes) {
      const refs = Object.fromEntries(
        Object.keys(derive.from).map((name) => [
          name,
          write.after![name] == null ? null : (found.get(name)!.get(Number(write.after![name])) ?? null),
        ]),
      );
      write.after = { ...write.after, ...derive.compute(write.after!, refs) };
    }
  }

  /** Rules look at views: they see the derived fields too. */
  private refreshViews(work: Work): void {
    const derived = new Map<string, Write>();
    for (const w of work.writes)
      if (w.resource.derive && w.after && w.stateId === null) derived.set(`${w.resource.table}:${w.id}`, w);
    for (const view of work.views) {
      const write = derived.get(`${view.intent.resource.table}:${view.intent.id}`);
      if (write && view.after) view.after = { ...view.after, ...write.after };
    }
  }
}

/** A row that follows another's change: refused and answered under the change that caused it. */
const followed = (resource: Resource, id: number, cause: Write): Intent => ({
  index: cause.index,
  resource,
  action: "UPDATE",
  id,
  version: null,
  from: null,
  asOf: null,
  values: {},
  stateId: null,
});
