import { FileText } from "lucide-react";
import { CATALOGS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";
import { committees } from "./Competence";
import { CHANNEL_COLUMNS } from "./channel-grid.columns";
import { PROCEDURE_COLUMNS } from "./procedure-grid.columns";
import { ProcedureShow } from "./ProcedureShow";

/** Administrative procedures, with the ways to carry them out. */
export const procedure: Noun = {
  resources: { procedures: { show: ProcedureShow }, channels: {} },
  menu: [
    {
      label: { vi: "Thủ tục hành chính", en: "Procedures" },
      shortLabel: { vi: "Thủ tục", en: "Procedures" },
      to: "/procedures",
      icon: FileText,
      group: CATALOGS,
      permission: "procedure.read",
      also: ["/channels"],
      count: {
        query: "query ProcedureCount($asOf: Date) { procedures(asOf: $asOf, limit: 1) { total } }",
        read: (data) => data.procedures?.total ?? 0,
      },
    },
  ],
  grids: { procedures: PROCEDURE_COLUMNS, channels: CHANNEL_COLUMNS },
  standIns: { procedure: { agency: (row, language) => committees(row.tiers, language) } },
};
