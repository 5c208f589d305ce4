/** What is said of unsaved edits that are kept on this machine. */
const vi = {
  "draft.elsewhere": "Bạn còn {n} dòng chưa lưu ở bảng này trong thẻ khác. Chúng không lẫn vào thẻ này.",
  "draft.taken": "Các thay đổi chưa lưu của thẻ này đang mở ở thẻ khác.",
  "draft.notSaved": "Lần lưu trước khi tải lại trang chưa được ghi: {n} dòng vẫn chờ ở đây.",
  "undo.title": "Hoàn tác lần lưu này?",
  "undo.about": "Tạo một lần cập nhật mới; lịch sử giữ nguyên.",
};

const en: Record<keyof typeof vi, string> = {
  "draft.elsewhere": "You have {n} unsaved {n|row|rows} of this grid in another tab. They do not mix with this one.",
  "draft.taken": "The unsaved changes of this tab are open in another one.",
  "draft.notSaved":
    "What was being saved when the page was left was not written: {n} {n|row still waits|rows still wait} here.",
  "undo.title": "Undo this save?",
  "undo.about": "This makes a new change set; history is kept.",
};

export const DRAFTS = { vi, en };
