import { PROVENANCE, type ModelField, type ModelResource, type Row } from "../platform/model";

/** The fields that a form offers; where a fact comes from is last. */
export function formFields(resource: ModelResource, creating: boolean): ModelField[] {
  const writable = resource.fields.filter(
    (field) => field.write === "always" || (creating && field.write === "create"),
  );
  return [
    ...writable.filter((field) => !PROVENANCE.has(field.name)),
    ...writable.filter((field) => PROVENANCE.has(field.name)),
  ];
}

/** A row as a form holds it: references by id. */
export function formValues(resource: ModelResource, row: Row): Record<string, unknown> {
  const values: Record<string, unknown> = { id: row.id };
  for (const field of resource.fields) {
    const value = row[field.name];
    values[field.name] =
      field.kind.name === "ref" && value && typeof value === "object" ? (value as Row).id : (value ?? null);
  }
  return values;
}

/** A list of text typed line by line, without its blank lines. */
export function tidyValues(resource: ModelResource, values: Record<string, unknown>): Record<string, unknown> {
  const tidy = { ...values };
  for (const field of resource.fields) {
    const value = tidy[field.name];
    if (field.kind.name === "list" && Array.isArray(value)) {
      tidy[field.name] = value.map((entry) => String(entry).trim()).filter(Boolean);
    }
  }
  return tidy;
}

/** Long fields take the whole width of a form. */
export function isWideField(field: ModelField): boolean {
  return Boolean(field.kind.multiline) || field.kind.name === "list";
}
