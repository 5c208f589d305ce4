import { choice, date, decimal, int, json, list, ref, text, vnd } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { CHANNEL } from "../procedure/channel-kind";
import { estimateRules, estimateTerms } from "./estimate.rules";
import { sharePercent } from "./subsidy.kinds";
import { estimatePolicy } from "./subsidy.policy";

export const ESTIMATE_STATE = choice("EstimateState", [
  { value: "DRAFT", vi: "Đang lập", en: "Draft" },
  { value: "ASKED", vi: "Đã đề nghị", en: "Asked" },
  { value: "GRANTED", vi: "Được giao đủ", en: "Granted" },
  { value: "GRANTED_IN_PART", vi: "Được giao một phần", en: "Granted in part" },
  { value: "REFUSED", vi: "Không được giao", en: "Refused" },
]);

/**
 * An estimate (dự toán kinh phí luân chuyển hồ sơ): what a fiscal year would cost a payer, from the counts of a past span,
 * the routes and their rates; asked of the payer, and granted, granted in part or refused. What is granted becomes the
 * program.
 */
@resource({
  single: "subsidyEstimate",
  plural: "subsidyEstimates",
  label: { vi: "Dự toán", en: "Estimate" },
  pluralLabel: { vi: "Dự toán", en: "Estimates" },
  about: {
    vi: "Dự toán kinh phí luân chuyển hồ sơ của một năm, tính từ số liệu, tuyến và đơn giá.",
    en: "What moving dossiers would cost in a year, from counts, routes and rates.",
  },
  title: "name",
  keys: [["name"]],
  sourced: true,
  policy: estimatePolicy,
  defaultSort: [{ field: "fiscalYear", descending: true }, { field: "name" }],
  rules: estimateRules,
  derive: { fields: ["state", "channels", "sharePercent", "growthPercent"], from: {}, compute: estimateTerms },
  lists: [
    {
      name: "lines",
      label: { vi: "Các dòng dự toán", en: "Lines" },
      about: { vi: "Các dòng đã gửi cùng dự toán.", en: "The lines it was asked with." },
      target: "subsidyEstimateLine",
      via: "estimate",
    },
  ],
})
export class SubsidyEstimate {
  @field({
    kind: text({ max: 200 }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 300,
    label: { vi: "Tên dự toán", en: "Name" },
    about: { vi: "Tên dự toán.", en: "What the estimate is called." },
  })
  name!: string;

  @field({
    kind: ref("agency"),
    required: true,
    write: "create",
    search: true,
    inList: true,
    width: 220,
    label: { vi: "Cơ quan chi", en: "Payer" },
    about: {
      vi: "Ủy ban nhân dân được đề nghị chi kinh phí.",
      en: "The People's Committee that is asked for the money.",
    },
  })
  payer!: string;

  @field({
    kind: int({ min: 2000, max: 2100 }),
    required: true,
    write: "create",
    inList: true,
    width: 90,
    label: { vi: "Năm", en: "Year" },
    about: { vi: "Năm ngân sách được dự toán.", en: "The fiscal year it is for." },
  })
  fiscalYear!: number;

  @field({
    kind: date(),
    required: true,
    width: 130,
    label: { vi: "Số liệu từ ngày", en: "Counts from" },
    about: { vi: "Ngày đầu của số liệu làm căn cứ.", en: "The first day of the counts it rests on." },
  })
  baseFrom!: string;

  @field({
    kind: date(),
    required: true,
    width: 130,
    label: { vi: "Số liệu đến ngày", en: "Counts to" },
    about: { vi: "Ngày cuối của số liệu làm căn cứ.", en: "The last day of the counts it rests on." },
  })
  baseTo!: string;

  @field({
    kind: decimal({ scale: 2, min: -100, max: 1000 }),
    width: 130,
    label: { vi: "Hồ sơ tăng (%)", en: "Growth (%)" },
    about: {
      vi: "Số hồ sơ dự kiến tăng (âm là giảm) so với số liệu làm căn cứ, phần trăm.",
      en: "By how many percent dossiers are assumed to grow over the counts it rests on; negative is fewer.",
    },
  })
  growthPercent!: string;

  @field({
    kind: sharePercent(),
    width: 120,
    label: { vi: "Mức hỗ trợ (%)", en: "Share (%)" },
    about: {
      vi: "Phần chi phí đề nghị được hỗ trợ; mặc định 100.",
      en: "The share that is asked for; 100 by default.",
    },
  })
  sharePercent!: string;

  @field({
    kind: list(CHANNEL, { max: 3 }),
    width: 180,
    label: { vi: "Kênh được chuyển", en: "Channels carried" },
    about: {
      vi: "Hồ sơ của các kênh này phải luân chuyển; mặc định là trực tiếp.",
      en: "The channels whose dossiers are carried; the counter by default.",
    },
  })
  channels!: string[];

  @field({
    kind: ref("agency"),
    width: 220,
    label: { vi: "Đơn vị vận chuyển", en: "Contractor" },
    about: { vi: "Đơn vị dự kiến được thanh toán.", en: "Who is to be paid." },
  })
  contractor!: string;

  @field({
    kind: text({ max: 2000, multiline: true }),
    sort: false,
    width: 220,
    label: { vi: "Thuyết minh", en: "Assumptions" },
    about: { vi: "Thuyết minh dự toán.", en: "What it assumes, in words." },
  })
  note!: string;

  @field({
    kind: ESTIMATE_STATE,
    write: "never",
    inList: true,
    width: 150,
    label: { vi: "Trạng thái", en: "State" },
    about: { vi: "Đang lập, đã đề nghị, hay đã được trả lời.", en: "Draft, asked, or answered." },
  })
  state!: string;

  @field({
    kind: vnd(),
    write: "never",
    inList: true,
    width: 140,
    label: { vi: "Đề nghị (đ)", en: "Asked (đ)" },
    about: { vi: "Số tiền đề nghị.", en: "The amount asked for." },
  })
  totalVnd!: string;

  @field({
    kind: vnd(),
    write: "never",
    inList: true,
    width: 140,
    label: { vi: "Được giao (đ)", en: "Granted (đ)" },
    about: { vi: "Số tiền được giao.", en: "The amount granted." },
  })
  grantedVnd!: string;

  @field({
    kind: text({ max: 200 }),
    write: "never",
    search: true,
    width: 200,
    label: { vi: "Văn bản trả lời", en: "Answer" },
    about: { vi: "Số, ký hiệu văn bản trả lời.", en: "The document that answered." },
  })
  answerDocument!: string;

  @field({
    kind: date(),
    write: "never",
    width: 120,
    label: { vi: "Ngày trả lời", en: "Answered on" },
    about: { vi: "Ngày của văn bản trả lời.", en: "The date of the answer." },
  })
  answeredOn!: string;

  @field({
    kind: text({ max: 1000, multiline: true }),
    write: "never",
    sort: false,
    label: { vi: "Nội dung trả lời", en: "What was answered" },
    about: { vi: "Nội dung trả lời.", en: "What the answer says." },
  })
  answerNote!: string;

  @field({
    kind: ref("subsidyProgram"),
    write: "never",
    width: 260,
    label: { vi: "Kế hoạch", en: "Program" },
    about: { vi: "Kế hoạch được lập từ dự toán.", en: "The program it became." },
  })
  program!: string;

  @field({
    kind: ref("person"),
    write: "never",
    width: 180,
    label: { vi: "Người gửi", en: "Asked by" },
    about: { vi: "Người gửi dự toán.", en: "Who asked." },
  })
  askedBy!: string;

  @field({
    kind: date(),
    write: "never",
    width: 120,
    label: { vi: "Ngày gửi", en: "Asked on" },
    about: { vi: "Ngày gửi dự toán.", en: "When it was asked." },
  })
  askedOn!: string;

  @field({
    kind: ref("person"),
    write: "never",
    width: 180,
    label: { vi: "Người ghi trả lời", en: "Answer recorded by" },
    about: { vi: "Người ghi nhận văn bản trả lời.", en: "Who recorded the answer." },
  })
  answeredBy!: string;

  @field({
    kind: json(),
    filter: false,
    sort: false,
    write: "never",
    label: { vi: "Dữ liệu đã ghim", en: "Pinned data" },
    about: { vi: "Số liệu, đơn giá và giả định lúc gửi.", en: "The counts, rates and assumptions it was asked with." },
  })
  pinned!: unknown;
}
