import { daysInMonth } from "../../platform/format";

/** The spans that are made by a choice and not typed. */
export type PresetKind = "MONTH" | "QUARTER" | "GOVERNMENT_QUARTER" | "YEAR";

/** A period as it would be made. */
export interface PlannedPeriod {
  kind: PresetKind;
  name: string;
  firstDay: string;
  lastDay: string;
}

const ROMAN = ["I", "II", "III", "IV"];
const two = (value: number): string => String(value).padStart(2, "0");

/** A day by year, month and date; months outside 1 to 12 belong to the years around. */
function day(year: number, month: number, date: number): string {
  const [y, m] = [year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1];
  return `${y}-${two(m)}-${two(Math.min(date, daysInMonth(y, m)))}`;
}

/**
 * The periods of a kind in a year. The government's quarter runs from the 15th of the month before it to the 14th of its
 * last month (Decree 09/2019/NĐ-CP, Article 12), so that its first one begins in December.
 */
export function presetsOf(kind: PresetKind, year: number): PlannedPeriod[] {
  switch (kind) {
    case "MONTH":
      return Array.from({ length: 12 }, (_, index) => ({
        kind,
        name: `Tháng ${index + 1}/${year}`,
        firstDay: day(year, index + 1, 1),
        lastDay: day(year, index + 1, 31),
      }));
    case "QUARTER":
      return ROMAN.map((numeral, index) => ({
        kind,
        name: `Quý ${numeral}/${year}`,
        firstDay: day(year, index * 3 + 1, 1),
        lastDay: day(year, index * 3 + 3, 31),
      }));
    case "GOVERNMENT_QUARTER":
      return ROMAN.map((numeral, index) => ({
        kind,
        name: `Quý báo cáo ${numeral}/${year}`,
        firstDay: day(year, index * 3, 15),
        lastDay: day(year, index * 3 + 3, 14),
      }));
    case "YEAR":
      return [{ kind, name: `Năm ${year}`, firstDay: day(year, 1, 1), lastDay: day(year, 12, 31) }];
  }
}

/** So many days after the last day of a period: when its counts are to be reported. */
export function dueAfter(lastDay: string, days: number): string {
  const date = new Date(`${lastDay}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Those that are not there yet, by their days or by their name: neither may stand twice. */
export const notYet = (
  planned: readonly PlannedPeriod[],
  there: readonly { name: string; firstDay: string; lastDay: string }[],
): PlannedPeriod[] =>
  planned.filter(
    ({ name, firstDay, lastDay }) =>
      !there.some((each) => each.name === name || (each.firstDay === firstDay && each.lastDay === lastDay)),
  );
