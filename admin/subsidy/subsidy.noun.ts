import { Truck } from "lucide-react";
import { TRANSFERS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";
import { RATE_COLUMNS } from "./rate-grid.columns";
import { RateList, RouteList } from "./RouteLists";

/** Routes that dossiers travel between agencies, and what a journey costs. */
export const subsidy: Noun = {
  resources: { transferRoutes: { list: RouteList }, transferRates: { list: RateList } },
  grids: { transferRates: RATE_COLUMNS },
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
