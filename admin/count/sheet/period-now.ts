interface Dated {
  lastDay: string;
  state: "OPEN" | "CLOSED";
}

/** The period that is to be reported now, of periods with the latest first: the last that is over and open, else over. */
export function periodNow<Period extends Dated>(periods: readonly Period[], workingDate: string): Period | undefined {
  const over = periods.filter(({ lastDay }) => lastDay < workingDate);
  return over.find(({ state }) => state === "OPEN") ?? over[0] ?? periods[0];
}
