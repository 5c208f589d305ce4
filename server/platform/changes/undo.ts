import { inList, listParameter, type Transaction } from "../db/database";
import { Refusal } from "../errors/refusal";
import { parseId } from "../kinds/all";
import { forbidden } from "../policy/forbidden";
import { mayChangeField, type Person, type VerbPolicy } from "../policy/policy";
import type { Registry, Resource } from "../registry/registry";
import { fault, fieldsOf, isSame, type Action, type Batch, type Values, type Write } from "./change";
import type { Loading, Stored, StoredState } from "./load";
import type { Portion } from "./portion";
import { mayPersonChange } from "./read-intents";
import { stateOn } from "./resolve";
import type { View, Work } from "./work";

/** The unit of work an undo happens in. */
export interface Inside {
  tx: Transaction;
  loading: Loading;
  registry: Registry;
  /** The day whose state people are shown. */
  today: string;
}

export interface UndoRequest {
  changeSetId: string;
  /** Sequence numbers of the rows to undo; all where null. */
  rows: readonly number[] | null;
}

/** A change row as history keeps it. */
interface Past {
  sequence: number;
  resource: Resource;
  id: number;
  stateId: number | null;
  action: Action;
  before: Values | null;
  after: Values | null;
  versionBefore: number | null;
}

const OPPOSITE: Record<Action, Action> = { CREATE: "DELETE", UPDATE: "UPDATE", DELETE: "CREATE" };

/** Rows undone at a time: a set of a hundred thousand is neither held at once nor written in one breath. */
const ROWS_AT_A_TIME = 2000;

/**
 * An undo in portions, from the last row of the set to its first. `report` is told what becomes of each; a set that is
 * one portion tells its rows with their cells, a larger one leaves these out.
 */
export async function* undoPortions(
  inside: Inside,
  batch: Batch,
  request: UndoRequest,
  report: Portion["report"],
): AsyncGenerator<Portion> {
  const portions = await sequencesOf(inside, request);
  const tell: Portion["report"] =
    portions.length === 1
      ? report
      : (rows, faults) =>
          report(
            rows.map((row) => ({ ...row, cells: [] })),
            faults,
          );
  for (const sequences of portions) {
    const past = await readPast(inside, request, sequences);
    mayUndo(past, batch);
    const held = new Set(sequences);
    const holds = (index: number): boolean => held.has(index);
    yield { faults: [], holds, report: tell, fill: (work) => undoRows(inside, work, past) };
  }
}

/**
 * The writes that undo change rows: in reverse, each only where the fields it changed still hold what it made
 * of them. Versions do not decide: an undone later change has raised them.
 */
async function undoRows(inside: Inside, work: Work, past: readonly Past[]): Promise<void> {
  const { loading, today } = inside;
  const stored = new Map<Resource, Map<number, Stored>>();
  for (const resource of new Set(past.map((p) => p.resource))) {
    const ids = past.filter((p) => p.resource === resource).map((p) => p.id);
    stored.set(resource, await loading.rows(resource, [...new Set(ids)]));
  }
  const undone = new Map<string, Write[]>();
  for (const row of past) {
    const now = stored.get(row.resource)!.get(row.id);
    const write = inverse(row, now, work);
    if (!write) continue;
    work.add(write);
    const key = `${row.resource.table}:${row.id}`;
    undone.set(key, [...(undone.get(key) ?? []), write]);
    const isBase = row.stateId === null;
    const before = now?.version ?? null;
    if (isBase && write.action === "DELETE") work.setVersions(row.resource, row.id, before, null);
    // A row that comes back keeps its id, and its version goes on from where it was.
    else if (isBase && write.action === "CREATE")
      work.setVersions(row.resource, row.id, null, (row.versionBefore ?? 0) + 1);
    else if (!work.versions.has(key)) work.setVersions(row.resource, row.id, before, (before ?? 0) + 1);
  }
  settleVersions(work);
  for (const writes of undone.values()) {
    const { resource, id } = writes[0];
    work.views.push(viewOf(resource, id, writes, stored.get(resource)!.get(id), today));
  }
}

