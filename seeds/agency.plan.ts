import { ref, spokenDay, type Certainty, type PlannedRow, type PlannedValues, type Step } from "./plan";
import { changed, firstState, lastState, titleOf, type UnitFact, type UnitState } from "./unit.facts";

/** What an agency is called and where it belongs from a day on. */
export interface AgencyState {
  from: string | null;
  name: string;
  parent: string | null;
}

/** One agency through time, of the facts or of the demo. */
export interface AgencyPlan {
  key: string;
  code: string;
  kind: string;
  unit: string;
  states: [AgencyState, ...AgencyState[]];
  validFrom: string | null;
  validTo: string | null;
  successor: string | null;
  source: string;
  certainty: Certainty;
}

export const agencyKey = (code: string): string => `agency/${code}`;

/** The title of a unit in names of agencies, with its district where two communes of one day share it. */
export type TitleIn = (unit: UnitFact, state: UnitState) => string;

export function titlesAmong(units: UnitFact[]): TitleIn {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const sharing = new Map<string, Set<string>>();
  for (const unit of units) {
    for (const state of unit.states) {
      const holders = sharing.get(titleOf(state)) ?? new Set<string>();
      sharing.set(titleOf(state), holders.add(unit.key));
    }
  }
  return (unit, state) => {
    const title = titleOf(state);
    const others = [...(sharing.get(title) ?? [])].filter((key) => key !== unit.key).map((key) => byKey.get(key));
    const shared = others.some((other) => other !== undefined && overlap(unit, other));
    const parent = state.parent === null ? undefined : byKey.get(state.parent);
    return shared && parent !== undefined ? `${title} (${titleOf(lastState(parent))})` : title;
  };
}

function overlap(one: UnitFact, other: UnitFact): boolean {
  const starts = (unit: UnitFact) => firstState(unit).from ?? "";
  const ends = (unit: UnitFact) => unit.validTo ?? "9999";
  return starts(one) < ends(other) && starts(other) < ends(one);
}

/** The agencies as change sets: parents and successors before those that name them, then what changed by day. */
export function agencySteps(agencies: AgencyPlan[], note: string): Step[] {
  const byKey = new Map(agencies.map((agency) => [agency.key, agency]));
  const levels = new Map<string, number>();
  const levelOf = (key: string): number => {
    const agency = byKey.get(key);
    if (agency === undefined) return -1;
    const known = levels.get(key);
    if (known !== undefined) return known;
    const before = [agency.states[0].parent, agency.successor].filter((other) => other !== null);
    const level = Math.max(-1, ...before.map(levelOf)) + 1;
    levels.set(key, level);
    return level;
  };
  const steps: Step[] = [];
  for (const agency of agencies) {
    const step = (steps[levelOf(agency.key)] ??= { note, rows: [] });
    step.rows.push(createAgency(agency));
  }
  const days = [...new Set(agencies.flatMap(({ states }) => states.slice(1).map(({ from }) => from ?? "")))].sort();
  for (const day of days) {
    steps.push({
      note: `${note}: thay đổi từ ngày ${spokenDay(day)}`,
      rows: agencies.flatMap((agency) => changeOn(agency, day)),
    });
  }
  return steps;
}

function createAgency(agency: AgencyPlan): PlannedRow {
  const { key, code, kind, validFrom, validTo, source, certainty } = agency;
  const create: PlannedValues = {
    kind,
    code,
    ...valuesOf(agency.states[0]),
    unit: ref(agency.unit),
    successor: agency.successor === null ? null : ref(agency.successor),
    validFrom,
    validTo,
    source,
    certainty,
  };
  return { resource: "Agency", key, create };
}

function changeOn(agency: AgencyPlan, day: string): PlannedRow[] {
  const index = agency.states.findIndex(({ from }, position) => position > 0 && from === day);
  const [before, after] = [agency.states[index - 1], agency.states[index]];
  if (before === undefined || after === undefined) return [];
  return [{ resource: "Agency", key: agency.key, from: day, set: changed(valuesOf(before), valuesOf(after)) }];
}

function valuesOf(state: AgencyState): PlannedValues {
  return { name: state.name, parent: state.parent === null ? null : ref(state.parent) };
}
