import type { Locale } from "../../../platform/kinds/all";
import { ROUNDING } from "../../computation/words.rules";
import { formWords, type SubsidyFormWords } from "../form-words";

/** The words of a claim's paper. The Vietnamese one is the one that is signed; the English one translates it. */
export interface ClaimWords extends SubsidyFormWords {
  about(period: string): string;
  adjusting(code: string, approvedOn: string | null): string;
  span(from: string, to: string): string;
  grounds: Record<"program" | "contract" | "minutes" | "invoice", (what: string) => string>;
  names: Record<"contract" | "minutes" | "invoice", string>;
  accepted(day: string): string;
  withVat: string;
  withoutVat: string;
  draft(day: string): string;
  returned(day: string): string;
  parts: Record<"lines" | "money" | "payee" | "papers", string>;
  columns: Record<"number" | "route" | "days" | "rate" | "quantity" | "share" | "amount", string>;
  sum(lines: number): string;
  cut(line: number, wanted: string, amount: string): string;
  rounding: string;
  money: Record<"total" | "back" | "words" | "net" | "vat" | "noVat" | "unknown", string>;
  payee(name: string): string;
  account(number: string): string;
  noPapers: string;
  papers(shown: number, total: number): string;
  signers: Record<"drafter" | "checker" | "approver", string>;
  sheets: Record<"lines" | "facts", string>;
  sheetColumns: Record<
    | "number"
    | "code"
    | "from"
    | "to"
    | "firstDay"
    | "lastDay"
    | "unit"
    | "rate"
    | "quantity"
    | "share"
    | "wanted"
    | "amount",
    string
  >;
  facts: Record<
    | "fact"
    | "value"
    | "code"
    | "state"
    | "kind"
    | "adjusts"
    | "program"
    | "payer"
    | "claimant"
    | "payee"
    | "account"
    | "firstDay"
    | "lastDay"
    | "contract"
    | "minutes"
    | "invoice"
    | "vatPercent"
    | "total"
    | "words"
    | "vat"
    | "net"
    | "rounding"
    | "note",
    string
  >;
}

const vi: ClaimWords = {
  ...formWords.vi,
  title: "GIẤY ĐỀ NGHỊ THANH TOÁN",
  about: (period) => `Kinh phí luân chuyển hồ sơ ${period}`,
  adjusting: (code, approvedOn) =>
    `Điều chỉnh đề nghị số ${code}${approvedOn ? `, đã phê duyệt ngày ${approvedOn}` : ""}`,
  span: (from, to) => `Từ ngày ${from} đến ngày ${to}`,
  grounds: {
    program: (what) => `Căn cứ kế hoạch “${what}”;`,
    contract: (what) => `Căn cứ ${what};`,
    minutes: (what) => `Căn cứ ${what};`,
    invoice: (what) => `Theo ${what};`,
  },
  names: { contract: "Hợp đồng", minutes: "Biên bản nghiệm thu", invoice: "Hóa đơn" },
  accepted: (day) => ` ngày ${day}`,
  withVat: " (giá đã gồm thuế GTGT)",
  withoutVat: " (giá chưa gồm thuế GTGT)",
  draft: (day) => `BẢN NHÁP: chưa gửi, tính đến ngày ${day}`,
  returned: (day) => `BẢN NHÁP: đã bị trả lại, tính đến ngày ${day}`,
  parts: {
    lines: "I. NỘI DUNG ĐỀ NGHỊ THANH TOÁN",
    money: "II. SỐ TIỀN ĐỀ NGHỊ",
    payee: "III. ĐƠN VỊ NHẬN TIỀN",
    papers: "IV. GIẤY TỜ KÈM THEO",
  },
  columns: {
    number: "STT",
    route: "Tuyến luân chuyển",
    days: "Thời gian",
    rate: "Đơn giá (đ)",
    quantity: "Số lượng",
    share: "Mức hỗ trợ",
    amount: "Thành tiền (đ)",
  },
  sum: (lines) => `Cộng ${lines} dòng`,
  cut: (line, wanted, amount) => `Dòng ${line}: tính ra ${wanted}, trần của kế hoạch chỉ còn ${amount}.`,
  rounding: `${ROUNDING.vi} Đơn giá và thành tiền gồm thuế GTGT.`,
  money: {
    total: "Tổng số tiền đề nghị thanh toán",
    back: "Số tiền điều chỉnh giảm",
    words: "Bằng chữ",
    net: "Số tiền chưa gồm thuế GTGT",
    vat: "Thuế GTGT",
    noVat: "Không chịu thuế GTGT, hoặc chưa ghi thuế suất.",
    unknown: "Chưa tính được.",
  },
  payee: (name) => `Đơn vị nhận tiền: ${name}`,
  account: (number) => `Tài khoản: ${number}`,
  noPapers: "Không có tệp đính kèm.",
  papers: (shown, total) => `Danh sách nêu ${shown} trong ${total} giấy tờ.`,
  signers: {
    drafter: "NGƯỜI LẬP",
    checker: "KẾ TOÁN, KIỂM TRA",
    approver: "THỦ TRƯỞNG ĐƠN VỊ DUYỆT",
  },
  sheets: { lines: "Các dòng", facts: "Thông tin" },
  sheetColumns: {
    number: "STT",
    code: "Mã tuyến",
    from: "Nơi đi",
    to: "Nơi đến",
    firstDay: "Từ ngày",
    lastDay: "Đến ngày",
    unit: "Đơn vị tính",
    rate: "Đơn giá (đ)",
    quantity: "Số lượng",
    share: "Mức hỗ trợ (%)",
    wanted: "Trước trần (đ)",
    amount: "Thành tiền (đ)",
  },
  facts: {
    fact: "Mục",
    value: "Nội dung",
    code: "Số đề nghị",
    state: "Trạng thái",
    kind: "Loại",
    adjusts: "Điều chỉnh cho",
    program: "Kế hoạch",
    payer: "Cơ quan chi",
    claimant: "Đơn vị đề nghị",
    payee: "Đơn vị nhận tiền",
    account: "Tài khoản nhận tiền",
    firstDay: "Từ ngày",
    lastDay: "Đến ngày",
    contract: "Hợp đồng",
    minutes: "Biên bản nghiệm thu",
    invoice: "Hóa đơn",
    vatPercent: "Thuế suất GTGT (%)",
    total: "Tổng số tiền (đ)",
    words: "Bằng chữ",
    vat: "Trong đó thuế GTGT (đ)",
    net: "Chưa gồm thuế GTGT (đ)",
    rounding: "Cách tính",
    note: "Lưu ý",
  },
};

