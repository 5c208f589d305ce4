import { Stamp } from "lucide-react";
import { CATALOGS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";
import { DecisionList } from "./DecisionList";
import { DecisionShow } from "./DecisionShow";

/** Decisions: the only way into and out of a catalog. */
export const decision: Noun = {
  resources: { decisions: { list: DecisionList, show: DecisionShow } },
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
