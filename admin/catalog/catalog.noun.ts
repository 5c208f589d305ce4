import { Library } from "lucide-react";
import { CATALOGS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";

/** Catalogs issued by Decisions, and their entries. */
export const catalog: Noun = {
  resources: { catalogs: {}, catalogEntries: {} },
  menu: [
    { label: { vi: "Danh mục", en: "Catalogs" }, to: "/catalogs", icon: Library, group: CATALOGS, permission: "catalog.read" },
  ],
};
