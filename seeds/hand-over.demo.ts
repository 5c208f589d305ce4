import { DEMO, ref, type PlannedRow } from "./plan";
import { Chance } from "./random";
import { routeKey } from "./route.demo";

/** What moved on a route in a span, as the demo's claims tell of it. */
interface Moved {
  route: string;
  from: string;
  to: string;
  dossiers: number;
  /** How many records it is spread over. */
  records: number;
  /** Records whose dossiers came after 15:00 and went the next working day, as the Decree allows. */
  overnight?: number;
  /** Records that were moved later than that. */
  late?: number;
  /** Records at the end of the span that a side has not signed yet. */
  unsigned?: number;
}

/**
 * The hand-overs of Văn Chấn since July 2018. The first quarter comes to 11,927,650 đ of support, the second to 13,852,300 đ at
 * the rates and the share of its program; July is still running.
 */
const MOVED: readonly Moved[] = [
  { route: "140-VPDK-DI", from: "2018-07-02", to: "2018-12-28", dossiers: 1012, records: 118 },
  { route: "140-VPDK-VE", from: "2018-07-02", to: "2018-12-28", dossiers: 961, records: 118 },
  { route: "140-SLDTBXH-DI", from: "2018-07-02", to: "2018-12-28", dossiers: 268, records: 41 },
  { route: "140-SLDTBXH-VE", from: "2018-07-02", to: "2018-12-28", dossiers: 243, records: 38 },
  { route: "140-VPDK-DI", from: "2019-01-02", to: "2019-03-29", dossiers: 512, records: 55, late: 1 },
  { route: "140-VPDK-VE", from: "2019-01-02", to: "2019-03-29", dossiers: 478, records: 55 },
  { route: "140-SLDTBXH-DI", from: "2019-01-02", to: "2019-03-29", dossiers: 131, records: 20 },
  { route: "140-SLDTBXH-VE", from: "2019-01-02", to: "2019-03-29", dossiers: 118, records: 18 },
  { route: "140-STP-DI", from: "2019-01-02", to: "2019-03-29", dossiers: 61, records: 12 },
  { route: "140-VPDK-DI", from: "2019-04-01", to: "2019-05-31", dossiers: 412, records: 39 },
  { route: "140-VPDK-DI", from: "2019-06-01", to: "2019-06-30", dossiers: 187, records: 20, overnight: 2 },
  { route: "140-VPDK-VE", from: "2019-04-01", to: "2019-05-31", dossiers: 396, records: 39 },
  { route: "140-VPDK-VE", from: "2019-06-01", to: "2019-06-30", dossiers: 171, records: 20 },
  { route: "140-SLDTBXH-DI", from: "2019-04-01", to: "2019-06-30", dossiers: 156, records: 24 },
  { route: "140-SLDTBXH-VE", from: "2019-04-01", to: "2019-06-30", dossiers: 149, records: 22 },
  { route: "140-VPDK-DI", from: "2019-07-01", to: "2019-07-19", dossiers: 121, records: 14, unsigned: 2 },
  { route: "140-VPDK-VE", from: "2019-07-01", to: "2019-07-19", dossiers: 109, records: 13 },
  { route: "140-SLDTBXH-DI", from: "2019-07-01", to: "2019-07-19", dossiers: 31, records: 5, unsigned: 1 },
  { route: "140-SLDTBXH-VE", from: "2019-07-01", to: "2019-07-19", dossiers: 27, records: 5 },
];

/** Days on which offices were shut from July 2018 to July 2019, beside Saturdays and Sundays. */
const SHUT = new Set([
  "2018-09-03",
  "2018-12-31",
  "2019-01-01",
  ...["04", "05", "06", "07", "08"].map((day) => `2019-02-${day}`),
  "2019-04-15",
  "2019-04-29",
  "2019-04-30",
  "2019-05-01",
]);

/** The records of every hand-over, each route's numbered through the year. */
export function handOverRows(): PlannedRow[] {
  const numbers = new Map<string, number>();
  return MOVED.flatMap((moved) => recordsOf(moved, numbers));
}

function recordsOf(moved: Moved, numbers: Map<string, number>): PlannedRow[] {
  const { route, from, to, records, overnight = 0, late = 0, unsigned = 0 } = moved;
  const chance = new Chance(`hand-overs ${route} ${from}`);
  const open = openDays(from, to);
  const days = spread(open, records);
  const dossiers = split(moved.dossiers, records, chance);
  return days.map((handedOn, index) => {
    const year = handedOn.slice(0, 4);
    const series = `${route}/${year}`;
    const number = (numbers.get(series) ?? 0) + 1;
    numbers.set(series, number);
    const before = open[open.indexOf(handedOn) - 1];
    // Spread over the span, away from its first day, before which the demo knows no working day.
    const isOvernight = index > 0 && index <= overnight && before !== undefined;
    const isLate = !isOvernight && index > overnight && index <= overnight + late && before !== undefined;
    const isUnsigned = index >= records - unsigned;
    return {
      resource: "HandOver",
      key: `hand-over/${series}/${number}`,
      create: {
        number: `${String(number).padStart(3, "0")}/BBGN-${year}`,
        route: ref(routeKey(route)),
        handedOn,
        dossiers: dossiers[index],
        carrier: "POST",
        receivedOn: isOvernight || isLate ? before : handedOn,
        receivedAt: isOvernight
          ? "15:40"
          : `${String(8 + Math.floor(chance.next() * 6)).padStart(2, "0")}:${chance.pick(["00", "15", "30", "45"])}`,
        senderSignature: route.endsWith("-DI") ? "Lò Văn Pâng" : "Trần Quốc Huy",
        receiverSignature: isUnsigned ? null : route.endsWith("-DI") ? "Trần Quốc Huy" : "Lò Văn Pâng",
        ...DEMO,
      },
    };
  });
}

function openDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (new Date(at).getUTCDay() % 6 !== 0 && !SHUT.has(day)) days.push(day);
  }
  return days;
}

/** So many of the days, evenly; some days twice where there are more records than days. */
function spread(days: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => days[Math.floor((index * days.length) / count)]);
}

/** A sum in parts that differ by a few. */
function split(sum: number, parts: number, chance: Chance): number[] {
  const each = Math.floor(sum / parts);
  const out = Array.from({ length: parts }, (_, index) => each + (index < sum % parts ? 1 : 0));
  for (let index = 0; index + 1 < parts; index += 2) {
    const shift = Math.floor(chance.next() * Math.min(4, out[index + 1]));
    out[index] += shift;
    out[index + 1] -= shift;
  }
  return out;
}
