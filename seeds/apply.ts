import type { Change, ChangeAnswer, Changes, Value } from "./changes";
import { isRef, type PlannedRow, type PlannedValues, type Step } from "./plan";

/** The rows written so far, by their key in the plan. */
export type Written = Map<string, { id: string; version: number }>;

const ROWS_PER_CHANGE_SET = 5_000;

/** Writes the steps of a plan, each as one change set, and remembers ids and versions for the steps after it. */
export async function applySteps(
  changes: Changes,
  steps: readonly Step[],
  written: Written = new Map(),
): Promise<Written> {
  for (const step of steps) {
    if (step.submits) await submit(changes, step.note, step.submits, written);
    if (step.publishes) await publish(changes, step.note, step.publishes, written);
    for (let start = 0; start < step.rows.length; start += ROWS_PER_CHANGE_SET) {
      await applyRows(changes, step, step.rows.slice(start, start + ROWS_PER_CHANGE_SET), written);
    }
  }
  return written;
}

async function publish(
  changes: Changes,
  note: string,
  { targetSet, ...days }: NonNullable<Step["publishes"]>,
  written: Written,
): Promise<void> {
  refuseProblems(await changes.publish({ note, targetSet: find(targetSet.ref, written).id, ...days }), note, []);
}

async function submit(
  changes: Changes,
  note: string,
  { claim, by, on }: NonNullable<Step["submits"]>,
  written: Written,
): Promise<void> {
  const asked = { note, claim: find(claim.ref, written).id, submittedBy: find(by.ref, written).id, submittedOn: on };
  refuseProblems(await changes.submit(asked), note, []);
}

async function applyRows(changes: Changes, { note, verb }: Step, rows: PlannedRow[], written: Written): Promise<void> {
  const batch = rows.map((row) => toChange(row, written, verb !== undefined));
  const answer = await changes.apply({ person: null, source: "SEED", note, mode: "ALL_OR_NONE", verb, batch });
  refuseProblems(answer, note, rows);
  for (const { index, id, version } of answer.rows) {
    const row = rows[index];
    if (row !== undefined) written.set(row.key, { id, version });
  }
}

function refuseProblems({ problems }: ChangeAnswer, note: string, rows: readonly PlannedRow[]): void {
  if (problems.length === 0) return;
  const sentences = problems.slice(0, 10).map((problem) => {
    const row = problem.index === null ? undefined : rows[problem.index];
    return `${row?.key ?? ""} ${problem.field ?? ""} ${problem.code}: ${problem.messageEn ?? ""}`;
  });
  throw new Error(`The seeds were refused at "${note}":\n${sentences.join("\n")}`);
}

function toChange(row: PlannedRow, written: Written, asItIs: boolean): Change {
  if ("create" in row) return { resource: row.resource, create: resolve(row.create, written) };
  const { id, version } = find(row.key, written);
  const set = resolve(row.set, written);
  if (asItIs) return { resource: row.resource, update: { id, set } };
  return {
    resource: row.resource,
    update: row.from === undefined ? { id, version, set } : { id, version, from: row.from, set },
  };
}

function resolve(values: PlannedValues, written: Written): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, isRef(value) ? find(value.ref, written).id : value]),
  );
}

function find(key: string, written: Written): { id: string; version: number } {
  const row = written.get(key);
  if (row === undefined) throw new Error(`The plan refers to ${key}, which was not written`);
  return row;
}
