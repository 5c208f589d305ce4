import { defineWords } from "../platform/language";

export const words = defineWords({
  vi: {
    title: "In danh mục niêm yết",
    lead: "Các danh mục phải niêm yết tại nơi tiếp nhận hồ sơ: thủ tục qua bưu chính, thủ tục không qua bưu chính, dịch vụ trực tuyến.",
    agency: "Cơ quan, bộ phận một cửa",
    agencyHelp: "Để trống: mọi thủ tục của tỉnh.",
    date: "Tại ngày",
    language: "Bản in",
    english: "Bản dịch tiếng Anh",
    print: "In",
    docx: "Tải DOCX",
    blank: (name: string) => `Không có thủ tục nào để niêm yết tại ${name}`,
    blankHelp:
      "Chưa thủ tục nào chỉ đích danh cơ quan này giải quyết vào ngày đã chọn. Thủ tục thuộc thẩm quyền chung của Ủy ban nhân dân niêm yết tại bộ phận một cửa: hãy chọn bộ phận một cửa hoặc Ủy ban nhân dân.",
  },
  en: {
    title: "Print the posted lists",
    lead: "The lists that must hang where dossiers are received: procedures by post, procedures not by post, online procedures.",
    agency: "Agency or one-stop unit",
    agencyHelp: "Empty: every procedure of the province.",
    date: "As of",
    language: "Sheet",
    english: "English translation",
    print: "Print",
    docx: "Download DOCX",
    blank: (name: string) => `There is no procedure to post at ${name}`,
    blankHelp:
      "No procedure names this agency as competent on the chosen day. Procedures that every committee settles are posted at the one-stop unit: choose the one-stop unit or the committee.",
  },
});
