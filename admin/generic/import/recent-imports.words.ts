import { defineWords } from "../../platform/language";

/** Words of the list of recent imports. */
export const words = defineWords({
  vi: {
    recent: "Các lần nhập gần đây",
    recentPreview: "Đã xem trước",
    recentState: { RUNNING: "Đang chạy", DONE: "Đã nhập", FAILED: "Chưa được", CANCELLED: "Đã dừng" },
    ofWhich: (done: string, total: string) => `${done} / ${total} dòng`,
  },
  en: {
    recent: "Recent imports",
    recentPreview: "Previewed",
    recentState: { RUNNING: "Running", DONE: "Imported", FAILED: "Refused", CANCELLED: "Stopped" },
    ofWhich: (done: string, total: string) => `${done} / ${total} rows`,
  },
});
