import type { RowRule } from "../platform/registry/rule";
import { BINDING_STATES, OPEN_STATES, stepBetween } from "./claim.steps.rules";

type Row = Record<string, unknown>;

/** What a claim is from the start, and who pays it. */
export const claimDerived = (row: Row, { program }: Record<string, Row | null>): Row => ({
  state: row.state ?? "DRAFT",
  kind: row.kind ?? (row.adjusts == null ? "ORIGINAL" : "ADJUSTING"),
  payer: program?.payer ?? null,
});

/** A claim ends no earlier than it begins, and within one year, as its budget does. */
export const claimSpanProblems: RowRule = ({ firstDay, lastDay }) => {
  if (firstDay == null || lastDay == null) return [];
  if ((lastDay as string) < (firstDay as string))
    return [{ code: "BAD_INPUT", field: "lastDay", reason: "spanEndsBefore" }];
  return (firstDay as string).slice(0, 4) === (lastDay as string).slice(0, 4)
    ? []
    : [{ code: "BAD_INPUT", field: "lastDay", reason: "spanOverYears" }];
};

/** An adjusting claim names what it corrects, and an original one does not. */
export const adjustsProblems: RowRule = ({ kind, adjusts }) => {
  if (kind === "ADJUSTING" && adjusts == null) return [{ code: "REQUIRED", field: "adjusts", reason: "required" }];
  return kind === "ORIGINAL" && adjusts != null
    ? [{ code: "BAD_INPUT", field: "adjusts", reason: "originalAdjusts" }]
    : [];
};

/** What goes on with a claim of itself, and is no paper of its claimant. */
const OF_STEPS: ReadonlySet<string> = new Set([
  ...["state", "totalVnd", "vatVnd", "pinned", "voucher", "returnReason", "payer"],
  ...["submitted", "checked", "approved", "paid", "returned"].flatMap((name) => [`${name}By`, `${name}On`]),
]);

/** From its submission on a claim's papers stand as they are; what is wrong is returned, or adjusted once approved. */
export const claimStands: RowRule = (row, { before, action }) => {
  if (!before || OPEN_STATES.includes(before.state as string)) return [];
  const isBound = BINDING_STATES.includes(before.state as string);
  const reason = isBound ? "claimApproved" : "claimUnderWay";
  if (action === "DELETE") return [{ code: "CLOSED", field: "state", reason }];
  const field = Object.keys(row).find((name) => !OF_STEPS.has(name) && !isAlike(row[name], before[name]));
  return field === undefined ? [] : [{ code: "CLOSED", field, reason }];
};

const isAlike = (a: unknown, b: unknown): boolean => (a ?? null) === (b ?? null);

/** A claim goes only the ways that the table of its steps has, and what a step writes is written by going it. */
export const claimStepProblems: RowRule = (row, { before }) => {
  // While it is typed in a spreadsheet nobody knows yet what is derived.
  if (!before || row.state == null) return [];
  const isGone =
    before.state === row.state
      ? [...OF_STEPS].every((name) => isAlike(row[name], before[name]) || name === "payer")
      : stepBetween(String(before.state), String(row.state)) !== undefined;
  return isGone ? [] : [{ code: "CLOSED", field: "state", reason: "claimStep" }];
};

/** Four eyes: whoever did an earlier step cannot do one that looks at it. */
export const fourEyesProblems: RowRule = (row, { before }) => {
  const step = before ? stepBetween(String(before.state), String(row.state)) : undefined;
  const person = step && row[step.by];
  if (!step || person == null) return [];
  const earlier = step.notBy.findLast((field) => row[field] === person);
  if (earlier === undefined) return [];
  return [{ code: "FORBIDDEN", field: step.by, reason: `fourEyes.${step.verb}.${earlier}` }];
};

/** What a claim must fulfil, on the server and in the grid. */
export const claimRules: readonly RowRule[] = [
  claimSpanProblems,
  adjustsProblems,
  claimStands,
  claimStepProblems,
  fourEyesProblems,
];

/** Who pays, claims and is paid, for the papers attached to a claim: by them people see their own. */
export const partiesOfClaim = (_row: Row, { claim }: Record<string, Row | null>): Row => ({
  payer: claim?.payer ?? null,
  claimant: claim?.claimant ?? null,
  payee: claim?.payee ?? null,
});
