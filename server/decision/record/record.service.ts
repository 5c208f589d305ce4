import { createHash } from "node:crypto";
import type { Answer, Batch, BatchChange, CellChange, Action, Problem, Values } from "../../platform/changes/change";
import type { Services } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { sentences } from "../../platform/errors/sentence";
import { forbidden } from "../../platform/policy/forbidden";
import { mayChange, type Person } from "../../platform/policy/policy";
import { planRecord } from "./record-plan";
import { worldOf } from "./record.sql";
import type { DecisionRecord, LineProblem, Made, PlannedChange, PlannedValue } from "./recorded";

export interface RecordRequest {
  person: Person | null;
  source: Batch["source"];
  note: string | null;
  dryRun: boolean;
  key: string | null;
  /** What a preview said it would do; refused where it would do anything else by now. */
  expect: string | null;
}

/** What a line of the annex does to one row. */
export interface LineEffect {
  line: number | null;
  resource: string;
  id: string;
  action: Action;
  cells: CellChange[];
}

/** Why a line, or the Decision itself, is refused. */
export type LineRefused = Omit<Problem, "index" | "id"> & { line: number | null };

export interface Recorded {
  decision: string | null;
  changeSet: string | null;
  preview: string;
  effects: LineEffect[];
  problems: LineRefused[];
}

/**
 * Records a Decision that was issued: one change set that holds it, the procedures it makes and changes, and the entries
 * it opens and closes. All of it is written or nothing; whoever leaves a line out does so by not sending it.
 */
export async function recordDecision(
  services: Services,
  record: DecisionRecord,
  request: RecordRequest,
): Promise<Recorded> {
  mayRecord(services, request.person);
  const { changes, database, registry } = services;
  const { person, source, dryRun, key } = request;
  const note = request.note ?? `Ghi nhận Quyết định ${record.decision.facts?.number ?? ""}`.trim();
  const batch = { person, source, note, key: dryRun ? null : key, dryRun, asked: record };
  const before = await changes.answered({ ...batch, mode: "ALL_OR_NONE" });
  if (before) return answeredBefore(before, record);

  const plan = planRecord(record, await worldOf(database, record));
  const preview = hashOf(plan.changes);
  if (request.expect !== null && request.expect !== preview) plan.problems.push(STALE);
  if (plan.problems.length > 0 && !dryRun)
    return { decision: null, changeSet: null, preview, effects: [], problems: plan.problems.map(refusedOf) };

  const ids = await idsFor(plan.changes, (count) => changes.newIds(count));
  const answer = await changes.apply({
    ...batch,
    // A preview shows what the good lines do beside what is wrong with the others.
    mode: dryRun ? "GOOD_ROWS" : "ALL_OR_NONE",
    changes: plan.changes.map((change) => toBatch(change, ids, registry)),
  });
  const lines = plan.changes.map(({ line }) => line);
  const made = ids.get("decision");
  return {
    decision: record.decision.id ?? (answer.changeSetId && made ? String(made) : null),
    changeSet: answer.changeSetId,
    preview,
    effects: effectsOf(answer, plan.changes),
    problems: [...plan.problems.map(refusedOf), ...problemsOf(answer, lines)],
  };
}

const STALE: LineProblem = { line: null, refusal: new Refusal("STALE", "expect", {}, "previewStale") };

/** Refused before anything is read of it. */
function mayRecord({ registry }: Services, person: Person | null): void {
  if (!person) throw new Refusal("SIGN_IN", null);
  if (person.readOnly) throw new Refusal("FORBIDDEN", "decision", {}, "readOnlyToken");
  for (const name of ["decision", "procedure", "catalogEntry"]) {
    const resource = registry.single(name);
    if (!mayChange(resource.policy, person)) throw forbidden(resource);
  }
}

function answeredBefore(answer: Answer, record: DecisionRecord): Recorded {
  const made = record.decision.id ?? answer.rows.find(({ index }) => index === 0)?.id ?? null;
  return { decision: made, changeSet: answer.changeSetId, preview: "", effects: [], problems: [] };
}

/** Ids for the rows that the plan creates, by their keys. */
async function idsFor(
  changes: PlannedChange[],
  take: (count: number) => Promise<number[]>,
): Promise<Map<string, number>> {
  const keys = changes.flatMap(({ key }) => key ?? []);
  const ids = await take(keys.length);
  return new Map(keys.map((key, at) => [key, ids[at]]));
}

function toBatch(change: PlannedChange, ids: Map<string, number>, registry: Services["registry"]): BatchChange {
  const values = (planned: Record<string, PlannedValue>): Values =>
    Object.fromEntries(
      Object.entries(planned).map(([name, value]) => [name, isMade(value) ? String(ids.get(value.made)) : value]),
    );
  const resource = registry.find(change.resource)!;
  if (change.create)
    return { resource, input: { create: values(change.create) }, id: change.key ? ids.get(change.key) : undefined };
  const { set, ...update } = change.update!;
  return { resource, input: { update: { ...update, set: values(set) } } };
}

const isMade = (value: PlannedValue): value is Made => typeof value === "object" && value !== null && "made" in value;

const hashOf = (changes: PlannedChange[]): string => createHash("sha256").update(JSON.stringify(changes)).digest("hex");

function effectsOf(answer: Answer, changes: PlannedChange[]): LineEffect[] {
  return answer.rows.map(({ index, id, action, cells }) => ({
    line: changes[index].line,
    resource: changes[index].resource,
    id,
    action,
    cells,
  }));
}

/** Problems by line. Where the Decision itself is refused, what rests on it says nothing of its own. */
function problemsOf(answer: Answer, lines: (number | null)[]): LineRefused[] {
  const all = answer.problems.map(({ index, id: _, ...problem }) => ({
    ...problem,
    line: index === null ? null : lines[index],
  }));
  const own = all.filter(({ line }) => line === null);
  if (own.length > 0) return own;
  // A new procedure that is refused takes its entry with it, which says no more than that.
  return all.filter(
    ({ line, code }) => code !== "NOT_FOUND" || !all.some((p) => p.line === line && p.code !== "NOT_FOUND"),
  );
}

const refusedOf = ({ line, refusal }: LineProblem): LineRefused => ({
  line,
  field: refusal.field,
  code: refusal.code,
  ...sentences(refusal.code, refusal.reason, refusal.values, refusal.field),
});
