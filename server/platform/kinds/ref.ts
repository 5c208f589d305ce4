import { bad, good, type Kind, type Parsed } from "./kind";

/** Ids are decimal strings of integers under 2^53. */
export function parseId(given: unknown): Parsed<string> {
  // GraphQL's ID may be written as a number.
  const value = typeof given === "number" ? String(given) : given;
  const ok = typeof value === "string" && /^[1-9]\d{0,15}$/.test(value) && Number(value) <= Number.MAX_SAFE_INTEGER;
  return ok ? good(value) : bad("notId");
}

/** A reference to one row of another resource, named by that resource's singular ("agency"). */
export function ref(target: string): Kind {
  return {
    name: "ref",
    graphql: "ID",
    target,
    operators: ["eq", "ne", "in", "isNull"],
    column: (engine) => ({ type: engine === "mariadb" ? "bigint" : "integer" }),
    decode: (stored) => (stored == null ? null : String(stored)),
    encode: (value) => Number(value),
    parse: parseId,
    // What a person types is a name or a code; the grid finds the row and hands over its id.
    fromText: (typed) => parseId(typed.trim()),
    toText: (value) => (value == null ? "" : String(value)),
  };
}

/** A small JSON object of the system's own making: images in history. Never written by people. */
export function json(): Kind {
  return {
    name: "json",
    graphql: "Value",
    operators: [],
    column: (engine) =>
      engine === "mariadb" ? { type: "mediumtext", collation: "utf8mb4_nopad_bin" } : { type: "text" },
    decode: (stored) => (stored == null ? null : JSON.parse(stored as string)),
    encode: (value) => JSON.stringify(value),
    parse: (value) => good(value),
    fromText: () => bad("notTyped"),
    toText: (value) => (value == null ? "" : JSON.stringify(value)),
  };
}

/** The id of a row of any resource: a reference that no foreign key holds, because history outlives what it tells of. */
export function rowId(): Kind {
  return { ...ref(""), target: undefined, operators: ["eq", "in", "isNull"] };
}
