import type { App } from "../../server/app";
import type { Values } from "../../server/platform/changes/change";

/**
 * How large the province is that the counts are of: 299 agencies that settle dossiers, 200 procedures. A procedure of the
 * province is one department's, one of the districts or communes is each of theirs.
 */
const SIZE = { departments: 19, districts: 9, communes: 271 };
const PROCEDURES = [
  { tier: "PROVINCE", count: 100, postal: 40, level3: 12, level4: 8 },
  { tier: "DISTRICT", count: 20, postal: 10, level3: 3, level4: 2 },
  { tier: "COMMUNE", count: 80, postal: 30, level3: 10, level4: 5 },
] as const;

/** Months that counts are reported for, up to June 2019, and a year more for what the bench itself pushes. */
export const MONTHS = monthsFrom(2010, 114);
export const MONTHS_TO_PUSH = monthsFrom(2019, 24, 7);

export interface Month {
  name: string;
  kind: string;
  firstDay: string;
  lastDay: string;
}

function monthsFrom(year: number, count: number, first = 1): Month[] {
  const day = (at: number, date: number) => new Date(Date.UTC(year, first - 1 + at, date)).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, i) => ({
    name: `Tháng ${day(i, 1).slice(0, 7)}`,
    kind: "MONTH",
    firstDay: day(i, 1),
    lastDay: day(i + 1, 0),
  }));
}

/** One row of a month: who receives which procedure's dossiers for whom. */
export interface Line {
  procedure: string;
  unit: string;
  agency: string;
  place: string;
  receiver: string | null;
}

export interface Province {
  lines: Line[];
  /** Periods in the order of `MONTHS`, then of `MONTHS_TO_PUSH`. */
  periods: string[];
}

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** Fills an empty database through the change path: agencies, procedures, catalogs, levels, the six targets, periods. */
export async function makeProvince(app: App): Promise<Province> {
  const create = creating(app);
  await create("person", [{ name: "Bench", email: "chi@bench.example", roles: ["CATALOG"], isActive: true }]);
  const { settling, postOf } = await makeAgencies(create);
  const [sector] = await create("sector", [{ nameVi: "Lĩnh vực" }]);
  const planned = PROCEDURES.flatMap((kind) => times(kind.count, (i) => ({ ...kind, i })));
  const procedures = await create(
    "procedure",
    planned.map(({ tier, i }) => ({
      nameVi: `Cấp giấy phép loại ${i} của cấp ${tier}`,
      sector,
      tiers: [tier],
      agency: tier === "PROVINCE" ? settling.PROVINCE[i % SIZE.departments] : null,
      status: "IN_FORCE",
      validFrom: "2005-01-01",
    })),
  );
  const listed = planned.map((p, at) => ({ ...p, id: procedures[at] }));
  await makeTargets(
    create,
    listed.filter(({ i, postal }) => i < postal).map(({ id }) => id),
    listed
      .filter(({ i, level3, level4 }) => i < level3 + level4)
      .map(({ id, i, level3 }) => ({ id, level: i < level3 ? 3 : 4 })),
  );
  const lines = listed.flatMap(({ id, tier, i }) => {
    const agencies = tier === "PROVINCE" ? [settling.PROVINCE[i % SIZE.departments]] : settling[tier];
    return agencies.flatMap((agency): Line[] => [
      { procedure: id, agency, unit: agency, place: "ONE_STOP", receiver: "OFFICER" },
      { procedure: id, agency, unit: agency, place: "POST_OFFICE", receiver: "POSTAL_STAFF" },
      { procedure: id, agency, unit: agency, place: "PORTAL", receiver: null },
      { procedure: id, agency, unit: postOf.get(agency)!, place: "POST_OFFICE", receiver: "POSTAL_STAFF" },
    ]);
  });
  const periods = await create(
    "period",
    [...MONTHS, ...MONTHS_TO_PUSH].map((month) => ({ ...month })),
  );
  return { lines, periods };
}

type Create = (single: string, rows: Values[]) => Promise<string[]>;

const creating =
  (app: App): Create =>
  async (single, rows) => {
    const { changes, registry } = app.services;
    const batch = { person: null, source: "SYSTEM", note: "bench", mode: "ALL_OR_NONE", dryRun: false, key: null };
    const answer = await changes.apply({
      ...(batch as object as Omit<Parameters<typeof changes.apply>[0], "changes">),
      changes: rows.map((row) => ({ resource: registry.single(single), input: { create: row } })),
    });
    if (answer.problems.length > 0) throw new Error(JSON.stringify(answer.problems[0]));
    return answer.rows.map(({ id }) => id);
  };

