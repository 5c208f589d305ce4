import { settlerAt, type Ancestry, type Place } from "../catalog/posted-list.rules";

/** What a line of the sheet is for: one settling agency's dossiers of one procedure. */
export interface SheetKey {
  procedure: string;
  agency: string;
}

/** A procedure in force, as far as it decides who settles it. */
export interface Receivable {
  id: string;
  tiers: readonly string[];
  agency: Ancestry | null;
}

export type SheetLine<Count> = SheetKey & { count: Count | null };

/**
 * The lines of a sheet: one for each procedure that the place receives, with whoever settles it, in the order given; then
 * what is counted already and stands in none of them. Counts of one key by place or receiver have a line each.
 */
export function sheetLines<Count extends SheetKey>(
  place: Place,
  procedures: readonly Receivable[],
  counts: readonly Count[],
): SheetLine<Count>[] {
  const left = new Map<string, Count[]>();
  for (const count of counts) left.set(keyOf(count), [...(left.get(keyOf(count)) ?? []), count]);
  const prefilled = procedures.flatMap((procedure): SheetLine<Count>[] => {
    const settler = settlerAt(place, procedure);
    if (settler === null) return [];
    const key: SheetKey = { procedure: procedure.id, agency: settler.id };
    const counted = left.get(keyOf(key));
    left.delete(keyOf(key));
    return counted ? counted.map((count) => ({ ...key, count })) : [{ ...key, count: null }];
  });
  const others = [...left.values()].flat();
  return [...prefilled, ...others.map((count) => ({ procedure: count.procedure, agency: count.agency, count }))];
}

const keyOf = ({ procedure, agency }: SheetKey): string => `${procedure} ${agency}`;
