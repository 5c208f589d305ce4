import type { RowRule } from "../platform/registry/rule";
import { contractorProblems } from "./program.rules";

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
    const isNext =
      !before || row.state == null || row.state === before.state || NEXT.DRAFT.includes(row.state as string);
    return isNext ? [] : [{ code: "CLOSED", field: "state", reason: "estimateNotAsked" }];
  }
  if (action === "UPDATE" && NEXT[before.state as string]?.includes(row.state as string)) return [];
  return [{ code: "CLOSED", field: "state", reason: "estimateAsked" }];
};

/** The states of an answered estimate. */
export const ANSWERED: readonly string[] = NEXT.ASKED;

/** An answer has a document with its date, and grants what its state says: all, some or nothing of what was asked. */
export const answerProblems: RowRule = ({ state, answerDocument, answeredOn, grantedVnd, totalVnd }) => {
  if (!ANSWERED.includes(state as string)) return [];
  if (typeof answerDocument !== "string" || answerDocument.trim() === "")
    return [{ code: "REQUIRED", field: "answerDocument", reason: "required" }];
  if (answeredOn == null) return [{ code: "REQUIRED", field: "answeredOn", reason: "required" }];
  if (grantedVnd == null) return [{ code: "REQUIRED", field: "grantedVnd", reason: "required" }];
  const [granted, asked] = [BigInt(grantedVnd as string), BigInt((totalVnd as string | null) ?? "0")];
  if (state === "GRANTED" && granted !== asked)
    return [{ code: "BAD_INPUT", field: "grantedVnd", reason: "estimateGrantedWhole" }];
  if (state === "GRANTED_IN_PART" && (granted <= 0n || granted >= asked))
    return [{ code: "BAD_INPUT", field: "grantedVnd", reason: "estimateGrantedPart" }];
  if (state === "REFUSED" && granted !== 0n)
    return [{ code: "BAD_INPUT", field: "grantedVnd", reason: "estimateGrantedNothing" }];
  return [];
};

/** What an estimate must fulfil, on the server and in the grid. */
export const estimateRules: readonly RowRule[] = [baseProblems, contractorProblems, estimateStands, answerProblems];