/** A state whose identity goes or comes back in the same undo has the identity's versions, not a step of its own. */
function settleVersions(work: Work): void {
  for (const write of work.writes) {
    if (write.stateId !== null) continue;
    const v = work.versionsOf(write.resource, write.id);
    if (write.action === "DELETE") v.after = null;
    if (write.action === "CREATE") v.before = null;
  }
}

/** Which rows of the set are undone, the last first, in portions. */
async function sequencesOf({ tx, registry }: Inside, { changeSetId, rows }: UndoRequest): Promise<number[][]> {
  const id = parseId(changeSetId);
  if (!id.ok) throw new Refusal("BAD_INPUT", "id", {}, id.problem.reason);
  const set = await tx.all("SELECT id FROM change_set WHERE id = ?", [Number(changeSetId)]);
  if (set.length === 0)
    throw new Refusal("NOT_FOUND", "id", { id: changeSetId, field: { vi: "lần cập nhật", en: "change set" } });
  const found = await tx.all(
    "SELECT sequence, resource, row_id FROM change_row WHERE change_set_id = ? ORDER BY sequence DESC",
    [Number(changeSetId)],
  );
  // An identity's own row and its states are undone together: half of them is no identity.
  const identity = (r: unknown[]) => `${String(r[1])}:${String(r[2])}`;
  const chosen = rows === null ? null : new Set(rows);
  const wanted = new Set(found.filter((r) => chosen === null || chosen.has(r[0] as number)).map(identity));
  const portions: number[][] = [];
  let last = "";
  for (const row of found) {
    if (!registry.find(row[1] as string) || !wanted.has(identity(row))) continue;
    const portion = portions.at(-1);
    // They lie side by side, and a portion does not end between them.
    if (portion && (portion.length < ROWS_AT_A_TIME || identity(row) === last)) portion.push(row[0] as number);
    else portions.push([row[0] as number]);
    last = identity(row);
  }
  if (portions.length === 0) throw new Refusal("NOT_FOUND", "rows", {}, "nothingToUndo");
  return portions;
}

async function readPast(
  { tx, registry }: Inside,
  { changeSetId }: UndoRequest,
  sequences: readonly number[],
): Promise<Past[]> {
  const found = await tx.all(
    "SELECT sequence, resource, row_id, state_id, action, `before`, `after`, version_before FROM change_row " +
      `WHERE change_set_id = ? AND ${inList(tx.engine, "sequence")} ORDER BY sequence DESC`,
    [Number(changeSetId), listParameter(tx.engine, sequences)],
  );
  return found.map((r) => ({
    sequence: r[0] as number,
    resource: registry.find(r[1] as string)!,
    id: r[2] as number,
    stateId: r[3] as number | null,
    action: r[4] as Action,
    before: r[5] === null ? null : (JSON.parse(r[5] as string) as Values),
    after: r[6] === null ? null : (JSON.parse(r[6] as string) as Values),
    versionBefore: r[7] as number | null,
  }));
}

/** Whoever may not change a row does not change it by taking back what others did. */
function mayUndo(past: readonly Past[], batch: Batch): void {
  const { person } = batch;
  if (person === null) throw new Refusal("SIGN_IN", null);
  for (const { resource, before, after } of past) {
    mayPersonChange(batch, resource);
    for (const name of Object.keys({ ...before, ...after })) mayWrite(resource, name, person);
  }
}

function mayWrite(resource: Resource, name: string, person: Person): void {
  if (!mayChangeField(resource.policy, name, person)) throw forbidden(resource, name);
}

