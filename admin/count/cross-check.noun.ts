import { GitCompareArrows } from "lucide-react";
import { lazy } from "react";
import { COUNTS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";

const CrossCheckPage = lazy(async () => ({ default: (await import("./CrossCheckPage")).CrossCheckPage }));

/** The national form against the counts. */
export const crossCheck: Noun = {
  resources: {},
  menu: [
    {
      label: { vi: "Đối chiếu biểu II.06a", en: "Check form II.06a" },
      to: "/cross-check",
      also: ["/nationalForms"],
      icon: GitCompareArrows,
      group: COUNTS,
      permission: "nationalForm.read",
    },
  ],
  routes: [{ path: "/cross-check", page: CrossCheckPage }],
};
