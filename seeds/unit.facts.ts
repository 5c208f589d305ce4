import { must, orNull, type FactRow, type Facts } from "./facts";
import { ref, spokenDay, type PlannedRow, type PlannedValues, type Step } from "./plan";

/** What an administrative unit is from a day on. */
export interface UnitState {
  /** Null: since before the facts begin. */
  from: string | null;
  name: string;
  kind: string;
  tier: string;
  parent: string | null;
}

/** One administrative unit through time: the same unit while its name, kind or district changes. */
export interface UnitFact {
  key: string;
  code: string;
  states: [UnitState, ...UnitState[]];
  /** The first day on which it is no more; null while it goes on. */
  validTo: string | null;
  successor: string | null;
  source: string;
}

/** The day on which the districts ended and the province became part of Lào Cai (19/2025/QĐ-TTg). */
export const REORGANISATION = "2025-07-01";

const KINDS: Readonly<Record<string, string>> = {
  tỉnh: "PROVINCE",
  "thành phố": "CITY",
  "thị xã": "TOWN",
  huyện: "DISTRICT",
  phường: "WARD",
  xã: "COMMUNE",
  "thị trấn": "TOWNSHIP",
};

/** The words of the unit kinds, as they stand before a name: "huyện Văn Yên". */
export const KIND_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(KINDS).map(([word, kind]) => [kind, word]),
);

const UNCHANGED = "(giữ nguyên)";

/** Spellings of 2025 for communes that the older register writes otherwise. */
const SPELLINGS: Readonly<Record<string, string>> = {
  "Dế Xu Phình": "Dế Su Phình",
  "Hát Lừu": "Hát Lìu",
  "Khánh Hòa": "Khánh Hoà",
};

/** All units of the facts, each one once. */
export function unitFacts(facts: Facts): UnitFact[] {
  const old = unitsUntil2025(facts.unitsUntil2025);
  return [...old.values(), ...unitsFrom2025(facts.unitsFrom2025, old)];
}

/**
 * Rows of one code in this file are always the same unit going on:
 * - 04624, 04660, 04663, 04675, 04678, 04681, 04684 moved from Văn Chấn to Nghĩa Lộ and kept their codes; 04624 also
 *   turned from thị trấn Nông trường Nghĩa Lộ into xã Nghĩa Lộ; 04672 Sơn Thịnh turned from xã into thị trấn.
 * - 04264 Nguyễn Phúc became Hồng Hà, 04510 Việt Thành became Thành Thịnh: the register keeps the code and changes the
 *   name. The old Hồng Hà (04267) is another unit, which ended that day; that it went whole into 04264 is likely but
 *   not said, so it gets no successor, nor do the other communes that ended in 2020 and 2025-01.
 */
function unitsUntil2025(rows: FactRow[]): Map<string, UnitFact> {
  const units = new Map<string, UnitFact>();
  for (const row of rows) {
    const code = must(row, "code");
    const state = stateOf(row, row.parent_code ? unitKey(row.parent_code) : null);
    const known = units.get(code);
    if (known === undefined) {
      const key = unitKey(code);
      const validTo = orNull(row.valid_to);
      units.set(code, { key, code, states: [state], validTo, successor: null, source: must(row, "source") });
    } else {
      if (known.validTo !== state.from) throw new Error(`Unit ${code} does not go on where it ended`);
      known.states.push(state);
      known.validTo = orNull(row.valid_to);
    }
  }
  return units;
}

/**
 * Codes of this file passed to other units: 15 from Yên Bái to the new Lào Cai, 04252 from phường Yên Ninh to phường
 * Yên Bái, and so on, also where the name stayed (04309 Lâm Thượng was formed anew from four communes). Only the six
 * communes kept as they were go on as the same units, under the province instead of their district.
 */
function unitsFrom2025(rows: FactRow[], old: Map<string, UnitFact>): UnitFact[] {
  const units: UnitFact[] = [];
  for (const row of rows) {
    const code = must(row, "code");
    const formedFrom = must(row, "formed_from");
    const state = stateOf(row, row.parent_code ? unitKey(row.parent_code, REORGANISATION) : null);
    if (formedFrom === UNCHANGED) {
      const unit = old.get(code);
      if (unit === undefined || unit.validTo !== REORGANISATION) throw new Error(`Unit ${code} did not go on`);
      unit.states.push(state);
      unit.validTo = null;
      continue;
    }
    const key = unitKey(code, REORGANISATION);
    const source = "register after 19/2025/QĐ-TTg";
    units.push({ key, code, states: [state], validTo: null, successor: null, source });
    // Each unit named went whole into the new one.
    for (const name of formedFrom.split(", ")) {
      const predecessor = name.includes("(mã cũ") ? null : predecessorNamed(name, old);
      if (predecessor === undefined) throw new Error(`No unit is called ${name}`);
      if (predecessor !== null) predecessor.successor = key;
    }
  }
  return units;
}

