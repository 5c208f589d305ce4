import type { RollUpOptions } from "./declare";
import type { Field, Resource } from "./registry";

/** A declared roll-up with its fields resolved. Its table has, beside them, how many rows and how many blank ones a key has. */
export interface RollUp {
  table: string;
  /** The resource whose rows are summed. */
  of: Resource;
  by: Field[];
  sum: Field[];
  blank: Field[];
}

/** The columns of a roll-up that are no key, in the order of its table. */
export const summedColumns = ({ sum }: RollUp): string[] => ["row_count", "blank_count", ...sum.map((f) => f.column)];

/** Resolves what a resource declares, and refuses what could not be kept true row by row. */
export function rollUpsOf(of: Resource, declared: readonly RollUpOptions[]): RollUp[] {
  if (declared.length > 0 && of.states) throw new Error(`${of.single} has states, whose sums change with the day`);
  const named = (names: readonly string[], fits: (field: Field) => boolean, what: string): Field[] =>
    names.map((name) => {
      const field = of.byName.get(name);
      if (!field || !fits(field)) throw new Error(`${of.single}.${name} is no ${what}`);
      return field;
    });
  return declared.map(({ table, by, sum, blank }) => ({
    table,
    of,
    by: named(by, (f) => f.kind.target !== undefined && f.required, "required reference, to sum by"),
    sum: named(sum, (f) => f.kind.name === "int", "whole number, to be summed"),
    blank: named(blank, (f) => sum.includes(f.name), "summed field, to be blank"),
  }));
}
