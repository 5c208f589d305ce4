import { choice, code, decimal, vnd } from "../platform/kinds/all";

/** The smallest amount of 64 bits that the product keeps: signed amounts are corrections and amendments. */
const LEAST_VND = -9223372036854775807n;

/** Money that may be taken back: an amendment that lowers a budget, an adjusting claim, a line of one. */
export const signedVnd = () => vnd({ min: LEAST_VND });

/** A share of the cost in percent, two decimals at most. */
export const sharePercent = () => decimal({ scale: 2, min: 0, max: 100 });

/** A quantity of dossiers, trips or months, as it is shown; negative on lines that take back. */
export const quantity = () => decimal({ scale: 6, min: -999_999_999, max: 999_999_999 });

/** An hour of the day as people write it: 14:30. */
export const timeOfDay = () => code({ max: 5, pattern: /^([01]?\d|2[0-3]):[0-5]\d$/, shape: "14:30" });

export const RATE_UNIT = choice("TransferRateUnit", [
  { value: "PER_DOSSIER", vi: "Mỗi hồ sơ", en: "Per dossier" },
  { value: "PER_TRIP", vi: "Mỗi chuyến", en: "Per trip" },
  { value: "PER_MONTH", vi: "Mỗi tháng", en: "Per month" },
]);

export const CARRIER = choice("TransferCarrier", [
  { value: "POST", vi: "Bưu điện", en: "Post" },
  { value: "OWN_STAFF", vi: "Cán bộ tự chuyển", en: "Own staff" },
  { value: "OTHER", vi: "Đơn vị khác", en: "Other" },
]);

/** What the moved dossiers are counted from. */
export const QUANTITY_SOURCE = choice("QuantitySource", [
  { value: "HAND_OVERS", vi: "Biên bản giao nhận", en: "Hand-over records" },
  { value: "COUNTS", vi: "Số liệu hồ sơ", en: "Dossier counts" },
]);

/** How often a program is claimed against. */
export const CLAIM_PERIOD = choice("ClaimPeriod", [
  { value: "MONTH", vi: "Tháng", en: "Month" },
  { value: "QUARTER", vi: "Quý", en: "Quarter" },
  { value: "HALF_YEAR", vi: "Nửa năm", en: "Half-year" },
  { value: "YEAR", vi: "Năm", en: "Year" },
]);
