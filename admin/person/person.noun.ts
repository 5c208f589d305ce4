import { Users } from "lucide-react";
import { ADMINISTRATION } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";

/** People who sign in, and the keys of reporting tools. */
export const person: Noun = {
  resources: { people: {} },
  menu: [
    { label: { vi: "Người dùng", en: "People" }, to: "/people", icon: Users, group: ADMINISTRATION, permission: "person.read", apart: true },
  ],
};
