import { Stamp } from "lucide-react";
import { CATALOGS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";
import { DECISION_COLUMNS } from "./decision-grid.columns";
import { DecisionList } from "./DecisionList";
import { DecisionShow } from "./DecisionShow";
import { RecordPage } from "./record/RecordPage";

/** Decisions: the only way into and out of a catalog. */
export const decision: Noun = {
  resources: { decisions: { list: DecisionList, show: DecisionShow } },
  grids: { decisions: DECISION_COLUMNS },
  routes: [{ path: "/decisions/record", page: RecordPage }],
  menu: [
    {
      label: { vi: "Quyết định", en: "Decisions" },
      to: "/decisions",
      icon: Stamp,
      group: CATALOGS,
      permission: "decision.read",
    },
  ],
};
