import type { Row } from "../db/database";
import type { RowPlan } from "./plan";

export type ResponseObject = Record<string, unknown>;
type Build = (row: Row) => ResponseObject;

const built = new WeakMap<RowPlan, Build>();

/**
 * The constructor of a plan's response objects, generated once: properties are the response keys, in the order asked
 * for, so that no executor walks the rows again. Keys are computed names: an alias `__proto__` in a plain literal would
 * set the prototype. Nothing of a request but its validated response keys enters the text, and those as JSON strings.
 */
export function constructorOf(plan: RowPlan): Build {
  const known = built.get(plan);
  if (known) return known;
  const decoders: ((stored: unknown) => unknown)[] = [];
  const properties = plan.properties.map((property) => {
    const key = `[${JSON.stringify(property.key)}]`;
    if (property.from === "typename") return `${key}: ${JSON.stringify(plan.resource.name)}`;
    if (property.from === "child") return `${key}: null`;
    const column = plan.columns[property.index];
    const value = `r[${property.index}]`;
    if (column === "id") return `${key}: String(${value})`;
    if (column === "version" || !column.kind.decode) return `${key}: ${value}`;
    decoders.push(column.kind.decode);
    return `${key}: d[${decoders.length - 1}](${value})`;
  });
  const make = new Function("d", `return (r) => ({ ${properties.join(", ")} });`) as (d: unknown) => Build;
  const build = make(decoders);
  built.set(plan, build);
  return build;
}

/** Sets a property under any key, `__proto__` too, as its own. */
export function setOwn(target: ResponseObject, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}