/** The write that takes one change row back, or null where it cannot be and the work is told why. */
function inverse(row: Past, now: Stored | undefined, work: Work): Write | null {
  const { resource, id, stateId, sequence } = row;
  const blame = { index: sequence, resource, id };
  const current = stateId === null ? now?.values : now?.states.find((s) => s.id === stateId)?.values;
  const write: Write = {
    index: sequence,
    resource,
    action: OPPOSITE[row.action],
    id,
    stateId,
    before: current ?? null,
    after: null,
  };
  if (row.action === "DELETE") {
    if (current) return refuse(work, blame, null, "undoThere");
    const all = Object.fromEntries(fieldsOf({ resource, stateId }).map((f) => [f.name, null]));
    return { ...write, before: null, after: { ...all, ...row.before } };
  }
  if (!current) return refuse(work, blame, null, "undoGone");
  const byVerb = row.action === "UPDATE" ? verbsOf(row) : [];
  if (byVerb.length > 0) {
    const said = (of: "vi" | "en") => byVerb.map(({ label }) => `“${label[of]}”`).join(", ");
    work.refuse(
      fault(blame, "FORBIDDEN", changedByVerb(byVerb[0], row)!, "undoVerb", {
        verbs: { vi: said("vi"), en: said("en") },
      }),
    );
    return null;
  }
  // Images hold every change but that of a secret, which is kept nowhere.
  const isSecret = row.action === "UPDATE" && Object.keys(row.after ?? {}).length === 0;
  if (isSecret) return refuse(work, blame, null, "undoSecret");
  const changed = Object.keys(row.after ?? {}).find(
    (name) => resource.byName.has(name) && !isSame(current[name], row.after![name]),
  );
  if (changed) return refuse(work, blame, changed, "undoChanged");
  if (row.action === "CREATE") {
    const added = fieldsOf({ resource, stateId }).find(
      (f) => f.kind.name !== "secret" && current[f.name] != null && !(f.name in row.after!),
    );
    if (added) return refuse(work, blame, added.name, "undoChanged");
    return write;
  }
  return { ...write, after: { ...current, ...row.before } };
}

/** A field that a change row changed and that no change of a row writes. */
const changedByVerb = ({ sets }: VerbPolicy, { resource, after }: Past): string | undefined =>
  sets.find((name) => name in (after ?? {}) && resource.byName.get(name)?.write === "never");

/** The verbs by which a change row came about: they have rights and words of their own, which undo has not. */
const verbsOf = (row: Past): VerbPolicy[] =>
  Object.values(row.resource.policy.verbs ?? {}).filter((verb) => changedByVerb(verb, row) !== undefined);

function refuse(
  work: Work,
  blame: { index: number; resource: Resource; id: number },
  field: string | null,
  reason: string,
): null {
  const label = field && blame.resource.byName.get(field)?.label;
  work.refuse(
    fault(
      blame,
      reason === "undoChanged" ? "STALE" : "NOT_FOUND",
      field,
      reason,
      label ? { id: blame.id } : { id: blame.id, field: field ?? "" },
    ),
  );
  return null;
}

/** What people see of an undone row before and after: its identity with the state of the day, or the row itself. */
function viewOf(resource: Resource, id: number, writes: Write[], now: Stored | undefined, today: string): View {
  const base = writes.find((w) => w.stateId === null);
  const states = new Map((now?.states ?? []).map((s) => [s.id, s]));
  for (const w of writes) {
    if (w.stateId === null) continue;
    if (w.after) states.set(w.stateId, { id: w.stateId, values: { ...now?.values, ...base?.after, ...w.after } });
    else states.delete(w.stateId);
  }
  const shown = (all: StoredState[]) => stateOn(all, today) ?? all.at(-1);
  const before = now ? { ...now.values, ...shown(now.states)?.values } : null;
  const isGone = base?.action === "DELETE";
  const after = isGone ? null : { ...now?.values, ...shown([...states.values()])?.values, ...base?.after };
  const action = base?.action ?? "UPDATE";
  const intent = {
    index: writes[0].index,
    resource,
    action,
    id,
    version: now?.version ?? null,
    from: null,
    asOf: null,
    values: {},
    stateId: null,
  };
  return { intent, before: action === "CREATE" ? null : before, after };
}
