import type { Density } from "../grid/density";
import type { GridColumn } from "./grid-columns";

export interface SortPart {
  field: string;
  order: "ASC" | "DESC";
}

/** How a grid is looked at: what a saved view keeps and a link carries. */
export interface GridView {
  /** Filters by field, and the search text under `search`, as the API takes them. */
  filter: Record<string, unknown>;
  sort: readonly SortPart[];
  /** The fields shown, from left to right; null for those that the screen shows by itself. */
  columns: readonly string[] | null;
  widths: Readonly<Record<string, number>>;
  density: Density;
}

/** What a screen can show and what it shows by itself. */
export interface Layout {
  all: readonly GridColumn[];
  usual: readonly string[];
}

const isFrozen = ({ all }: Layout, field: string) => all.some((column) => column.field === field && column.frozen);

/** The fields shown: key columns first whatever was chosen, then the chosen ones that there are. */
export function shownFields(layout: Layout, chosen: readonly string[] | null): string[] {
  const keys = layout.all.filter((column) => column.frozen).map(({ field }) => field);
  const known = (chosen ?? layout.usual).filter((field) => layout.all.some((column) => column.field === field));
  return [...keys, ...known.filter((field) => !keys.includes(field))];
}

/** Shows a field that was hidden, as the last one, or hides one. Key columns stay. */
export function toggleField(layout: Layout, shown: readonly string[], field: string): string[] {
  if (isFrozen(layout, field)) return [...shown];
  return shown.includes(field) ? shown.filter((each) => each !== field) : [...shown, field];
}

/** Moves a shown field to a position among the shown ones; key columns neither move nor are passed. */
export function moveField(layout: Layout, shown: readonly string[], field: string, to: number): string[] {
  const first = shown.filter((each) => isFrozen(layout, each)).length;
  if (isFrozen(layout, field) || !shown.includes(field)) return [...shown];
  const rest = shown.filter((each) => each !== field);
  rest.splice(Math.max(first, Math.min(to, rest.length)), 0, field);
  return rest;
}

/** Sorts by a field, or no longer by it where `order` is null; `add` keeps the order there is and refines it. */
export function sortBy(
  sort: readonly SortPart[],
  field: string,
  order: SortPart["order"] | null,
  add: boolean,
): SortPart[] {
  if (order === null) return sort.filter((part) => part.field !== field);
  if (!add) return [{ field, order }];
  const known = sort.some((part) => part.field === field);
  return known ? sort.map((part) => (part.field === field ? { field, order } : part)) : [...sort, { field, order }];
}

/** A value written so that the order of its keys does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

type Content = Pick<GridView, "filter" | "sort" | "columns">;

/** Whether two views show the same rows in the same order with the same columns. Widths and density are nobody's news. */
export function sameView(layout: Layout, a: Content, b: Content): boolean {
  const of = ({ filter, sort, columns }: Content) => canonical([filter, sort, shownFields(layout, columns)]);
  return of(a) === of(b);
}

/** The parts of a view in an address; absent ones are as usual. */
export const ADDRESS_PARTS = ["view", "filter", "sort", "columns"] as const;

/**
 * What an address says of a view: the number of a kept one whose content it is, or the content itself, so that the link
 * shows the same to whoever may not see the kept one.
 */
export function toAddress(
  layout: Layout,
  view: Content,
  usual: Content,
  kept: { id: string; isWhole: boolean } | null,
): Partial<Record<(typeof ADDRESS_PARTS)[number], string>> {
  if (kept?.isWhole) return { view: kept.id };
  const parts: ReturnType<typeof toAddress> = kept ? { view: kept.id } : {};
  const differs = (name: keyof Content) => !sameView(layout, { ...usual, [name]: view[name] }, usual);
  if (differs("filter") || kept) parts.filter = JSON.stringify(view.filter);
  if (differs("sort") || kept) parts.sort = view.sort.map((s) => (s.order === "DESC" ? `-${s.field}` : s.field)).join();
  if (differs("columns") || kept) parts.columns = shownFields(layout, view.columns).join();
  return parts;
}

/** Reads an address again; what is no view is left out. */
export function fromAddress(params: URLSearchParams): { id: string | null; content: Partial<Content> | null } {
  const content: { -readonly [Part in keyof Content]?: Content[Part] } = {};
  const filter = readFilter(params.get("filter"));
  if (filter) content.filter = filter;
  const sort = params.get("sort");
  if (sort !== null)
    content.sort = sort
      .split(",")
      .filter(Boolean)
      .map((part) => (part.startsWith("-") ? { field: part.slice(1), order: "DESC" } : { field: part, order: "ASC" }));
  const columns = params.get("columns");
  if (columns !== null) content.columns = columns.split(",").filter(Boolean);
  return { id: params.get("view"), content: Object.keys(content).length > 0 ? content : null };
}

function readFilter(text: string | null): Record<string, unknown> | null {
  try {
    const filter: unknown = JSON.parse(text ?? "null");
    return typeof filter === "object" && !Array.isArray(filter) ? (filter as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}
