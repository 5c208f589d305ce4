import type { Place, Structure } from "../../agency/structure.rules";
import type { CountedRoute } from "../computation/movement.rules";

/**
 * Who pays for a route: the People's Committee of the district in whose part of the tree an end of it lies (its one-stop,
 * a commune), the reception point's before the other; the province for what lies in no district.
 */
export class Payers {
  readonly province: Place | null;

  constructor(private readonly structure: Structure) {
    this.province = structure.inOrder().find(({ state }) => state.kind === "PROVINCE_COMMITTEE") ?? null;
  }

  /** Every agency as one reads the tree. */
  inOrder(): Place[] {
    return this.structure.inOrder();
  }

  of(route: Pick<CountedRoute, "from" | "to" | "direction">): Place | null {
    const reception = route.direction === "OUT" ? route.to : route.from;
    const other = route.direction === "OUT" ? route.from : route.to;
    return this.districtOf(reception) ?? this.districtOf(other) ?? this.province;
  }

  /** The district's committee an agency stands under, or is; null where it stands under none. */
  districtOf(agency: string): Place | null {
    let place = this.structure.home(Number(agency));
    while (place && place.state.kind !== "DISTRICT_COMMITTEE") place = place.parent;
    return place;
  }
}
