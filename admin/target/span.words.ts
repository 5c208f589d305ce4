import { defineWords } from "../platform/language";

/** Words of choosing a length of time. */
export const words = defineWords({
  vi: {
    kind: "Độ dài kỳ",
    MONTH: "Tháng",
    QUARTER: "Quý",
    YEAR: "Năm",
    TWELVE_MONTHS: "12 tháng",
    before: "Kỳ trước",
    after: "Kỳ sau",
    days: "Từ ngày đến ngày",
    from: "Từ ngày",
    to: "Đến ngày",
    apply: "Xem",
    wrong: "Ngày đầu phải không sau ngày cuối.",
    then: "Tổ chức lúc đó",
    today: "Tổ chức hiện nay",
  },
  en: {
    kind: "Length of the period",
    MONTH: "Month",
    QUARTER: "Quarter",
    YEAR: "Year",
    TWELVE_MONTHS: "12 months",
    before: "Period before",
    after: "Period after",
    days: "From day to day",
    from: "From",
    to: "To",
    apply: "Show",
    wrong: "The first day must not be after the last.",
    then: "Structure of the time",
    today: "Structure of today",
  },
});
