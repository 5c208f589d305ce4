import { date, decimal, groupDigits } from "../../platform/kinds/all";
import type { Label } from "../../platform/text/label";
import type { Span } from "../computation/claim-window.rules";
import { daysOf } from "../computation/day.rules";
import { isWholeYear, yearOf, type NeedGap, type NeedLine, type NeedTerms } from "./need.rules";

/** What was found of the counts beside the figures themselves. */
export interface CountsFound {
  channels: readonly string[];
  /** Dossiers on the routes in periods that lie in the base span only in part: they are not counted. */
  straddling: number;
  /** Days of the base span for which no count of the routes is there. */
  silentDays: number;
}

const CHANNEL_WORDS: Readonly<Record<string, Label>> = {
  COUNTER: { vi: "trực tiếp", en: "counter" },
  POST: { vi: "bưu chính công ích", en: "post" },
  ONLINE: { vi: "trực tuyến", en: "online" },
};

/** Codes that a sentence names; the others are counted. */
const NAMED = 10;

const dayIn = (day: string, of: "vi" | "en"): string => date().toText(day, of);
const numberIn = (value: number | string, of: "vi" | "en"): string => groupDigits(String(value), of);
const percentIn = (value: string, of: "vi" | "en"): string => decimal({ scale: 2, min: -100 }).toText(value, of);

function said(make: (of: "vi" | "en") => string): Label {
  return { vi: make("vi"), en: make("en") };
}

function codes(all: readonly string[], of: "vi" | "en"): string {
  const named = all.slice(0, NAMED).join(", ");
  const more = all.length - NAMED;
  if (more <= 0) return named;
  return of === "vi" ? `${named} và ${more} tuyến khác` : `${named} and ${more} more`;
}

/** Everything an estimate assumes, a sentence each: its readers agree or disagree with these, not with the arithmetic. */
export function assumptionsOf(
  terms: NeedTerms,
  found: CountsFound,
  lines: readonly NeedLine[],
  gaps: readonly NeedGap[],
): Label[] {
  return [
    countsSentence(terms.base, found),
    ...leftOutSentences(found),
    yearSentence(terms),
    growthSentence(terms.growthPercent),
    ...quantitySentences(lines),
    ...rateSentences(terms.fiscalYear, lines),
    shareSentence(terms.sharePercent),
    ...gapSentences(gaps),
  ];
}

const countsSentence = ({ from, to }: Span, { channels }: CountsFound): Label =>
  said((of) => {
    const named = channels.map((channel) => CHANNEL_WORDS[channel][of]).join(", ");
    const [first, last, days] = [dayIn(from, of), dayIn(to, of), numberIn(daysOf(from, to), of)];
    return of === "vi"
      ? `Số hồ sơ theo số liệu các kỳ báo cáo nằm trọn từ ${first} đến ${last} (${days} ngày), kênh: ${named}.`
      : `Dossiers by the counts of periods wholly between ${first} and ${last} (${days} days), channels: ${named}.`;
  });

function leftOutSentences({ straddling, silentDays }: CountsFound): Label[] {
  const out: Label[] = [];
  if (straddling > 0)
    out.push(
      said((of) =>
        of === "vi"
          ? `Không tính ${numberIn(straddling, of)} hồ sơ của những kỳ chỉ nằm một phần trong khoảng ấy.`
          : `Not counted: ${numberIn(straddling, of)} dossiers of periods that lie in that span only in part.`,
      ),
    );
  if (silentDays > 0)
    out.push(
      said((of) =>
        of === "vi"
          ? `${numberIn(silentDays, of)} ngày của khoảng ấy chưa có số liệu nào của các tuyến: số hồ sơ có thể thấp hơn thực tế.`
          : `For ${numberIn(silentDays, of)} days of that span the routes have no count at all: dossiers may be more than said.`,
      ),
    );
  return out;
}

function yearSentence({ base, fiscalYear }: NeedTerms): Label {
  if (isWholeYear(base))
    return {
      vi: "Khoảng số liệu tròn một năm, lấy làm số hồ sơ của cả năm.",
      en: "The counts span a whole year and stand for the year.",
    };
  const { from, to } = yearOf(fiscalYear);
  const [year, days] = [daysOf(from, to), daysOf(base.from, base.to)];
  return {
    vi: `Quy ra cả năm theo số ngày: nhân với ${year}/${days}.`,
    en: `Made a year by days: multiplied by ${year}/${days}.`,
  };
}

const growthSentence = (percent: string): Label =>
  percent === "0"
    ? { vi: "Số hồ sơ giữ như khoảng số liệu.", en: "As many dossiers as in the counts." }
    : said((of) =>
        percent.startsWith("-")
          ? of === "vi"
            ? `Số hồ sơ giảm ${percentIn(percent.slice(1), of)}%.`
            : `${percentIn(percent.slice(1), of)}% fewer dossiers.`
          : of === "vi"
            ? `Số hồ sơ tăng ${percentIn(percent, of)}%.`
            : `${percentIn(percent, of)}% more dossiers.`,
      );

