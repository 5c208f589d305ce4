import { inList, listParameter, type Row, type Transaction } from "../db/database";
import { quoted } from "../planner/statement";
import type { Label } from "../registry/declare";
import type { Field, Resource } from "../registry/registry";
import { mayLetGo } from "../registry/uniques";
import { fault, isSame, type Values, type Write } from "./change";
import type { Work } from "./work";

/** The values of a row in fields that no two rows share together, as one key; null where one of them is empty. */
export function sharedKey(fields: readonly Field[], values: Values | null): string | null {
  if (!values || fields.some(({ name }) => values[name] == null)) return null;
  return keyOf(fields.map(({ name }) => values[name]));
}

const keyOf = (values: readonly unknown[]): string => JSON.stringify(values.map(String));

/** Values that no two rows share, alone or together, looked up before the engine's own constraint would speak. */
export class Uniques {
  constructor(private readonly tx: Transaction) {}

  async run(work: Work): Promise<void> {
    for (const resource of new Set(work.writes.map((w) => w.resource)))
      for (const fields of resource.uniques) await this.check(work, resource, fields);
  }

  private async check(work: Work, resource: Resource, fields: readonly Field[]): Promise<void> {
    const taking = new Map<string, Write>();
    const writes = work.writes.filter((w) => w.resource === resource && w.stateId === null);
    for (const write of writes) {
      const key = sharedKey(fields, write.after);
      if (key === null || !moves(write, fields)) continue;
      if (taking.has(key)) work.refuse(taken(write, fields));
      else taking.set(key, write);
    }
    if (taking.size === 0) return;
    // A row of the same batch that gives its value up makes room for another, unless it is refused itself: then whoever
    // counted on it is refused in turn, and so on to the end of the chain.
    const refused = new Set(work.faults.map((f) => f.index));
    const letGo = fields.some(mayLetGo) ? writes.filter((w) => w.before && moves(w, fields)) : [];
    const givesUp = new Map(letGo.map((w) => [w.id, w]));
    const waiting = new Map<Write, Write[]>();
    const chain: Write[] = [];
    const refuse = (write: Write): void => {
      work.refuse(taken(write, fields));
      refused.add(write.index);
      for (const next of waiting.get(write) ?? []) chain.push(next);
    };
    for (const [id, ...values] of await this.holders(resource, fields, [...taking.values()])) {
      const write = taking.get(keyOf(values.map((value, i) => fields[i].kind.decode?.(value) ?? value)));
      if (!write || id === write.id) continue;
      const holder = givesUp.get(id as number);
      if (!holder || refused.has(holder.index)) refuse(write);
      else waiting.set(holder, [...(waiting.get(holder) ?? []), write]);
    }
    for (let next = chain.pop(); next; next = chain.pop()) refuse(next);
  }

  /** The stored rows with any of the writes' values in each of the fields: their ids and values. */
  private holders(resource: Resource, fields: readonly Field[], writes: readonly Write[]): Promise<Row[]> {
    const columns = fields.map((f) => quoted(f.column));
    const wanted = fields.map(({ name, kind }) => [
      ...new Set(writes.map(({ after }) => (kind.encode?.(after![name]) ?? after![name]) as string | number)),
    ]);
    return this.tx.all(
      `SELECT \`id\`, ${columns.join(", ")} FROM ${quoted(resource.table)} ` +
        `WHERE ${columns.map((column) => inList(this.tx.engine, column)).join(" AND ")}`,
      wanted.map((values) => listParameter(this.tx.engine, values)),
    );
  }
}

/** Whether a write changes one of the fields. */
const moves = (write: Write, fields: readonly Field[]): boolean =>
  fields.some(({ name }) => !isSame(write.after?.[name], write.before?.[name]));

/** The refusal: of one field with its value, of several with their names, beside the last of them. */
function taken(write: Write, fields: readonly Field[]): ReturnType<typeof fault> {
  const { name } = fields[fields.length - 1];
  if (fields.length === 1) return fault(write, "NOT_UNIQUE", name, "NOT_UNIQUE", { value: String(write.after![name]) });
  const said = (of: (label: Label) => string): string => fields.map((f) => of(f.label).toLowerCase()).join(", ");
  return fault(write, "NOT_UNIQUE", name, "uniqueTogether", { key: { vi: said((l) => l.vi), en: said((l) => l.en) } });
}
