import shipped from "@model/model.json";

/** A text in the two languages of the product. */
export interface Label {
  vi: string;
  en: string;
}

/** One allowed value of a choice, with its words. */
export interface Choice extends Label {
  value: string;
}

/** What sort of value a field holds; decides column, input and filter. */
export interface ModelKind {
  name:
    | "text"
    | "code"
    | "int"
    | "vnd"
    | "decimal"
    | "date"
    | "moment"
    | "bool"
    | "choice"
    | "ref"
    | "list"
    | "secret"
    | "json";
  max?: number;
  min?: number;
  scale?: number;
  multiline?: boolean;
  /** The form of a code, as the source of a regular expression, with an example. */
  pattern?: string;
  shape?: string;
  choices?: Choice[];
  enumName?: string;
  /** ref: the single name of the resource referred to. */
  target?: string;
  /** list: the kind of its members. */
  of?: ModelKind;
  /** date of an interval: null means unbounded on this side. */
  open?: "from" | "to";
}

export interface ModelField {
  name: string;
  label: Label;
  about: Label;
  kind: ModelKind;
  required: boolean;
  filter: boolean;
  sort: boolean;
  search: boolean;
  write: "always" | "create" | "never";
  /** Belongs to the dated state of an identity. */
  dated: boolean;
  inList: boolean;
  width?: number;
}

/** Rows of another resource that point here, e.g. a procedure's catalog entries. */
export interface ModelList {
  name: string;
  label: Label;
  target: string;
  via: string;
}

/** One declared resource, as the build hands it over. */
export interface ModelResource {
  name: string;
  single: string;
  plural: string;
  label: Label;
  pluralLabel: Label;
  about: Label;
  /** The field that names a row where it is referred to. */
  title: string;
  /** The order the API answers in where none is asked for. */
  defaultSort: { field: string; descending: boolean }[];
  dated: boolean;
  interval: boolean;
  write: boolean;
  fields: ModelField[];
  lists: ModelList[];
}

export interface Model {
  resources: ModelResource[];
}

/** A row as it comes from the server: its declared fields, references as `{ id, <title> }`. */
export interface Row {
  id: string;
  version?: number;
  [field: string]: unknown;
}

export const model: Model = shipped;

const bySingle = new Map(model.resources.map((resource) => [resource.single, resource]));
const byPlural = new Map(model.resources.map((resource) => [resource.plural, resource]));
const byName = new Map(model.resources.map((resource) => [resource.name, resource]));

/** A resource by any of its spellings: `procedure`, `procedures` or `Procedure`. */
export function findResource(name: string | undefined): ModelResource | undefined {
  if (!name) return undefined;
  return byPlural.get(name) ?? bySingle.get(name) ?? byName.get(name);
}

/** The same where absence is a mistake of the code, not of the data. */
export function resourceOf(name: string): ModelResource {
  const resource = findResource(name);
  if (!resource) throw new Error(`The model has no resource "${name}"`);
  return resource;
}

export function fieldOf(resource: ModelResource, name: string): ModelField | undefined {
  return resource.fields.find((field) => field.name === name);
}

/** The kind of a list's members, else the kind itself. */
export function memberKind(kind: ModelKind): ModelKind {
  return kind.name === "list" && kind.of ? kind.of : kind;
}

/** Fields that name a row: the title, and its English twin where there is one. */
export function titleFields(resource: ModelResource): string[] {
  const twin = resource.title.endsWith("Vi") ? `${resource.title.slice(0, -2)}En` : undefined;
  return twin && fieldOf(resource, twin) ? [resource.title, twin] : [resource.title];
}

/** Provenance belongs to every fact and stands in its own corner of the screens. */
export const PROVENANCE = new Set(["source", "certainty"]);

/** True for a row that the demo invented. */
export function isDemo(row: Record<string, unknown> | undefined | null): boolean {
  return row?.certainty === "DEMO";
}
