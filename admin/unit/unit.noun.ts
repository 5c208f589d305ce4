import { MapPin } from "lucide-react";
import { UNITS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";

/** Administrative units: province, districts, communes, as they were on any date. */
export const unit: Noun = {
  resources: { units: {} },
  menu: [{ label: { vi: "Địa bàn", en: "Units" }, to: "/units", icon: MapPin, group: UNITS, permission: "unit.read" }],
};
