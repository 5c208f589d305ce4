/** What is said of unsaved edits that are kept on this machine. */
const vi = {
  "draft.elsewhere": "Bạn còn {n} dòng chưa lưu ở bảng này trong thẻ khác. Chúng không lẫn vào thẻ này.",
  "draft.taken": "Các thay đổi chưa lưu của thẻ này đang mở ở thẻ khác.",
};

const en: Record<keyof typeof vi, string> = {
  "draft.elsewhere": "You have {n} unsaved {n|row|rows} of this grid in another tab. They do not mix with this one.",
  "draft.taken": "The unsaved changes of this tab are open in another one.",
};

export const DRAFTS = { vi, en };
