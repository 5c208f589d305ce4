import type { Locale } from "../../platform/kinds/kind";

type Column = readonly [header: string, kind: "text" | "number" | "day" | "bool", width: number];

interface SheetWords {
  figures: string;
  rules: string;
  province: string;
  demo: string;
  columns: readonly Column[];
  ruleColumns: readonly Column[];
}

const vi: SheetWords = {
  figures: "Kết quả",
  rules: "Cách tính",
  province: "Toàn tỉnh",
  demo: "minh họa",
  columns: [
    ["Mã cơ quan", "text", 120],
    ["Cơ quan, đơn vị", "text", 320],
    ["Loại", "text", 160],
    ["Chỉ tiêu", "text", 80],
    ["Tên chỉ tiêu", "text", 340],
    ["Cách hiểu", "text", 240],
    ["Chính thức", "bool", 90],
    ["Tử số", "number", 90],
    ["Mẫu số", "number", 90],
    ["Tỷ lệ (%)", "number", 90],
    ["Yêu cầu (%)", "number", 100],
    ["Kết quả", "text", 120],
    ["Còn thiếu", "number", 90],
    ["Điểm", "number", 80],
    ["Ghi chú", "text", 100],
  ],
  ruleColumns: [
    ["Chỉ tiêu", "text", 80],
    ["Tên chỉ tiêu", "text", 340],
    ["Cách hiểu", "text", 240],
    ["Chính thức", "bool", 90],
    ["Yêu cầu (%)", "number", 100],
    ["Cách tính", "text", 680],
    ["Bộ chỉ tiêu", "text", 340],
    ["Từ ngày", "day", 100],
    ["Đến ngày", "day", 100],
    ["Tổ chức tại ngày", "day", 120],
    ["Ghi chú", "text", 100],
  ],
};

const en: SheetWords = {
  figures: "Results",
  rules: "Rules",
  province: "Whole province",
  demo: "demo",
  columns: [
    ["Agency code", "text", 120],
    ["Agency", "text", 320],
    ["Kind", "text", 160],
    ["Target", "text", 80],
    ["Target's name", "text", 340],
    ["Reading", "text", 240],
    ["Official", "bool", 90],
    ["Numerator", "number", 90],
    ["Denominator", "number", 100],
    ["Ratio (%)", "number", 90],
    ["Asked (%)", "number", 100],
    ["State", "text", 120],
    ["Shortfall", "number", 90],
    ["Points", "number", 80],
    ["Remark", "text", 100],
  ],
  ruleColumns: [
    ["Target", "text", 80],
    ["Target's name", "text", 340],
    ["Reading", "text", 240],
    ["Official", "bool", 90],
    ["Asked (%)", "number", 100],
    ["Rule", "text", 680],
    ["Target set", "text", 340],
    ["From", "day", 100],
    ["To", "day", 100],
    ["Structure of", "day", 120],
    ["Remark", "text", 100],
  ],
};

export const sheetWords: Record<Locale, SheetWords> = { vi, en };
