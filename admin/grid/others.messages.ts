/** What is said of rows that others write while the grid is open. */
const vi = {
  "others.stateChanged": "vừa đổi bởi người khác",
  "others.cell": "{who} vừa đổi ô này lúc {at}.",
  "others.cellAbout": "Trước là: {before}. Lần cập nhật #{set}.",
  "others.gone": "{who} đã xóa dòng này lúc {at}.",
  "others.goneAbout": "Lần cập nhật #{set}. Tải lại để bỏ dòng khỏi lưới.",
  "others.system": "Hệ thống",
  "others.fresh": "{n} dòng mới, tải lại",
  "others.lost": "{n} dòng đã bị xóa, tải lại",
  "others.both": "{n} dòng mới, {m} dòng đã bị xóa, tải lại",
  "others.asOf": "Mới nhất {at}",
  "others.notSince": "Chưa biết thay đổi của người khác từ {at}",
  "others.saved": "{who} lưu {at}",
  "others.theirs": "Của {who}",
  "others.deleted": "{who} đã xóa dòng này",
  "others.allOf": "Tất cả {n} dòng:",
  "others.allOne": "Tất cả:",
  "others.mine": "của tôi",
  "others.hers": "của họ",
};

const en: Record<keyof typeof vi, string> = {
  "others.stateChanged": "just changed by somebody else",
  "others.cell": "{who} changed this cell at {at}.",
  "others.cellAbout": "Before: {before}. Change set #{set}.",
  "others.gone": "{who} deleted this row at {at}.",
  "others.goneAbout": "Change set #{set}. Reload to take the row out of the grid.",
  "others.system": "The system",
  "others.fresh": "{n} new {n|row|rows}, reload",
  "others.lost": "{n} {n|row was|rows were} deleted, reload",
  "others.both": "{n} new {n|row|rows}, {m} deleted, reload",
  "others.asOf": "Up to date {at}",
  "others.notSince": "Changes by others are not known since {at}",
  "others.saved": "{who} saved {at}",
  "others.theirs": "By {who}",
  "others.deleted": "{who} deleted this row",
  "others.allOf": "All {n} {n|row|rows}:",
  "others.allOne": "All:",
  "others.mine": "mine",
  "others.hers": "theirs",
};

export const OTHERS = { vi, en };
