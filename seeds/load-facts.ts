import { agencyFacts, committees } from "./agency.facts";
import { agencySteps } from "./agency.plan";
import { applySteps, type Written } from "./apply";
import type { Changes } from "./changes";
import { decisionRows } from "./decision.facts";
import { readFacts, type Facts } from "./facts";
import type { Step } from "./plan";
import { procedureRows, sectorRows } from "./procedure.facts";
import { unitFacts, unitSteps } from "./unit.facts";

/** What is known of Yên Bái, as change sets in the order in which they must be written. */
export function planFacts(facts: Facts): Step[] {
  const units = unitFacts(facts);
  return [
    { note: "Quyết định, thông tư, nghị định", rows: decisionRows(facts) },
    { note: "Lĩnh vực", rows: sectorRows(facts) },
    ...unitSteps(units),
    ...agencySteps([...agencyFacts(facts, units), ...committees(units)], "Cơ quan"),
    { note: "Thủ tục hành chính", rows: procedureRows(facts) },
  ];
}

/** Writes the facts through the change path and answers the ids of their rows. */
export async function loadFacts(changes: Changes): Promise<Written> {
  return applySteps(changes, planFacts(readFacts()));
}
