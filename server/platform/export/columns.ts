import type { Kind, Locale } from "../kinds/kind";
import { mayRead, mayReadField, type Person } from "../policy/policy";
import type { Label } from "../registry/declare";
import type { Field, Registry, Resource } from "../registry/registry";
import type { SheetColumn, SheetValue } from "../sheet/sheet";
import { codeField } from "../sheet/words";
import { unknownField, type FileFormat } from "./export-request";
import { cellOf } from "./cells";

/** A column of a file: its heading, what is asked of the planner for it, and how its cell is made. */
export interface ExportColumn extends SheetColumn {
  /** The field as a selection of the query. */
  selection: string;
  /** The response key, which is the field's name. */
  name: string;
  /** The reference field and what it points to; null where the field is no reference. */
  reference: { field: Field; target: Resource } | null;
  cell(value: unknown): SheetValue;
}

/** The two columns by which a row of a file is the row it was, as it was. They stand last. */
export const ROW_ID: Label = { vi: "Mã dòng", en: "Row id" };
export const ROW_VERSION: Label = { vi: "Phiên bản", en: "Version" };

/** The columns of a file of a resource's rows: the fields asked for, or those that lists show, then id and version. */
export function columnsOf(
  registry: Registry,
  resource: Resource,
  wanted: string[] | null,
  person: Person,
  how: { lang: Locale; format: FileFormat },
): ExportColumn[] {
  const readable = (name: string) => mayReadField(resource.policy, name, person);
  const reachable = ({ kind }: Field) => !kind.target || mayRead(registry.single(kind.target).policy, person);
  const listed = () =>
    resource.fields.filter((f) => f.inList && isShown(f.kind) && readable(f.name) && reachable(f)).map((f) => f.name);
  const names = (wanted ?? listed()).filter((name) => name !== "id" && name !== "version");
  const columns = names.map((name): ExportColumn => {
    const field = resource.byName.get(name);
    const said = field ?? resource.figures.find((figure) => figure.name === name);
    if (!said || !isShown(said.kind)) throw unknownField(name);
    const target = said.kind.target ? registry.single(said.kind.target) : null;
    return {
      name,
      header: said.label[how.lang],
      kind: columnKind(said.kind),
      width: said.width,
      reference: field && target ? { field, target } : null,
      selection: target ? `${name} { ${referenceSelection(target, person)} }` : name,
      cell: (value) => cellOf(said.kind, value, how),
    };
  });
  const own = (name: string, label: Label, kind: SheetColumn["kind"]): ExportColumn => ({
    name,
    header: label[how.lang],
    kind,
    width: 90,
    reference: null,
    selection: name,
    cell: (value) => value as SheetValue,
  });
  return [...columns, own("id", ROW_ID, "text"), own("version", ROW_VERSION, "number")];
}

const isShown = (kind: Kind): boolean => kind.name !== "secret";

function columnKind(kind: Kind): SheetColumn["kind"] {
  if (kind.name === "int" || kind.name === "vnd" || kind.name === "decimal") return "number";
  if (kind.name === "date") return "day";
  if (kind.name === "moment" || kind.name === "bool") return kind.name;
  return "text";
}

/** What is read of a row to name it, under keys that are the same for every resource. */
export function referenceSelection(target: Resource, person: Person): string {
  const title = readableField(target, target.byName.get(target.title), person);
  const code = readableField(target, codeField(target), person);
  // A title that is itself a reference names nothing: the row has only its id.
  const named = title && !title.kind.target ? ` title: ${title.name}` : "";
  return `id${named}${code ? ` code: ${code.name}` : ""}`;
}

export const readableField = (resource: Resource, field: Field | null | undefined, person: Person): Field | null =>
  field && mayReadField(resource.policy, field.name, person) ? field : null;
