import { handOverDerived } from "../../../server/subsidy/hand-over.rules";
import type { GridColumn } from "../../generic/grid-columns";

type Values = Readonly<Record<string, unknown>>;

/** What the server will derive from a record as it stands in the grid; its route's ends are no matter of these. */
const derivedOf =
  (field: string) =>
  (values: Values): unknown =>
    handOverDerived({ ...values }, {})[field] ?? null;

/** The columns of the grid in which hand-overs are entered; what follows from them is told while one types. */
export const HAND_OVER_COLUMNS: readonly GridColumn[] = [
  { field: "number", width: 200, frozen: true, strong: true, marksDemo: true },
  { field: "route", width: 145, frozen: true },
  { field: "handedOn", width: 105 },
  { field: "dossiers", width: 70 },
  { field: "carrier", width: 130 },
  { field: "receivedOn", width: 110 },
  { field: "receivedAt", width: 100 },
  { field: "senderSignature", width: 130 },
  { field: "receiverSignature", width: 130 },
  { field: "isSigned", width: 85, derived: derivedOf("isSigned") },
  { field: "timeliness", width: 130, derived: derivedOf("timeliness") },
  { field: "note", width: 220 },
  { field: "dueOn", width: 105, derived: derivedOf("dueOn"), isExtra: true },
];
