import { DayPicker } from "react-day-picker";
import { enGB } from "react-day-picker/locale/en-GB";
import { vi } from "react-day-picker/locale/vi";
import "react-day-picker/style.css";
import { formatLongDate, today } from "../platform/format";
import { dayOf, localDate, monthsLater } from "./calendar";
import type { Box } from "./cell-drawing";
import "./day-popup.css";
import type { Locale } from "./grid-column";
import type { Say } from "./grid.messages";
import { PopupPlace } from "./PopupPlace";

export interface DayPopupProps {
  id: string;
  /** The day it stands on. */
  day: string;
  /** The edited cell, in the window's coordinates. */
  cell: Box;
  locale: Locale;
  say: Say;
  onShow(day: string): void;
  onPick(day: string): void;
}

/** As Vietnamese calendars print them: T2 … T7, CN, under "Tháng 7/2018". */
const VIETNAMESE = {
  formatWeekdayName: (date: Date) => (date.getDay() === 0 ? "CN" : `T${date.getDay() + 1}`),
  formatCaption: (date: Date) => `Tháng ${date.getMonth() + 1}/${date.getFullYear()}`,
};

const months = (date: Date) => date.getFullYear() * 12 + date.getMonth();

/** The calendar at a day cell. Its keys come to the sink, which has the focus, so that typing goes on working. */
export default function DayPopup({ id, day, cell, locale, say, onShow, onPick }: DayPopupProps) {
  const date = localDate(day);
  return (
    <PopupPlace id={id} cell={cell} room={330} width={300} label={say("calendar.title")}>
      <DayPicker
        className="bulk-grid-calendar"
        mode="single"
        locale={locale === "vi" ? vi : enGB}
        formatters={locale === "vi" ? VIETNAMESE : undefined}
        weekStartsOn={1}
        showOutsideDays
        fixedWeeks
        today={localDate(today())}
        month={date}
        onMonthChange={(month) => onShow(monthsLater(day, months(month) - months(date)))}
        selected={date}
        onDayClick={(clicked) => onPick(dayOf(clicked))}
        footer={formatLongDate(day, locale)}
      />
      <p>{say("calendar.keys")}</p>
    </PopupPlace>
  );
}
