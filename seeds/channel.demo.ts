import { NOT_YET_PROVIDED, type Leg } from "./catalog.story";
import { POSTAL, type EntryPlan } from "./catalog.demo";
import { DEMO, ref, type PlannedRow, type PlannedValues } from "./plan";
import { procedureKey, type ProcedureFact } from "./procedure.facts";
import { Chance } from "./random";

/** Time, phí (fee) and lệ phí (charge) of a procedure as the demo has it. */
interface Terms {
  workingDays: number;
  feeVnd: string | null;
  chargeVnd: string;
}

/** The procedures whose figures the demo tells about; the others are drawn by chance. */
const TOLD: Readonly<Record<string, readonly [workingDays: number, charge: number, fee?: number]>> = {
  "3.000347": [5, 110_000],
  "3.000348": [60, 110_000],
  "3.000346": [10, 115_000],
  "Cấp phù hiệu xe ô tô kinh doanh vận tải": [2, 0],
  "Cấp giấy phép kinh doanh vận tải bằng xe ô tô": [5, 200_000],
  "1.012783": [10, 100_000],
  "1.012786": [10, 50_000],
  "1.013831": [10, 80_000],
  "1.012784": [15, 100_000],
  "1.011441": [1, 80_000],
  "1.011442": [1, 60_000],
  "1.011443": [1, 20_000],
  "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam": [10, 200_000],
  "Bổ nhiệm lại công chứng viên": [15, 500_000],
  "2.000635": [1, 8_000],
  "1.001193": [1, 0],
  "1.000894": [1, 0],
  "1.001699": [25, 0],
  "1.001612": [3, 100_000],
  "2.000720": [3, 100_000],
  "1.001029": [10, 3_000_000],
  "Cấp thẻ hướng dẫn viên du lịch nội địa": [15, 650_000],
  "2.000884": [1, 10_000],
  "2.001263": [30, 400_000],
  "Thẩm định báo cáo đánh giá tác động môi trường": [30, 0, 8_000_000],
  "Cấp giấy phép khai thác, sử dụng nước dưới đất": [30, 100_000, 1_000_000],
  "Cấp chứng chỉ hành nghề dược": [20, 0, 500_000],
};

/** From when the province provides what the lists of 2017 and of 2018 ask for. */
const PROVIDED_FROM: Readonly<Record<number, string>> = { 2017: "2018-01-01", 2018: "2019-01-01" };

/**
 * How each procedure is filed and its result returned: at the counter always, by post while the postal catalog lists
 * it, online where the province provides the listed level. Time and money stand with the receiving leg.
 */
export function channelRows(procedures: ProcedureFact[], entries: EntryPlan[]): PlannedRow[] {
  const chance = new Chance("channels");
  const notProvided = new Set(NOT_YET_PROVIDED.map(procedureKey));
  return procedures.flatMap((procedure): PlannedRow[] => {
    const terms = termsOf(procedure, chance);
    const own = entries.filter((entry) => entry.procedure === procedure.key);
    return [
      channel(procedure, "COUNTER", "IN", null, terms),
      channel(procedure, "COUNTER", "OUT", null, {}),
      ...(["IN", "OUT"] as const).flatMap((leg) =>
        postalSpans(own, leg).map(({ from, to }) =>
          channel(procedure, "POST", leg, from, { ...(leg === "IN" ? terms : {}), validTo: to }),
        ),
      ),
      ...own
        .filter(({ level, procedure: key }) => level !== null && !notProvided.has(key))
        .flatMap((entry) => onlineLegs(procedure, entry, terms)),
    ];
  });
}

function termsOf(procedure: ProcedureFact, chance: Chance): Terms {
  // Drawn for every procedure, so that telling about one more does not change the others.
  const days = chance.pick([1, 2, 3, 5, 5, 7, 10, 10, 15, 15, 20, 30]);
  const drawn = chance.pick([0, 0, 20_000, 50_000, 100_000, 150_000, 200_000, 300_000]);
  const [workingDays, charge, fee] = TOLD[procedure.code ?? procedure.name] ?? [days, drawn];
  return { workingDays, feeVnd: fee === undefined ? null : String(fee), chargeVnd: String(charge) };
}

/** The days on which the postal catalog lists a leg, entries that follow each other joined. */
function postalSpans(entries: EntryPlan[], leg: Leg): { from: string; to: string | null }[] {
  const spans: { from: string; to: string | null }[] = [];
  for (const { catalog, legs, from, to } of entries) {
    if (catalog !== POSTAL || !legs?.includes(leg)) continue;
    const last = spans.at(-1);
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  }
  return spans;
}

/** Level 3 is filed online and collected elsewhere, level 4 may be returned online (43/2011/NĐ-CP, Article 3). */
function onlineLegs(procedure: ProcedureFact, entry: EntryPlan, terms: Terms): PlannedRow[] {
  const level = { levelScheme: "ND43_2011", level: entry.level };
  const from = PROVIDED_FROM[Number(entry.from.slice(0, 4))] ?? entry.from;
  const filed = channel(procedure, "ONLINE", "IN", from, { ...terms, ...level });
  return entry.level === 4 ? [filed, channel(procedure, "ONLINE", "OUT", from, level)] : [filed];
}

function channel(
  procedure: ProcedureFact,
  kind: string,
  leg: Leg,
  validFrom: string | null,
  values: PlannedValues | Terms,
): PlannedRow {
  return {
    resource: "Channel",
    key: `channel/${procedure.key}/${kind}/${leg}/${validFrom ?? ""}`,
    create: { procedure: ref(procedure.key), channel: kind, leg, validFrom, ...values, ...DEMO },
  };
}
