import { dayAfter, weekdayOf } from "./day.rules";

/** When dossiers were received and handed on; hours are local, "14:30". */
export interface HandOverTimes {
  receivedOn: string | null;
  receivedAt: string | null;
  handedOn: string | null;
}

export interface HandOverTime {
  timeliness: "ON_TIME" | "LATE" | "UNKNOWN";
  /** The day on which, or at whose beginning, they were to be moved; null where it cannot be told. */
  dueOn: string | null;
}

/** Dossiers received later than this may wait until the beginning of the next working day. */
const LAST_HOUR = "15:00";

/**
 * Whether dossiers were moved in time: in the working day in which they were received, or at the beginning of the next
 * one when received after 15:00 (Decree 61/2018/NĐ-CP, Article 18). Records know the day and not the hour of moving, so
 * that any hour of the day due is in time. Without the hour of reception what holds for every hour is told.
 */
export function handOverTime({ receivedOn, receivedAt, handedOn }: HandOverTimes): HandOverTime {
  if (receivedOn === null) return { timeliness: "UNKNOWN", dueOn: null };
  const next = nextWorkingDay(receivedOn);
  const earliest = isWorkingDay(receivedOn) && !(receivedAt !== null && receivedAt > LAST_HOUR) ? receivedOn : next;
  const latest = isWorkingDay(receivedOn) && receivedAt !== null ? earliest : next;
  const dueOn = earliest === latest ? earliest : null;
  if (handedOn === null || handedOn < receivedOn) return { timeliness: "UNKNOWN", dueOn };
  if (handedOn <= earliest) return { timeliness: "ON_TIME", dueOn };
  return { timeliness: handedOn > latest ? "LATE" : "UNKNOWN", dueOn };
}

/**
 * No Saturday or Sunday and none of the holidays of a fixed date, 1/1, 30/4, 1/5, 2/9, with the day off in place of one
 * that falls on a weekend (Labour Code 2012, Article 115). Not known here, so that they count as working days: the lunar
 * holidays (Tết, Giỗ Tổ Hùng Vương), the second day of National Day since 2021, and days exchanged by a year's order.
 */
export function isWorkingDay(day: string): boolean {
  return !isWeekend(day) && !isHoliday(day) && !daysInPlace(day.slice(0, 4)).includes(day);
}

const HOLIDAYS = ["01-01", "04-30", "05-01", "09-02"];

const isHoliday = (day: string): boolean => HOLIDAYS.includes(day.slice(5));
const isWeekend = (day: string): boolean => weekdayOf(day) % 6 === 0;

/** Days off in place of a year's holidays that fall on weekends: for each the next day not off already. */
function daysInPlace(year: string): string[] {
  const off: string[] = [];
  for (const holiday of HOLIDAYS.map((date) => `${year}-${date}`).filter(isWeekend)) {
    let day = dayAfter(holiday);
    while (isWeekend(day) || isHoliday(day) || off.includes(day)) day = dayAfter(day);
    off.push(day);
  }
  return off;
}

function nextWorkingDay(after: string): string {
  let day = dayAfter(after);
  while (!isWorkingDay(day)) day = dayAfter(day);
  return day;
}
