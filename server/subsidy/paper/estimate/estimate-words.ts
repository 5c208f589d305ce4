import type { Locale } from "../../../platform/kinds/all";
import { ROUNDING } from "../../computation/words.rules";
import { formWords, type SubsidyFormWords } from "../form-words";

/** The words of an estimate's papers: the submission (tờ trình) and its table. */
export interface EstimateWords extends SubsidyFormWords {
  about(year: number): string;
  asOf(day: string): string;
  drawnUpBy: string;
  draft: string;
  grounds: string[];
  counts(from: string, to: string): string;
  parts: Record<"assumptions" | "table" | "asked" | "answer", string>;
  contractor(name: string): string;
  rounding: string;
  columns: Record<"number" | "route" | "rate" | "quantity" | "share" | "amount", string>;
  sum(lines: number): string;
  asked(payer: string, sum: string, spelt: string): string;
  noLines: string;
  state(name: string): string;
  granted(sum: string): string;
  answer(document: string, day: string | null): string;
  signers: Record<"drafter" | "head", string>;
  sheets: Record<"table" | "assumptions", string>;
  sheetColumns: Record<"number" | "code" | "from" | "to" | "unit" | "rate" | "quantity" | "share" | "amount", string>;
  facts: Record<
    "fact" | "value" | "name" | "payer" | "year" | "state" | "total" | "words" | "assumption" | "note",
    string
  >;
}

const vi: EstimateWords = {
  ...formWords.vi,
  title: "TỜ TRÌNH",
  about: (year) => `Về việc đề nghị giao kinh phí luân chuyển hồ sơ năm ${year}`,
  asOf: (day) => `Lập ngày ${day}`,
  drawnUpBy: "………………",
  draft: "BẢN NHÁP: chưa gửi, tính theo số liệu hiện có",
  grounds: [
    "Căn cứ Điều 18 Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính;",
  ],
  counts: (from, to) =>
    `Căn cứ số liệu hồ sơ từ ngày ${from} đến ngày ${to}, các tuyến luân chuyển và đơn giá hiện hành.`,
  parts: {
    assumptions: "I. CĂN CỨ TÍNH TOÁN",
    table: "II. DỰ TOÁN KINH PHÍ",
    asked: "III. ĐỀ NGHỊ",
    answer: "IV. KẾT QUẢ",
  },
  contractor: (name) => `Đơn vị vận chuyển dự kiến: ${name}.`,
  rounding: `${ROUNDING.vi} Đơn giá gồm thuế GTGT.`,
  columns: {
    number: "STT",
    route: "Tuyến luân chuyển",
    rate: "Đơn giá (đ)",
    quantity: "Số lượng cả năm",
    share: "Mức hỗ trợ",
    amount: "Thành tiền (đ)",
  },
  sum: (lines) => `Cộng ${lines} tuyến`,
  asked: (payer, sum, spelt) =>
    `Đề nghị ${payer} xem xét, giao kinh phí ${sum} (bằng chữ: ${spelt[0].toLocaleLowerCase("vi")}${spelt.slice(1)}).`,
  noLines: "Chưa có tuyến nào tính được.",
  state: (name) => `Trạng thái: ${name}.`,
  granted: (sum) => `Số kinh phí được giao: ${sum}.`,
  answer: (document, day) => `Văn bản trả lời: ${document}${day ? ` ngày ${day}` : ""}.`,
  signers: { drafter: "NGƯỜI LẬP", head: "THỦ TRƯỞNG ĐƠN VỊ" },
  sheets: { table: "Dự toán", assumptions: "Căn cứ" },
  sheetColumns: {
    number: "STT",
    code: "Mã tuyến",
    from: "Nơi đi",
    to: "Nơi đến",
    unit: "Đơn vị tính",
    rate: "Đơn giá (đ)",
    quantity: "Số lượng cả năm",
    share: "Mức hỗ trợ (%)",
    amount: "Thành tiền (đ)",
  },
  facts: {
    fact: "Mục",
    value: "Nội dung",
    name: "Tên dự toán",
    payer: "Cơ quan chi",
    year: "Năm",
    state: "Trạng thái",
    total: "Tổng số tiền (đ)",
    words: "Bằng chữ",
    assumption: "Căn cứ tính toán",
    note: "Lưu ý",
  },
};

const en: EstimateWords = {
  ...formWords.en,
  title: "SUBMISSION",
  about: (year) => `On the money for moving dossiers in ${year}`,
  asOf: (day) => `Drawn up on ${day}`,
  drawnUpBy: "………………",
  draft: "DRAFT: not asked yet, computed from what is known now",
  grounds: [
    "By Article 18 of Decree 61/2018/NĐ-CP of 23 April 2018 on one-stop and inter-agency one-stop service in settling administrative procedures;",
  ],
  counts: (from, to) => `By the dossier counts from ${from} to ${to}, the transfer routes and their rates.`,
  parts: {
    assumptions: "I. ASSUMPTIONS",
    table: "II. ESTIMATE",
    asked: "III. WHAT IS ASKED FOR",
    answer: "IV. ANSWER",
  },
  contractor: (name) => `Expected carrier: ${name}.`,
  rounding: `${ROUNDING.en} Rates include VAT.`,
  columns: {
    number: "No.",
    route: "Transfer route",
    rate: "Rate (đ)",
    quantity: "Quantity of the year",
    share: "Share",
    amount: "Amount (đ)",
  },
  sum: (lines) => `Sum of ${lines} ${lines === 1 ? "route" : "routes"}`,
  asked: (payer, sum, spelt) => `${payer} is asked to grant ${sum} (in words, in Vietnamese: ${spelt}).`,
  noLines: "No route can be computed yet.",
  state: (name) => `State: ${name}.`,
  granted: (sum) => `Granted: ${sum}.`,
  answer: (document, day) => `Answered by: ${document}${day ? ` of ${day}` : ""}.`,
  signers: { drafter: "DRAWN UP BY", head: "HEAD OF THE UNIT" },
  sheets: { table: "Estimate", assumptions: "Assumptions" },
  sheetColumns: {
    number: "No.",
    code: "Route",
    from: "From",
    to: "To",
    unit: "Unit",
    rate: "Rate (đ)",
    quantity: "Quantity of the year",
    share: "Share (%)",
    amount: "Amount (đ)",
  },
  facts: {
    fact: "Fact",
    value: "Value",
    name: "Estimate",
    payer: "Payer",
    year: "Year",
    state: "State",
    total: "Total (đ)",
    words: "In words (Vietnamese)",
    assumption: "Assumption",
    note: "Note",
  },
};

export const estimateWords: Record<Locale, EstimateWords> = { vi, en };
