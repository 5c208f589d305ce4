import { date, groupDigits, type Locale } from "../../platform/kinds/all";
import type { Label } from "../../platform/text/label";
import type { Problem } from "../computation/line.rules";
import type { BaseMonth, Forecast } from "./forecast.rules";
import type { Gap } from "./price.rules";
import type { Standing, WarningLevel } from "./runs-out.rules";
import { FEWEST } from "./spread.rules";

const money = (vnd: bigint, locale: Locale): string => `${groupDigits(String(vnd), locale)} đ`;
const day = (of: string, locale: Locale): string => date().toText(of, locale);
/** 2019-06 as 6/2019. */
const month = (of: string): string => `${Number(of.slice(5, 7))}/${of.slice(0, 4)}`;
const said = (make: (locale: Locale) => string): Label => ({ vi: make("vi"), en: make("en") });

/** How the months to come were forecast, or why they were not. */
export function methodOf(base: readonly BaseMonth[]): Label {
  if (base.length < FEWEST)
    return {
      vi: `Không đủ số liệu: mới có ${base.length} tháng đã khóa hoặc đã duyệt, cần ít nhất ${FEWEST} tháng.`,
      en: `Not enough data: ${base.length} months are closed or approved, at least ${FEWEST} are needed.`,
    };
  const [first, last] = [month(base[0].from), month(base.at(-1)!.from)];
  return {
    vi: `Mỗi tháng còn lại: trung bình của ${base.length} tháng gần nhất đã có số liệu (từ ${first} đến ${last}), tính lại theo đơn giá và mức hỗ trợ dự kiến của tháng đó. Khoảng 80%: trung bình ± t × độ lệch chuẩn × √(1 + 1/${base.length}), t theo phân phối Student với ${base.length - 1} bậc tự do; không xét mùa vụ.`,
    en: `Each month to come: the mean of the last ${base.length} months with figures (${first} to ${last}), at the rates and share expected then. 80% interval: mean ± t × standard deviation × √(1 + 1/${base.length}), Student's t with ${base.length - 1} degrees of freedom; seasons are not looked at.`,
  };
}

/** What the forecast leaves out or assumes, and the closed months that could not be computed. */
export function notesOf(
  forecast: Forecast | null,
  problems: readonly Problem[],
  codeOf: (route: string) => string,
): Label[] {
  const notes = problems.map((problem) => problemSentence(problem, codeOf));
  for (const [route, gap] of forecast?.gaps ?? []) notes.push(gapSentence(codeOf(route), gap));
  const late = [...(forecast?.latestKnown ?? [])].map(codeOf).join(", ");
  if (late !== "")
    notes.push({
      vi: `Chưa có đơn giá của những tháng còn lại, lấy đơn giá gần nhất đã biết: ${late}.`,
      en: `No rate is known for the months to come, so the latest known one is taken: ${late}.`,
    });
  return notes;
}

const gapSentence = (code: string, gap: Gap): Label =>
  gap === "NO_RATE"
    ? { vi: `Không dự báo được tuyến ${code}: chưa có đơn giá.`, en: `Route ${code} is not forecast: it has no rate.` }
    : {
        vi: `Không dự báo được tuyến ${code}: đơn giá theo chuyến không ghi số hồ sơ mỗi chuyến.`,
        en: `Route ${code} is not forecast: its rate per trip does not say how many dossiers make one.`,
      };

const PROBLEMS: Record<Problem["code"], Label> = {
  NO_RATE: { vi: "có luân chuyển mà không có đơn giá", en: "something moved and there is no rate" },
  NO_TRIPS: { vi: "đơn giá không ghi số hồ sơ mỗi chuyến", en: "the rate says no dossiers per trip" },
  ROUTE_NOT_IN_FORCE: {
    vi: "có luân chuyển khi tuyến không hoạt động",
    en: "something moved while the route was not there",
  },
  PERIOD_STRADDLES: { vi: "kỳ báo cáo nằm một phần trong tháng", en: "a reporting period lies in it only in part" },
  TOO_MUCH: { vi: "số tiền vượt giới hạn lưu được", en: "the amount is too large to be kept" },
};

const problemSentence = ({ code, route, day: on }: Problem, codeOf: (route: string) => string): Label =>
  said((locale) => {
    const [where, when] = [route === null ? "" : codeOf(route), on === null ? "" : day(on, locale)];
    return locale === "vi"
      ? `Tháng chứa ngày ${when} chưa tính được: tuyến ${where}, ${PROBLEMS[code].vi}.`
      : `The month of ${when} cannot be computed: route ${where}, ${PROBLEMS[code].en}.`;
  });

/** A warning as a sentence, with the amounts it is about. */
export function warningSentence(level: WarningLevel, standing: Standing, runsOut: string | null): Label {
  const { budgetVnd, boundVnd, knownVnd, yearVnd, yearHighVnd } = standing;
  return said((locale) => {
    const [budget, year, high] = [budgetVnd, yearVnd ?? 0n, yearHighVnd ?? 0n].map((vnd) => money(vnd, locale));
    const used = money(boundVnd > knownVnd ? boundVnd : knownVnd, locale);
    const lacking = money((yearVnd ?? 0n) - budgetVnd, locale);
    const on = runsOut === null ? "" : day(runsOut, locale);
    const sentences: Record<WarningLevel, Label> = {
      NO_BUDGET: { vi: "Chưa được giao kinh phí.", en: "No budget is granted yet." },
      EXHAUSTED: {
        vi: `Đã hết kinh phí: đã phát sinh ${used} trên ${budget}.`,
        en: `The budget is used up: ${used} of ${budget}.`,
      },
      SHORT: {
        vi: `Thiếu ${lacking}: dự kiến cả năm ${year} trên kinh phí ${budget}, hết vào ngày ${on}.`,
        en: `${lacking} short: ${year} expected of ${budget}; it runs out on ${on}.`,
      },
      TIGHT: {
        vi: `Sát kinh phí: dự kiến cả năm ${year}, có thể đến ${high}, trên ${budget}.`,
        en: `Tight: ${year} expected, perhaps ${high}, of ${budget}.`,
      },
      ENOUGH: {
        vi: `Đủ kinh phí: dự kiến cả năm ${year}, nhiều nhất ${high}, trên ${budget}.`,
        en: `Enough: ${year} expected, ${high} at most, of ${budget}.`,
      },
      UNKNOWN: {
        vi: `Chưa dự báo được: đã phát sinh ${used} trên ${budget}.`,
        en: `No forecast yet: ${used} of ${budget} so far.`,
      },
    };
    return sentences[level][locale];
  });
}
