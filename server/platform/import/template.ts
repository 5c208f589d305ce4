import { PassThrough, type Readable } from "node:stream";
import type { Kind, Locale } from "../kinds/kind";
import { mayChangeField, type Person } from "../policy/policy";
import type { Field, Resource } from "../registry/registry";
import { csvWriter } from "../sheet/csv-writer";
import type { SheetColumn } from "../sheet/sheet";
import { xlsxWriter } from "../sheet/xlsx-writer";
import { isInFiles } from "./headings";

/** An empty file with the headings of everything that the person may write of a new row. */
export function templateOf(resource: Resource, person: Person, as: "csv" | "xlsx", locale: Locale): Readable {
  const out = new PassThrough();
  const columns = resource.fields
    .filter((f) => isInFiles(f) && f.write !== "never" && mayChangeField(resource.policy, f.name, person))
    .map((field): SheetColumn => ({
      header: headingOf(field, locale),
      kind: cellKind(field.kind),
      width: field.width,
    }));
  const writer =
    as === "csv" ? csvWriter(out, columns) : xlsxWriter(out, columns, { sheetName: resource.pluralLabel[locale] });
  void writer.end().catch((error: Error) => out.destroy(error));
  return out;
}

/** The most choices that a heading tells of; more of them are looked up on the page. */
const TOLD = 12;

/** The field's label, with what may stand below it in brackets, which are not read. */
function headingOf({ label, kind, required }: Field, locale: Locale): string {
  const choices = (kind.of ?? kind).choices;
  const words =
    choices && choices.length <= TOLD
      ? choices.map((c) => c[locale]).join(" / ")
      : (kind.shape ?? (kind.name === "date" ? "20/7/2019" : kind.name === "bool" ? kind.toText(true, locale) : ""));
  return `${label[locale]}${required ? " *" : ""}${words ? ` (${words.replaceAll(/[()]/g, " ").trim()})` : ""}`;
}

function cellKind({ name }: Kind): SheetColumn["kind"] {
  if (name === "int" || name === "vnd" || name === "decimal") return "number";
  if (name === "date") return "day";
  return name === "bool" ? "bool" : "text";
}
