import { fieldOf, findResource, titleFields, type Label, type ModelField, type ModelResource, type Row } from "./model";

/** What names a row: its title in the reader's language where both are kept; a reference is followed. */
export function rowTitle(
  resource: ModelResource,
  row: Row | null | undefined,
  label: (label: Label) => string,
): string {
  if (!row) return "";
  const [main, twin] = titleFields(resource);
  const field = fieldOf(resource, main!);
  const own = row[main!];
  const chosen = twin && row[twin] ? label({ vi: String(own ?? ""), en: String(row[twin]) }) : own;
  if (field && chosen !== null && chosen !== undefined && chosen !== "") return titleText(field, chosen, label);
  return `${label(resource.label)} #${row.id}`;
}

function titleText(field: ModelField, value: unknown, label: (label: Label) => string): string {
  if (field.kind.name === "ref") {
    const target = findResource(field.kind.target);
    return target && typeof value === "object" ? rowTitle(target, value as Row, label) : String(value);
  }
  if (field.kind.name === "choice") {
    const choice = field.kind.choices?.find((entry) => entry.value === value);
    return choice ? label(choice) : String(value);
  }
  return String(value);
}
