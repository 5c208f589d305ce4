import { aPeriod, create } from "../count/count-world";
import type { Api, Asker } from "../support/api";
import type { PersonKey } from "../support/people";

/** A province with two districts: who receives, who settles, the routes between them and what went over them in 2018. */
export interface EstimateWorld {
  agencies: Record<string, string>;
  routes: Record<string, string>;
  /** The finance staff of district A, of district B and of the province. */
  hoa: Asker;
  ha: Asker;
  tinh: Asker;
}

const AGENCIES: [code: string, name: string, kind: string, parent: string | null][] = [
  ["UBT", "Ủy ban nhân dân tỉnh", "PROVINCE_COMMITTEE", null],
  ["HA", "Ủy ban nhân dân huyện A", "DISTRICT_COMMITTEE", "UBT"],
  ["HB", "Ủy ban nhân dân huyện B", "DISTRICT_COMMITTEE", "UBT"],
  ["MA", "Một cửa huyện A", "ONE_STOP", "HA"],
  ["MB", "Một cửa huyện B", "ONE_STOP", "HB"],
  ["XA", "Ủy ban nhân dân xã A1", "COMMUNE_COMMITTEE", "HA"],
  ["TT", "Trung tâm Phục vụ hành chính công", "SERVICE_CENTER", "UBT"],
  ["SNN", "Sở Nông nghiệp", "DEPARTMENT", "UBT"],
  ["DK", "Văn phòng Đăng ký đất đai", "LAND_REGISTRY_BRANCH", "SNN"],
];

const ROUTES: [code: string, from: string, to: string, direction: string, validTo?: string][] = [
  ["A-DK-DI", "MA", "DK", "IN"],
  ["A-DK-VE", "DK", "MA", "OUT"],
  ["A-SNN", "MA", "SNN", "BOTH"],
  ["A-XA", "XA", "MA", "IN", "2020-07-01"],
  ["B-DK-DI", "MB", "DK", "IN"],
  ["B-DK-VE", "DK", "MB", "OUT"],
  ["T-DK", "TT", "DK", "IN"],
  ["T-SNN", "TT", "SNN", "IN"],
];

const RATES: [route: string, unit: string, amountVnd: string, from: string, more?: object][] = [
  ["A-DK-DI", "PER_DOSSIER", "12000", "2019-01-01", { validTo: "2019-06-01" }],
  ["A-DK-DI", "PER_DOSSIER", "13500", "2019-06-01"],
  ["A-DK-VE", "PER_TRIP", "85000", "2019-01-01", { dossiersPerTrip: 20 }],
  ["A-SNN", "PER_MONTH", "450000", "2018-07-01", { validTo: "2020-01-01" }],
  ["A-XA", "PER_DOSSIER", "5000", "2019-01-01"],
  ["B-DK-DI", "PER_TRIP", "60000", "2019-01-01"],
  ["B-DK-VE", "PER_TRIP", "60000", "2019-01-01"],
  ["T-SNN", "PER_DOSSIER", "15000", "2019-01-01"],
];

const COUNTS: [period: number, unit: string, agency: string, figures: object, procedure?: number][] = [
  [0, "MA", "DK", { receivedCounter: 100, receivedPost: 10, returnedCounter: 80 }],
  [1, "MA", "DK", { receivedCounter: 112, returnedCounter: 91 }],
  [0, "XA", "MA", { receivedCounter: 50 }],
  [1, "TT", "SNN", { receivedCounter: 40 }],
  [2, "MA", "DK", { receivedCounter: 7 }, 1],
];

const quarter = (name: string, firstDay: string, lastDay: string, kind = "QUARTER") => ({
  name,
  kind,
  firstDay,
  lastDay,
});

/** Makes a person of a role and an agency, and signs them in. */
export async function person(api: Api, key: string, role: string, agency: string): Promise<Asker> {
  const quan = await api.as("quan");
  await create(quan, "Person", "changePeople", [
    { name: `Người ${key}`, email: `${key}@test.example`, roles: [role], agency, isActive: true },
  ]);
  return api.as(key as PersonKey);
}

