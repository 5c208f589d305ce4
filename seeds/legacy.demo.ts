import type { PlannedRow } from "./plan";
import type { ProcedureFact } from "./procedure.facts";

/**
 * Codes of the province before the national database, for the procedures that have no national code: invented, and
 * seen to be so by the letters MH (minh họa) where a real one has digits only ("T-YBI-123456-TT").
 */
export function legacyCodeRows(procedures: ProcedureFact[]): PlannedRow[] {
  return procedures
    .filter(({ code }) => code === null)
    .map(({ key, source }, index) => ({
      resource: "Procedure",
      key,
      set: {
        legacyCodes: [`T-YBI-MH${String(index + 1).padStart(4, "0")}-TT`],
        source: `${source}; legacy code: demo`,
      },
    }));
}
