import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { clean } from "../server/platform/text/clean";

/** A row of a fact file: every column a text, empty where the source says nothing. */
export type FactRow = Readonly<Record<string, string>>;

/** The facts about Yên Bái that the seeds bring, as their files hold them. */
export interface Facts {
  unitsUntil2025: FactRow[];
  unitsFrom2025: FactRow[];
  agencies: FactRow[];
  decisions: FactRow[];
  procedures: FactRow[];
  /** The six targets of the directive. */
  targets: FactRow[];
  /** English names of sectors and procedures: translations made for this project, not official ones. */
  englishNames: ReadonlyMap<string, string>;
}

/** The fact files lie beside the source of the seeds; the built seeds reach back to them. */
function folder(): string {
  const beside = join(__dirname, "facts");
  return existsSync(beside) ? beside : join(__dirname, "../../seeds/facts");
}

function read(file: string): FactRow[] {
  const rows = parse(readFileSync(join(folder(), file)), { columns: true, bom: true }) as Record<string, string>[];
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, clean(value)])));
}

/** Reads all fact files. */
export function readFacts(): Facts {
  return {
    unitsUntil2025: read("units-until-2025.csv"),
    unitsFrom2025: read("units-from-2025-07.csv"),
    agencies: read("agencies.csv"),
    decisions: read("decisions.csv"),
    procedures: read("procedures.csv"),
    targets: read("targets-directive.csv"),
    englishNames: new Map(read("english-names.csv").map((row) => [must(row, "name_vi"), must(row, "name_en")])),
  };
}

/** A column that the source may leave empty. */
export const orNull = (value: string | undefined): string | null =>
  value === undefined || value === "" ? null : value;

/** A column that must say something. */
export function must(row: FactRow, column: string): string {
  const value = row[column];
  if (value === undefined || value === "") throw new Error(`A fact lacks ${column}: ${JSON.stringify(row)}`);
  return value;
}
