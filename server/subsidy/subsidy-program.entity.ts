import { bool, choice, int, list, ref, text, vnd } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { CHANNEL } from "../procedure/channel-kind";
import { communesStay } from "./commune-route.set-rule";
import { programFigures } from "./program.figures";
import { termsStay } from "./program.set-rule";
import { programRules, programTerms } from "./program.rules";
import { CLAIM_PERIOD, QUANTITY_SOURCE, sharePercent } from "./subsidy.kinds";
import { programPolicy } from "./subsidy.policy";

const CAP_PER = choice("CapPer", [
  { value: "CLAIM_PERIOD", vi: "Mỗi kỳ đề nghị", en: "Each claim period" },
  { value: "YEAR", vi: "Cả năm", en: "The whole year" },
]);

/**
 * A subsidy program (kế hoạch kinh phí luân chuyển hồ sơ): what a district's People's Committee or the province pays in a
 * fiscal year for moving dossiers between reception points and settling agencies, on which routes and by which terms. It
 * is the administration's cost and never the tariff that a citizen pays the Post.
 */
@resource({
  single: "subsidyProgram",
  plural: "subsidyPrograms",
  label: { vi: "Kế hoạch kinh phí", en: "Subsidy program" },
  pluralLabel: { vi: "Kế hoạch kinh phí", en: "Subsidy programs" },
  about: {
    vi: "Kinh phí luân chuyển hồ sơ của một năm: ai chi, các tuyến được hỗ trợ, mức hỗ trợ và trần.",
    en: "The money of a year for moving dossiers: who pays, on which routes, which share and up to which cap.",
  },
  title: "name",
  keys: [["name"]],
  sourced: true,
  policy: programPolicy,
  defaultSort: [{ field: "fiscalYear", descending: true }, { field: "name" }],
  rules: programRules,
  setRules: [communesStay, termsStay],
  derive: { fields: ["claimPeriod", "capPer", "channels", "sharePercent"], from: {}, compute: programTerms },
  figures: programFigures,
  lists: [
    {
      name: "routes",
      label: { vi: "Tuyến được hỗ trợ", en: "Eligible routes" },
      about: { vi: "Các tuyến được hỗ trợ.", en: "The routes it pays for." },
      target: "subsidyProgramRoute",
      via: "program",
    },
    {
      name: "budgetLines",
      label: { vi: "Kinh phí", en: "Budget" },
      about: { vi: "Kinh phí được giao và các lần điều chỉnh.", en: "The budget granted and its amendments." },
      target: "subsidyBudgetLine",
      via: "program",
    },
    {
      name: "claims",
      label: { vi: "Đề nghị thanh toán", en: "Claims" },
      about: { vi: "Các đề nghị thanh toán của kế hoạch.", en: "The claims against the program." },
      target: "subsidyClaim",
      via: "program",
    },
  ],
})
export class SubsidyProgram {
  @field({
    kind: text({ max: 200 }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 300,
    label: { vi: "Tên kế hoạch", en: "Name" },
    headers: ["Kế hoạch", "Tên"],
    about: { vi: "Tên kế hoạch kinh phí.", en: "What the program is called." },
  })
  name!: string;

  @field({
    kind: ref("agency"),
    required: true,
    search: true,
    inList: true,
    width: 220,
    label: { vi: "Cơ quan chi", en: "Payer" },
    headers: ["Đơn vị chi trả"],
    about: {
      vi: "Ủy ban nhân dân cấp huyện hoặc cấp tỉnh chi kinh phí.",
      en: "The People's Committee of the district or the province that pays.",
    },
  })
  payer!: string;

  @field({
    kind: ref("agency"),
    search: true,
    inList: true,
    width: 220,
    label: { vi: "Đơn vị được thanh toán", en: "Contractor" },
    about: {
      vi: "Đơn vị thường lập đề nghị và nhận tiền, ví dụ Bưu điện tỉnh; đơn vị này xem được kế hoạch.",
      en: "Who claims and is paid as a rule, for example the provincial Post; it sees the program.",
    },
  })
  contractor!: string;

  @field({
    kind: int({ min: 2000, max: 2100 }),
    required: true,
    inList: true,
    width: 90,
    label: { vi: "Năm", en: "Year" },
    headers: ["Năm ngân sách"],
    about: { vi: "Năm ngân sách, từ 1/1 đến 31/12.", en: "The fiscal year, 1 January to 31 December." },
  })
  fiscalYear!: number;

  @field({
    kind: QUANTITY_SOURCE,
    required: true,
    inList: true,
    width: 170,
    label: { vi: "Số lượng theo", en: "Quantities from" },
    about: {
      vi: "Tính theo biên bản giao nhận hay theo số liệu hồ sơ của kỳ báo cáo.",
      en: "Whether hand-over records or the dossier counts of reporting periods are paid.",
    },
  })
  quantityFrom!: string;

  @field({
    kind: list(CHANNEL, { max: 3 }),
    width: 180,
    label: { vi: "Kênh được chuyển", en: "Channels carried" },
    about: {
      vi: "Khi tính theo số liệu hồ sơ: hồ sơ của các kênh này phải luân chuyển; mặc định là trực tiếp.",
      en: "Where counts are paid: the channels whose dossiers are carried; the counter by default.",
    },
  })
  channels!: string[];

  @field({
    kind: CLAIM_PERIOD,
    width: 130,
    inList: true,
    label: { vi: "Kỳ đề nghị", en: "Claim period" },
    about: {
      vi: "Bao lâu đề nghị thanh toán một lần; mặc định là quý.",
      en: "How often it is claimed; quarterly by default.",
    },
  })
  claimPeriod!: string;

  @field({
    kind: sharePercent(),
    inList: true,
    width: 110,
    label: { vi: "Mức hỗ trợ (%)", en: "Share (%)" },
    about: {
      vi: "Phần chi phí được hỗ trợ, phần trăm; mặc định 100.",
      en: "The share of the cost that is paid, in percent; 100 by default.",
    },
  })
  sharePercent!: string;

  @field({
    kind: vnd(),
    width: 140,
    inList: true,
    label: { vi: "Trần (đ)", en: "Cap (đ)" },
    about: {
      vi: "Số tiền nhiều nhất được chi trong mỗi kỳ đề nghị hoặc cả năm; trống là không có trần.",
      en: "The most that is paid in a claim period or the year; empty is no cap.",
    },
  })
  capVnd!: string;

  @field({
    kind: CAP_PER,
    width: 140,
    label: { vi: "Trần tính theo", en: "Cap per" },
    about: {
      vi: "Trần của mỗi kỳ đề nghị hay của cả năm.",
      en: "Whether the cap is of a claim period or of the year.",
    },
  })
  capPer!: string;

  @field({
    kind: bool(),
    width: 120,
    label: { vi: "Gồm cấp xã", en: "With communes" },
    about: {
      vi: "Có chi cho tuyến từ hoặc đến cấp xã.",
      en: "Whether routes from or to communes may be paid.",
    },
  })
  includesCommunes!: boolean;

  @field({
    kind: text({ max: 1000, multiline: true }),
    sort: false,
    width: 220,
    label: { vi: "Ghi chú", en: "Note" },
    about: { vi: "Ghi chú về kế hoạch.", en: "What there is to note." },
  })
  note!: string;
}
