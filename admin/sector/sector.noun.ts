import { Shapes } from "lucide-react";
import { UNITS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";

/** Sectors that procedures belong to. */
export const sector: Noun = {
  resources: { sectors: {} },
  menu: [
    { label: { vi: "Lĩnh vực", en: "Sectors" }, to: "/sectors", icon: Shapes, group: UNITS, permission: "sector.read" },
  ],
};
