import type { RowRule } from "../platform/registry/rule";
import { handOverTime } from "./computation/hand-over-time.rules";
import { endsOfRoute } from "./transfer.rules";

type Row = Record<string, unknown>;

/** What a hand-over says of itself: whose it is, whether both sides signed it, and whether it was in time. */
export const handOverDerived = (row: Row, refs: Record<string, Row | null>): Row => {
  const [receivedOn, receivedAt, handedOn] = ["receivedOn", "receivedAt", "handedOn"].map(
    (name) => (row[name] as string | null | undefined) ?? null,
  );
  const { dueOn, timeliness } = handOverTime({
    receivedOn,
    receivedAt: receivedAt?.padStart(5, "0") ?? null,
    handedOn,
  });
  return {
    ...endsOfRoute(row, refs),
    isSigned: isFilled(row.senderSignature) && isFilled(row.receiverSignature),
    dueOn,
    timeliness,
  };
};

const isFilled = (text: unknown): boolean => typeof text === "string" && text.trim() !== "";

/** Nothing is handed over before it was received. */
export const handOverOrderProblems: RowRule = ({ receivedOn, handedOn }) =>
  receivedOn != null && handedOn != null && (handedOn as string) < (receivedOn as string)
    ? [{ code: "BAD_INPUT", field: "receivedOn", reason: "receivedAfterHandOver" }]
    : [];

/** An hour is of a day. */
export const receptionHourProblems: RowRule = ({ receivedOn, receivedAt }) =>
  receivedAt != null && receivedOn == null ? [{ code: "REQUIRED", field: "receivedOn", reason: "hourWithoutDay" }] : [];

/** What a hand-over must fulfil, on the server and in the grid. */
export const handOverRules: readonly RowRule[] = [handOverOrderProblems, receptionHourProblems];
