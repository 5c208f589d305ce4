import { choice, code, decimal, int, list, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { AGENCY_KIND } from "../agency/agency-kind";
import { CHANNEL } from "../procedure/channel-kind";
import { LEG } from "../procedure/leg";
import { LEVEL_SCHEME } from "../procedure/level-scheme";
import { criterionRules } from "./criterion.rules";
import { targetPolicy } from "./target.policy";

const MEASURE = choice("Measure", [
  { value: "PROCEDURES", vi: "Thủ tục có phát sinh hồ sơ", en: "Procedures with dossiers" },
  { value: "DOSSIERS", vi: "Hồ sơ", en: "Dossiers" },
]);

export const READING = choice("Reading", [
  { value: "AGENCY", vi: "Trên toàn bộ hồ sơ của cơ quan", en: "Of all the agency's dossiers" },
  { value: "CATALOG", vi: "Trên hồ sơ của danh mục hoặc mức độ", en: "Of the catalog's or level's dossiers" },
  { value: "ANY", vi: "Có hồ sơ bất kỳ", en: "Any dossier" },
  { value: "RECEIVED", vi: "Có hồ sơ nhận qua kênh", en: "Received by the channel" },
  { value: "RETURNED", vi: "Có kết quả trả qua kênh", en: "Returned by the channel" },
  { value: "EITHER", vi: "Có hồ sơ nhận hoặc kết quả trả qua kênh", en: "Received or returned by the channel" },
]);

const BASE = choice("CountBase", [
  { value: "RECEIVED", vi: "Hồ sơ đã tiếp nhận", en: "Dossiers received" },
  { value: "RETURNED", vi: "Kết quả đã trả", en: "Results returned" },
]);

const ATTRIBUTION = choice("Attribution", [
  { value: "SETTLING", vi: "Theo cơ quan giải quyết", en: "By settling agency" },
  { value: "RECEPTION", vi: "Theo đơn vị tiếp nhận", en: "By reception unit" },
]);

const SCORING = choice("Scoring", [
  { value: "NONE", vi: "Không chấm điểm", en: "None" },
  { value: "ALL_OR_NOTHING", vi: "Đạt thì trọn điểm", en: "All or nothing" },
  { value: "CAPPED_LINEAR", vi: "Theo tỷ lệ, tối đa trọn điểm", en: "In proportion, capped" },
  { value: "BANDS", vi: "Theo bậc", en: "Bands" },
]);

/**
 * A criterion (chỉ tiêu): one ratio, what is counted above and below its line, and the share that is asked for. Where the
 * text that sets it can be read in several ways, `readings` holds them all and `officialReading` the one that a person
 * chose.
 */
@resource({
  single: "criterion",
  plural: "criteria",
  label: { vi: "Chỉ tiêu", en: "Criterion" },
  pluralLabel: { vi: "Chỉ tiêu", en: "Criteria" },
  about: {
    vi: "Một tỷ lệ phải đạt: tử số, mẫu số, ngưỡng, cách hiểu chính thức và cách chấm điểm.",
    en: "A ratio to be reached: numerator, denominator, threshold, official reading and scoring.",
  },
  title: "code",
  keys: [["targetSet", "code"]],
  uniqueTogether: [["targetSet", "code"]],
  sourced: true,
  policy: targetPolicy,
  defaultSort: [{ field: "targetSet" }, { field: "position" }, { field: "code" }],
  rules: criterionRules,
  lists: [
    {
      name: "catalogs",
      label: { vi: "Danh mục tính", en: "Catalogs" },
      about: { vi: "Các danh mục mà chỉ tiêu tính trên đó.", en: "The catalogs the criterion is about." },
      target: "criterionCatalog",
      via: "criterion",
    },
  ],
})
export class Criterion {
  @field({
    kind: ref("targetSet"),
    required: true,
    write: "create",
    inList: true,
    width: 180,
    label: { vi: "Bộ chỉ tiêu", en: "Target set" },
    about: { vi: "Bộ mà chỉ tiêu thuộc về.", en: "The set the criterion belongs to." },
  })
  targetSet!: string;

  @field({
    kind: code({ max: 20 }),
    required: true,
    search: true,
    inList: true,
    width: 80,
    label: { vi: "Mã", en: "Code" },
    about: { vi: "Mã của chỉ tiêu trong bộ, ví dụ T2A.", en: "The criterion's code in its set, for example T2A." },
  })
  code!: string;

  @field({
    kind: int({ min: 1, max: 999 }),
    width: 80,
    label: { vi: "Thứ tự", en: "Position" },
    about: { vi: "Thứ tự trong bộ.", en: "Its place in the set." },
  })
  position!: number;

  @field({
    kind: text({ max: 300 }),
    required: true,
    search: true,
    inList: true,
    width: 340,
    label: { vi: "Tên chỉ tiêu", en: "Name (Vietnamese)" },
    about: { vi: "Tên chỉ tiêu.", en: "The criterion's name in Vietnamese." },
  })
  nameVi!: string;

  @field({
    kind: text({ max: 300 }),
    search: true,
    width: 300,
    label: { vi: "Tên tiếng Anh", en: "Name (English)" },
    about: { vi: "Tên bằng tiếng Anh.", en: "The criterion's name in English." },
  })
  nameEn!: string;

  @field({
    kind: MEASURE,
    required: true,
    inList: true,
    width: 180,
    label: { vi: "Đếm gì", en: "Measure" },
    about: {
      vi: "Đếm thủ tục có phát sinh hồ sơ, hay đếm hồ sơ.",
      en: "Whether procedures with dossiers are counted, or dossiers.",
    },
  })
  measure!: string;

  @field({
    kind: CHANNEL,
    required: true,
    inList: true,
    width: 120,
    label: { vi: "Kênh", en: "Channel" },
    about: { vi: "Kênh mà tử số đếm.", en: "The channel the numerator counts." },
  })
  channel!: string;

  @field({
    kind: LEG,
    inList: true,
    width: 110,
    label: { vi: "Chiều", en: "Leg" },
    about: {
      vi: "Chiều mà tử số đếm, khi đếm hồ sơ.",
      en: "The leg the numerator counts, where dossiers are counted.",
    },
  })
  leg!: string;

  @field({
    kind: int({ min: 1, max: 4 }),
    inList: true,
    width: 80,
    label: { vi: "Mức độ", en: "Level" },
    about: {
      vi: "Chỉ tính thủ tục được cung cấp ở mức độ này; trống là mọi mức.",
      en: "Only procedures provided at this level count; empty is any.",
    },
  })
  level!: number;

  @field({
    kind: LEVEL_SCHEME,
    width: 170,
    label: { vi: "Thang mức độ", en: "Level scheme" },
    about: { vi: "Nghị định định nghĩa mức độ.", en: "The decree that defines the level." },
  })
  levelScheme!: string;

  @field({
    kind: BASE,
    required: true,
    width: 150,
    label: { vi: "Mẫu số đếm", en: "Base" },
    about: {
      vi: "Mẫu số là hồ sơ đã tiếp nhận hay kết quả đã trả.",
      en: "Whether the denominator is dossiers received or results returned.",
    },
  })
  base!: string;

  @field({
    kind: list(READING, { max: 6 }),
    required: true,
    width: 220,
    label: { vi: "Các cách hiểu", en: "Readings" },
    about: {
      vi: "Các cách hiểu được tính và hiện cạnh nhau.",
      en: "The readings that are computed and shown side by side.",
    },
  })
  readings!: string[];

  @field({
    kind: READING,
    required: true,
    inList: true,
    width: 220,
    label: { vi: "Cách hiểu chính thức", en: "Official reading" },
    about: {
      vi: "Cách hiểu được chọn để xét đạt hay không.",
      en: "The reading that was chosen to judge by.",
    },
  })
  officialReading!: string;

  @field({
    kind: decimal({ scale: 2, min: 0, max: 1000 }),
    required: true,
    inList: true,
    width: 100,
    label: { vi: "Ngưỡng (%)", en: "Threshold (%)" },
    headers: ["Chỉ tiêu (%)"],
    about: { vi: "Tỷ lệ phải đạt, phần trăm.", en: "The share to be reached, in percent." },
  })
  thresholdPercent!: string;

  @field({
    kind: int({ min: 0, max: 6 }),
    width: 120,
    label: { vi: "Làm tròn tỷ lệ", en: "Rounding" },
    about: {
      vi: "Số chữ số thập phân của phần trăm trước khi so với ngưỡng; trống là so đúng, không làm tròn.",
      en: "Decimals of the percentage before it is compared with the threshold; empty compares exactly.",
    },
  })
  rounding!: number;

  @field({
    kind: ATTRIBUTION,
    required: true,
    width: 180,
    label: { vi: "Tính cho", en: "Attribution" },
    about: {
      vi: "Hồ sơ tính cho cơ quan giải quyết hay đơn vị tiếp nhận.",
      en: "Whether dossiers count for the settling agency or the reception unit.",
    },
  })
  attribution!: string;

  @field({
    kind: list(AGENCY_KIND, { max: 15 }),
    width: 220,
    label: { vi: "Loại cơ quan tính", en: "Agency kinds" },
    about: {
      vi: "Loại cơ quan được tính; trống là tất cả, kể cả cơ quan trung ương tại tỉnh.",
      en: "The kinds of agencies that count; empty is all, central agencies in the province included.",
    },
  })
  agencyKinds!: string[];

  @field({
    kind: SCORING,
    required: true,
    width: 180,
    label: { vi: "Cách chấm điểm", en: "Scoring" },
    about: { vi: "Cách tính điểm từ tỷ lệ.", en: "How points are made of the ratio." },
  })
  scoring!: string;

  @field({
    kind: decimal({ scale: 3, min: 0, max: 1000 }),
    width: 100,
    label: { vi: "Điểm tối đa", en: "Points" },
    about: { vi: "Điểm khi đạt trọn.", en: "The points in full." },
  })
  points!: string;

  @field({
    kind: list(text({ max: 40 }), { max: 20 }),
    width: 180,
    label: { vi: "Các bậc điểm", en: "Bands" },
    about: {
      vi: "Mỗi bậc là phần trăm và điểm, ví dụ 60: 1; 40: 0.5. Dưới bậc thấp nhất là 0 điểm.",
      en: "Each band is a percentage and its points, for example 60: 1; 40: 0.5. Below the lowest there are none.",
    },
  })
  bands!: string[];

  @field({
    kind: text({ max: 1000, multiline: true }),
    sort: false,
    label: { vi: "Ghi chú", en: "Note" },
    about: { vi: "Nguyên văn hoặc lý do chọn cách hiểu.", en: "The text's own words, or why the reading was chosen." },
  })
  note!: string;
}
