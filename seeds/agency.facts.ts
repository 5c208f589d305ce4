import { agencyKey, titlesAmong, type AgencyPlan, type AgencyState } from "./agency.plan";
import { must, orNull, type Facts } from "./facts";
import { firstState, unitKey, type UnitFact } from "./unit.facts";

/** The provincial and central agencies and the Post, as the facts name them. */
export function agencyFacts(facts: Facts, units: UnitFact[]): AgencyPlan[] {
  const rows = new Map(facts.agencies.map((row) => [must(row, "code"), row]));
  const successors = new Map(facts.agencies.map((row) => [row.predecessor_code ?? "", must(row, "code")]));
  const newProvince = committeeOrNone(units.find(({ key }) => key === unitKey("15"))?.successor ?? null);
  const unitEnd = new Map(units.map((unit) => [unit.key, unit.validTo]));
  return facts.agencies.map((row) => {
    const code = must(row, "code");
    const unit = unitKey(must(row, "unit_code"));
    const parent = orNull(row.parent_code);
    // What the source leaves open is bounded by what the agency hangs on: the Procedure Control unit is known
    // within the office of 1/1/2019 only, and no agency of the province outlives the province.
    const validFrom = orNull(row.valid_from) ?? orNull(rows.get(parent ?? "")?.valid_from);
    const statedEnd = orNull(row.valid_to);
    const validTo = statedEnd ?? unitEnd.get(unit) ?? null;
    const named = successors.get(code);
    const successor = named !== undefined ? agencyKey(named) : code === PROVINCE_COMMITTEE ? newProvince : null;
    const source = must(row, "source");
    return {
      key: agencyKey(code),
      code,
      kind: must(row, "kind"),
      unit,
      states: [{ from: validFrom, name: must(row, "name_vi"), parent: parent === null ? null : agencyKey(parent) }],
      validFrom,
      validTo,
      successor,
      source: statedEnd === validTo ? source : `${source}; ends with the province (19/2025/QĐ-TTg)`,
      certainty: source.startsWith("directive") ? "VERIFIED" : "UNCHECKED",
    };
  });
}

/** The People's Committee of tỉnh Yên Bái in the facts. */
export const PROVINCE_COMMITTEE = "UBT";

/** The code by which the seeds know the committee of a unit; official identifiers (H63.xx) were not found. */
export const committeeCode = (unitCode: string): string => `UB-${unitCode}`;

const COMMITTEE_KINDS: Readonly<Record<string, string>> = {
  PROVINCE: "PROVINCE_COMMITTEE",
  DISTRICT: "DISTRICT_COMMITTEE",
  COMMUNE: "COMMUNE_COMMITTEE",
};

/**
 * The People's Committees that the register of units implies: every unit has one, which is called after it, follows
 * its changes and ends with it. Under the new province they stand under its committee.
 */
export function committees(units: UnitFact[]): AgencyPlan[] {
  const title = titlesAmong(units);
  return units
    .filter((unit) => unit.key !== unitKey("15"))
    .map((unit) => {
      const states = unit.states.map((state): AgencyState => {
        return {
          from: state.from,
          name: `Ủy ban nhân dân ${title(unit, state)}`,
          parent: committeeOrNone(state.parent),
        };
      });
      return {
        key: committeeKey(unit.key),
        code: committeeCode(unit.code),
        kind: COMMITTEE_KINDS[firstState(unit).tier] ?? "COMMUNE_COMMITTEE",
        unit: unit.key,
        states: distinct(states),
        validFrom: firstState(unit).from,
        validTo: unit.validTo,
        successor: committeeOrNone(unit.successor),
        source: "derived from the register of units",
        certainty: "UNCHECKED",
      };
    });
}

/** The key of the committee of a unit, known by the unit's key. */
export function committeeKey(unit: string): string {
  return agencyKey(unit === unitKey("15") ? PROVINCE_COMMITTEE : unit.replace("unit/", "UB-"));
}

const committeeOrNone = (unit: string | null) => (unit === null ? null : committeeKey(unit));

/** States without those that change nothing in the name or the parent (a xã that became a thị trấn changes both names). */
export function distinct(states: AgencyState[]): [AgencyState, ...AgencyState[]] {
  const [first, ...rest] = states;
  if (first === undefined) throw new Error("An agency without a state");
  const kept: [AgencyState, ...AgencyState[]] = [first];
  for (const state of rest) {
    const before = kept[kept.length - 1];
    if (before?.name !== state.name || before.parent !== state.parent) kept.push(state);
  }
  return kept;
}
