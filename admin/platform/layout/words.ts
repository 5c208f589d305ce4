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
    signOutFailed: "Chưa đăng xuất được: phiên làm việc trên máy này vẫn mở.",
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
    signOutFailed: "Not signed out: the session on this machine is still open.",
    more: "More",
    failed: "The server could not be reached",
  },
});

/** Words of changing one's own password. */
export const passwordWords = defineWords({
  vi: {
    title: "Đổi mật khẩu",
    current: "Mật khẩu hiện tại",
    next: "Mật khẩu mới",
    again: "Mật khẩu mới, lần nữa",
    help: (least: number) => `Ít nhất ${least} ký tự; một câu dễ nhớ là tốt nhất.`,
    demo: "Người của bản minh họa vào bằng một nút và chưa có mật khẩu.",
    currentMissing: "Nhập mật khẩu hiện tại.",
    tooShort: (least: number) => `Mật khẩu mới cần ít nhất ${least} ký tự.`,
    different: "Hai lần nhập chưa giống nhau.",
    changed: "Đã đổi mật khẩu. Các phiên làm việc khác của bạn đã kết thúc.",
    back: "Quay lại",
  },
  en: {
    title: "Change password",
    current: "Current password",
    next: "New password",
    again: "New password again",
    help: (least: number) => `At least ${least} characters; a sentence you remember is best.`,
    demo: "People of the demo come in by a button and have no password yet.",
    currentMissing: "Enter the current password.",
    tooShort: (least: number) => `The new password needs at least ${least} characters.`,
    different: "The two entries differ.",
    changed: "The password is changed. Your other sessions have ended.",
    back: "Back",
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
