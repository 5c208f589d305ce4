import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { GridColumn } from "../generic/grid-columns";
import type { Looks } from "./looks";
import type { Label } from "./model";
import type { StandIns } from "./stand-ins";
import type { Role, Viewer } from "./viewer";

/** A heading of the left menu, with the entries of several nouns below it. */
export interface MenuGroup {
  id: string;
  label: Label;
  icon: LucideIcon;
}

/** A number beside a menu entry, as of the day on the strip. */
export interface MenuCount {
  query: string;
  /** What it is asked with beside `$asOf`, where the number is the viewer's own; null where they have none. */
  variables?: (viewer: Viewer) => Record<string, unknown> | null;
  /** Null where there is nothing to say. */
  read: (data: Record<string, { total: number }>) => number | null;
}

/** One entry of the left menu; hidden without its permission. */
export interface MenuEntry {
  label: Label;
  /** For the bar at the foot of a phone, where the name is too long. */
  shortLabel?: Label;
  to: string;
  icon: LucideIcon;
  group?: MenuGroup;
  /** e.g. "procedure.read"; none for what everyone may open. */
  permission?: string;
  /** Narrower than the permission: who has another entry for the same, or whose list is always empty, is spared this one. */
  isFor?: (viewer: Viewer) => boolean;
  count?: MenuCount;
  /** Other addresses that belong to this entry. */
  also?: string[];
  /** Stands below the line at the foot of the menu. */
  apart?: boolean;
  /** Its place in the bar at the foot of a phone, for the roles whose days begin with it. */
  onBar?: { place: number; roles: Role[] };
  /** Stands in that bar and not in the menu. */
  isBarOnly?: boolean;
  /** Its page needs the width: the narrow rail stands beside it instead of the menu. */
  isWide?: boolean;
}

/** Screens of a noun that are more than generic. */
export interface Screens {
  list?: ComponentType;
  show?: ComponentType;
  edit?: ComponentType;
  create?: ComponentType;
}

/** A page of a noun beside its list, show, edit and create. */
export interface Route {
  path: string;
  page: ComponentType;
}

/** What a noun adds to the admin; everything else about it comes from the model. */
export interface Noun {
  /** Plural names of the resources it stands for, with their own screens where there are any. */
  resources: Record<string, Screens>;
  menu: MenuEntry[];
  routes?: Route[];
  /** Columns of the spreadsheets of its resources, by plural, where a hand-picked list is better than the declaration's. */
  grids?: Record<string, readonly GridColumn[]>;
  /** What is meant where a field is empty, by the resource's single name; shown in grey. */
  standIns?: Record<string, StandIns>;
  /** Values that are set off by shape and colour, by the resource's single name. */
  looks?: Record<string, Looks>;
}
