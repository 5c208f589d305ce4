import { agencyKey } from "./agency.plan";
import { DEMO, isRef, ref, type PlannedRow, type PlannedValues, type Step } from "./plan";

/** The month whose forms the demo has: the last one that is closed. */
const PERIOD = "period/2019-05";

/**
 * Who handed in form II.06a, and how many dossiers filed online it has fewer than the counts: whoever filled in that of the
 * Department of Planning and Investment took four that were printed at the counter for dossiers handed in there.
 */
const FORMS: readonly { agency: string; misread: number }[] = [
  { agency: "STP", misread: 0 },
  { agency: "SKHDT", misread: 4 },
  { agency: "SGTVT", misread: 0 },
];

/** Lines of the national form that some departments handed in, added up from the counts that the demo invents. */
export function nationalFormRows(counts: readonly Step[]): PlannedRow[] {
  const rows = counts.flatMap((step) => step.rows).flatMap((row) => ("create" in row ? [row.create] : []));
  return FORMS.map(({ agency, misread }) => {
    const own = rows.filter((row) => pointsTo(row, "period", PERIOD) && pointsTo(row, "agency", agencyKey(agency)));
    return {
      resource: "NationalForm",
      key: `nationalForm/${PERIOD}/${agency}`,
      create: { period: ref(PERIOD), agency: ref(agencyKey(agency)), ...columns(own, misread), ...DEMO },
    };
  });
}

function pointsTo(row: PlannedValues, field: string, key: string): boolean {
  const value = row[field];
  return isRef(value) && value.ref === key;
}

function columns(counts: readonly PlannedValues[], misread: number): PlannedValues {
  const sum = (...names: string[]) =>
    counts.reduce((all, row) => names.reduce((part, name) => part + Number(row[name]), all), 0);
  return {
    receivedTotal: sum("receivedOnline", "receivedCounter", "receivedPost", "carriedOver"),
    receivedOnline: sum("receivedOnline") - misread,
    receivedCounterPost: sum("receivedCounter", "receivedPost") + misread,
    carriedOver: sum("carriedOver"),
    settledTotal: sum("settledEarly", "settledOnTime", "settledLate"),
    settledEarly: sum("settledEarly"),
    settledOnTime: sum("settledOnTime"),
    settledLate: sum("settledLate"),
    pendingTotal: sum("pendingInTime", "pendingOverdue"),
    pendingInTime: sum("pendingInTime"),
    pendingOverdue: sum("pendingOverdue"),
  };
}
