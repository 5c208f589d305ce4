import type { Role } from "../../server/platform/policy/policy";

/** The people who speak in tests. */
export const PEOPLE = [
  { key: "quan", name: "Quân", role: "ADMINISTRATOR", agency: null },
  { key: "chi", name: "Chi", role: "CATALOG", agency: null },
  { key: "binh", name: "Bình", role: "AGENCY", agency: "STP" },
  { key: "tai", name: "Tài", role: "FINANCE", agency: null },
  { key: "buu", name: "Bưu", role: "POST", agency: "BD" },
  { key: "lan", name: "Lan", role: "LEADER", agency: null },
  { key: "an", name: "An", role: "REPORTER", agency: null },
] as const satisfies readonly { key: string; name: string; role: Role; agency: string | null }[];

export type PersonKey = (typeof PEOPLE)[number]["key"];
