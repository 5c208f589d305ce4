import { agencyKey } from "./agency.plan";
import { must, orNull, type FactRow, type Facts } from "./facts";
import { ref, type PlannedRow } from "./plan";

/** The English names are no part of the sources. */
const TRANSLATED = "English name: own translation";

/** The tiers from top to bottom. */
const TIERS = ["PROVINCE", "DISTRICT", "COMMUNE"];

/** A procedure of the facts, as far as the demo asks about it. */
export interface ProcedureFact {
  key: string;
  code: string | null;
  name: string;
  source: string;
}

/** A procedure is known by its national code, or by its name while it has none. */
export const procedureKey = (codeOrName: string): string => `procedure/${codeOrName}`;
export const sectorKey = (name: string): string => `sector/${name}`;

export function procedureFacts(facts: Facts): ProcedureFact[] {
  return facts.procedures.map((row) => {
    const code = orNull(row.code);
    const name = must(row, "name_vi");
    return { key: procedureKey(code ?? name), code, name, source: sourceOf(row) };
  });
}

/** The sectors that the procedures name; they have no official code in the facts. */
export function sectorRows(facts: Facts): PlannedRow[] {
  const names = [...new Set(facts.procedures.map((row) => must(row, "sector")))];
  return names.map((nameVi) => ({
    resource: "Sector",
    key: sectorKey(nameVi),
    create: {
      nameVi,
      nameEn: facts.englishNames.get(nameVi) ?? null,
      source: `sectors of the procedures; general knowledge; ${TRANSLATED}`,
      certainty: "UNCHECKED",
    },
  }));
}

/** The procedures. Their national codes are those of the later national database, which each row's source says. */
export function procedureRows(facts: Facts): PlannedRow[] {
  return facts.procedures.map((row) => {
    const code = orNull(row.code);
    const nameVi = must(row, "name_vi");
    const agency = orNull(row.agency_code);
    return {
      resource: "Procedure",
      key: procedureKey(code ?? nameVi),
      create: {
        code,
        nameVi,
        nameEn: facts.englishNames.get(nameVi) ?? null,
        sector: ref(sectorKey(must(row, "sector"))),
        tiers: tiersOf(row),
        agency: agency === null ? null : ref(agencyKey(agency)),
        status: "IN_FORCE",
        source: sourceOf(row),
        certainty: must(row, "source") === "matched on the national portal" ? "VERIFIED" : "UNCHECKED",
      },
    };
  });
}

function tiersOf(row: FactRow): string[] {
  const named = must(row, "tiers").split(" ");
  return TIERS.filter((tier) => named.includes(tier));
}

/** Where a procedure comes from, with what the source says of its code and its competence. */
function sourceOf(row: FactRow): string {
  return [must(row, "source"), row.code_status, row.note]
    .filter((part) => part !== undefined && part !== "")
    .join("; ");
}
