import type { RowRule } from "../platform/registry/rule";

type Row = Record<string, unknown>;

/** An estimate where nobody said otherwise: a draft of the counter's dossiers, as many as before, paid whole. */
export const estimateTerms = (row: Row): Row => ({
  state: row.state ?? "DRAFT",
  channels: (row.channels as string[] | null)?.length ? row.channels : ["COUNTER"],
  sharePercent: row.sharePercent ?? "100",
  growthPercent: row.growthPercent ?? "0",
});

/** The counts it rests on end no earlier than they begin. */
export const baseProblems: RowRule = (row) =>
  row.baseFrom != null && row.baseTo != null && (row.baseTo as string) < (row.baseFrom as string)
    ? [{ code: "BAD_INPUT", field: "baseTo", reason: "spanEndsBefore" }]
    : [];

/** What may follow a state: asked once, answered once. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  DRAFT: ["ASKED"],
  ASKED: ["GRANTED", "GRANTED_IN_PART", "REFUSED"],
};

/** An estimate is written while it is a draft; then only its state goes on. */
export const estimateStands: RowRule = (row, { before, action }) => {
  if (!before || before.state === "DRAFT") {
    const isNext = !before || row.state === before.state || NEXT.DRAFT.includes(row.state as string);
    return isNext ? [] : [{ code: "CLOSED", field: "state", reason: "estimateNotAsked" }];
  }
  if (action === "UPDATE" && NEXT[before.state as string]?.includes(row.state as string)) return [];
  return [{ code: "CLOSED", field: "state", reason: "estimateAsked" }];
};

/** What an estimate must fulfil, on the server and in the grid. */
export const estimateRules: readonly RowRule[] = [baseProblems, estimateStands];
