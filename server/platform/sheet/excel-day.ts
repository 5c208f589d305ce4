import type { SheetDay, SheetValue } from "./sheet";

const MS_OF_DAY = 86_400_000;
/** The day before serial number 1 in workbooks that count from 1900, as it is from March 1900 on. */
const BASE_1900 = Date.UTC(1899, 11, 30);
const BASE_1904 = Date.UTC(1904, 0, 1);
/** The last day that a spreadsheet knows: 31/12/9999. */
const LAST_DAY = Date.UTC(9999, 11, 31);
/** Excel believes in 29/2/1900. From this serial on its days and ours agree. */
const FIRST_SOUND_SERIAL = 61;

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

/** The day that a cell with a date format shows; what is no day comes back as the text that it shows or as its number. */
export function dayOfSerial(serial: number, is1904: boolean, isTimeOnly: boolean): SheetValue {
  let whole = Math.floor(serial);
  let seconds = Math.round((serial - whole) * 86_400);
  if (seconds === 86_400) {
    whole++;
    seconds = 0;
  }
  if (whole < 0) return serial;
  if (whole === 0 && isTimeOnly) return timeOf(seconds);
  const time = seconds === 0 ? {} : { time: timeOf(seconds) };
  const ms = (is1904 ? BASE_1904 : BASE_1900) + whole * MS_OF_DAY;
  if (ms > LAST_DAY) return serial;
  if (is1904 || whole >= FIRST_SOUND_SERIAL) return { day: iso(ms), ...time };
  // Serials 1 to 59 lie a day later than counted from March; 0 and 60 are days that were not.
  if (whole === 0) return "0/1/1900";
  if (whole === 60) return "29/2/1900";
  return { day: iso(ms + MS_OF_DAY), ...time };
}

/** The number of a day in a workbook, null before 1/3/1900: spreadsheets disagree about what comes before. */
export function serialOfDay({ day, time }: SheetDay): number | null {
  const ms = Date.parse(`${day}T00:00:00Z`);
  const whole = (ms - BASE_1900) / MS_OF_DAY;
  if (!Number.isInteger(whole) || whole < FIRST_SOUND_SERIAL) return null;
  if (!time) return whole;
  const [hours, minutes, seconds] = time.split(":").map(Number);
  return whole + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
