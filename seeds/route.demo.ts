import { LAND_REGISTRY, oneStopKey } from "./agency.demo";
import { agencyKey } from "./agency.plan";
import { must, type Facts } from "./facts";
import { DEMO, ref, type PlannedRow } from "./plan";
import { Chance } from "./random";
import { firstState, type UnitFact } from "./unit.facts";

/** What moving dossiers on a route costs from a day on. */
interface RatePlan {
  from: string;
  rateUnit: "PER_DOSSIER" | "PER_TRIP" | "PER_MONTH";
  amount: number;
  /** The contract or annex that agreed it. */
  contract?: string;
}

/** What a trip carries as a rule, where trips are made of counts. */
const DOSSIERS_PER_TRIP = 10;

export interface RoutePlan {
  code: string;
  from: string;
  to: string;
  direction: "IN" | "OUT" | "BOTH";
  carrier: "POST" | "OWN_STAFF" | "OTHER";
  /** The first day on which it is no longer served. */
  until?: string;
  rates: RatePlan[];
}

/** The district whose contract the demo tells about; the other districts lie nearer or farther by chance. */
export const VAN_CHAN = "140";

/** The rates of Văn Chấn. The rate per dossier rose on 1/6/2019. */
const LAND_REGISTRY_RATES: RatePlan[] = [
  { from: "2018-01-01", rateUnit: "PER_DOSSIER", amount: 11_000 },
  { from: "2019-01-01", rateUnit: "PER_DOSSIER", amount: 12_000, contract: "Hợp đồng 15/HĐ-2019" },
  { from: "2019-06-01", rateUnit: "PER_DOSSIER", amount: 13_500, contract: "Phụ lục hợp đồng 02" },
];
const LABOUR_RATES: RatePlan[] = [
  { from: "2018-01-01", rateUnit: "PER_TRIP", amount: 80_000 },
  { from: "2019-01-01", rateUnit: "PER_TRIP", amount: 85_000, contract: "Hợp đồng 15/HĐ-2019" },
];
/** A route of Văn Chấn that was given up at the end of March 2019. */
const JUSTICE_RATES: RatePlan[] = [
  { from: "2019-01-01", rateUnit: "PER_DOSSIER", amount: 9_500, contract: "Hợp đồng 15/HĐ-2019" },
];
const POLICE_RATES: RatePlan[] = [{ from: "2018-07-01", rateUnit: "PER_MONTH", amount: 450_000 }];

/**
 * The routes on which the administration moves dossiers: between each district's one-stop and the provincial agencies
 * that settle them, and between the provincial service center and each department, both ways.
 */
export function demoRoutes(facts: Facts, units: UnitFact[]): RoutePlan[] {
  const chance = new Chance("routes");
  const districts = units.filter((unit) => firstState(unit).tier === "DISTRICT");
  const departments = facts.agencies.filter((row) => row.kind === "DEPARTMENT").map((row) => must(row, "code"));
  return [
    ...districts.flatMap((unit) => districtRoutes(unit, chance)),
    ...departments.flatMap((code) => centerRoutes(code, chance)),
  ];
}

function districtRoutes(unit: UnitFact, chance: Chance): RoutePlan[] {
  const nearer = unit.code === VAN_CHAN ? 100 : chance.pick([60, 70, 80, 90, 110, 120, 130]);
  const scaled = (rates: RatePlan[]) => rates.map((rate) => ({ ...rate, amount: (rate.amount * nearer) / 100 }));
  const oneStop = oneStopKey(unit.code);
  return [
    ...bothWays(`${unit.code}-VPDK`, oneStop, LAND_REGISTRY, "POST", scaled(LAND_REGISTRY_RATES)),
    ...bothWays(`${unit.code}-SLDTBXH`, oneStop, agencyKey("SLDTBXH"), "POST", scaled(LABOUR_RATES)),
    {
      code: `${unit.code}-CAT`,
      from: oneStop,
      to: agencyKey("CAT"),
      direction: "BOTH",
      carrier: "POST",
      rates: scaled(POLICE_RATES),
    },
    ...(unit.code === VAN_CHAN
      ? [
          {
            code: `${unit.code}-STP-DI`,
            from: oneStop,
            to: agencyKey("STP"),
            direction: "IN" as const,
            carrier: "POST" as const,
            until: "2019-04-01",
            rates: JUSTICE_RATES,
          },
        ]
      : []),
  ];
}

function centerRoutes(department: string, chance: Chance): RoutePlan[] {
  const carrier = chance.pick<RoutePlan["carrier"]>(["POST", "POST", "OWN_STAFF"]);
  const amount = chance.pick([15_000, 20_000, 25_000, 30_000]);
  const rates: RatePlan[] = [
    { from: "2018-07-01", rateUnit: "PER_TRIP", amount },
    { from: "2019-01-01", rateUnit: "PER_TRIP", amount: amount + 2_000 },
  ];
  const center = agencyKey("TTPVHCC");
  // Own staff carry without a contract, so without a rate.
  return bothWays(`TT-${department}`, center, agencyKey(department), carrier, carrier === "POST" ? rates : []);
}

function bothWays(
  code: string,
  one: string,
  other: string,
  carrier: RoutePlan["carrier"],
  rates: RatePlan[],
): [RoutePlan, RoutePlan] {
  return [
    { code: `${code}-DI`, from: one, to: other, direction: "IN", carrier, rates },
    { code: `${code}-VE`, from: other, to: one, direction: "OUT", carrier, rates },
  ];
}

export const routeKey = (code: string): string => `route/${code}`;

export function routeRows(routes: RoutePlan[]): PlannedRow[] {
  return routes.map(({ code, from, to, direction, carrier, until }) => ({
    resource: "TransferRoute",
    key: routeKey(code),
    create: {
      code,
      from: ref(from),
      to: ref(to),
      direction,
      carrier,
      carriedBy: carrier === "POST" ? ref(agencyKey("BD")) : null,
      validTo: until ?? null,
      ...DEMO,
    },
  }));
}

/** The rates of the routes; each holds until the next one begins. */
export function rateRows(routes: RoutePlan[]): PlannedRow[] {
  return routes.flatMap(({ code, rates, until }) =>
    rates.map(({ from, rateUnit, amount, contract }, index) => ({
      resource: "TransferRate",
      key: `rate/${code}/${from}`,
      create: {
        route: ref(routeKey(code)),
        rateUnit,
        amountVnd: String(amount),
        validFrom: from,
        contract: contract ?? null,
        dossiersPerTrip: rateUnit === "PER_TRIP" ? DOSSIERS_PER_TRIP : null,
        validTo: rates[index + 1]?.from ?? until ?? null,
        ...DEMO,
      },
    })),
  );
}
