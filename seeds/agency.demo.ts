import { committeeKey, distinct } from "./agency.facts";
import { agencyKey, titlesAmong, type AgencyPlan, type AgencyState, type TitleIn } from "./agency.plan";
import { DEMO } from "./plan";
import { firstState, REORGANISATION, titleOf, type UnitFact } from "./unit.facts";

/** The provincial office of land registration, above its branches; the facts name its department only. */
export const LAND_REGISTRY = agencyKey("VPDK");

/** The keys of the invented agencies of a unit. */
export const oneStopKey = (unitCode: string): string => agencyKey(`MC-${unitCode}`);
export const postKey = (unitCode: string): string => agencyKey(`BD-${unitCode}`);

/**
 * The agencies between the facts and the dossiers, invented after the usual set-up of a district in 2018: divisions
 * and one-stop of the district, branches of the central agencies and of the land registry, one-stop and post point
 * of each commune. They end with the districts, on 1/7/2025.
 */
export function demoAgencies(units: UnitFact[]): AgencyPlan[] {
  const title = titlesAmong(units);
  const before = units.filter((unit) => firstState(unit).from === null);
  const districts = before.filter((unit) => firstState(unit).tier === "DISTRICT");
  const communes = before.filter((unit) => firstState(unit).tier === "COMMUNE");
  return [
    landRegistry(),
    ...districts.flatMap((unit) => districtAgencies(unit)),
    ...communes.flatMap((unit) => communeAgencies(unit, title)),
  ];
}

function landRegistry(): AgencyPlan {
  const parent = agencyKey("STNMT");
  return invented("VPDK", "LAND_REGISTRY_BRANCH", "unit/15", [
    { from: null, name: "Văn phòng Đăng ký đất đai tỉnh", parent },
  ]);
}

/** Divisions of a district by code; a town or city has another one for building. */
const DIVISIONS: readonly [code: string, name: string][] = [
  ["PTP", "Phòng Tư pháp"],
  ["PTCKH", "Phòng Tài chính - Kế hoạch"],
  ["PLDTBXH", "Phòng Lao động - Thương binh và Xã hội"],
  ["PTNMT", "Phòng Tài nguyên và Môi trường"],
  ["PVHTT", "Phòng Văn hóa và Thông tin"],
  ["PGDDT", "Phòng Giáo dục và Đào tạo"],
];
const BUILDING_IN_DISTRICT = ["PKTHT", "Phòng Kinh tế và Hạ tầng"] as const;
const BUILDING_IN_TOWN = ["PQLDT", "Phòng Quản lý đô thị"] as const;

/** District branches of central agencies: their code, name and the agency they belong to. */
const BRANCHES: readonly [code: string, name: string, of: string][] = [
  ["CA", "Công an", "CAT"],
  ["CCT", "Chi cục Thuế", "CTHUE"],
  ["BHXH", "Bảo hiểm xã hội", "BHXH"],
  ["KBNN", "Kho bạc Nhà nước", "KBNN"],
  ["CCTHADS", "Chi cục Thi hành án dân sự", "CTHADS"],
  ["CCTK", "Chi cục Thống kê", "CTK"],
];

function districtAgencies(unit: UnitFact): AgencyPlan[] {
  const state = firstState(unit);
  const make = (code: string, kind: string, name: string, parent: string) =>
    invented(`${code}-${unit.code}`, kind, unit.key, [{ from: null, name: `${name} ${titleOf(state)}`, parent }]);
  const committee = committeeKey(unit.key);
  const building = state.kind === "DISTRICT" ? BUILDING_IN_DISTRICT : BUILDING_IN_TOWN;
  return [
    make("MC", "ONE_STOP", "Bộ phận Phục vụ hành chính công", committee),
    ...[...DIVISIONS, building].map(([code, name]) => make(code, "DISTRICT_DIVISION", name, committee)),
    ...BRANCHES.map(([code, name, of]) => make(code, "CENTRAL_BRANCH", name, agencyKey(of))),
    make("CNVPDK", "LAND_REGISTRY_BRANCH", "Chi nhánh Văn phòng Đăng ký đất đai", LAND_REGISTRY),
    make("BD", "DISTRICT_POST", "Bưu điện", agencyKey("BD")),
  ];
}

function communeAgencies(unit: UnitFact, title: TitleIn): AgencyPlan[] {
  const states = unit.states.filter(({ from }) => from === null || from < REORGANISATION);
  const make = (
    code: string,
    kind: string,
    named: (words: string, unitKind: string) => AgencyState["name"],
    post: boolean,
  ) =>
    invented(
      `${code}-${unit.code}`,
      kind,
      unit.key,
      states.map((state) => ({
        from: state.from,
        name: named(title(unit, state), state.kind),
        // The one-stop belongs to the commune, the post point to the post of the district of the day.
        parent: post ? postKey((state.parent ?? "").replace("unit/", "")) : committeeKey(unit.key),
      })),
      unit.validTo ?? REORGANISATION,
    );
  return [
    make("MC", "ONE_STOP", (words) => `Bộ phận Phục vụ hành chính công ${words}`, false),
    make("BD", "POST_POINT", postPoint, true),
  ];
}

/** Communes have a post and culture point, wards and townships a post office. */
function postPoint(title: string, unitKind: string): string {
  return unitKind === "COMMUNE" ? `Điểm Bưu điện - Văn hóa ${title}` : `Bưu cục ${title}`;
}

function invented(
  code: string,
  kind: string,
  unit: string,
  states: AgencyState[],
  validTo = REORGANISATION,
): AgencyPlan {
  const key = agencyKey(code);
  return { key, code, kind, unit, states: distinct(states), validFrom: null, validTo, successor: null, ...DEMO };
}
