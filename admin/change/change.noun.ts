import { History } from "lucide-react";
import type { Noun } from "../platform/noun";
import { ChangeSetList } from "./ChangeSetList";
import { ChangeSetShow } from "./ChangeSetShow";

/** Change sets: who changed what, when and why. */
export const change: Noun = {
  resources: { changeSets: { list: ChangeSetList, show: ChangeSetShow } },
  menu: [
    {
      label: { vi: "Lịch sử cập nhật", en: "Change history" },
      shortLabel: { vi: "Lịch sử", en: "History" },
      to: "/changeSets",
      icon: History,
      permission: "changeSet.read",
      apart: true,
    },
  ],
};