function quantitySentences(lines: readonly NeedLine[]): Label[] {
  const has = (basis: NeedLine["basis"]) => lines.some((line) => line.basis === basis);
  const out: Label[] = [
    { vi: "Số hồ sơ của mỗi tuyến làm tròn đến hồ sơ.", en: "The dossiers of each route are rounded to whole ones." },
  ];
  if (has("DOSSIERS_PER_TRIP"))
    out.push({
      vi: "Số chuyến = số hồ sơ chia cho số hồ sơ mỗi chuyến của đơn giá, làm tròn lên.",
      en: "Trips = dossiers by the rate's dossiers per trip, rounded up.",
    });
  if (has("HAND_OVERS"))
    out.push({
      vi: "Nơi số liệu không có hồ sơ của tuyến, hoặc đơn giá theo chuyến không ghi số hồ sơ mỗi chuyến: theo biên bản giao nhận đủ chữ ký trong khoảng số liệu, mỗi biên bản một chuyến, tăng và quy ra cả năm như số hồ sơ.",
      en: "Where the counts have no dossier of a route, or its rate says no dossiers per trip: by the signed hand-overs of the span, each a trip, grown and made a year as dossiers are.",
    });
  if (has("MONTHS"))
    out.push({
      vi: "Đơn giá theo tháng: số tháng tuyến hoạt động trong năm, đủ năm là 12.",
      en: "Monthly rates: the months of the year in which the route is there, 12 for a whole year.",
    });
  const still = lines.filter(({ basis, baseDossiers }) => basis !== "MONTHS" && baseDossiers === 0);
  if (still.length > 0) {
    const own = still.map(({ routeCode }) => routeCode);
    out.push(
      said((of) =>
        of === "vi"
          ? `Không có hồ sơ nào trong khoảng số liệu nên tính là 0: ${codes(own, of)}.`
          : `Reckoned at 0, as no dossier is on record in the span: ${codes(own, of)}.`,
      ),
    );
  }
  return out;
}

function rateSentences(fiscalYear: number, lines: readonly NeedLine[]): Label[] {
  const late = lines.filter(({ isLatestKnown }) => isLatestKnown).map(({ routeCode }) => routeCode);
  const first: Label = {
    vi: `Đơn giá có hiệu lực ngày 1/1/${fiscalYear}, giữ cả năm.`,
    en: `The rates in force on 1/1/${fiscalYear}, for the whole year.`,
  };
  if (late.length === 0) return [first];
  return [
    first,
    said((of) =>
      of === "vi"
        ? `Chưa có đơn giá ngày ấy, lấy đơn giá gần nhất đã biết: ${codes(late, of)}.`
        : `No rate on that day, so the latest known one is taken: ${codes(late, of)}.`,
    ),
  ];
}

const shareSentence = (percent: string): Label =>
  said((of) =>
    of === "vi" ? `Mức hỗ trợ ${percentIn(percent, of)}%.` : `${percentIn(percent, of)}% of the cost is paid.`,
  );

const GAP_WORDS: Readonly<Record<NeedGap["reason"], Label>> = {
  NO_RATE: { vi: "chưa có đơn giá nào", en: "no rate is known" },
  NO_TRIPS: {
    vi: "tính theo chuyến mà đơn giá không ghi số hồ sơ mỗi chuyến và không có biên bản giao nhận",
    en: "paid by trip, and neither dossiers per trip nor hand-overs are known",
  },
  TOO_MUCH: { vi: "số tiền vượt giới hạn lưu được", en: "the amount is too large to be kept" },
};

/** Why a route has no line. */
export const gapSentence = ({ routeCode, reason }: NeedGap): Label =>
  said((of) => `${routeCode}: ${GAP_WORDS[reason][of]}.`);

function gapSentences(gaps: readonly NeedGap[]): Label[] {
  const reasons = [...new Set(gaps.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const own = gaps.filter((gap) => gap.reason === reason).map(({ routeCode }) => routeCode);
    return said((of) =>
      of === "vi"
        ? `Chưa tính được (${GAP_WORDS[reason].vi}): ${codes(own, of)}.`
        : `Not in the estimate (${GAP_WORDS[reason].en}): ${codes(own, of)}.`,
    );
  });
}

/** How a line comes to its amount, as it stands beside it. */
export function lineSentence(line: NeedLine): Label {
  const { numerator, denominator } = line.quantity;
  return said((of) => {
    const unit = UNIT_WORDS[line.rateUnit][of];
    const quantity =
      denominator === 1 ? numberIn(numerator, of) : `${numberIn(numerator, of)}/${numberIn(denominator, of)}`;
    return `${numberIn(String(line.rateVnd), of)} đ × ${quantity} ${unit} × ${percentIn(line.sharePercent, of)}%`;
  });
}

const UNIT_WORDS: Readonly<Record<NeedLine["rateUnit"], Label>> = {
  PER_DOSSIER: { vi: "hồ sơ", en: "dossiers" },
  PER_TRIP: { vi: "chuyến", en: "trips" },
  PER_MONTH: { vi: "tháng", en: "months" },
};
