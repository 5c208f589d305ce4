import { House } from "lucide-react";
import type { Noun } from "../platform/noun";

/** The page each role starts on. */
export const home: Noun = {
  resources: {},
  menu: [{ label: { vi: "Trang chủ", en: "Home" }, to: "/", icon: House, onBar: { place: 1, roles: ["LEADER"] } }],
};
