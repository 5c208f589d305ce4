import { choice, int, moment, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { changePolicy } from "./change.policy";

export const CHANGE_SOURCE = choice("ChangeSource", [
  { value: "ADMIN", vi: "Giao diện quản trị", en: "Admin" },
  { value: "API", vi: "Giao diện lập trình", en: "API" },
  { value: "IMPORT", vi: "Nhập từ tệp", en: "Import" },
  { value: "SEED", vi: "Dữ liệu khởi tạo", en: "Seed" },
  { value: "UNDO", vi: "Hoàn tác", en: "Undo" },
  { value: "SYSTEM", vi: "Hệ thống", en: "System" },
]);

/** A change set (lần cập nhật): everything one person changed at one moment, for one reason. It is undone as one. */
@resource({
  single: "changeSet",
  plural: "changeSets",
  label: { vi: "Lần cập nhật", en: "Change set" },
  pluralLabel: { vi: "Lịch sử cập nhật", en: "Change sets" },
  about: {
    vi: "Một lần cập nhật: ai, lúc nào, vì sao, những dòng nào.",
    en: "A change set: who changed which rows, when and why.",
  },
  title: "id",
  policy: changePolicy,
  readOnly: true,
  withoutHistory: true,
  defaultSort: [{ field: "at", descending: true }],
  indexes: [["at"]],
  lists: [
    {
      name: "rows",
      label: { vi: "Dòng thay đổi", en: "Rows" },
      about: { vi: "Các dòng đã thay đổi, theo thứ tự.", en: "The rows that were changed, in order." },
      target: "changeRow",
      via: "changeSet",
    },
  ],
})
export class ChangeSet {
  @field({
    kind: moment(),
    required: true,
    write: "never",
    inList: true,
    width: 150,
    label: { vi: "Lúc", en: "At" },
    about: { vi: "Thời điểm ghi.", en: "The moment it was written." },
  })
  at!: string;

  @field({
    kind: ref("person"),
    write: "never",
    inList: true,
    width: 200,
    label: { vi: "Người cập nhật", en: "Person" },
    about: { vi: "Người thực hiện; trống khi là hệ thống.", en: "Who made it; empty where the system did." },
  })
  person!: string;

  @field({
    kind: CHANGE_SOURCE,
    required: true,
    write: "never",
    inList: true,
    width: 150,
    label: { vi: "Từ đâu", en: "Source" },
    about: { vi: "Thay đổi đến từ đâu.", en: "Where the change came from." },
  })
  source!: string;

  @field({
    kind: text({ max: 1000, multiline: true }),
    write: "never",
    inList: true,
    sort: false,
    width: 320,
    label: { vi: "Lý do", en: "Note" },
    about: { vi: "Lý do do người cập nhật ghi.", en: "The reason the person gave." },
  })
  note!: string;

  @field({
    kind: int({ min: 0 }),
    required: true,
    write: "never",
    inList: true,
    width: 100,
    label: { vi: "Số dòng", en: "Rows" },
    about: { vi: "Số dòng được thay đổi.", en: "How many rows it changed." },
  })
  rowCount!: number;

  @field({
    kind: ref("changeSet"),
    write: "never",
    width: 120,
    label: { vi: "Hoàn tác của", en: "Undoes" },
    about: { vi: "Lần cập nhật mà lần này hoàn tác.", en: "The change set this one undoes." },
  })
  undoes!: string;
}
