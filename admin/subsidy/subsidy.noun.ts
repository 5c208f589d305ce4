import { Truck } from "lucide-react";
import { TRANSFERS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";

/** Routes that dossiers travel between agencies, and what a journey costs. */
export const subsidy: Noun = {
  resources: { transferRoutes: {}, transferRates: {} },
  menu: [
    {
      label: { vi: "Tuyến và đơn giá", en: "Routes and rates" },
      to: "/transferRoutes",
      icon: Truck,
      group: TRANSFERS,
      permission: "transferRoute.read",
      also: ["/transferRates"],
    },
  ],
};
