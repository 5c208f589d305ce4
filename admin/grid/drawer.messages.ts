/** Words of the row at the side. */
const vi = {
  "drawer.open": "Mở dòng",
  "drawer.place": "dòng {n} trong {total}",
  "drawer.before": "Dòng trước",
  "drawer.after": "Dòng sau",
  "drawer.parts": "Phần của dòng",
  "drawer.fields": "Mọi trường",
  "drawer.history": "Lịch sử",
  "drawer.cellHistory": "Lịch sử của ô {field}",
  "drawer.of": "Của",
  "drawer.allFields": "mọi ô",
  "drawer.newRow": "Dòng mới",
  "drawer.noRow": "Chưa chọn dòng",
  "drawer.noRowAbout": "Chọn một dòng trong lưới để xem.",
  "drawer.was": "trước là",
  "drawer.several": "Các mục cách nhau bằng dấu chấm phẩy.",
};

const en: Record<keyof typeof vi, string> = {
  "drawer.open": "Open row",
  "drawer.place": "row {n} of {total}",
  "drawer.before": "Previous row",
  "drawer.after": "Next row",
  "drawer.parts": "Parts of the row",
  "drawer.fields": "All fields",
  "drawer.history": "History",
  "drawer.cellHistory": "History of {field}",
  "drawer.of": "Of",
  "drawer.allFields": "all cells",
  "drawer.newRow": "New row",
  "drawer.noRow": "No row selected",
  "drawer.noRowAbout": "Select a row of the grid to see it.",
  "drawer.was": "before",
  "drawer.several": "Separate several by semicolons.",
};

export const DRAWER = { vi, en };
