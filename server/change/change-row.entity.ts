import { choice, code, int, json, list, ref, rowId } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { changePolicy } from "./change.policy";

export const CHANGE_ACTION = choice("ChangeAction", [
  { value: "CREATE", vi: "Thêm", en: "Create" },
  { value: "UPDATE", vi: "Sửa", en: "Update" },
  { value: "DELETE", vi: "Xóa", en: "Delete" },
]);

/** One row a change set touched, with what its fields were and became. An update's images hold only what changed. */
@resource({
  single: "changeRow",
  plural: "changeRows",
  label: { vi: "Dòng thay đổi", en: "Changed row" },
  pluralLabel: { vi: "Dòng thay đổi", en: "Changed rows" },
  about: { vi: "Một dòng trong lần cập nhật, trước và sau.", en: "A row of a change set, before and after." },
  title: "id",
  policy: changePolicy,
  readOnly: true,
  withoutHistory: true,
  defaultSort: [{ field: "changeSet", descending: true }, { field: "sequence" }],
  indexes: [["resource", "rowId"]],
})
export class ChangeRow {
  @field({
    kind: ref("changeSet"),
    required: true,
    write: "never",
    label: { vi: "Lần cập nhật", en: "Change set" },
    about: { vi: "Lần cập nhật chứa dòng này.", en: "The change set the row belongs to." },
  })
  changeSet!: string;

  @field({
    kind: int({ min: 0 }),
    required: true,
    write: "never",
    inList: true,
    label: { vi: "Thứ tự", en: "Sequence" },
    about: { vi: "Thứ tự trong lần cập nhật, từ 0.", en: "The place in the change set, from 0." },
  })
  sequence!: number;

  @field({
    kind: code({ max: 60 }),
    required: true,
    write: "never",
    inList: true,
    label: { vi: "Loại dữ liệu", en: "Resource" },
    about: { vi: "Tên loại dữ liệu, ví dụ Procedure.", en: "The resource's name, for example Procedure." },
  })
  resource!: string;

  @field({
    kind: rowId(),
    required: true,
    write: "never",
    inList: true,
    label: { vi: "Dòng", en: "Row" },
    about: { vi: "Mã nội bộ của dòng.", en: "The row's id." },
  })
  rowId!: string;

  @field({
    kind: rowId(),
    write: "never",
    label: { vi: "Trạng thái", en: "State" },
    about: {
      vi: "Trạng thái theo thời gian được thay đổi; trống khi là chính dòng đó.",
      en: "The dated state that changed; empty where it is the row itself.",
    },
  })
  stateId!: string;

  @field({
    kind: CHANGE_ACTION,
    required: true,
    write: "never",
    inList: true,
    label: { vi: "Thao tác", en: "Action" },
    about: { vi: "Thêm, sửa hoặc xóa.", en: "Create, update or delete." },
  })
  action!: string;

  @field({
    kind: json(),
    write: "never",
    inList: true,
    label: { vi: "Trước", en: "Before" },
    about: { vi: "Các trường trước khi thay đổi.", en: "The fields before the change." },
  })
  before!: unknown;

  @field({
    kind: json(),
    write: "never",
    inList: true,
    label: { vi: "Sau", en: "After" },
    about: { vi: "Các trường sau khi thay đổi.", en: "The fields after the change." },
  })
  after!: unknown;

  @field({
    kind: list(code({ max: 60 }), { max: 200 }),
    write: "never",
    label: { vi: "Trường thay đổi", en: "Changed fields" },
    about: {
      vi: "Tên các trường đã thay đổi: lọc theo trường để biết lịch sử của một ô.",
      en: "The names of the fields that changed: filtered by one, a row's history is the history of a cell.",
    },
  })
  changedFields!: string[];

  @field({
    kind: int({ min: 0 }),
    write: "never",
    label: { vi: "Phiên bản trước", en: "Version before" },
    about: { vi: "Phiên bản của dòng trước khi thay đổi.", en: "The row's version before the change." },
  })
  versionBefore!: number;

  @field({
    kind: int({ min: 0 }),
    write: "never",
    label: { vi: "Phiên bản sau", en: "Version after" },
    about: { vi: "Phiên bản của dòng sau khi thay đổi.", en: "The row's version after the change." },
  })
  versionAfter!: number;
}
