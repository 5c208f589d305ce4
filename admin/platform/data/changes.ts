import type { Language } from "../format";
import type { ModelField, ModelResource, Row } from "../model";
import type { Operation } from "./document";

/** A refused row or cell of a change, in both languages. */
export interface Problem {
  index: number;
  id: string | null;
  field: string | null;
  code: string;
  messageVi: string;
  messageEn: string;
}

/** What every change answers. */
export interface ChangeResult {
  changeSet: { id: string } | null;
  rows: { index: number; id: string; version: number | null; action: string }[];
  problems: Problem[];
}

/** One change: exactly one of create, update, delete. */
export type Change =
  | { create: Record<string, unknown> }
  | { update: { id: string; version: number; from?: string; asOf?: string; set: Record<string, unknown> } }
  | { delete: { id: string; version: number } };

export const CHANGE_SELECTION =
  "changeSet { id } rows { index id version action } problems { index id field code messageVi messageEn }";

/** `changeProcedures` for `procedures`. */
export function changeName(resource: ModelResource): string {
  return `change${resource.plural.charAt(0).toUpperCase()}${resource.plural.slice(1)}`;
}

/** The mutation for a batch of changes of one resource. */
export function changeOperation(resource: ModelResource, changes: Change[], note?: string): Operation {
  const name = changeName(resource);
  return {
    query: `mutation Change($changes: [${resource.name}Change!]!, $note: String) {
  ${name}(changes: $changes, note: $note) { ${CHANGE_SELECTION} }
}`,
    variables: { changes, note: note?.trim() || null },
  };
}

/** A value as the change inputs take it: references by id, empty text as null. */
export function inputValue(field: ModelField, value: unknown): unknown {
  if (value === undefined || value === null || value === "") return field.kind.name === "list" ? (value ?? null) : null;
  switch (field.kind.name) {
    case "ref":
      return typeof value === "object" ? String((value as Row).id) : String(value);
    case "int":
      return Number(value);
    case "decimal":
    case "vnd":
      return String(value);
    case "list":
      return (value as unknown[]).map((entry) => inputValue({ ...field, kind: field.kind.of! }, entry));
    default:
      return value;
  }
}

export function sameValue(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

/** The writable fields of a form that differ from the row it was opened on. */
export function changedFields(
  resource: ModelResource,
  values: Record<string, unknown>,
  former: Record<string, unknown>,
): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const field of resource.fields) {
    if (field.write !== "always" || !(field.name in values)) continue;
    const next = inputValue(field, values[field.name]);
    if (field.kind.name === "secret" ? next !== null : !sameValue(next, inputValue(field, former[field.name]))) {
      set[field.name] = next;
    }
  }
  return set;
}

/** The fields of a new row that were filled in. */
export function filledFields(resource: ModelResource, values: Record<string, unknown>): Record<string, unknown> {
  const create: Record<string, unknown> = {};
  for (const field of resource.fields) {
    if (field.write === "never") continue;
    const next = inputValue(field, values[field.name]);
    if (next !== null && !(Array.isArray(next) && next.length === 0)) create[field.name] = next;
  }
  return create;
}

/** Problems as react-admin's form takes them: keyed by column; those of the whole row under `root`. */
export function problemsByField(
  problems: Problem[],
  language: Language,
): Record<string, string | { serverError: string }> {
  const errors: Record<string, string | { serverError: string }> = {};
  for (const problem of problems) {
    const message = language === "vi" ? problem.messageVi : problem.messageEn;
    if (problem.field) errors[problem.field] ??= message;
    else errors.root ??= { serverError: message };
  }
  return errors;
}
