import { inList, listParameter, type Transaction } from "../db/database";
import { quoted } from "../planner/statement";
import type { IntervalRule, Label, RemainderRule } from "../registry/declare";
import type { Resource } from "../registry/registry";
import type { SetRule } from "../registry/set-rule";
import { fault, isSame, type Write } from "./change";
import { closingGuards, refuseClosed } from "./closed";
import type { Loading } from "./load";
import type { Work } from "./work";

/** Guard rows raised by one statement. */
const GUARDS = 500;

/**
 * Rules over more than one row: no two rows of a key on one day, no code held twice on one day, no row above itself.
 * Each is looked at after the rows are written, while a guard row is held that every writer the rule concerns must hold.
 */
export class SetRules {
  constructor(
    private readonly tx: Transaction,
    private readonly loading: Loading,
  ) {}

  /** Takes the guards that the work's rules need, always in the same order. */
  async guard(work: Work): Promise<void> {
    const names = new Set<string>();
    for (const write of work.writes) for (const name of guardsOf(write)) names.add(name);
    const sorted = [...names].sort();
    const again = this.tx.engine === "sqlite" ? "ON CONFLICT (name) DO UPDATE SET" : "ON DUPLICATE KEY UPDATE";
    for (let at = 0; at < sorted.length; at += GUARDS) {
      const part = sorted.slice(at, at + GUARDS);
      const rows = part.map(() => "(?, 1)").join(", ");
      await this.tx.run(`INSERT INTO guard (name, version) VALUES ${rows} ${again} version = version + 1`, part);
    }
  }

  async check(work: Work): Promise<void> {
    for (const resource of new Set(work.writes.map((w) => w.resource))) {
      if (resource.remainder) await this.remainder(work, resource, resource.remainder);
      if (resource.closedBy) await refuseClosed(this.tx, work, resource, resource.closedBy);
      for (const rule of resource.setRules) await this.ofNoun(work, resource, rule);
      const written = work.writes.filter((w) => w.resource === resource && w.action !== "DELETE");
      if (written.length === 0) continue;
      const isTimed = (w: Write) => concerns(w, ["validFrom", "validTo"]);
      for (const rule of resource.intervals) {
        const ids = written.filter((w) => isTimed(w) || concerns(w, rule.key));
        if (ids.length > 0) await this.overlaps(work, resource, resource.table, "`id`", rule, ids);
      }
      if (!resource.states) continue;
      const states = written.filter((w) => w.stateId !== null);
      const moved = states.filter(isTimed);
      if (moved.length > 0)
        await this.overlaps(
          work,
          resource,
          resource.states.table,
          quoted(resource.states.owner),
          { key: [], field: "validFrom" },
          moved,
        );
      for (const name of resource.uniqueByDay) {
        const coded = states.filter((w) => w.after?.[name] != null && (isTimed(w) || concerns(w, [name])));
        if (coded.length > 0) await this.codes(work, resource, name, coded);
      }
      if (resource.tree) {
        const hung = states.filter(
          (w) => w.after?.[resource.tree!.name] != null && (isTimed(w) || concerns(w, [resource.tree!.name])),
        );
        if (hung.length > 0) await this.cycles(work, resource, hung);
      }
    }
  }

  /** What a rule of the noun's own has against writes of its rows. */
  private async ofNoun(work: Work, resource: Resource, rule: SetRule): Promise<void> {
    const writes = work.writes.filter((w) => w.resource === resource);
    for (const { write, code, field, reason, values } of await rule.problems(writes, this.tx))
      work.refuse(fault(write as Write, code, field, reason, values));
  }

  /** Of the rows of a kind, one must be left; of several changes that took one away, the last is refused. */
  private async remainder(work: Work, resource: Resource, rule: RemainderRule): Promise<void> {
    const taken = work.writes.filter((w) => w.resource === resource && endsKind(w, rule));
    if (taken.length === 0) return;
    const left = await this.tx.all(`SELECT 1 FROM ${quoted(resource.table)} WHERE ${rule.sql} LIMIT 1`);
    if (left.length === 0) work.refuse(fault(taken.at(-1)!, "IN_USE", rule.field, rule.reason));
  }

