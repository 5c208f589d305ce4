import { DEMO, type PlannedRow } from "./plan";

/** A month that counts are reported for. */
export interface Month {
  key: string;
  year: number;
  /** 1 to 12. */
  number: number;
  name: string;
  firstDay: string;
  lastDay: string;
  dueOn: string;
}

/** The months of the baseline year and of 2019 up to the working date. */
export const MONTHS: readonly Month[] = [
  ...Array.from({ length: 12 }, (_, index) => month(2018, index + 1)),
  ...Array.from({ length: 7 }, (_, index) => month(2019, index + 1)),
];

function month(year: number, number: number): Month {
  const day = (months: number, date: number) => new Date(Date.UTC(year, number - 1 + months, date)).toISOString();
  return {
    key: `period/${year}-${String(number).padStart(2, "0")}`,
    year,
    number,
    name: `Tháng ${number}/${year}`,
    firstDay: day(0, 1).slice(0, 10),
    lastDay: day(1, 0).slice(0, 10),
    dueOn: day(1, 15).slice(0, 10),
  };
}

/** The months whose counts are all in are closed; of June three departments have not reported, and July is not over. */
export function closedPeriodRows(): PlannedRow[] {
  return MONTHS.filter(({ lastDay }) => lastDay < "2019-06-01").map(({ key }) => ({
    resource: "Period",
    key,
    set: { state: "CLOSED" },
  }));
}

/** The months as periods. That their counts are due on the 15th of the month after is invented. */
export function periodRows(): PlannedRow[] {
  return MONTHS.map(({ key, name, firstDay, lastDay, dueOn }) => ({
    resource: "Period",
    key,
    create: { name, kind: "MONTH", firstDay, lastDay, dueOn, ...DEMO },
  }));
}
