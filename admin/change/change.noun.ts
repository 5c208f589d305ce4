import { History } from "lucide-react";
import type { Noun } from "../platform/noun";
import { ChangeSetList } from "./ChangeSetList";
import { words } from "./change.words";
import { ChangeSetShow } from "./ChangeSetShow";

/** Change sets: who changed what, when and why. */
export const change: Noun = {
  resources: { changeSets: { list: ChangeSetList, show: ChangeSetShow } },
  standIns: { changeSet: { person: (_, language) => words[language].system } },
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
