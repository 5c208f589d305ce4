import type { Language } from "../format";
import type { ModelResource } from "../model";
import { listOperation, type PageRequest, type SchemaFacts } from "./document";

/** The rows and columns on the screen, whatever page of them is shown. */
export interface View {
  resource: ModelResource;
  fields: readonly string[];
  filter?: Record<string, unknown>;
  sort?: PageRequest["sort"];
  asOf?: string;
}

export type ExportFormat = "csv" | "xlsx";

/** What the address of a view asks for: the variables of the list's query, and the words' language. */
export function exportQuery(facts: SchemaFacts, view: View, language: Language): Record<string, string> {
  const { resource, fields, ...page } = view;
  const { filter, sort, asOf } = listOperation(facts, resource, { fields, ...page }).variables;
  return {
    ...(filter ? { filter: JSON.stringify(filter) } : {}),
    ...(sort ? { sort: JSON.stringify(sort) } : {}),
    fields: fields.join(","),
    ...(typeof asOf === "string" ? { asOf } : {}),
    lang: language,
  };
}

/** The path of the file of a view. */
export function exportPath(view: View, format: ExportFormat): string {
  return `/export/${view.resource.plural}.${format}`;
}

/** Path and query of the file of a view, to be put behind an origin. */
export function exportAddress(facts: SchemaFacts, view: View, format: ExportFormat, language: Language): string {
  return `${exportPath(view, format)}?${new URLSearchParams(exportQuery(facts, view, language)).toString()}`;
}
