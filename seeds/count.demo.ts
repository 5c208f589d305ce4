import { oneStopKey } from "./agency.demo";
import { committeeKey } from "./agency.facts";
import { agencyKey } from "./agency.plan";
import { COUNT_LINES, SILENT_IN_JUNE, type CountLine } from "./count.story";
import { reported, settle, type Flow } from "./count.settlement";
import { MONTHS, type Month } from "./period.demo";
import { DEMO, isRef, ref, type PlannedRow, type PlannedValues, type Step } from "./plan";
import { procedureKey } from "./procedure.facts";
import { Chance } from "./random";
import { spread } from "./spread";
import { stateOn, unitKey, type UnitFact } from "./unit.facts";

/** Who receives and who settles the dossiers of a line. */
interface Unit {
  reception: string;
  agency: string;
}

/** Is a channel open for a leg of a procedure on a day? */
type IsOpen = (procedure: string, channel: string, leg: string, day: string) => boolean;

/** Seats of districts and communes whose one-stops take part: every district, its first commune, and Mậu A. */
const MAU_A = "04375";

const BASELINE = MONTHS.filter(({ year }) => year === 2018);
/** July 2019 is going on and not reported yet. */
const AFTERWARDS = MONTHS.filter(({ year, number }) => year === 2019 && number <= 6);
const REPORTED = [...BASELINE, ...AFTERWARDS];

/** How busy the months are: Tết in February, the rush before the end of the year. */
const SEASON = [0.95, 0.65, 1.05, 1.05, 1.05, 1, 1, 1, 1, 1.05, 1.1, 1.1];

/** The dossier counts, one change set per month; they follow the channels, which say what may go which way and when. */
export function countSteps(units: UnitFact[], channels: PlannedRow[]): Step[] {
  const isOpen = openness(channels);
  const places = receptionUnits(units);
  const rows = COUNT_LINES.flatMap((line) => lineRows(line, places, isOpen));
  return REPORTED.map(({ key, number, year }) => ({
    note: `Số liệu hồ sơ tháng ${number}/${year} (minh họa)`,
    rows: rows.filter(({ month }) => month.key === key).map(({ row }) => row),
  }));
}

function openness(channels: PlannedRow[]): IsOpen {
  const rows = new Map<string, PlannedValues[]>();
  for (const row of channels) {
    if (!("create" in row) || !isRef(row.create.procedure)) continue;
    const of = `${row.create.procedure.ref} ${String(row.create.channel)} ${String(row.create.leg)}`;
    rows.set(of, [...(rows.get(of) ?? []), row.create]);
  }
  return (procedure, channel, leg, day) =>
    (rows.get(`${procedure} ${channel} ${leg}`) ?? []).some(
      ({ validFrom, validTo }) => String(validFrom ?? "") <= day && day < String(validTo ?? "9999"),
    );
}

/** The seats of the one-stops that the demo counts at. */
function receptionUnits(units: UnitFact[]): Record<"DISTRICTS" | "COMMUNES", Unit[]> {
  const standing = units.filter((unit) => stateOn(unit, "2018-01-01") && (unit.validTo ?? "9999") > "2019-12-31");
  const tier = (name: string) => standing.filter((unit) => stateOn(unit, "2018-01-01")?.tier === name);
  const districts = tier("DISTRICT");
  const firsts = districts.map(({ key }) =>
    tier("COMMUNE").find((unit) => stateOn(unit, "2018-01-01")?.parent === key && unit.code !== MAU_A),
  );
  const mauA = standing.find(({ key }) => key === unitKey(MAU_A));
  const seats = [...firsts, mauA].filter((unit) => unit !== undefined);
  const at = (unit: UnitFact): Unit => ({ reception: oneStopKey(unit.code), agency: committeeKey(unit.key) });
  return { DISTRICTS: districts.map(at), COMMUNES: seats.map(at) };
}

function unitsOf(line: CountLine, places: ReturnType<typeof receptionUnits>): Unit[] {
  if (line.at === "DISTRICTS" || line.at === "COMMUNES") return places[line.at];
  const agency = agencyKey(line.agency);
  return [{ reception: line.at === "CENTER" ? agencyKey("TTPVHCC") : agency, agency }];
}

/** The rows of one line: every unit of it, every month that is reported. */
function lineRows(
  line: CountLine,
  places: ReturnType<typeof receptionUnits>,
  isOpen: IsOpen,
): { month: Month; row: PlannedRow }[] {
  const units = unitsOf(line, places);
  const chance = new Chance(`counts ${line.at} ${line.procedure}`);
  const busy = units.map(() => 0.5 + chance.next());
  const flows = receipts(line, busy, isOpen, chance);
  return units.flatMap((unit, index) => {
    const own = REPORTED.map((_, at) => flows[at][index]);
    return reported(own).flatMap((figures, at) => {
      const month = REPORTED[at];
      if (month.key === "period/2019-06" && SILENT_IN_JUNE.includes(line.agency)) return [];
      return [{ month, row: countRow(line, unit, month, figures) }];
    });
  });
}

