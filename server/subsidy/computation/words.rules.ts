import { groupDigits, type Locale } from "../../platform/kinds/all";
import type { Label } from "../../platform/text/label";
import type { RateTerms } from "./inputs.rules";
import type { Line } from "./line.rules";

/** How amounts are rounded, said beside them. */
export const ROUNDING: Label = {
  vi: "Mỗi dòng: đơn giá × số lượng × mức hỗ trợ, làm tròn một lần đến đồng, nửa đồng làm tròn lên (số âm thì ra xa số 0). Tổng là tổng các dòng đã làm tròn.",
  en: "Each line: rate × quantity × share, rounded once to the đồng, half up (away from zero where negative). The total is the sum of the rounded lines.",
};

const UNITS: Record<RateTerms["rateUnit"], { vi: string; one: string; many: string }> = {
  PER_DOSSIER: { vi: "hồ sơ", one: "dossier", many: "dossiers" },
  PER_TRIP: { vi: "chuyến", one: "trip", many: "trips" },
  PER_MONTH: { vi: "tháng", one: "month", many: "months" },
};

const money = (vnd: bigint, locale: Locale): string => `${groupDigits(String(vnd), locale)} đ`;

function quantityWords({ rateUnit, quantity: { numerator, denominator } }: Line, locale: Locale): string {
  const whole = groupDigits(String(numerator), locale);
  const said = denominator === 1 ? whole : `${whole}/${denominator}`;
  const { vi, one, many } = UNITS[rateUnit];
  return `${said} ${locale === "vi" ? vi : Math.abs(numerator) === denominator ? one : many}`;
}

/** How a line came to its amount, as a sum that can be done again by hand. */
export function explanationOf(line: Line, isReversal: boolean): Label {
  const said = (locale: Locale): string => {
    const percent = locale === "vi" ? line.sharePercent.replace(".", ",") : line.sharePercent;
    const sum = `${money(line.rateVnd, locale)} × ${quantityWords(line, locale)} × ${percent}% = ${money(line.wantedVnd, locale)}`;
    return isReversal ? `${TAKEN_BACK[locale]}: ${sum}${cutBefore(line, locale)}` : `${sum}${cutNow(line, locale)}`;
  };
  return { vi: said("vi"), en: said("en") };
}

const TAKEN_BACK: Label = { vi: "Thu hồi dòng đã duyệt", en: "Takes back an approved line" };

function cutNow({ isCut, amountVnd }: Line, locale: Locale): string {
  if (!isCut) return "";
  const paid = money(amountVnd, locale);
  return locale === "vi" ? `; trần chỉ còn ${paid}` : `; the cap leaves ${paid}`;
}

function cutBefore({ isCut, amountVnd }: Line, locale: Locale): string {
  if (!isCut) return "";
  const taken = money(amountVnd, locale);
  return locale === "vi" ? `; khi ấy trần cắt còn ${taken}` : `; the cap had left ${taken} of it`;
}
