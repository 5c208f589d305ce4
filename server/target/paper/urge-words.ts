import type { FormWords } from "../../platform/paper/administrative-form";
import type { Locale } from "../../platform/kinds/kind";

/** The words of the list of who is to be urged. The Vietnamese paper is the one that is sent; the English one translates it. */
export interface UrgeWords extends FormWords {
  asOf(from: string, to: string, structure: string | null): string;
  whole(name: string | null): string;
  missing(agencies: number, met: number): string;
  silent(period: string, dueOn: string | null): string;
  rules: string;
  allReported: string;
  more(shown: number, total: number): string;
  band(number: number, agency: string, met: number, applicable: number): string;
  columns: Record<"number" | "criterion" | "done" | "ratio" | "asked" | "short" | "agency" | "last", string>;
  dossiers(count: string): string;
  procedures(count: string): string;
  met: string;
  notApplicable: string;
  never: string;
  demo: string;
}

const vi: UrgeWords = {
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  translation: null,
  title: "DANH SÁCH ĐÔN ĐỐC",
  subtitle: "",
  none: "Không có cơ quan nào.",
  demoMark: "(minh\u00a0họa)",
  placeAndDay: "…………, ngày …… tháng …… năm ………",
  signs: "THỦ TRƯỞNG CƠ QUAN",
  signHow: "(Ký, ghi rõ họ tên và đóng dấu)",
  page: "Trang",
  asOf: (from, to, structure) =>
    `Số liệu từ ngày ${from} đến ngày ${to}${structure ? `, theo tổ chức ngày ${structure}` : ""}`,
  whole: (name) => `I. KẾT QUẢ ${name === null ? "TOÀN TỈNH" : `CỦA ${name.toLocaleUpperCase("vi")}`}`,
  missing: (agencies, met) => `II. CƠ QUAN, ĐƠN VỊ CHƯA ĐẠT (${agencies}; ${met} cơ quan đã đạt mọi chỉ tiêu)`,
  silent: (period, dueOn) => `III. CHƯA BÁO CÁO ${period.toLocaleUpperCase("vi")}${dueOn ? ` (hạn ${dueOn})` : ""}`,
  rules: "CÁCH TÍNH",
  allReported: "Mọi cơ quan đã báo cáo.",
  more: (shown, total) => `Danh sách nêu ${shown} trong ${total} cơ quan.`,
  band: (number, agency, met, applicable) => `${number}. ${agency}: đạt ${met}/${applicable} chỉ tiêu`,
  columns: {
    number: "STT",
    criterion: "Chỉ tiêu",
    done: "Thực hiện",
    ratio: "Tỷ lệ",
    asked: "Yêu cầu",
    short: "Còn thiếu",
    agency: "Cơ quan, đơn vị",
    last: "Kỳ báo cáo gần nhất",
  },
  dossiers: (count) => `${count} hồ sơ`,
  procedures: (count) => `${count} TTHC`,
  met: "Đạt",
  notApplicable: "Không áp dụng",
  never: "chưa có",
  demo: "Có số liệu minh họa, ghi “(minh họa)”: không dùng để đôn đốc.",
};

const en: UrgeWords = {
  nation: "SOCIALIST REPUBLIC OF VIET NAM",
  motto: "Independence - Freedom - Happiness",
  translation: "Translation. The Vietnamese list is the one that is sent.",
  title: "LIST OF AGENCIES TO BE URGED",
  subtitle: "",
  none: "None.",
  demoMark: "(demo)",
  placeAndDay: "…………, date ………………",
  signs: "HEAD OF THE AGENCY",
  signHow: "(Signature, full name and seal)",
  page: "Page",
  asOf: (from, to, structure) => `Counts from ${from} to ${to}${structure ? `, by the structure of ${structure}` : ""}`,
  whole: (name) => `I. ${name === null ? "THE WHOLE PROVINCE" : name.toLocaleUpperCase("en")}`,
  missing: (agencies, met) => `II. AGENCIES THAT MISS A TARGET (${agencies}; ${met} met them all)`,
  silent: (period, dueOn) =>
    `III. WHO HAS NOT REPORTED ${period.toLocaleUpperCase("en")}${dueOn ? ` (due ${dueOn})` : ""}`,
  rules: "HOW IT IS COMPUTED",
  allReported: "All agencies have reported.",
  more: (shown, total) => `The list names ${shown} of ${total} agencies.`,
  band: (number, agency, met, applicable) => `${number}. ${agency}: ${met} of ${applicable} targets met`,
  columns: {
    number: "No.",
    criterion: "Target",
    done: "Done",
    ratio: "Ratio",
    asked: "Asked",
    short: "Short by",
    agency: "Agency",
    last: "Last report",
  },
  dossiers: (count) => `${count} dossiers`,
  procedures: (count) => `${count} procedures`,
  met: "Met",
  notApplicable: "Not applicable",
  never: "none",
  demo: "Some figures are invented and marked “(demo)”; they are not to be sent.",
};

export const urgeWords: Record<Locale, UrgeWords> = { vi, en };
