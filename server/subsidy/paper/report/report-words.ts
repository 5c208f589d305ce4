import type { Locale } from "../../../platform/kinds/all";
import { formWords, type SubsidyFormWords } from "../form-words";

type BudgetColumn = "number" | "document" | "decidedOn" | "kind" | "codes" | "amount";
type ClaimColumn = "number" | "code" | "days" | "state" | "approvedOn" | "paidOn" | "amount";

/** The words of a program's year-end report. */
export interface ReportWords extends SubsidyFormWords {
  about(year: number): string;
  asOf(day: string): string;
  program(name: string): string;
  contractor(name: string): string;
  parts: Record<"whole" | "budget" | "claims" | "adjusting" | "byRoute" | "byCarrier", string>;
  wholeColumns: Record<"item" | "amount", string>;
  whole: Record<"budget" | "paid" | "committed" | "remaining" | "pending", string>;
  budgetColumns: Record<BudgetColumn, string>;
  claimColumns: Record<ClaimColumn, string>;
  groupColumns: Record<"number" | "route" | "carrier" | "quantity" | "amount", string>;
  sum: string;
  approvedSum: string;
  adjusts(code: string): string;
  approvedOnly: string;
  signers: Record<"drafter" | "accountant" | "head", string>;
  sheetColumns: Record<
    | Exclude<BudgetColumn, "codes">
    | ClaimColumn
    | "item"
    | "chapter"
    | "category"
    | "budgetItem"
    | "firstDay"
    | "lastDay"
    | "adjusts"
    | "voucher"
    | "route"
    | "carrier"
    | "dossiers"
    | "trips"
    | "months",
    string
  >;
}

const vi: ReportWords = {
  ...formWords.vi,
  title: "BÁO CÁO",
  about: (year) => `Tình hình thực hiện kinh phí luân chuyển hồ sơ năm ${year}`,
  asOf: (day) => `Tính đến ngày ${day}`,
  program: (name) => `Kế hoạch: ${name}.`,
  contractor: (name) => `Đơn vị được thanh toán: ${name}.`,
  parts: {
    whole: "I. TỔNG HỢP",
    budget: "II. KINH PHÍ ĐƯỢC GIAO VÀ ĐIỀU CHỈNH",
    claims: "III. ĐỀ NGHỊ THANH TOÁN THEO KỲ",
    adjusting: "IV. ĐỀ NGHỊ ĐIỀU CHỈNH",
    byRoute: "V. THEO TUYẾN LUÂN CHUYỂN",
    byCarrier: "VI. THEO ĐƠN VỊ VẬN CHUYỂN",
  },
  wholeColumns: { item: "Nội dung", amount: "Số tiền (đ)" },
  whole: {
    budget: "Kinh phí được giao và điều chỉnh",
    paid: "Đã thanh toán",
    committed: "Đã phê duyệt, chưa thanh toán",
    remaining: "Còn lại",
    pending: "Đã đề nghị, chưa phê duyệt (chưa trừ vào số còn lại)",
  },
  budgetColumns: {
    number: "STT",
    document: "Văn bản",
    decidedOn: "Ngày",
    kind: "Loại",
    codes: "Chương, loại-khoản, tiểu mục",
    amount: "Số tiền (đ)",
  },
  claimColumns: {
    number: "STT",
    code: "Số đề nghị",
    days: "Kỳ",
    state: "Trạng thái",
    approvedOn: "Phê duyệt",
    paidOn: "Thanh toán",
    amount: "Số tiền (đ)",
  },
  groupColumns: {
    number: "STT",
    route: "Tuyến",
    carrier: "Đơn vị vận chuyển",
    quantity: "Số lượng",
    amount: "Số tiền (đ)",
  },
  sum: "Cộng",
  approvedSum: "Cộng đã phê duyệt và đã thanh toán",
  adjusts: (code) => `điều chỉnh ${code}`,
  approvedOnly: "Gồm các đề nghị đã phê duyệt và đã thanh toán, kể cả đề nghị điều chỉnh.",
  signers: { drafter: "NGƯỜI LẬP", accountant: "KẾ TOÁN", head: "THỦ TRƯỞNG ĐƠN VỊ" },
  sheetColumns: {
    number: "STT",
    document: "Văn bản",
    decidedOn: "Ngày văn bản",
    kind: "Loại",
    amount: "Số tiền (đ)",
    code: "Số đề nghị",
    days: "Kỳ",
    state: "Trạng thái",
    approvedOn: "Ngày phê duyệt",
    paidOn: "Ngày thanh toán",
    item: "Nội dung",
    chapter: "Chương",
    category: "Loại-Khoản",
    budgetItem: "Tiểu mục",
    firstDay: "Từ ngày",
    lastDay: "Đến ngày",
    adjusts: "Điều chỉnh cho",
    voucher: "Chứng từ chi",
    route: "Tuyến",
    carrier: "Đơn vị vận chuyển",
    dossiers: "Số hồ sơ",
    trips: "Số chuyến",
    months: "Số tháng",
  },
};

const en: ReportWords = {
  ...formWords.en,
  title: "REPORT",
  about: (year) => `The money for moving dossiers in ${year}`,
  asOf: (day) => `As of ${day}`,
  program: (name) => `Program: ${name}.`,
  contractor: (name) => `Who is paid: ${name}.`,
  parts: {
    whole: "I. IN ALL",
    budget: "II. BUDGET AND ITS AMENDMENTS",
    claims: "III. CLAIMS BY PERIOD",
    adjusting: "IV. ADJUSTING CLAIMS",
    byRoute: "V. BY ROUTE",
    byCarrier: "VI. BY CARRIER",
  },
  wholeColumns: { item: "What", amount: "Amount (đ)" },
  whole: {
    budget: "Budget with its amendments",
    paid: "Paid",
    committed: "Approved, not yet paid",
    remaining: "Remaining",
    pending: "Claimed, not yet approved (still within what remains)",
  },
  budgetColumns: {
    number: "No.",
    document: "Document",
    decidedOn: "Date",
    kind: "Kind",
    codes: "Chapter, category, item",
    amount: "Amount (đ)",
  },
  claimColumns: {
    number: "No.",
    code: "Claim no.",
    days: "Period",
    state: "State",
    approvedOn: "Approved",
    paidOn: "Paid",
    amount: "Amount (đ)",
  },
  groupColumns: { number: "No.", route: "Route", carrier: "Carrier", quantity: "Quantity", amount: "Amount (đ)" },
  sum: "Sum",
  approvedSum: "Sum of approved and paid claims",
  adjusts: (code) => `corrects ${code}`,
  approvedOnly: "Of approved and paid claims, adjusting ones among them.",
  signers: { drafter: "DRAWN UP BY", accountant: "ACCOUNTANT", head: "HEAD OF THE UNIT" },
  sheetColumns: {
    number: "No.",
    document: "Document",
    decidedOn: "Decided on",
    kind: "Kind",
    amount: "Amount (đ)",
    code: "Claim no.",
    days: "Period",
    state: "State",
    approvedOn: "Approved on",
    paidOn: "Paid on",
    item: "What",
    chapter: "Chapter",
    category: "Category",
    budgetItem: "Item",
    firstDay: "From",
    lastDay: "To",
    adjusts: "Adjusts",
    voucher: "Voucher",
    route: "Route",
    carrier: "Carrier",
    dossiers: "Dossiers",
    trips: "Trips",
    months: "Months",
  },
};

export const reportWords: Record<Locale, ReportWords> = { vi, en };