const en: ClaimWords = {
  ...formWords.en,
  title: "REQUEST FOR PAYMENT",
  about: (period) => `Costs of moving dossiers, ${period}`,
  adjusting: (code, approvedOn) => `Corrects claim ${code}${approvedOn ? `, approved on ${approvedOn}` : ""}`,
  span: (from, to) => `From ${from} to ${to}`,
  grounds: {
    program: (what) => `By the program “${what}”;`,
    contract: (what) => `By ${what};`,
    minutes: (what) => `By ${what};`,
    invoice: (what) => `On ${what};`,
  },
  names: { contract: "Contract", minutes: "Acceptance minutes", invoice: "Invoice" },
  accepted: (day) => ` of ${day}`,
  withVat: " (price with VAT)",
  withoutVat: " (price without VAT)",
  draft: (day) => `DRAFT: not submitted, as of ${day}`,
  returned: (day) => `DRAFT: was returned, as of ${day}`,
  parts: { lines: "I. WHAT IS CLAIMED", money: "II. AMOUNT", payee: "III. PAYEE", papers: "IV. ATTACHMENTS" },
  columns: {
    number: "No.",
    route: "Transfer route",
    days: "Days",
    rate: "Rate (đ)",
    quantity: "Quantity",
    share: "Share",
    amount: "Amount (đ)",
  },
  sum: (lines) => `Sum of ${lines} ${lines === 1 ? "line" : "lines"}`,
  cut: (line, wanted, amount) => `Line ${line} comes to ${wanted}; the program's cap leaves ${amount}.`,
  rounding: `${ROUNDING.en} Rates and amounts include VAT.`,
  money: {
    total: "Total claimed",
    back: "Amount given back",
    words: "In words (Vietnamese)",
    net: "Without VAT",
    vat: "VAT",
    noVat: "Not subject to VAT, or its rate is not said.",
    unknown: "Not computed yet.",
  },
  payee: (name) => `Payee: ${name}`,
  account: (number) => `Account: ${number}`,
  noPapers: "None.",
  papers: (shown, total) => `The list names ${shown} of ${total} attachments.`,
  signers: {
    drafter: "DRAWN UP BY",
    checker: "ACCOUNTANT, CHECKED BY",
    approver: "APPROVED BY HEAD OF UNIT",
  },
  sheets: { lines: "Lines", facts: "Facts" },
  sheetColumns: {
    number: "No.",
    code: "Route",
    from: "From",
    to: "To",
    firstDay: "First day",
    lastDay: "Last day",
    unit: "Unit",
    rate: "Rate (đ)",
    quantity: "Quantity",
    share: "Share (%)",
    wanted: "Before the cap (đ)",
    amount: "Amount (đ)",
  },
  facts: {
    fact: "Fact",
    value: "Value",
    code: "Claim no.",
    state: "State",
    kind: "Kind",
    adjusts: "Adjusts",
    program: "Program",
    payer: "Payer",
    claimant: "Claimant",
    payee: "Payee",
    account: "Payee's account",
    firstDay: "From",
    lastDay: "To",
    contract: "Contract",
    minutes: "Acceptance minutes",
    invoice: "Invoice",
    vatPercent: "VAT (%)",
    total: "Total (đ)",
    words: "In words (Vietnamese)",
    vat: "Of it VAT (đ)",
    net: "Without VAT (đ)",
    rounding: "How it is computed",
    note: "Note",
  },
};

export const claimWords: Record<Locale, ClaimWords> = { vi, en };
