import { defineWords } from "../language";

/** Words of the frame. */
export const words = defineWords({
  vi: {
    skip: "Đến nội dung chính",
    seenAt: "Đang xem tại ngày",
    seenAtShort: "Tại ngày",
    demoData: "Dữ liệu minh họa",
    toToday: "Về hôm nay",
    toWorkingDate: (date: string) => `Về ngày làm việc ${date}`,
    search: "Tìm thủ tục, Quyết định, cơ quan…",
    searchLabel: "Tìm nhanh",
    searching: "Đang tìm…",
    nothing: (text: string) => `Không có gì khớp “${text}”. Có thể gõ không dấu, hoặc gõ mã.`,
    language: "Ngôn ngữ",
    menu: "Menu",
    openMenu: "Mở menu",
    close: "Đóng",
    account: "Tài khoản",
    signOut: "Đăng xuất",
    more: "Thêm",
    failed: "Chưa kết nối được với máy chủ",
  },
  en: {
    skip: "Skip to content",
    seenAt: "Seen as of",
    seenAtShort: "As of",
    demoData: "Demo data",
    toToday: "Go to today",
    toWorkingDate: (date: string) => `Back to the working date ${date}`,
    search: "Find procedures, Decisions, agencies…",
    searchLabel: "Quick search",
    searching: "Searching…",
    nothing: (text: string) => `Nothing matches “${text}”. Accents may be left out; codes work too.`,
    language: "Language",
    menu: "Menu",
    openMenu: "Open the menu",
    close: "Close",
    account: "Account",
    signOut: "Sign out",
    more: "More",
    failed: "The server could not be reached",
  },
});

/** What a role is called. */
export const roleWords = defineWords({
  vi: {
    ADMINISTRATOR: "Quản trị",
    CATALOG: "Cán bộ kiểm soát TTHC",
    AGENCY: "Cán bộ cơ quan",
    FINANCE: "Tài chính",
    POST: "Bưu điện",
    LEADER: "Lãnh đạo",
    REPORTER: "Khai thác số liệu",
  },
  en: {
    ADMINISTRATOR: "Administrator",
    CATALOG: "Catalog staff",
    AGENCY: "Agency staff",
    FINANCE: "Finance",
    POST: "Post",
    LEADER: "Leader",
    REPORTER: "Data user",
  },
});
