import { Refusal } from "../platform/errors/refusal";
import type { Resource } from "../platform/registry/registry";

/** How somebody likes to see a grid. Widths are in pixels, by field. */
export interface ViewBody {
  filter: Record<string, unknown>;
  sort: { field: string; order: "ASC" | "DESC" }[];
  /** The fields shown, from left to right; null means those that the screen shows by itself. */
  columns: string[] | null;
  widths: Record<string, number>;
  density: "compact" | "normal" | "roomy";
}

/** Characters of a body as it is kept; a filter that names a thousand rows fits. */
const MOST_CHARACTERS = 32_000;
const MOST_SORTS = 8;

type Keep = (value: unknown, resource: Resource) => unknown;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const only = (value: unknown, fits: (name: string, part: unknown) => boolean): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name, part]) => fits(name, part))) : undefined;

const isShown = (resource: Resource, name: unknown): boolean =>
  [...resource.fields, ...resource.figures].some((field) => field.name === name && field.kind.name !== "secret");

function isFilter(resource: Resource, name: string): boolean {
  if (["search", "id", "and", "or", "not"].includes(name)) return true;
  return resource.byName.get(name)?.filter === true || resource.lists.some((list) => list.name === name);
}

function isSort(resource: Resource, part: unknown): boolean {
  if (!isObject(part) || Object.keys(part).sort().join() !== "field,order") return false;
  const { field, order } = part;
  return (field === "id" || resource.byName.get(String(field))?.sort === true) && (order === "ASC" || order === "DESC");
}

/** What of a value is understood, part by part; undefined where nothing of it is. */
const KEEP: Record<keyof ViewBody, Keep> = {
  filter: (value, resource) => only(value, (name) => isFilter(resource, name)),
  sort: (value, resource) =>
    Array.isArray(value) ? value.filter((part) => isSort(resource, part)).slice(0, MOST_SORTS) : undefined,
  columns: (value, resource) =>
    Array.isArray(value)
      ? value.filter((name, at) => isShown(resource, name) && value.indexOf(name) === at)
      : value === null
        ? null
        : undefined,
  widths: (value, resource) =>
    only(
      value,
      (name, width) =>
        isShown(resource, name) && Number.isInteger(width) && Number(width) >= 20 && Number(width) <= 2000,
    ),
  density: (value) => (["compact", "normal", "roomy"].includes(value as string) ? value : undefined),
};

const UNSAID: ViewBody = { filter: {}, sort: [], columns: null, widths: {}, density: "compact" };

/** A body as it was sent, all of it understood, as the text that is kept; refused otherwise, with the part at fault. */
export function bodyToKeep(sent: unknown, resource: Resource): string {
  if (!isObject(sent)) throw new Refusal("BAD_INPUT", "body", { part: "body" }, "viewPart");
  for (const [name, value] of Object.entries(sent)) {
    const keep = Object.hasOwn(KEEP, name) ? KEEP[name as keyof ViewBody] : undefined;
    if (JSON.stringify(keep?.(value, resource)) !== JSON.stringify(value))
      throw new Refusal("BAD_INPUT", `body.${name}`, { part: name }, "viewPart");
  }
  const text = JSON.stringify({ ...UNSAID, ...sent });
  if (text.length > MOST_CHARACTERS) throw new Refusal("LIMIT", "body", { max: MOST_CHARACTERS }, "viewTooLarge");
  return text;
}

/**
 * A kept body as it is answered: what this release does not know, because a later one wrote it or a field is no more, is
 * left out.
 */
export function keptBody(text: string, resource: Resource): ViewBody {
  const kept: Record<string, unknown> = { ...UNSAID };
  const stored = JSON.parse(text) as Record<string, unknown>;
  for (const [name, keep] of Object.entries(KEEP)) {
    const value = keep(stored[name], resource);
    if (value !== undefined) kept[name] = value;
  }
  return kept as unknown as ViewBody;
}
