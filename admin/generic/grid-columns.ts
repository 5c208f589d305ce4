import type { Label, ModelField, ModelResource } from "../platform/model";
import { PROVENANCE, fieldOf } from "../platform/model";

/** One column of a grid screen: a declared field and what the screen says beyond its declaration. */
export interface GridColumn {
  field: string;
  width?: number;
  /** A key column: always shown, first, and kept in view. */
  frozen?: boolean;
  strong?: boolean;
  /** Offered among the columns and not shown by itself. */
  isExtra?: boolean;
  emptyText?: Label;
  /** Shown, not edited. */
  fixed?: boolean;
  /** What the server derives from the row's other cells, told while they are edited; references come as `{ id, label }`. */
  derived?: (values: Readonly<Record<string, unknown>>) => unknown;
  /** Carries the mark of rows that the demo invented. */
  marksDemo?: boolean;
}

/** Whether rows of a resource are edited in a spreadsheet; a password has no place in one. */
export const hasGrid = (resource: ModelResource): boolean =>
  resource.write && resource.fields.every((field) => field.kind.name !== "secret");

const isColumn = ({ kind }: ModelField) => kind.name !== "secret" && kind.name !== "json";

/** The columns that a declaration suggests: what rows are known by first and frozen, then what its lists show. */
export function columnsOf(resource: ModelResource): GridColumn[] {
  const listed = resource.fields.filter((field) => field.inList && !PROVENANCE.has(field.name) && isColumn(field));
  const isKey = (field: ModelField) => field.name === "code" || field.name === resource.title;
  const title: GridColumn = { field: resource.title, frozen: true, strong: true, marksDemo: true };
  const code: GridColumn = {
    field: "code",
    frozen: true,
    emptyText: { vi: "chưa có mã", en: "no code yet" },
  };
  const keys = resource.title !== "code" && fieldOf(resource, "code") ? [code, title] : [title];
  return [...keys, ...listed.filter((field) => !isKey(field)).map(({ name }) => ({ field: name }))];
}

/** Every field of a resource that a grid can show: the screen's own columns first, then the others as declared. */
export function allColumns(
  resource: ModelResource,
  own: readonly GridColumn[],
  without: Readonly<Record<string, unknown>> = {},
): GridColumn[] {
  const others = resource.fields.filter(
    (field) => isColumn(field) && !(field.name in without) && !own.some((column) => column.field === field.name),
  );
  return [...own, ...others.map(({ name }) => ({ field: name }))];
}
