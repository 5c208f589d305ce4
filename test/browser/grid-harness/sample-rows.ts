import type { GridRow, ListOption } from "../../../admin/grid/grid-column";

export const COUNT = 100_000;

export const AGENCIES: ListOption[] = [
  { id: "1", label: "Sở Giao thông vận tải", hint: "H61.08" },
  { id: "2", label: "Sở Tài nguyên và Môi trường", hint: "H61.12" },
  { id: "3", label: "Sở Tư pháp", hint: "H61.13" },
  { id: "4", label: "Sở Văn hóa, Thể thao và Du lịch", hint: "H61.15" },
  { id: "5", label: "UBND cấp huyện" },
  { id: "6", label: "UBND cấp xã" },
];

const KNOWN: [string | null, string, string, number, string[], number, string, string[]][] = [
  ["3.000347", "Đổi giấy phép lái xe", "ROAD", 0, ["PROVINCE"], 5, "110000", ["OUT", "IN"]],
  ["3.000348", "Cấp lại giấy phép lái xe", "ROAD", 0, ["PROVINCE"], 60, "110000", ["OUT", "IN"]],
  ["3.000346", "Cấp giấy phép lái xe", "ROAD", 0, ["PROVINCE"], 10, "115000", ["OUT"]],
  [null, "Cấp phù hiệu xe ô tô kinh doanh vận tải", "ROAD", 0, ["PROVINCE"], 2, "0", []],
  [null, "Cấp giấy phép kinh doanh vận tải bằng xe ô tô", "ROAD", 0, ["PROVINCE"], 5, "200000", ["IN", "OUT"]],
  ["1.012783", "Cấp đổi giấy chứng nhận quyền sử dụng đất", "LAND", 1, ["PROVINCE"], 7, "100000", ["IN", "OUT"]],
  ["1.012786", "Cấp lại giấy chứng nhận do bị mất", "LAND", 1, ["PROVINCE"], 10, "50000", []],
  ["1.013831", "Đăng ký biến động (chuyển nhượng, thừa kế)", "LAND", 1, ["PROVINCE"], 10, "80000", ["OUT"]],
  ["1.012784", "Tách thửa, hợp thửa đất", "LAND", 1, ["PROVINCE"], 15, "100000", ["OUT"]],
  ["2.000635", "Cấp bản sao Trích lục hộ tịch", "CIVIL", 4, ["DISTRICT", "COMMUNE"], 1, "8000", ["IN", "OUT"]],
  ["1.000894", "Đăng ký kết hôn", "CIVIL", 5, ["COMMUNE"], 1, "0", []],
];

export const rowOf = (n: number): GridRow | undefined => {
  const known = KNOWN[(n - 1) % KNOWN.length];
  if (n < 1 || n > COUNT || !known) return undefined;
  const [code, name, sector, agency, tiers, days, fee, legs] = known;
  const again = n > KNOWN.length;
  return {
    id: String(n),
    version: 1,
    values: {
      code: again ? `2.${String(n).padStart(6, "0")}` : code,
      name: again ? `${name} (${n})` : name,
      sector,
      agency: { id: AGENCIES[agency].id, label: AGENCIES[agency].label },
      tiers,
      days,
      fee,
      legs,
      from: "2018-07-30",
      source: "dvcqg",
      present: n % 3 === 0 ? null : n % 3 === 1,
    },
  };
};
