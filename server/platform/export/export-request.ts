import { GraphQLError } from "graphql";
import { graphqlErrorOf } from "../errors/graphql-error";
import { Refusal } from "../errors/refusal";
import type { Locale } from "../kinds/kind";
import type { Variables } from "../planner/normalise";

export type FileFormat = "csv" | "xlsx";

/** What a file is asked for: the rows and their order as in GraphQL, the fields, the words' language. */
export interface ExportRequest {
  variables: Variables;
  /** Names of fields; null for those that lists show. */
  fields: string[] | null;
  lang: Locale;
}

type Given = Record<string, unknown>;

/** Reads the parameters of an address, where filter and sort are JSON, or of a JSON body, where they are what they are. */
export function readExportRequest(given: Given): ExportRequest {
  const variables: Variables = {};
  for (const name of ["filter", "sort"]) {
    const value = typeof given[name] === "string" ? json(name, given[name]) : given[name];
    if (value != null) variables[name] = value;
  }
  if (given.asOf != null && given.asOf !== "") variables.asOf = given.asOf;
  return { variables, fields: fieldsOf(given.fields), lang: langOf(given.lang) };
}

function json(name: string, text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal("BAD_INPUT", name, {}, "unreadable");
  }
}

function fieldsOf(given: unknown): string[] | null {
  const names = typeof given === "string" ? given.split(",").map((name) => name.trim()) : given;
  if (names == null) return null;
  if (!Array.isArray(names) || names.some((name) => typeof name !== "string"))
    throw new Refusal("BAD_INPUT", "fields", {}, "unreadable");
  const wanted = [...new Set((names as string[]).filter(Boolean))];
  return wanted.length > 0 ? wanted : null;
}

function langOf(given: unknown): Locale {
  if (given == null || given === "" || given === "vi") return "vi";
  if (given === "en") return "en";
  throw new Refusal("BAD_INPUT", "lang", { values: "vi, en" }, "notAmong");
}

/** A field that the resource has not, said as GraphQL says it. */
export const unknownField = (name: string): GraphQLError =>
  graphqlErrorOf(new Refusal("BAD_INPUT", name, {}, "unknownField"));
