import { KeyRound, Users } from "lucide-react";
import { ADMINISTRATION } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";
import { Tokens } from "./Tokens";

/** People who sign in, and the keys of reporting tools. */
export const person: Noun = {
  resources: { people: {} },
  menu: [
    {
      label: { vi: "Người dùng", en: "People" },
      to: "/people",
      icon: Users,
      group: ADMINISTRATION,
      permission: "person.change",
      apart: true,
    },
    {
      label: { vi: "Khóa truy cập dữ liệu", en: "Access tokens" },
      to: "/tokens",
      icon: KeyRound,
      group: ADMINISTRATION,
      apart: true,
    },
  ],
  routes: [{ path: "/tokens", page: Tokens }],
};
