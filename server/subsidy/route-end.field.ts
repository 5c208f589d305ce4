import { ref } from "../platform/kinds/all";
import { field } from "../platform/registry/declare";
import type { Label } from "../platform/text/label";

const agency = (label: Label, about: Label) => field({ kind: ref("agency"), write: "never", width: 220, label, about });

/** The ends of a route and who carries on it, as the rows that hang on it have them: by these people see their own. */
export const routeBegins = () =>
  agency({ vi: "Nơi đi", en: "Origin" }, { vi: "Nơi đi của tuyến.", en: "Where the route begins." });

export const routeEnds = () =>
  agency({ vi: "Nơi đến", en: "Destination" }, { vi: "Nơi đến của tuyến.", en: "Where the route ends." });

export const routeCarriedBy = () =>
  agency(
    { vi: "Đơn vị vận chuyển", en: "Carried by" },
    { vi: "Đơn vị vận chuyển trên tuyến.", en: "Who carries on the route." },
  );
