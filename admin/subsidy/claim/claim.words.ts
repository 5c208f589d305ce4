import { defineWords } from "../../platform/language";

export const words = defineWords({
  vi: {
    cuts: "Theo trạng thái",
    all: "Tất cả",
    waiting: "Chờ tôi",
    lines: "Các dòng đề nghị",
    linesOf: (code: string) => `Các dòng của đề nghị ${code}`,
    from: "Lập từ kế hoạch nào, cho kỳ nào?",
    program: "Kế hoạch kinh phí",
    period: "Kỳ đề nghị",
    claimed: (code: string) => `đã có ${code}`,
    running: "chưa hết kỳ",
    allClaimed: "Mọi kỳ của năm đều đã có đề nghị. Sai thì lập đề nghị điều chỉnh từ đề nghị đã phê duyệt.",
    missing: "Không có kế hoạch này, hoặc không thuộc phạm vi của bạn.",
    hint: "Số tiền được tính từ giao nhận hoặc số liệu hồ sơ, không nhập tay: lập xong thì xem từng dòng rồi gửi.",
  },
  en: {
    cuts: "By state",
    all: "All",
    waiting: "Waiting for me",
    lines: "Claim lines",
    linesOf: (code: string) => `Lines of claim ${code}`,
    from: "Of which program, for which period?",
    program: "Subsidy program",
    period: "Claim period",
    claimed: (code: string) => `claimed by ${code}`,
    running: "not over yet",
    allClaimed:
      "Every period of the year is claimed already. What is wrong is corrected by an adjusting claim, from the approved one.",
    missing: "There is no such program, or it is not within your part.",
    hint: "The amount is computed from hand-overs or counts, not typed: once drawn up, look at its lines and submit it.",
  },
});