/** "Xã Tân Thịnh (huyện Văn Chấn)" of the day before the reorganisation; old Lào Cai is outside the facts. */
function predecessorNamed(text: string, old: Map<string, UnitFact>): UnitFact | undefined {
  const [, titled = text, district] = /^(.*?)(?: \((.*)\))?$/.exec(text) ?? [];
  const lower = titled.charAt(0).toLowerCase() + titled.slice(1);
  const before = Object.entries(SPELLINGS).reduce((title, [now, then]) => title.replace(now, then), lower);
  const found = [...old.values()].filter((unit) => {
    const state = lastState(unit);
    const parent = state.parent === null ? undefined : [...old.values()].find(({ key }) => key === state.parent);
    const inDistrict = district === undefined || (parent !== undefined && titleOf(lastState(parent)) === district);
    return unit.validTo === REORGANISATION && inDistrict && titleOf(state) === before;
  });
  return found.length === 1 ? found[0] : undefined;
}

function stateOf(row: FactRow, parent: string | null): UnitState {
  const kind = KINDS[must(row, "kind")];
  if (kind === undefined) throw new Error(`Unknown kind of unit: ${row.kind}`);
  return { from: orNull(row.valid_from), name: must(row, "name"), kind, tier: must(row, "level"), parent };
}

/** The key of a unit; units that took a code over are told apart by the day they began. */
export function unitKey(code: string, from?: string): string {
  return from === undefined ? `unit/${code}` : `unit/${code}@${from}`;
}

/** "huyện Văn Yên" */
export function titleOf(state: UnitState): string {
  return `${KIND_WORDS[state.kind]} ${state.name}`;
}

export function firstState(unit: UnitFact): UnitState {
  return unit.states[0];
}

export function lastState(unit: UnitFact): UnitState {
  return unit.states[unit.states.length - 1] ?? unit.states[0];
}

/** The state of a unit on a day, if it exists then. */
export function stateOn(unit: UnitFact, day: string): UnitState | undefined {
  if (unit.validTo !== null && unit.validTo <= day) return undefined;
  return unit.states.filter(({ from }) => from === null || from <= day).at(-1);
}

/** The units as change sets: created whole, from top to bottom, then changed from the days on which they changed. */
export function unitSteps(units: UnitFact[]): Step[] {
  const isNew = (unit: UnitFact) => firstState(unit).from !== null;
  const inTier = (tier: string, wanted: (unit: UnitFact) => boolean) =>
    units.filter((unit) => firstState(unit).tier === tier && wanted(unit)).map(createUnit);
  const steps: Step[] = [
    // New before old, so that old units can name their successors.
    { note: "Tỉnh Lào Cai từ ngày 1/7/2025", rows: inTier("PROVINCE", isNew) },
    { note: "Tỉnh Yên Bái", rows: inTier("PROVINCE", (unit) => !isNew(unit)) },
    { note: "Xã, phường từ ngày 1/7/2025", rows: inTier("COMMUNE", isNew) },
    { note: "Huyện, thị xã, thành phố đến ngày 1/7/2025", rows: inTier("DISTRICT", () => true) },
    { note: "Xã, phường, thị trấn đến ngày 1/7/2025", rows: inTier("COMMUNE", (unit) => !isNew(unit)) },
  ];
  const days = [...new Set(units.flatMap((unit) => unit.states.slice(1).map(({ from }) => from ?? "")))].sort();
  for (const day of days) {
    const rows = units.flatMap((unit) => changeOn(unit, day));
    steps.push({ note: `Thay đổi đơn vị hành chính từ ngày ${spokenDay(day)}`, rows });
  }
  return steps;
}

function createUnit(unit: UnitFact): PlannedRow {
  const create: PlannedValues = {
    code: unit.code,
    ...valuesOf(firstState(unit)),
    successor: unit.successor === null ? null : ref(unit.successor),
    validFrom: firstState(unit).from,
    validTo: unit.validTo,
    source: unit.source,
    certainty: "VERIFIED",
  };
  return { resource: "Unit", key: unit.key, create };
}

function changeOn(unit: UnitFact, day: string): PlannedRow[] {
  const index = unit.states.findIndex(({ from }, position) => position > 0 && from === day);
  const [before, after] = [unit.states[index - 1], unit.states[index]];
  if (before === undefined || after === undefined) return [];
  return [{ resource: "Unit", key: unit.key, from: day, set: changed(valuesOf(before), valuesOf(after)) }];
}

function valuesOf(state: UnitState): PlannedValues {
  const { name, kind, tier, parent } = state;
  return { name, kind, tier, parent: parent === null ? null : ref(parent) };
}

/** Only what differs: a new state takes over the rest of the one before it. */
export function changed(before: PlannedValues, after: PlannedValues): PlannedValues {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(before[field]) !== JSON.stringify(value)),
  );
}
