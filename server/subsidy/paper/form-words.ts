import type { Locale } from "../../platform/kinds/all";
import type { FormWords } from "../../platform/paper/administrative-form";

/** The words that all papers about transfer costs have. */
export interface SubsidyFormWords extends FormWords {
  to(payer: string): string;
  number(code: string): string;
  /** Said in a box on what is invented. */
  demo: string;
  /** Said where numbers have more digits than a spreadsheet keeps. */
  longNumbers: string;
}

const vi: SubsidyFormWords = {
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  translation: null,
  title: "",
  subtitle: "",
  none: "Không có.",
  demoMark: "(minh\u00a0họa)",
  placeAndDay: "…………, ngày …… tháng …… năm ………",
  signs: "THỦ TRƯỞNG ĐƠN VỊ",
  signHow: "(Ký, ghi rõ họ tên)",
  page: "Trang",
  to: (payer) => `Kính gửi: ${payer}`,
  number: (code) => `Số: ${code}`,
  demo: "Dữ liệu minh họa, không có giá trị thanh toán.",
  longNumbers: "Số có quá 15 chữ số được ghi thành văn bản để giữ đúng từng đồng; không cộng lại được bằng công thức.",
};

const en: SubsidyFormWords = {
  nation: "SOCIALIST REPUBLIC OF VIET NAM",
  motto: "Independence - Freedom - Happiness",
  translation: "Translation. The Vietnamese paper is the one that is signed.",
  title: "",
  subtitle: "",
  none: "None.",
  demoMark: "(demo)",
  placeAndDay: "…………, date ………………",
  signs: "HEAD OF THE UNIT",
  signHow: "(Signature and full name)",
  page: "Page",
  to: (payer) => `To: ${payer}`,
  number: (code) => `No. ${code}`,
  demo: "Invented data; nothing is paid on this paper.",
  longNumbers: "Numbers of more than 15 digits are text, so that no đồng is lost; formulas do not add them up.",
};

export const formWords: Record<Locale, SubsidyFormWords> = { vi, en };
