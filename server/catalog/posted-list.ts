import type { Context } from "../platform/context";
import { Refusal } from "../platform/errors/refusal";
import { date, parseId } from "../platform/kinds/all";
import { LEVEL_SCHEME } from "../procedure/level-scheme";
import { CATALOGS, LAW, NEIGHBOURS, PLACE, PROCEDURES, type PlaceData } from "./posted-list.documents";
import type { CatalogData, EntryData, PostedDecision, ProcedureData } from "./posted-list.documents";
import { committeeOf, isNamedAt, placeOf, type Ancestry, type Place, type PostedScope } from "./posted-list.rules";

/** A line of a posted list. */
export interface PostedProcedure {
  id: string;
  code: string | null;
  nameVi: string;
  nameEn: string | null;
  sectorVi: string;
  sectorEn: string | null;
  agency: string | null;
  tiers: string[];
  legs: string[];
  presenceRequired: boolean;
  level: number | null;
  levelScheme: string | null;
  decisions: string[];
  isDemo: boolean;
}

/** The lists of Article 13 for one place on one day. */
export interface PostedList {
  agencyId: string | null;
  name: string;
  parentName: string | null;
  scope: PostedScope;
  tier: string | null;
  committeeName: string | null;
  asOf: string;
  byPost: PostedProcedure[];
  presenceRequired: PostedProcedure[];
  notListed: PostedProcedure[];
  online: PostedProcedure[];
  grounds: PostedDecision[];
}

/** The lists to be posted at an agency's counter, or for the province as a whole, as of a day. */
export async function postedList(context: Context, agency: string | null, asOf: string | null): Promise<PostedList> {
  const day = asOf ?? context.services.clock.today();
  const asked = agency === null ? [] : [idOf(agency)];
  const found = await PLACE.read(context, { agency: asked, asOf: day, law: LAW });
  const [at = null] = found.place.items;
  if (agency !== null && at === null)
    throw new Refusal("NOT_FOUND", "agency", { id: agency, date: date().toText(day, "vi") }, "noAgencyOnDay");
  const place = placeOf(at, at && committeeOf(at) ? await neighboursOf(context, committeeOf(at)!, day) : []);
  const [procedures, { catalogs }] = await Promise.all([proceduresOn(context, day), CATALOGS.read(context, {})]);
  const named = procedures.filter((procedure) => isNamedAt(place, procedure));
  const grounds = groundsOf(found.law.items, named, catalogs.items, day);
  return { ...headOf(found, place), asOf: day, ...listsOf(named), grounds };
}

function idOf(agency: string): string {
  const read = parseId(agency);
  if (!read.ok) throw new Refusal("BAD_INPUT", "agency", read.problem.values, read.problem.reason);
  return read.value;
}

async function neighboursOf(context: Context, { unit }: Ancestry, asOf: string): Promise<Ancestry[]> {
  if (!unit) return [];
  return (await NEIGHBOURS.read(context, { unit: unit.id, asOf })).agencies.items;
}

async function proceduresOn(context: Context, asOf: string): Promise<ProcedureData[]> {
  const out: ProcedureData[] = [];
  for (;;) {
    const { items, total } = (await PROCEDURES.read(context, { asOf, offset: out.length })).procedures;
    out.push(...items);
    if (items.length === 0 || out.length >= total) return out;
  }
}

function headOf(found: PlaceData, place: Place) {
  const [at = null] = found.place.items;
  const [province] = found.province.items;
  return {
    agencyId: at?.id ?? null,
    name: at?.name ?? province?.name ?? "",
    parentName: at?.parent?.name ?? null,
    scope: place.scope,
    tier: place.scope === "COUNTER" ? place.tier : null,
    committeeName: place.scope === "COUNTER" ? (place.committee.name ?? null) : null,
  };
}

const entriesIn = (procedure: ProcedureData, kind: string): EntryData[] =>
  procedure.entries.items.filter((entry) => entry.catalog?.kind === kind);

/**
 * Every procedure stands in exactly one of the first three lists. One of which only a leg needs presence is in a postal
 * catalog with the other leg: it goes by post, and its line says that presence is required.
 */
function listsOf(procedures: ProcedureData[]) {
  const lists = {
    byPost: [] as PostedProcedure[],
    presenceRequired: [] as PostedProcedure[],
    notListed: [] as PostedProcedure[],
    online: [] as PostedProcedure[],
  };
  for (const procedure of procedures) {
    const [postal, excluded, online] = ["POSTAL", "EXCLUDED", "ONLINE"].map((kind) => entriesIn(procedure, kind));
    const list = postal.length > 0 ? lists.byPost : excluded.length > 0 ? lists.presenceRequired : lists.notListed;
    list.push(lineOf(procedure, postal.length > 0 ? postal : excluded, excluded.length > 0));
    const listed = highest(online);
    if (listed) lists.online.push({ ...lineOf(procedure, online, false), ...listed });
  }
  return lists;
}

function lineOf(procedure: ProcedureData, entries: EntryData[], presenceRequired: boolean): PostedProcedure {
  const { id, code, nameVi, nameEn, tiers, sector, agency, certainty } = procedure;
  const legs = new Set(entries.flatMap((entry) => entry.legs ?? []));
  return {
    id,
    code,
    nameVi,
    nameEn,
    tiers,
    sectorVi: sector?.nameVi ?? "",
    sectorEn: sector?.nameEn ?? null,
    agency: agency?.name ?? null,
    legs: ["IN", "OUT"].filter((leg) => legs.has(leg)),
    presenceRequired,
    level: null,
    levelScheme: null,
    decisions: [...new Set(entries.flatMap(({ addedBy }) => (addedBy ? [addedBy.number] : [])))],
    isDemo: [certainty, ...entries.map((entry) => entry.certainty)].includes("DEMO"),
  };
}

const SCHEMES = LEVEL_SCHEME.choices!.map(({ value }) => value);

/** The level under the latest scheme that says one; under it the higher one. */
function highest(entries: EntryData[]): Pick<PostedProcedure, "level" | "levelScheme"> | null {
  const order = ({ levelScheme, level }: EntryData) => SCHEMES.indexOf(levelScheme ?? "") * 10 + (level ?? 0);
  const [first] = [...entries].sort((a, b) => order(b) - order(a));
  return first ? { level: first.level, levelScheme: first.levelScheme } : null;
}

/** The law, then in the order in which they act: what issued the catalogs that the lists rest on, and what amended them. */
function groundsOf(
  law: PostedDecision[],
  procedures: ProcedureData[],
  catalogs: CatalogData["catalogs"]["items"],
  day: string,
): PostedDecision[] {
  const entries = procedures.flatMap((procedure) => procedure.entries.items);
  const used = new Set(entries.map(({ catalog }) => catalog?.id));
  const issued = catalogs.filter(({ id }) => used.has(id)).flatMap(({ decision }) => decision ?? []);
  const all = [
    ...issued.flatMap((decision) => [decision, ...decision.amendedBy.items]),
    ...entries.flatMap(({ addedBy }) => addedBy ?? []),
  ];
  const acting = [...law, ...all].filter(({ actsFrom }) => actsFrom !== null && actsFrom <= day);
  const place = (decision: PostedDecision) =>
    decision.number === LAW ? "" : `${decision.actsFrom} ${decision.number}`;
  const distinct = [...new Map(acting.map((decision) => [decision.id, decision])).values()];
  return distinct.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
