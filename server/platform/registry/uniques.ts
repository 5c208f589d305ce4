import type { Field, Resource } from "./registry";

/** What no two rows of a resource share: its unique fields, and the fields that are so together. */
export function uniquesOf(of: Resource, together: readonly string[][]): Field[][] {
  const single = of.fields.filter((f) => f.unique).map((f) => [f]);
  const several = together.map((names) =>
    names.map((name) => {
      const field = of.byName.get(name);
      // States of an identity have rules by the day.
      if (!field || field.dated) throw new Error(`${of.single}.${name} is no field to be unique by`);
      return field;
    }),
  );
  for (const fields of several) {
    if (fields.some((f) => f.write === "always") && !fields.some(mayLetGo))
      throw new Error(`${of.single}: no field of ${fields.map((f) => f.name).join(", ")} can be let go to swap values`);
  }
  return [...single, ...several];
}

/** Whether a value of the field can be taken out of the way while rows of one batch swap theirs. */
export const mayLetGo = (field: Field): boolean => !field.required || ["text", "code"].includes(field.kind.name);
