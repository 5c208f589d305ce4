import { fold } from "../text/fold";
import { bad, good, type Choice, type Kind, type Locale, type Parsed } from "./kind";
import { binaryText } from "./text";

/** Yes or no. */
export function bool(): Kind {
  const words: Record<Locale, [string, string]> = { vi: ["Có", "Không"], en: ["Yes", "No"] };
  return {
    name: "bool",
    graphql: "Boolean",
    operators: ["eq", "ne", "isNull"],
    column: (engine) => ({ type: engine === "mariadb" ? "tinyint" : "integer" }),
    decode: (stored) => (stored == null ? null : Number(stored) !== 0),
    encode: (value) => (value ? 1 : 0),
    parse: (value) => (typeof value === "boolean" ? good(value) : bad("notBool")),
    fromText: (typed) => {
      const word = fold(typed.trim());
      if (["co", "yes", "true", "x", "1"].includes(word)) return good(true);
      return ["khong", "no", "false", "0"].includes(word) ? good(false) : bad("notBool");
    },
    toText: (value, locale) => (value == null ? "" : words[locale][value ? 0 : 1]),
  };
}

/** One of a closed list of values, an enum of the API. `enumName` is its name there. */
export function choice(enumName: string, choices: readonly Choice[]): Kind {
  const known = new Map(choices.map((c) => [c.value, c]));
  const spoken = new Map<string, string>();
  for (const c of choices)
    for (const word of [c.value, c.vi, c.en, ...(c.also ?? [])]) spoken.set(fold(word.trim()), c.value);
  const values = choices.map((c) => c.value).join(", ");
  return {
    name: "choice",
    graphql: enumName,
    enumName,
    choices,
    operators: ["eq", "ne", "in", "isNull"],
    column: (engine) => binaryText(engine, 40),
    parse: (value) => (typeof value === "string" && known.has(value) ? good(value) : bad("notAmong", { values })),
    fromText: (typed, locale) => {
      const value = spoken.get(fold(typed.trim()));
      return value ? good(value) : bad("notAmong", { values: choices.map((c) => c[locale]).join(", ") });
    },
    toText: (value, locale) => known.get(String(value))?.[locale] ?? (value == null ? "" : String(value)),
  };
}

/** A short list of values of one kind, kept in order as a JSON array in one column; no value twice. */
export function list(of: Kind, options: { max?: number } = {}): Kind {
  const max = options.max ?? 50;
  const parse = (value: unknown): Parsed<unknown[]> => {
    if (!Array.isArray(value)) return bad("notList");
    if (value.length > max) return bad("listTooLong", { max }, "LIMIT");
    const out: unknown[] = [];
    for (const item of value) {
      const read = of.parse(item);
      if (!read.ok) return read;
      if (!out.includes(read.value)) out.push(read.value);
    }
    return good(out);
  };
  const pieces = (text: string, by: RegExp) =>
    text
      .split(by)
      .map((piece) => piece.trim())
      .filter(Boolean);
  // Texts and codes may hold commas inside; of choices it is known where a comma belongs to the name.
  const partsOf = (typed: string) =>
    of.name === "choice"
      ? pieces(typed, /[;\n]/).flatMap((part) => (of.fromText(part, "vi").ok ? [part] : pieces(part, /,/)))
      : pieces(typed, /[;\n]|,(?=\s|$)/);
  return {
    name: "list",
    graphql: `[${of.graphql}!]`,
    of,
    operators: ["has", "isNull"],
    max,
    column: (engine) =>
      of.name === "choice"
        ? binaryText(engine, 400)
        : engine === "mariadb"
          ? { type: "mediumtext", collation: "utf8mb4_nopad_bin" }
          : { type: "text" },
    decode: (stored) => (stored == null ? null : JSON.parse(stored as string)),
    encode: (value) => JSON.stringify(value),
    parse,
    fromText: (typed, locale) => {
      const out: unknown[] = [];
      for (const part of partsOf(typed)) {
        const read = of.fromText(part, locale);
        if (!read.ok) return read;
        out.push(read.value);
      }
      return parse(out);
    },
    toText: (value, locale) => (Array.isArray(value) ? value.map((v) => of.toText(v, locale)).join("; ") : ""),
  };
}
