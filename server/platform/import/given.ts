import { Refusal } from "../errors/refusal";
import type { Locale } from "../kinds/kind";
import type { Field, Registry, Resource } from "../registry/registry";
import { readCell } from "./cells";
import type { References } from "./references";

/** A value that was handed in for every line of a file: its text, and what it is. */
export interface Given {
  text: string;
  value: unknown;
}

const ID = /^#([1-9]\d{0,15})$/;

/** Reads what was handed in beside a file. A value that cannot be read refuses the import, before any line is. */
export async function readGiven(
  set: ReadonlyMap<string, string>,
  resource: Resource,
  registry: Registry,
  references: References,
  locale: Locale,
): Promise<Map<string, Given>> {
  const out = new Map<string, Given>();
  for (const [name, text] of set) {
    const field = resource.byName.get(name)!;
    const value = field.kind.target
      ? await referred(field, text, registry.single(field.kind.target), references)
      : read(field, text, locale);
    out.set(name, { text, value });
  }
  return out;
}

function read(field: Field, text: string, locale: Locale): unknown {
  const cell = readCell(text, field, locale);
  if (cell.state === "VALUE") return cell.value;
  const { code, reason, values } = (cell as { problem: { code: "BAD_INPUT"; reason: string; values?: object } })
    .problem;
  throw new Refusal(code, `set.${field.name}`, { ...values, field: field.label }, reason);
}

/** By its name or code, else by its id where it stands behind a #. */
async function referred(field: Field, text: string, target: Resource, references: References): Promise<string> {
  const { candidates, suggestions } = (await references.find(target, new Set([text]))).get(text)!;
  if (candidates.length === 1) return String(candidates[0].id);
  const id = ID.exec(text)?.[1];
  if (candidates.length === 0 && id && (await references.exist(target, [Number(id)])).size > 0) return id;
  const at = `set.${field.name}`;
  const hints = candidates.length > 0 ? candidates.map((c) => c.words) : suggestions;
  const values = { shown: text, field: field.label, hints: hints.length > 0 ? `: ${hints.join("; ")}` : "" };
  if (candidates.length > 0) throw new Refusal("BAD_INPUT", at, values, "givenNamesSeveral");
  throw new Refusal("NOT_FOUND", at, values, "givenNamesNothing");
}