async function makeAgencies(create: Create) {
  const [province] = await create("agency", [{ name: "Ủy ban nhân dân tỉnh", kind: "PROVINCE_COMMITTEE" }]);
  const under = (parent: string, name: string, kind: string): Values => ({ parent, name, kind });
  const departments = await create(
    "agency",
    times(SIZE.departments, (i) => under(province, `Sở thứ ${i}`, "DEPARTMENT")),
  );
  const districts = await create(
    "agency",
    times(SIZE.districts, (i) => under(province, `Ủy ban nhân dân huyện ${i}`, "DISTRICT_COMMITTEE")),
  );
  const communes = await create(
    "agency",
    times(SIZE.communes, (i) => under(districts[i % SIZE.districts], `Ủy ban nhân dân xã ${i}`, "COMMUNE_COMMITTEE")),
  );
  const [post] = await create("agency", [{ name: "Bưu điện tỉnh", kind: "POST" }]);
  const posts = await create(
    "agency",
    times(SIZE.districts, (i) => under(post, `Bưu điện huyện ${i}`, "DISTRICT_POST")),
  );
  const postOf = new Map([
    ...departments.map((id): [string, string] => [id, post]),
    ...[...districts, ...communes].map((id, i): [string, string] => [id, posts[i % SIZE.districts]]),
  ]);
  return { settling: { PROVINCE: departments, DISTRICT: districts, COMMUNE: communes }, postOf };
}

/** The directive's six targets as the demo has them, over catalogs and levels of this province. */
async function makeTargets(create: Create, postal: string[], online: { id: string; level: number }[]): Promise<void> {
  const [decision] = await create("decision", [
    {
      number: "1/QĐ-UBND",
      kind: "DECISION",
      issuer: "Ủy ban nhân dân tỉnh",
      issuedOn: "2009-01-01",
      title: "Danh mục",
    },
  ]);
  const [byPost, byWeb] = await create("catalog", [
    { nameVi: "Danh mục qua BCCI", kind: "POSTAL", authority: "OWN", decision },
    { nameVi: "Danh mục trực tuyến", kind: "ONLINE", authority: "OWN", decision },
  ]);
  const scheme = { levelScheme: "ND43_2011" };
  await create("catalogEntry", [
    ...postal.map((procedure) => ({ catalog: byPost, procedure, legs: ["IN", "OUT"], addedBy: decision })),
    ...online.map(({ id, level }) => ({ catalog: byWeb, procedure: id, level, ...scheme, addedBy: decision })),
  ]);
  await create(
    "channel",
    online.map(({ id, level }) => ({ procedure: id, channel: "ONLINE", leg: "IN", level, ...scheme })),
  );
  const [targetSet] = await create("targetSet", [{ code: "BENCH", nameVi: "Sáu chỉ tiêu" }]);
  const share = { measure: "DOSSIERS", readings: ["AGENCY", "CATALOG"], officialReading: "AGENCY" };
  const level = { channel: "ONLINE", leg: "IN", ...scheme, officialReading: "CATALOG" };
  const some = (readings: string[]) => ({ measure: "PROCEDURES", readings, officialReading: readings.at(-1) });
  const rules: [string, string, Values][] = [
    ["T1", byPost, { ...some(["ANY", "RECEIVED", "RETURNED", "EITHER"]), channel: "POST", thresholdPercent: "50" }],
    ["T2A", byPost, { ...share, channel: "POST", leg: "IN", thresholdPercent: "15" }],
    ["T2B", byPost, { ...share, channel: "POST", leg: "OUT", thresholdPercent: "15" }],
    ["T3", byWeb, { ...some(["ANY", "RECEIVED"]), channel: "ONLINE", thresholdPercent: "60" }],
    ["T4", byWeb, { ...share, ...level, level: 3, thresholdPercent: "40" }],
    ["T5", byWeb, { ...share, ...level, level: 4, thresholdPercent: "30" }],
  ];
  const always = { base: "RECEIVED", attribution: "SETTLING", scoring: "NONE" };
  const criteria = await create(
    "criterion",
    rules.map(([code, , rule], i) => ({ targetSet, code, nameVi: code, position: i + 1, ...always, ...rule })),
  );
  await create(
    "criterionCatalog",
    criteria.map((criterion, i) => ({ criterion, catalog: rules[i][1] })),
  );
}
