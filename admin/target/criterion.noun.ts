import { ListChecks } from "lucide-react";
import { TARGETS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";
import { CriterionShow } from "./criterion/CriterionShow";
import { RubricPage } from "./criterion/RubricPage";
import { TargetSetShow } from "./criterion/TargetSetShow";
import { TargetSetsPage } from "./criterion/TargetSetsPage";

/** Target sets and their criteria: what is asked, how it is read, and how it is scored. */
export const criterion: Noun = {
  resources: {
    targetSets: { list: TargetSetsPage, show: TargetSetShow },
    criteria: { show: CriterionShow },
  },
  menu: [
    {
      label: { vi: "Bộ chỉ tiêu", en: "Target sets" },
      to: "/targetSets",
      also: ["/criteria", "/criterionCatalogs"],
      icon: ListChecks,
      group: TARGETS,
      permission: "targetSet.read",
    },
  ],
  routes: [{ path: "/criteria/:id/rubric", page: RubricPage }],
};
