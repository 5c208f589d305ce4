import { choice, date, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { periodMonths } from "./closed-days";
import { periodPolicy } from "./count.policy";
import { openFromTheStart, periodRules } from "./period.rules";

export const PERIOD_KIND = choice("PeriodKind", [
  { value: "MONTH", vi: "Tháng", en: "Month" },
  { value: "QUARTER", vi: "Quý", en: "Quarter" },
  { value: "GOVERNMENT_QUARTER", vi: "Quý báo cáo (15 đến 14)", en: "Reporting quarter (15th to 14th)" },
  { value: "YEAR", vi: "Năm", en: "Year" },
  { value: "OTHER", vi: "Khoảng khác", en: "Other span" },
]);

const PERIOD_STATE = choice("PeriodState", [
  { value: "OPEN", vi: "Đang mở", en: "Open" },
  { value: "CLOSED", vi: "Đã khóa", en: "Closed" },
]);

/**
 * A reporting period (kỳ báo cáo): the days that counts are reported for, both ends included. Months and calendar
 * quarters serve the postal reports (Circular 17/2017/TT-BTTTT); the government's quarter runs from the 15th of the month
 * before it to the 14th of its last month (Decree 09/2019/NĐ-CP, Article 12).
 */
@resource({
  single: "period",
  plural: "periods",
  label: { vi: "Kỳ báo cáo", en: "Period" },
  pluralLabel: { vi: "Kỳ báo cáo", en: "Periods" },
  about: {
    vi: "Khoảng ngày mà số liệu hồ sơ được báo cáo, kể cả ngày đầu và ngày cuối; khóa rồi thì không sửa số liệu được.",
    en: "The days that counts are reported for, both ends included; once it is closed its counts cannot be changed.",
  },
  title: "name",
  keys: [["name"], ["firstDay", "lastDay"]],
  uniqueTogether: [["firstDay", "lastDay"]],
  sourced: true,
  policy: periodPolicy,
  defaultSort: [{ field: "firstDay", descending: true }, { field: "lastDay" }],
  rules: periodRules,
  closing: { field: "state", closed: "CLOSED" },
  setRules: [periodMonths],
  derive: { fields: ["state"], from: {}, compute: openFromTheStart },
})
export class Period {
  @field({
    kind: text({ max: 100 }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 160,
    label: { vi: "Tên kỳ", en: "Name" },
    headers: ["Kỳ", "Kỳ báo cáo"],
    about: { vi: "Tên kỳ, ví dụ Tháng 6/2019.", en: "What the period is called, for example Tháng 6/2019." },
  })
  name!: string;

  @field({
    kind: PERIOD_KIND,
    required: true,
    inList: true,
    width: 190,
    label: { vi: "Loại kỳ", en: "Kind" },
    about: { vi: "Tháng, quý, năm hay khoảng khác.", en: "A month, a quarter, a year or another span." },
  })
  kind!: string;

  @field({
    kind: date(),
    required: true,
    write: "create",
    inList: true,
    width: 110,
    label: { vi: "Ngày đầu", en: "First day" },
    headers: ["Từ ngày"],
    about: { vi: "Ngày đầu tiên của kỳ.", en: "The first day of the period." },
  })
  firstDay!: string;

  @field({
    kind: date(),
    required: true,
    write: "create",
    inList: true,
    width: 110,
    label: { vi: "Ngày cuối", en: "Last day" },
    headers: ["Đến ngày"],
    about: { vi: "Ngày cuối cùng của kỳ, tính cả ngày ấy.", en: "The last day of the period, itself included." },
  })
  lastDay!: string;

  @field({
    kind: date(),
    inList: true,
    width: 130,
    label: { vi: "Hạn báo cáo", en: "Due on" },
    about: {
      vi: "Ngày cuối cùng phải gửi số liệu của kỳ.",
      en: "The last day on which its counts are to be reported.",
    },
  })
  dueOn!: string;

  @field({
    kind: PERIOD_STATE,
    write: "never",
    inList: true,
    width: 110,
    label: { vi: "Trạng thái", en: "State" },
    about: {
      vi: "Đang mở hay đã khóa; kỳ đã khóa không nhận số liệu. Chỉ đổi bằng khóa kỳ và mở lại kỳ.",
      en: "Open or closed; a closed period takes no counts. Changed by closing and reopening only.",
    },
  })
  state!: string;
}
