import type { Transaction } from "../db/database";
import type { FileFill, ReferredRow } from "../registry/declare";
import type { Registry, Resource } from "../registry/registry";
import type { Cell } from "./cells";
import { isBlank } from "./found";
import { valuesEver } from "./rows-on-day";

/** A row of a file of which a reference may be left to what its other references say. */
interface Filled {
  cells: Map<string, Cell>;
  /** Fields whose value the line itself does not say. */
  unsaid: Set<string>;
}

type States = Map<number, { from: string; values: Record<string, unknown> }[]>;

/** Fills the reference that a known file leaves out from the references that it has: a statement for each of them. */
export async function fillIn(
  rows: readonly Filled[],
  fill: FileFill,
  given: string | null,
  tx: Transaction,
  registry: Registry,
  resource: Resource,
): Promise<void> {
  const open = rows.filter(({ cells }) => {
    const cell = cells.get(fill.field);
    return !cell || isBlank(cell);
  });
  const read = async (via: string, fields: string[]): Promise<States> => {
    const ids = open.flatMap(({ cells }) => idOf(cells, via) ?? []);
    return valuesEver(tx, registry.single(resource.byName.get(via)!.kind.target!), [...new Set(ids)], fields);
  };
  const days = await read(fill.on.via, [fill.on.field]);
  const behind = new Map<string, States>();
  for (const [via, fields] of Object.entries(fill.from)) behind.set(via, await read(via, fields));
  for (const { cells, unsaid } of open) {
    const on = idOf(cells, fill.on.via);
    const day = on === null ? null : (days.get(on)?.[0]?.values[fill.on.field] as string | null | undefined);
    const refs = Object.fromEntries(
      [...behind].map(([via, states]): [string, ReferredRow | null] => {
        const id = idOf(cells, via);
        const state = id === null ? undefined : stateOn(states.get(id) ?? [], day ?? null);
        return [via, state ? { ...state, id: String(id) } : null];
      }),
    );
    const chosen = fill.choose(refs, given);
    if (chosen !== null) {
      cells.set(fill.field, { state: "VALUE", value: chosen });
      unsaid.add(fill.field);
    }
  }
}

function idOf(cells: ReadonlyMap<string, Cell>, name: string): number | null {
  const cell = cells.get(name);
  return cell?.state === "VALUE" && cell.value != null ? Number(cell.value) : null;
}

/** What a row was on a day; before its first day what it was first. */
function stateOn(states: { from: string; values: Record<string, unknown> }[], day: string | null) {
  const before = day === null ? states : states.filter(({ from }) => from <= day);
  return (before.at(-1) ?? states[0])?.values;
}