/** What every unit receives and returns in every month: [month][unit]. The months of 2018 add up to the line. */
function receipts(line: CountLine, busy: number[], isOpen: IsOpen, chance: Chance): Flow[][] {
  const procedure = procedureKey(line.procedure);
  const open = (channel: string, leg: string) => (month: Month) =>
    isOpen(procedure, channel, leg, month.lastDay) || (channel === "POST" && line.isUnlisted === true);
  const canReturnOnline = open("ONLINE", "OUT");
  const grid = new Grid(busy.length);

  grid.share("received", line.received, () => true, { chance, weight: (m, u) => SEASON[m.number - 1] * busy[u] });
  grid.share("post", line.post, open("POST", "IN"), { chance, later: line.later?.post, growth: [1.3, 0.2] });
  grid.share("online", line.online, open("ONLINE", "IN"), { chance, later: line.later?.online, growth: [1.1, 0.05] });
  for (const [unit] of busy.entries()) settle(grid.ofUnit(unit), REPORTED.map(canReturnOnline), chance);
  grid.share("returnedPost", line.returnedPost, open("POST", "OUT"), {
    chance,
    later: line.later?.returnedPost,
    growth: [1.1, 0.08],
  });
  return grid.cells;
}

interface Sharing {
  chance: Chance;
  /** Of a cell; without it a cell weighs what it received. */
  weight?: (month: Month, unit: number) => number;
  /** How much a month of 2019 has of the average month of 2018: in the month before January, and more each month. */
  growth?: readonly [before: number, monthly: number];
  /** Dossiers a month that begin in 2019. */
  later?: number;
}

/** The cells of one line, months by units, into which its yearly figures are shared out. */
class Grid {
  readonly cells: Flow[][];

  constructor(units: number) {
    const empty = (): Flow => ({
      received: 0,
      post: 0,
      online: 0,
      returnedPost: 0,
      returnedOnline: 0,
      carriedOver: 0,
      early: 0,
      onTime: 0,
      late: 0,
      inTime: 0,
      overdue: 0,
    });
    this.cells = REPORTED.map(() => Array.from({ length: units }, empty));
  }

  ofUnit(unit: number): Flow[] {
    return this.cells.map((month) => month[unit]);
  }

  /** Shares the year out to the unit, then a like figure to every month of 2019. */
  share(
    of: "received" | "post" | "online" | "returnedPost",
    total: number,
    isLawful: (m: Month) => boolean,
    how: Sharing,
  ) {
    const { chance, growth = [1.04, 0] } = how;
    const first = BASELINE.length;
    this.put(of, total, 0, first, isLawful, how);
    for (const [index, month] of AFTERWARDS.entries()) {
      const season = of === "received" ? SEASON[month.number - 1] : 1;
      const like = (total / 12) * (growth[0] + growth[1] * month.number) * season + (how.later ?? 0);
      // Rounded by chance, so that small figures do not vanish.
      const wanted = isLawful(month) ? Math.floor(like + chance.next()) : 0;
      this.put(of, wanted, first + index, first + index + 1, isLawful, how, true);
    }
  }

  private put(
    of: "received" | "post" | "online" | "returnedPost",
    total: number,
    from: number,
    to: number,
    isLawful: (month: Month) => boolean,
    { chance, weight }: Sharing,
    isCut = false,
  ): void {
    const span = this.cells.slice(from, to).flatMap((month, index) =>
      month.map((cell, unit) => {
        const at = REPORTED[from + index];
        const weighs = weight?.(at, unit) ?? cell.received;
        const lot = weighs * (0.7 + 0.6 * chance.next());
        return { cell, weight: isLawful(at) ? lot : 0, cap: of === "received" ? Infinity : roomFor(of, cell) };
      }),
    );
    const caps = span.map(({ cap }) => cap);
    const most = span.reduce((sum, cell) => sum + (cell.weight > 0 ? cell.cap : 0), 0);
    const shares = spread(
      isCut ? Math.min(total, most) : total,
      span.map((cell) => cell.weight),
      caps,
    );
    for (const [index, { cell }] of span.entries()) cell[of] = shares[index];
  }
}

/** What may still go by post or online of what came in, or by post of what was settled. */
function roomFor(of: "post" | "online" | "returnedPost", cell: Flow): number {
  if (of === "returnedPost") return cell.early + cell.onTime + cell.late - cell.returnedOnline;
  return of === "post" ? cell.received : cell.received - cell.post;
}

function countRow(line: CountLine, unit: Unit, month: Month, figures: PlannedValues): PlannedRow {
  const procedure = procedureKey(line.procedure);
  // Mậu A's one-stop sits in a post office: its dossiers are taken at a counter, and do not count as sent by post.
  const isInPostOffice = unit.reception === oneStopKey(MAU_A) && line.online === 0 && line.post === 0;
  return {
    resource: "Count",
    key: `count/${month.key}/${procedure}/${unit.reception}`,
    create: {
      period: ref(month.key),
      procedure: ref(procedure),
      receptionUnit: ref(unit.reception),
      agency: ref(unit.agency),
      ...(isInPostOffice ? { place: "POST_OFFICE", receiver: "POSTAL_STAFF" } : {}),
      ...figures,
      ...DEMO,
    },
  };
}
