import { defineWords, plural } from "../platform/language";
import type { Counted } from "./figures";

const vi: Record<Counted, string> = { procedure: "thủ tục", dossier: "hồ sơ", result: "kết quả" };
const en: Record<Counted, [string, string]> = {
  procedure: ["procedure", "procedures"],
  dossier: ["dossier", "dossiers"],
  result: ["result", "results"],
};

/** Words that every page of targets shares. */
export const words = defineWords({
  vi: {
    province: "Toàn tỉnh",
    targets: "Chỉ tiêu",
    results: "Kết quả thực hiện",
    take: "Cần làm gì để đạt",
    /** Written after a number that is drawn larger. */
    counted: (kind: Counted, _count: number) => vi[kind],
    short: "Còn thiếu",
    shortBare: "Thiếu",
    met: "Đạt",
    surplus: (count: string, kind: Counted, _raw: number) => `dư ${count} ${vi[kind]}`,
    exactly: "vừa đủ",
    notApplicable: "Không áp dụng",
    shortOf: (count: string) => `thiếu ${count}`,
    metSmall: "đạt",
    missedSmall: "chưa đạt",
    target: (share: string) => `chỉ tiêu ${share}`,
    meter: (share: string, target: string) => `${share}, chỉ tiêu ${target}`,
    official: "cách hiểu chính thức",
    titleMet: (met: string, all: string) => `Đạt ${met} trong ${all} chỉ tiêu`,
    titleRest: (short: string) => `, ${short} chỉ tiêu còn thiếu`,
    titleAll: (all: string) => `Đạt cả ${all} chỉ tiêu`,
    titleNone: (span: string) => `Chưa có số liệu hồ sơ ${span}`,
    noneHelp: "Chọn kỳ khác, hoặc nhập số liệu hồ sơ của kỳ này.",
    missedOf: (missed: string, all: string) => `${missed} trên ${all}`,
    print: "In trang này",
    change: "đổi kỳ",
  },
  en: {
    province: "Whole province",
    targets: "Targets",
    results: "Results",
    take: "What it would take",
    counted: (kind: Counted, count: number) => plural(count, ...en[kind]),
    short: "Short by",
    shortBare: "Short by",
    met: "Met",
    surplus: (count: string, kind: Counted, raw: number) => `${count} ${plural(raw, ...en[kind])} to spare`,
    exactly: "exactly",
    notApplicable: "Not applicable",
    shortOf: (count: string) => `short ${count}`,
    metSmall: "met",
    missedSmall: "not met",
    target: (share: string) => `target ${share}`,
    meter: (share: string, target: string) => `${share}, target ${target}`,
    official: "official reading",
    titleMet: (met: string, all: string) => `${met} of ${all} targets met`,
    titleRest: (short: string) => `, ${short} still short`,
    titleAll: (all: string) => `All ${all} targets met`,
    titleNone: (span: string) => `No dossier counts for ${span}`,
    noneHelp: "Choose another period, or enter the counts of this one.",
    missedOf: (missed: string, all: string) => `${missed} of ${all}`,
    print: "Print this page",
    change: "change period",
  },
});
