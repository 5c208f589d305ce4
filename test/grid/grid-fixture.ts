import type { GridColumnSpec, GridRow, GridSource, ListOption } from "../../admin/grid/grid-column";
import { GridStore } from "../../admin/grid/grid-store";
import { code, text } from "../../server/platform/kinds/text";
import { date } from "../../server/platform/kinds/time";
import { int, vnd } from "../../server/platform/kinds/number";
import { choice } from "../../server/platform/kinds/choice";
import { ref } from "../../server/platform/kinds/ref";

export const AGENCIES: ListOption[] = [
  { id: "7", label: "Sở Tư pháp", hint: "H61.13" },
  { id: "8", label: "Sở Giao thông vận tải" },
  { id: "9", label: "Phòng Tư pháp" },
  { id: "10", label: "Phòng Tư pháp" },
];

const STATUS = choice("ProcedureStatus", [
  { value: "IN_FORCE", vi: "Đang hiệu lực", en: "In force" },
  { value: "ABOLISHED", vi: "Bãi bỏ", en: "Abolished" },
]);

/** One column of each sort. */
export const COLUMNS: GridColumnSpec[] = [
  { field: "code", label: "Mã", width: 90, frozen: true, editable: "always", kind: code(), emptyText: "chưa có mã" },
  {
    field: "name",
    label: "Tên",
    width: 300,
    frozen: true,
    strong: true,
    editable: "always",
    required: true,
    kind: text(),
  },
  {
    field: "days",
    label: "Thời hạn",
    width: 90,
    editable: "always",
    kind: int({ min: 0 }),
    align: "right",
    amount: Number,
  },
  {
    field: "fee",
    label: "Lệ phí",
    width: 90,
    editable: "always",
    kind: vnd(),
    amount: (value) => BigInt(String(value ?? 0)),
  },
  {
    field: "status",
    label: "Trạng thái",
    width: 120,
    editable: "always",
    kind: STATUS,
    choices: [
      { id: "IN_FORCE", label: "Đang hiệu lực" },
      { id: "ABOLISHED", label: "Bãi bỏ" },
    ],
  },
  {
    field: "agency",
    label: "Cơ quan",
    width: 170,
    editable: "always",
    kind: ref("agency"),
    search: async () => AGENCIES,
  },
  { field: "from", label: "Từ ngày", width: 90, editable: "always", kind: date() },
  { field: "source", label: "Nguồn", width: 90, editable: "never", kind: text() },
];

export const columnOf = (field: string): number => COLUMNS.findIndex((column) => column.field === field);

export const sampleRow = (n: number): GridRow => ({
  id: String(n),
  version: 1,
  values: {
    code: `2.${String(n).padStart(6, "0")}`,
    name: `Thủ tục ${n}`,
    days: n,
    fee: "110000",
    status: "IN_FORCE",
    agency: { id: "8", label: "Sở Giao thông vận tải" },
    from: "2018-07-30",
    source: "dvcqg",
  },
});

/** Rows 1, 2, 3… in memory; `rows` may be changed by a test as another person would. */
export function memorySource(count: number): GridSource & { rows: GridRow[]; loads: number } {
  const source = {
    rows: Array.from({ length: count }, (_, index) => sampleRow(index + 1)),
    loads: 0,
    load: async (offset: number, limit: number) => {
      source.loads += 1;
      return { rows: source.rows.slice(offset, offset + limit), total: source.rows.length };
    },
    one: async (id: string) => source.rows.find((row) => row.id === id) ?? null,
  };
  return source;
}

/** A store with its first rows loaded, as a grid on the screen has it. */
export async function openStore(count = 20, source = memorySource(count)) {
  const store = new GridStore(source);
  store.columns = COLUMNS;
  store.canCreate = true;
  await store.ensure(0, 40);
  return { store, source };
}

/** Lets look-ups and loads come back. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