export async function makeEstimateWorld(api: Api): Promise<EstimateWorld> {
  const [chi, quan] = [await api.as("chi"), await api.as("quan")];
  const agencies: Record<string, string> = {};
  const [commune] = await create(chi, "Unit", "changeUnits", [{ name: "A1", kind: "COMMUNE", tier: "COMMUNE" }]);
  for (const [code, name, kind, parent] of AGENCIES) {
    const place = { parent: parent && agencies[parent], unit: code === "XA" ? commune : null };
    [agencies[code]] = await create(chi, "Agency", "changeAgencies", [{ code, name, kind, ...place }]);
  }
  const [[post]] = await api.app.database.read("SELECT agency_id FROM agency_state WHERE code = 'BD'");
  agencies.BD = String(post);
  const routes: Record<string, string> = {};
  for (const [code, from, to, direction, validTo] of ROUTES)
    [routes[code]] = await create(chi, "TransferRoute", "changeTransferRoutes", [
      { code, from: agencies[from], to: agencies[to], direction, carrier: "POST", carriedBy: agencies.BD, validTo },
    ]);
  await create(
    quan,
    "TransferRate",
    "changeTransferRates",
    RATES.map(([route, rateUnit, amountVnd, validFrom, more]) => ({
      route: routes[route],
      rateUnit,
      amountVnd,
      validFrom,
      ...more,
    })),
  );
  await makeCounts(chi, agencies);
  await makeHandOvers(quan, routes["B-DK-DI"]);
  return {
    agencies,
    routes,
    hoa: await person(api, "hoa", "FINANCE", agencies.HA),
    ha: await person(api, "ha", "FINANCE", agencies.HB),
    tinh: await person(api, "tinh", "FINANCE", agencies.UBT),
  };
}

async function makeCounts(chi: Asker, agencies: Record<string, string>): Promise<void> {
  const [sector] = await create(chi, "Sector", "changeSectors", [{ nameVi: "Đất đai" }]);
  const inForce = { sector, status: "IN_FORCE", tiers: ["PROVINCE"], validFrom: "2010-01-01" };
  const procedures = await create(
    chi,
    "Procedure",
    "changeProcedures",
    ["Tách thửa", "Đăng ký biến động"].map((nameVi) => ({ nameVi, ...inForce })),
  );
  const periods = await create(chi, "Period", "changePeriods", [
    quarter("Quý I/2018", "2018-01-01", "2018-03-31"),
    quarter("Quý II/2018", "2018-04-01", "2018-06-30"),
    quarter("Quý III/2018 báo cáo", "2018-06-15", "2018-09-14", "GOVERNMENT_QUARTER"),
    aPeriod(2018, 7),
  ]);
  await create(
    chi,
    "Count",
    "changeCounts",
    COUNTS.map(([period, unit, agency, figures, procedure]) => ({
      period: periods[period],
      procedure: procedures[procedure ?? 0],
      receptionUnit: agencies[unit],
      agency: agencies[agency],
      ...figures,
    })),
  );
}

/** Three hand-overs that count, one that nobody received, one that somebody else carried, one after the base span. */
async function makeHandOvers(quan: Asker, route: string): Promise<void> {
  const signed = { senderSignature: "Giàng A Phử", receiverSignature: "Hoàng Thị Mỷ" };
  const handOver = (number: string, handedOn: string, more: object = {}) => ({
    number,
    route,
    handedOn,
    dossiers: 9,
    carrier: "POST",
    ...signed,
    ...more,
  });
  await create(quan, "HandOver", "changeHandOvers", [
    handOver("1", "2018-01-01"),
    handOver("2", "2018-03-05"),
    handOver("3", "2018-06-30"),
    handOver("4", "2018-04-05", { receiverSignature: null }),
    handOver("5", "2018-04-06", { carrier: "OWN_STAFF" }),
    handOver("6", "2018-07-01"),
  ]);
}
