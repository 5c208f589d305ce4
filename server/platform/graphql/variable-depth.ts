import { Refusal } from "../errors/refusal";
import type { Variables } from "../planner/normalise";

/** Filters nest with `and`, `or` and `not`, each a level or two of JSON; nothing the API takes is deeper than this. */
const DEPTH = 60;

/**
 * Refuses variables that are nested deeper than anything the API takes, without recursion: whoever reads them later
 * does it by calling itself.
 */
export function refuseDeepVariables(variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) {
    let level: unknown[] = [value];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > DEPTH) throw new Refusal("LIMIT", name, { value: depth, max: DEPTH }, "limitDepth");
      level = level.flatMap((v) => (typeof v === "object" && v !== null ? Object.values(v) : []));
    }
  }
}
