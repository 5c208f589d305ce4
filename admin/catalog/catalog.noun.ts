import { GitCompareArrows, Library, MonitorCheck, Printer } from "lucide-react";
import { CATALOGS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";
import { CatalogEntryGrid } from "./CatalogEntryGrid";
import { PostedListPage } from "./PostedListPage";
import { ALL_ENTRY_COLUMNS } from "./entry-grid.columns";
import { CatalogShow, Compare, OnlineCatalogs, PostalCatalog } from "./CatalogPages";

const entriesOfKind = (kind: string) => ({
  query: `query ${kind}Count($asOf: Date) { catalogEntries(filter: { catalog: { is: { kind: { eq: ${kind} } } } }, asOf: $asOf, limit: 1) { total } }`,
  read: (data: Record<string, { total: number }>): number => data.catalogEntries?.total ?? 0,
});

/** Catalogs issued by Decisions, and their entries. */
export const catalog: Noun = {
  resources: { catalogs: { show: CatalogShow }, catalogEntries: {} },
  grids: { catalogEntries: ALL_ENTRY_COLUMNS },
  menu: [
    {
      label: { vi: "Danh mục BCCI", en: "Postal catalog" },
      shortLabel: { vi: "BCCI", en: "Postal" },
      to: "/postal-catalog",
      also: ["/catalogs", "/catalogEntries"],
      icon: Library,
      group: CATALOGS,
      permission: "catalogEntry.read",
      count: entriesOfKind("POSTAL"),
    },
    {
      label: { vi: "Danh mục mức độ 3, 4", en: "Level 3, 4 catalogs" },
      shortLabel: { vi: "Mức 3, 4", en: "Levels 3, 4" },
      to: "/online-catalogs",
      icon: MonitorCheck,
      group: CATALOGS,
      permission: "catalogEntry.read",
      count: entriesOfKind("ONLINE"),
    },
  ],
  routes: [
    { path: "/catalogs/:id/grid", page: CatalogEntryGrid },
    { path: "/postal-catalog", page: PostalCatalog },
    { path: "/online-catalogs", page: OnlineCatalogs },
  ],
};

/** The same catalogs on two days and on paper; these stand last among them in the menu. */
export const comparison: Noun = {
  resources: {},
  menu: [
    {
      label: { vi: "So sánh hai ngày", en: "Compare two dates" },
      to: "/compare",
      icon: GitCompareArrows,
      group: CATALOGS,
      permission: "catalogEntry.read",
    },
    {
      label: { vi: "In danh mục niêm yết", en: "Print the posted lists" },
      to: "/posted-list",
      icon: Printer,
      group: CATALOGS,
      permission: "catalogEntry.read",
    },
  ],
  routes: [
    { path: "/compare", page: Compare },
    { path: "/posted-list", page: PostedListPage },
  ],
};