  /** Rows of one key whose spans meet. For states the key is the identity they belong to. */
  private async overlaps(
    work: Work,
    resource: Resource,
    table: string,
    owner: string,
    { key, field, withNulls, except }: IntervalRule,
    written: Write[],
  ): Promise<void> {
    const equal = !withNulls ? "=" : this.tx.engine === "sqlite" ? "IS" : "<=>";
    const columns = key.length > 0 ? key.map((name) => quoted(resource.byName.get(name)!.column)) : [owner];
    const ids = written.map((w) => w.stateId ?? w.id);
    const excepted = except && quoted(resource.byName.get(except.field)!.column);
    const apart = excepted ? ` AND a.${excepted} <> ? AND b.${excepted} <> ?` : "";
    const found = await this.tx.all(
      `SELECT a.\`id\`, b.\`id\` FROM ${quoted(table)} a JOIN ${quoted(table)} b ON ${columns.map((c) => `a.${c} ${equal} b.${c}`).join(" AND ")} ` +
        `AND a.\`id\` <> b.\`id\` AND a.valid_from < b.valid_to AND b.valid_from < a.valid_to WHERE ${inList(this.tx.engine, "a.`id`")}${apart}`,
      [listParameter(this.tx.engine, ids), ...(except ? [except.value, except.value] : [])],
    );
    const label = labelOf(resource, key);
    this.blame(work, written, found, (write, other) =>
      fault(write, "OVERLAP", field, "OVERLAP", { key: label, other }),
    );
  }

  /** Two identities with one code on one day: a refusal names the other as people know it, where they may know it. */
  private async codes(work: Work, resource: Resource, name: string, written: Write[]): Promise<void> {
    const { table, owner } = resource.states!;
    const column = quoted(resource.byName.get(name)!.column);
    const said = (alias: string): string => `${alias}.${quoted(owner)}, ${titleOf(resource, alias)}`;
    const found = await this.tx.all(
      `SELECT a.\`id\`, b.\`id\`, ${said("a")}, ${said("b")} FROM ${quoted(table)} a JOIN ${quoted(table)} b ON a.${column} = b.${column} AND a.${quoted(owner)} <> b.${quoted(owner)} ` +
        `AND a.valid_from < b.valid_to AND b.valid_from < a.valid_to WHERE ${inList(this.tx.engine, "a.`id`")}`,
      [
        listParameter(
          this.tx.engine,
          written.map((w) => w.stateId!),
        ),
      ],
    );
    const nameable = await this.loading.nameable(resource, [
      ...new Set(found.flatMap((row) => [row[2] as number, row[4] as number])),
    ]);
    this.blame(work, written, found, (write, _other, row) => {
      const [id, title] = (write.id === row[4] ? row.slice(2, 4) : row.slice(4)) as [number, unknown];
      const other = title != null && nameable.has(id) ? `“${String(title)}”` : unnamed(id);
      return fault(write, "NOT_UNIQUE", name, "uniqueOnDay", { value: String(write.after![name]), other });
    });
  }

  /** Of two rows of one batch that clash, the later one is refused; against a row that was there, the new one is. */
  private blame(
    work: Work,
    written: Write[],
    found: unknown[][],
    make: (write: Write, other: number, row: unknown[]) => ReturnType<typeof fault>,
  ): void {
    const byId = new Map(written.map((w) => [w.stateId ?? w.id, w]));
    const blamed = new Set<Write>();
    for (const row of found) {
      const a = byId.get(row[0] as number)!;
      const b = byId.get(row[1] as number);
      const write = b && b.index > a.index ? b : a;
      if (blamed.has(write)) continue;
      blamed.add(write);
      work.refuse(make(write, (write === a ? row[1] : row[0]) as number, row));
    }
  }

