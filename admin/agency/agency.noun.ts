import { Building2 } from "lucide-react";
import { UNITS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";
import { AgencyShow } from "./AgencyShow";

/** Agencies of every kind that a dossier meets. */
export const agency: Noun = {
  resources: { agencies: { show: AgencyShow } },
  menu: [
    {
      label: { vi: "Cơ quan", en: "Agencies" },
      to: "/agencies",
      icon: Building2,
      group: UNITS,
      permission: "agency.read",
    },
  ],
};
