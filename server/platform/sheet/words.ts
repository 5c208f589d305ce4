import type { Field, Resource } from "../registry/registry";

/**
 * How a text names a row of another resource: by its title; by its title and what tells it from others of that title,
 * "Phòng Tư pháp [TP-YB]" or "Phòng Tư pháp [#4812]"; or by its code alone.
 */
export interface RowWords {
  /** The whole text, which may be a title or a code. */
  whole: string;
  /** The title and what stands in the brackets at its end, where there are any. */
  titled: { title: string; code: string | null; id: string | null } | null;
}

export function readRowWords(text: string): RowWords {
  const whole = text.trim();
  const match = /^(.*\S)\s*\[\s*(#?)([^[\]]*[^[\]\s])\s*\]$/su.exec(whole);
  if (!match) return { whole, titled: null };
  const [, title, hash, inside] = match;
  const isId = hash === "#" && /^[1-9]\d{0,15}$/.test(inside);
  return { whole, titled: { title, code: isId ? null : hash + inside, id: isId ? inside : null } };
}

/** The field by which a row can be told from others of its title: its code, or whatever else it alone is known again by. */
export function codeField(resource: Resource): Field | null {
  const names = [...resource.uniqueByDay, ...resource.fields.filter((f) => f.unique).map((f) => f.name)];
  const name = names.find((n) => n !== resource.title && resource.byName.get(n)!.kind.name === "code");
  return name === undefined ? null : resource.byName.get(name)!;
}
