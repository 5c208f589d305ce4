import { StrictMode, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import "../../../admin/platform/tokens.css";
import { BulkGrid, type Density } from "../../../admin/grid/BulkGrid";
import type { GridColumnSpec } from "../../../admin/grid/grid-column";
import { bool, choice } from "../../../server/platform/kinds/choice";
import { int, vnd } from "../../../server/platform/kinds/number";
import { ref } from "../../../server/platform/kinds/ref";
import { code, text } from "../../../server/platform/kinds/text";
import { date } from "../../../server/platform/kinds/time";
import { RowsInMemory } from "./rows-in-memory";

/** A page with one grid and nothing else, for tests that drive the grid itself. `?lang=en`, `?density=roomy`, `?read` for those who may only look, `?bool` with a column of yes and no. */
const rows = new RowsInMemory();
Object.assign(window, { rows });
const query = new URLSearchParams(location.search);
const locale = query.get("lang") === "en" ? "en" : "vi";
const isRead = query.has("read");
const option = (id: string, vi: string, en: string) => ({ id, label: locale === "vi" ? vi : en });
const kind = choice("Any", []);

const SECTORS = [
  option("ROAD", "Đường bộ", "Road"),
  option("LAND", "Đất đai", "Land"),
  option("CIVIL", "Hộ tịch", "Civil status"),
  option("TOUR", "Du lịch", "Tourism"),
];
const TIERS = [
  option("PROVINCE", "Tỉnh", "Province"),
  option("DISTRICT", "Huyện", "District"),
  option("COMMUNE", "Xã", "Commune"),
];
const LEGS = [option("IN", "Nhận", "In"), option("OUT", "Trả", "Out")];
const amount = (value: unknown) => (value == null ? null : BigInt(String(value)));
const label = (vi: string, en: string) => (locale === "vi" ? vi : en);

const COLUMNS: GridColumnSpec[] = [
  {
    field: "code",
    label: label("Mã", "Code"),
    width: 90,
    frozen: true,
    editable: "always",
    kind: code(),
    emptyText: label("chưa có mã", "no code yet"),
  },
  {
    field: "name",
    label: label("Tên thủ tục", "Name"),
    width: 298,
    frozen: true,
    strong: true,
    note: (row) => (Number(row.id) % 8 === 0 ? label("Minh họa", "Demo") : null),
    editable: "always",
    required: true,
    kind: text(),
  },
  { field: "sector", label: label("Lĩnh vực", "Sector"), width: 108, editable: "always", kind, choices: SECTORS },
  {
    field: "agency",
    label: label("Cơ quan giải quyết", "Agency"),
    width: 170,
    editable: "always",
    kind: ref("agency"),
    search: rows.findAgencies,
  },
  { field: "tiers", label: label("Cấp", "Tier"), width: 90, editable: "always", kind, choices: TIERS, many: true },
  {
    field: "days",
    label: label("Thời hạn", "Days"),
    about: label("Số ngày làm việc theo quy định.", "Working days by regulation."),
    width: 100,
    editable: "always",
    kind: int({ min: 0 }),
    amount,
  },
  { field: "fee", label: label("Lệ phí (đ)", "Fee (đ)"), width: 90, editable: "always", kind: vnd(), amount },
  { field: "legs", label: label("Bưu chính", "Post"), width: 90, editable: "always", kind, choices: LEGS, many: true },
  { field: "from", label: label("Từ ngày", "From"), width: 100, editable: "always", kind: date() },
  { field: "source", label: label("Nguồn", "Source"), width: 100, editable: "never", kind: text() },
];

const PRESENT: GridColumnSpec = {
  field: "present",
  label: label("Phải có mặt", "In person"),
  width: 100,
  editable: "always",
  kind: bool(),
};
if (query.has("bool")) COLUMNS.push(PRESENT);

function Harness() {
  const [density, setDensity] = useState<Density>((query.get("density") as Density) ?? "compact");
  const columns = useMemo(() => (isRead ? COLUMNS.map((column) => ({ ...column, search: undefined })) : COLUMNS), []);
  return (
    <BulkGrid
      columns={columns}
      source={rows}
      onSave={rows.save}
      locale={locale}
      draftKey="harness"
      density={density}
      canCreate={!isRead}
      canDelete={!isRead}
      readOnly={isRead}
      toolbar={
        <button
          type="button"
          className="bulk-grid-button is-small"
          onClick={() => setDensity(density === "compact" ? "roomy" : "compact")}
        >
          {density}
        </button>
      }
    />
  );
}

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <Harness />
  </StrictMode>,
);
