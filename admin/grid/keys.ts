import type { GridCommand } from "./shortcuts";

interface Words {
  vi: string;
  en: string;
}

export interface KeyRow {
  keys: Words;
  does: Words;
  /** What the keys ask of the grid as a whole, in their order. */
  commands?: readonly GridCommand[];
}

export interface KeyGroup {
  title: Words;
  rows: readonly KeyRow[];
}

const same = (keys: string): Words => ({ vi: keys, en: keys });
const row = (keys: string | Words, vi: string, en: string, ...commands: GridCommand[]): KeyRow => ({
  keys: typeof keys === "string" ? same(keys) : keys,
  does: { vi, en },
  commands,
});

/** The keyboard map of the grid, as its list of keys and docs/keyboard.md show it. */
export const KEYS: readonly KeyGroup[] = [
  {
    title: { vi: "Đi và chọn", en: "Moving and selecting" },
    rows: [
      row({ vi: "Mũi tên", en: "Arrows" }, "một ô", "one cell"),
      row({ vi: "Ctrl mũi tên", en: "Ctrl arrows" }, "tới mép dữ liệu", "to the edge of the data"),
      row("Home · End", "cột đầu · cột cuối", "first · last column"),
      row("Ctrl Home · Ctrl End", "ô đầu · ô cuối", "first · last cell"),
      row("PageUp · PageDown", "một màn hình", "one screen"),
      row(
        { vi: "Shift với các phím trên, kéo chuột", en: "Shift with any of these, dragging" },
        "mở rộng vùng chọn; thanh trạng thái cộng lại",
        "extends the range; the status bar adds it up",
      ),
      row("Ctrl A", "chọn tất cả", "selects everything"),
      row(
        { vi: "Ctrl dấu cách · Shift dấu cách", en: "Ctrl Space · Shift Space" },
        "chọn cột · chọn dòng",
        "selects columns · rows",
      ),
      row(
        "F6 · Shift F6",
        "lần lượt lưới, thanh lọc, phần chờ lưu, thanh trạng thái · ngược lại",
        "grid, filter bar, pending panel, status bar in turn · backwards",
        "nextRegion",
        "previousRegion",
      ),
    ],
  },
  {
    title: { vi: "Sửa", en: "Editing" },
    rows: [
      row(
        { vi: "Chữ, số, bộ gõ", en: "Letters, digits, composition" },
        "thay giá trị của ô",
        "replace the cell's value",
      ),
      row({ vi: "F2, bấm đúp", en: "F2, double click" }, "sửa giá trị của ô", "edits the cell's value"),
      row("Esc", "bỏ sửa, giá trị cũ trở lại", "gives the old value back"),
      row("Enter · Shift Enter", "nhận, xuống · lên một ô", "commits, goes down · up"),
      row(
        "Tab · Shift Tab",
        "nhận, sang phải · trái; hết dòng thì sang dòng khác",
        "commits, goes right · left, at the end of a row on to another",
      ),
      row("Alt ↓", "mở danh sách hoặc lịch", "opens the list or the calendar"),
      row({ vi: "Dấu cách", en: "Space" }, "đánh dấu, bỏ dấu ô có hay không", "ticks or unticks a yes-or-no cell"),
      row(
        "Ctrl C · Ctrl X · Ctrl V",
        "chép · cắt · dán; quá dòng cuối thì thành dòng mới",
        "copies · cuts · pastes; past the last row it makes new rows",
      ),
      row("Ctrl D · Ctrl R", "điền xuống · sang phải", "fills down · right", "fillDown", "fillRight"),
      row("Delete", "xóa trắng vùng chọn", "clears the range"),
      row("Ctrl +", "thêm dòng", "adds a row", "newRow"),
      row("Ctrl −", "đánh dấu xóa các dòng", "marks rows for deletion", "deleteRows"),
      row(
        "Ctrl Z · Ctrl Y",
        "hoàn tác · làm lại; một lần dán là một bước",
        "undoes · redoes; a paste is one step",
        "undo",
        "redo",
      ),
    ],
  },
  {
    title: { vi: "Tìm, xem, lưu", en: "Finding, looking, saving" },
    rows: [
      row("Ctrl F · Ctrl H", "tìm · tìm và thay", "finds · finds and replaces", "find", "replace"),
      row("F3 · Shift F3", "ô tìm thấy sau · trước", "next · previous cell found", "findNext", "findPrevious"),
      row(
        "F8 · Shift F8",
        "ô sai hoặc trùng sửa sau · trước",
        "next · previous cell with an error or a conflict",
        "nextProblem",
        "previousProblem",
      ),
      row(
        "Shift F10",
        "sắp xếp, lọc, chuyển, ẩn cột đang chọn",
        "sorts, filters, moves, hides the selected column",
        "headMenu",
      ),
      row("Ctrl Enter", "mọi trường của dòng", "all fields of the row", "openRow"),
      row("Shift F2", "lịch sử của ô", "history of the cell", "cellHistory"),
      row("Ctrl S", "xem trước những gì sẽ lưu, rồi lưu", "previews what will be saved, then saves", "save"),
      row("Ctrl K", "tìm trong cả hệ thống", "searches everything"),
      row(
        { vi: "F1, hoặc ? ngoài chỗ gõ chữ", en: "F1, or ? where nothing is typed" },
        "bảng phím tắt này",
        "this list",
        "keys",
      ),
    ],
  },
];
