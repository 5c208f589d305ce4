import { Building2, Megaphone, Target } from "lucide-react";
import { lazy } from "react";
import { TARGETS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";

const ScorecardPage = lazy(async () => ({ default: (await import("./scorecard/ScorecardPage")).ScorecardPage }));
const TakePage = lazy(async () => ({ default: (await import("./take/TakePage")).TakePage }));
const PublicationShow = lazy(async () => ({
  default: (await import("./publication/PublicationShow")).PublicationShow,
}));
const ChasePage = lazy(async () => ({ default: (await import("./home/ChasePage")).ChasePage }));

/** Where the province and its agencies stand against their targets, and what would bring them there. */
export const target: Noun = {
  resources: { publications: { show: PublicationShow } },
  menu: [
    {
      label: { vi: "Kết quả thực hiện", en: "Results" },
      shortLabel: { vi: "Chỉ tiêu", en: "Targets" },
      to: "/scorecard",
      icon: Target,
      group: TARGETS,
      permission: "criterion.read",
      isWide: true,
      onBar: { place: 2, roles: ["LEADER"] },
    },
    {
      label: { vi: "Cần làm gì để đạt", en: "What it would take" },
      shortLabel: { vi: "Để đạt", en: "To do" },
      to: "/take",
      icon: Target,
      group: TARGETS,
      permission: "criterion.read",
    },
    {
      label: { vi: "Kết quả đã công bố", en: "Published results" },
      shortLabel: { vi: "Công bố", en: "Published" },
      to: "/publications",
      icon: Megaphone,
      group: TARGETS,
      permission: "publication.read",
    },
    {
      label: { vi: "Đôn đốc", en: "To chase" },
      to: "/chase",
      icon: Building2,
      permission: "criterion.read",
      onBar: { place: 3, roles: ["LEADER"] },
      isBarOnly: true,
    },
  ],
  routes: [
    { path: "/scorecard", page: ScorecardPage },
    { path: "/take", page: TakePage },
    { path: "/chase", page: ChasePage },
  ],
};
