import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Mode } from "../changes/change";
import { readKey, readNote } from "../changes/request";
import { Refusal } from "../errors/refusal";
import { parseDay } from "../kinds/all";
import type { Locale } from "../kinds/kind";
import { isInFiles, ROW_FIELDS } from "./headings";
import type { Resource } from "../registry/registry";

/** What is asked of an import beside its file. */
export interface ImportRequest {
  resource: Resource;
  dryRun: boolean;
  mode: Mode;
  note: string | null;
  key: string | null;
  sheet: string | null;
  /** What a person chose instead of what the headings say: the column's number and its field, null for none. */
  columns: ReadonlyMap<number, string | null>;
  /** Texts for fields of which the file says nothing, the same for every line. */
  set: ReadonlyMap<string, string>;
  asOf: string | null;
  from: string | null;
  /** The hash of a preview: nothing else than what it showed is written. */
  expect: string | null;
  isBackground: boolean;
  /** The file is asked back with a column of errors, in this form. */
  as: "csv" | "xlsx" | null;
  /** The language of words in the answer. */
  locale: Locale;
}

/** A file that was received, and what the one who sent it calls it. */
export interface Upload {
  path: string;
  name: string;
}

type Query = Record<string, unknown>;

const KNOWN = "dryRun mode note key sheet columns asOf from expect background as lang".split(" ");
const SET = "set.";

/** Reads the query of an import; what cannot be read refuses it, since a misspelt dryRun would write. */
export function readImportRequest(resource: Resource, query: Query): ImportRequest {
  const stray = Object.keys(query).find((name) => !KNOWN.includes(name) && !name.startsWith(SET));
  if (stray !== undefined) throw new Refusal("BAD_INPUT", stray, {}, "unknownField");
  const text = (name: string): string | null => {
    const value = query[name];
    if (value === undefined || value === "") return null;
    if (typeof value !== "string") throw new Refusal("BAD_INPUT", name, {}, "notText");
    return value;
  };
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | null => {
    const value = text(name);
    if (value === null || values.includes(value as T)) return value as T | null;
    throw new Refusal("BAD_INPUT", name, { values: values.join(", ") }, "notAmong");
  };
  const day = (name: string): string | null => {
    const read = text(name) === null ? null : parseDay(text(name));
    if (read && !read.ok) throw new Refusal("BAD_INPUT", name, read.problem.values, read.problem.reason);
    if (read && !resource.states) throw new Refusal("BAD_INPUT", name, {}, "fromNotDated");
    return read ? read.value : null;
  };
  const [asOf, from] = [day("asOf"), day("from")];
  if (asOf !== null && from !== null) throw new Refusal("BAD_INPUT", "asOf", {}, "fromOrAsOf");
  return {
    resource,
    dryRun: oneOf("dryRun", ["true", "false"]) === "true",
    mode: oneOf("mode", ["ALL_OR_NONE", "GOOD_ROWS"]) ?? "ALL_OR_NONE",
    note: readNote(text("note")),
    key: readKey(text("key")),
    sheet: text("sheet"),
    columns: chosenColumns(resource, text("columns")),
    set: setFields(resource, query, text),
    asOf,
    from,
    expect: text("expect"),
    isBackground: oneOf("background", ["true", "false"]) === "true",
    as: oneOf("as", ["csv", "xlsx"]),
    locale: oneOf("lang", ["vi", "en"]) ?? "vi",
  };
}

function setFields(resource: Resource, query: Query, text: (name: string) => string | null): Map<string, string> {
  const out = new Map<string, string>();
  // In the order of the fields: the same request is the same in whatever order it was written.
  const fields = resource.fields.filter((f) => isInFiles(f) && f.write !== "never").map((f) => f.name);
  const names = Object.keys(query).filter((name) => name.startsWith(SET));
  for (const name of names)
    if (!fields.includes(name.slice(SET.length))) throw new Refusal("BAD_INPUT", name, {}, "unknownField");
  for (const field of fields) {
    const value = text(`${SET}${field}`)?.trim();
    if (value) out.set(field, value);
  }
  return out;
}

function chosenColumns(resource: Resource, given: string | null): Map<number, string | null> {
  const out = new Map<number, string | null>();
  if (given === null) return out;
  const wrong = new Refusal("BAD_INPUT", "columns", {}, "chosenColumns");
  let read: unknown;
  try {
    read = JSON.parse(given);
  } catch {
    throw wrong;
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw wrong;
  const fields = [...ROW_FIELDS, ...resource.fields.filter(isInFiles).map((f) => f.name)];
  for (const [number, field] of Object.entries(read)) {
    if (!/^[1-9]\d{0,2}$/.test(number) || Number(number) > 200 || (field !== null && typeof field !== "string"))
      throw wrong;
    if (field !== null && !fields.includes(field)) {
      const values = { shown: field, values: fields.join(", ") };
      throw new Refusal("BAD_INPUT", "columns", values, "noSuchColumnField");
    }
    out.set(Number(number), field);
  }
  // A reference may have two columns, one with codes and one with names.
  const once = [...out.values()].filter((f) => f !== null && !resource.byName.get(f)?.kind.target);
  if (new Set(once).size !== once.length) throw wrong;
  return out;
}

/** What was asked, in a form by which the same request under the same key is known again. */
export async function askedFor(request: ImportRequest, upload: Upload): Promise<unknown> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(upload.path)) hash.update(part as Buffer);
  const { resource, mode, sheet, columns, set, asOf, from } = request;
  const given = set.size > 0 ? [[...set]] : [];
  return ["import", resource.name, hash.digest("hex"), mode, sheet, [...columns], asOf, from, ...given];
}
