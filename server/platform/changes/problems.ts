import { inList, listParameter, type Transaction } from "../db/database";
import { sentences } from "../errors/sentence";
import { moment } from "../kinds/all";
import type { Fault, Problem } from "./change";

/** Fills in who was faster and when, for the rows that are stale: one statement for all of them. */
export async function nameLatest(tx: Transaction, faults: Fault[]): Promise<void> {
  const stale = faults.filter((f) => f.code === "STALE" && f.id !== null);
  if (stale.length === 0) return;
  const ids = listParameter(
    tx.engine,
    stale.map((f) => f.id!),
  );
  const found = await tx.all(
    "SELECT l.resource, l.row_id, p.name, s.at FROM " +
      "(SELECT resource, row_id, MAX(change_set_id) AS latest FROM change_row " +
      `WHERE ${inList(tx.engine, "row_id")} GROUP BY resource, row_id) l ` +
      "JOIN change_set s ON s.id = l.latest LEFT JOIN person p ON p.id = s.person_id",
    [ids],
  );
  const latest = new Map(found.map((row) => [`${String(row[0])}:${String(row[1])}`, row]));
  for (const fault of stale) {
    const row = latest.get(`${fault.resource.name}:${fault.id}`);
    fault.values.who = (row?.[2] as string | null) ?? { vi: "Hệ thống", en: "The system" };
    fault.values.at = row ? { vi: moment().toText(row[3], "vi"), en: moment().toText(row[3], "en") } : "?";
  }
}

/** Faults as they are answered: in order of the batch, each with its sentence in both languages. */
export function problemsOf(faults: Fault[]): Problem[] {
  return [...faults]
    .sort((a, b) => a.index - b.index)
    .map((f) => ({
      index: f.index,
      id: f.id === null ? null : String(f.id),
      field: f.field,
      code: f.code,
      ...sentences(f.code, f.reason, f.values, f.field, f.field ? f.resource.byName.get(f.field)?.label : undefined),
    }));
}
