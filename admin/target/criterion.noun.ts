import { ListChecks } from "lucide-react";
import { lazy } from "react";
import { TARGETS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";

const CriterionShow = lazy(async () => ({ default: (await import("./criterion/CriterionShow")).CriterionShow }));
const RubricPage = lazy(async () => ({ default: (await import("./criterion/RubricPage")).RubricPage }));
const TargetSetShow = lazy(async () => ({ default: (await import("./criterion/TargetSetShow")).TargetSetShow }));
const TargetSetsPage = lazy(async () => ({ default: (await import("./criterion/TargetSetsPage")).TargetSetsPage }));

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
