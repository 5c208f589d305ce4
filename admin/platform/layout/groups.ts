import { Building2, ClipboardList, Library, Settings, Target, Truck } from "lucide-react";
import type { MenuGroup } from "../noun";

/** The headings of the menu, in the order of the design. */
export const CATALOGS: MenuGroup = {
  id: "catalogs",
  label: { vi: "Danh mục TTHC", en: "Procedure catalogs" },
  icon: Library,
};
export const COUNTS: MenuGroup = {
  id: "counts",
  label: { vi: "Số liệu hồ sơ", en: "Dossier counts" },
  icon: ClipboardList,
};
export const TARGETS: MenuGroup = { id: "targets", label: { vi: "Chỉ tiêu", en: "Targets" }, icon: Target };
export const TRANSFERS: MenuGroup = {
  id: "transfers",
  label: { vi: "Kinh phí luân chuyển", en: "Transfer costs" },
  icon: Truck,
};
export const UNITS: MenuGroup = { id: "units", label: { vi: "Đơn vị", en: "Organisation" }, icon: Building2 };
export const ADMINISTRATION: MenuGroup = {
  id: "administration",
  label: { vi: "Quản trị", en: "Administration" },
  icon: Settings,
};