  /** Follows parents upwards through the days on which all of the way holds; a way back to its start is a cycle. */
  private async cycles(work: Work, resource: Resource, written: Write[]): Promise<void> {
    const { table, owner } = resource.states!;
    const [own, parent] = [quoted(owner), quoted(resource.tree!.column)];
    const found = await this.tx.all(
      `WITH RECURSIVE up(state, start, above, f, t) AS (` +
        `SELECT \`id\`, ${own}, ${parent}, valid_from, valid_to FROM ${quoted(table)} WHERE ${inList(this.tx.engine, "`id`")} AND ${parent} IS NOT NULL ` +
        `UNION SELECT up.state, up.start, s.${parent}, CASE WHEN s.valid_from > up.f THEN s.valid_from ELSE up.f END, CASE WHEN s.valid_to < up.t THEN s.valid_to ELSE up.t END ` +
        `FROM up JOIN ${quoted(table)} s ON s.${own} = up.above AND s.valid_from < up.t AND s.valid_to > up.f ` +
        `WHERE s.${parent} IS NOT NULL AND up.above <> up.start) SELECT DISTINCT state FROM up WHERE above = start`,
      [
        listParameter(
          this.tx.engine,
          written.map((w) => w.stateId!),
        ),
      ],
    );
    const inCycle = new Set(found.map((r) => r[0] as number));
    for (const write of written)
      if (inCycle.has(write.stateId!)) work.refuse(fault(write, "CYCLE", resource.tree!.name));
  }
}

/** What people call the key that two rows share: its fields, or the identity itself. */
const labelOf = (resource: Resource, key: string[]): Label => {
  const labels = key.length > 0 ? key.map((name) => resource.byName.get(name)!.label) : [resource.label];
  const joined = (of: (label: Label) => string) => labels.map((l) => of(l).toLowerCase()).join(", ");
  return { vi: joined((l) => l.vi), en: joined((l) => l.en) };
};

/** The title of the identity that a state is of; one that is itself a reference is no word for it. */
const titleOf = ({ table, title, byName, states }: Resource, alias: string): string => {
  const { column, dated, kind } = byName.get(title)!;
  if (kind.target) return "NULL";
  if (dated) return `${alias}.${quoted(column)}`;
  return `(SELECT i.${quoted(column)} FROM ${quoted(table)} i WHERE i.\`id\` = ${alias}.${quoted(states!.owner)})`;
};

/** A row that the person may not see by name. */
const unnamed = (id: number): Label => ({ vi: `dòng khác (mã nội bộ ${id})`, en: `another row (id ${id})` });

/** Whether a write makes a row of the kind into none. */
const endsKind = (write: Write, rule: RemainderRule): boolean =>
  write.before !== null && rule.is(write.before) && !(write.after !== null && rule.is(write.after));

/** Whether a write touches one of these fields, so that a rule about them has to look again. */
function concerns(write: Write, names: string[]): boolean {
  return names.some((name) => !isSame(write.before?.[name], write.after?.[name]));
}

function guardsOf(write: Write): string[] {
  const { resource } = write;
  const names = closingGuards(write);
  if (resource.remainder && endsKind(write, resource.remainder)) names.push(`${resource.table}.remainder`);
  for (const rule of resource.setRules) names.push(...rule.guards(write));
  const isTimed = concerns(write, ["validFrom", "validTo"]);
  for (const rule of resource.intervals) {
    if (!isTimed && !concerns(write, rule.key)) continue;
    for (const row of [write.before, write.after]) if (row) names.push(`${resource.table}:${String(row[rule.key[0]])}`);
  }
  if (write.stateId !== null) {
    for (const name of resource.uniqueByDay) {
      if ((write.after?.[name] ?? write.before?.[name]) != null && (isTimed || concerns(write, [name])))
        names.push(`${resource.table}.${name}`);
    }
    const tree = resource.tree?.name;
    if (tree && (write.after?.[tree] ?? write.before?.[tree]) != null && (isTimed || concerns(write, [tree])))
      names.push(`${resource.table}.${tree}`);
  }
  return names;
}
