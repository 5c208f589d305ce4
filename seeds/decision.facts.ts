import { must, orNull, type Facts } from "./facts";
import type { PlannedRow } from "./plan";

const KINDS: Readonly<Record<string, string>> = {
  "quyết định": "DECISION",
  "thông tư": "CIRCULAR",
  "nghị định": "DECREE",
};

export const decisionKey = (number: string): string => `decision/${number}`;

/** The Decisions, Circulars and Decrees that the facts name. A date the source does not give stays empty. */
export function decisionRows(facts: Facts): PlannedRow[] {
  return facts.decisions.map((row) => {
    const number = must(row, "number");
    const kind = KINDS[must(row, "kind")];
    const source = must(row, "source");
    if (kind === undefined) throw new Error(`Unknown kind of Decision: ${row.kind}`);
    return {
      resource: "Decision",
      key: decisionKey(number),
      create: {
        number,
        kind,
        issuer: must(row, "issuer"),
        issuedOn: orNull(row.signed_on),
        effectiveOn: orNull(row.in_force_from),
        title: must(row, "title"),
        source,
        // "date verified": the wording of the title was not.
        certainty: source === "date verified" ? "UNCHECKED" : "VERIFIED",
      },
    };
  });
}
