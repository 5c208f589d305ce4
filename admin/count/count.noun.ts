import { CalendarCheck2, FilePenLine } from "lucide-react";
import { lazy } from "react";
import { COUNTS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";

const NotReportedPage = lazy(async () => ({
  default: (await import("./not-reported/NotReportedPage")).NotReportedPage,
}));
const PeriodsPage = lazy(async () => ({ default: (await import("./period/PeriodsPage")).PeriodsPage }));
const CountSheetPage = lazy(async () => ({ default: (await import("./sheet/CountSheetPage")).CountSheetPage }));

/** Dossier counts: entering them, and closing the periods they are reported for. */
export const count: Noun = {
  resources: { counts: {}, periods: { list: PeriodsPage }, nationalForms: {} },
  menu: [
    {
      label: { vi: "Nhập số liệu", en: "Enter counts" },
      to: "/count-sheet/grid",
      also: ["/counts"],
      icon: FilePenLine,
      group: COUNTS,
      permission: "count.read",
    },
    {
      label: { vi: "Khóa kỳ", en: "Periods" },
      to: "/periods",
      also: ["/not-reported"],
      icon: CalendarCheck2,
      group: COUNTS,
      permission: "period.read",
    },
  ],
  routes: [
    { path: "/count-sheet/grid", page: CountSheetPage },
    { path: "/not-reported", page: NotReportedPage },
  ],
};
