/** The editors of single kinds of values, and the list of keys. */
const vi = {
  "calendar.open": "Mở lịch (Alt ↓)",
  "calendar.title": "Lịch",
  "calendar.keys": "PageUp, PageDown: tháng; thêm Shift: năm. Enter nhận, Esc bỏ",
  "calendar.notLoaded": "Chưa tải được lịch. Gõ ngày vào ô, ví dụ 20/7/2019.",
  "tick.box": "ô đánh dấu",
  "keys.open": "Phím tắt",
  "keys.title": "Phím tắt của bảng tính",
};

const en: Record<keyof typeof vi, string> = {
  "calendar.open": "Open the calendar (Alt ↓)",
  "calendar.title": "Calendar",
  "calendar.keys": "PageUp, PageDown: month; with Shift: year. Enter takes, Esc gives back",
  "calendar.notLoaded": "The calendar could not be loaded. Type the day, e.g. 20/7/2019.",
  "tick.box": "checkbox",
  "keys.open": "Keys",
  "keys.title": "Keys of the spreadsheet",
};

export const EDITORS = { vi, en };
