import { choice, ref, text } from "../kinds/all";
import type { Policy } from "../policy/policy";
import {
  declarationOf,
  type ClosingRule,
  type Declaration,
  type Derivation,
  type FieldOptions,
  type FigureOptions,
  type FileShape,
  type IntervalRule,
  type Label,
  type RemainderRule,
} from "./declare";
import { rollUpsOf, type RollUp } from "./roll-up";
import { uniquesOf } from "./uniques";
import type { RowRule } from "./rule";
import type { SetRule } from "./set-rule";
import { VALIDITY_FROM, VALIDITY_TO } from "./validity";

/** A declared field with everything said of it, and the columns it lives in. */
export interface Field extends Required<Omit<FieldOptions, "unique" | "stamp">> {
  name: string;
  unique: boolean;
  stamp: FieldOptions["stamp"];
  column: string;
  /** Column the rows are ordered by: the Vietnamese sort key where the field is text people read. */
  orderColumn: string;
  foldedColumn: string | null;
}

export interface List {
  name: string;
  label: Label;
  about: Label;
  target: Resource;
  /** The target's column that points back, and its field (null for history, which points by resource and row). */
  column: string;
  via: string | null;
}

export interface Resource {
  name: string;
  single: string;
  plural: string;
  label: Label;
  pluralLabel: Label;
  about: Label;
  title: string;
  policy: Policy;
  table: string;
  /** The table of dated states and its column that points to the identity; null for plain resources. */
  states: { table: string; owner: string; resource: Resource } | null;
  fields: Field[];
  byName: Map<string, Field>;
  lists: List[];
  figures: FigureOptions[];
  /** Rows hold from validFrom until validTo and are filtered by `asOf`. */
  interval: boolean;
  tree: Field | null;
  intervals: IntervalRule[];
  uniqueByDay: string[];
  /** What no two rows share: one field, or several together. */
  uniques: Field[][];
  remainder: RemainderRule | null;
  closing: ClosingRule | null;
  /** The reference to the row with which the rows are closed, and the resource of that row. */
  closedBy: { field: Field; target: Resource } | null;
  rollUps: RollUp[];
  derive: Derivation | null;
  rules: readonly RowRule[];
  setRules: readonly SetRule[];
  defaultSort: { field: Field; descending: boolean }[];
  readOnly: boolean;
  /** The dated states of an identity, listed below it. */
  isState: boolean;
  /** Reached by root fields of the API. */
  root: boolean;
  history: boolean;
  indexes: string[][];
  keys: string[][];
  keysWithNulls: string[];
  files: FileShape | null;
}

export const CERTAINTY = choice("Certainty", [
  { value: "VERIFIED", vi: "Đã kiểm chứng", en: "Verified" },
  { value: "UNCHECKED", vi: "Cần kiểm tra", en: "To be checked" },
  { value: "DEMO", vi: "Minh họa", en: "Demo" },
]);

const SOURCED: (FieldOptions & { name: string })[] = [
  {
    name: "source",
    kind: text({ max: 300 }),
    label: { vi: "Nguồn", en: "Source" },
    about: { vi: "Văn bản hoặc dữ liệu mà thông tin được lấy ra.", en: "The document or data the fact is taken from." },
    sort: false,
  },
  {
    name: "certainty",
    kind: CERTAINTY,
    label: { vi: "Độ tin cậy", en: "Certainty" },
    about: {
      vi: "Mức độ chắc chắn của thông tin; trống khi do người dùng nhập.",
      en: "How sure the fact is; empty where people entered it.",
    },
  },
];

/** The span in which a state of an identity holds. */
const VALIDITY = [
  { ...VALIDITY_FROM, name: "validFrom" },
  { ...VALIDITY_TO, name: "validTo" },
];

export const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

function fieldOf(options: FieldOptions & { name: string }): Field {
  const { kind } = options;
  const column = snake(options.name) + (kind.target ? "_id" : "");
  const spoken = kind.name === "text" && !kind.multiline && (kind.max ?? 0) <= 700;
  const sort = options.sort ?? !["list", "json", "secret"].includes(kind.name);
  const search = options.search ?? false;
  return {
    ...options,
    required: options.required ?? false,
    dated: options.dated ?? false,
    filter: options.filter ?? kind.operators.length > 0,
    sort,
    search,
    write: options.write ?? "always",
    inList: options.inList ?? false,
    width: options.width ?? 160,
    unique: options.unique ?? false,
    stamp: options.stamp,
    headers: options.headers ?? [],
    column,
    orderColumn: spoken && sort ? `${column}_key` : column,
    foldedColumn: search && kind.name !== "ref" ? `${column}_folded` : null,
  };
}

/** Every declared resource with its references resolved: what planner, change path, schema and tables are made from. */
export class Registry {
  readonly resources: Resource[] = [];
  private readonly bySingle = new Map<string, Resource>();
  private readonly byResourceName = new Map<string, Resource>();

  constructor(classes: readonly (new () => object)[]) {
    const declared = classes.map(declarationOf);
    for (const declaration of declared) this.add(declaration);
    for (const declaration of declared) this.link(declaration);
  }

  /** The resource with this singular, as references name it. */
  single(name: string): Resource {
    const found = this.bySingle.get(name);
    if (!found) throw new Error(`no resource is called ${name}`);
    return found;
  }

  /** The resource with this type name, or undefined. */
  find(name: string): Resource | undefined {
    return this.byResourceName.get(name);
  }

  private add(declaration: Declaration): void {
    const { options, name } = declaration;
    const dated = declaration.fields.some((f) => f.dated);
    const fields = [
      ...declaration.fields,
      ...(dated ? VALIDITY.map((f) => ({ ...f, dated: true })) : []),
      ...(options.sourced ? SOURCED : []),
    ].map(fieldOf);
    const made = this.make(name, options.single, options.plural, declaration, fields);
    made.interval = !dated && !options.ofAllDays && made.byName.has("validFrom");
    if (dated) made.states = this.statesOf(made, declaration);
    this.resources.push(made);
    if (made.states) this.resources.push(made.states.resource);
  }

  private make(name: string, single: string, plural: string, d: Declaration, fields: Field[]): Resource {
    const { options } = d;
    const byName = new Map(fields.map((f) => [f.name, f]));
    const made: Resource = {
      name,
      single,
      plural,
      label: options.label,
      pluralLabel: options.pluralLabel,
      about: options.about,
      title: options.title,
      policy: options.policy,
      table: snake(name).replace(/^_/, ""),
      states: null,
      fields,
      byName,
      lists: [],
      figures: options.figures ?? [],
      interval: false,
      tree: options.tree ? (byName.get(options.tree) ?? null) : null,
      intervals: options.intervals ?? [],
      uniqueByDay: options.uniqueByDay ?? [],
      uniques: [],
      remainder: options.remainder ?? null,
      closing: options.closing ?? null,
      closedBy: null,
      rollUps: [],
      derive: options.derive ?? null,
      rules: options.rules ?? [],
      setRules: options.setRules ?? [],
      defaultSort: (options.defaultSort ?? [{ field: options.title }]).map((s) => ({
        field: byName.get(s.field)!,
        descending: s.descending ?? false,
      })),
      readOnly: options.readOnly ?? false,
      isState: false,
      root: true,
      history: !options.withoutHistory,
      indexes: options.indexes ?? [],
      keys: options.keys ?? [],
      keysWithNulls: options.keysWithNulls ?? [],
      files: options.files ?? null,
    };
    this.bySingle.set(single, made);
    this.byResourceName.set(name, made);
    return made;
  }

  /** The dated states of an identity, readable as a list of their own below it: what it was called, and when. */
  private statesOf(owner: Resource, d: Declaration): Resource["states"] {
    const ownerField = fieldOf({
      name: owner.single,
      kind: ref(owner.single),
      label: owner.label,
      about: { vi: "Đối tượng mà trạng thái này thuộc về.", en: "The identity this state belongs to." },
      required: true,
      write: "never",
    });
    const fields = [
      ownerField,
      ...owner.fields.filter((f) => f.dated).map((f) => ({ ...f, dated: false, write: "never" as const })),
    ];
    const made = this.make(`${owner.name}State`, `${owner.single}State`, `${owner.single}States`, d, fields);
    Object.assign(made, {
      label: { vi: `Trạng thái của ${owner.label.vi.toLowerCase()}`, en: `State of ${owner.label.en.toLowerCase()}` },
      pluralLabel: { vi: "Các trạng thái", en: "States" },
      about: {
        vi: `Một trạng thái theo thời gian của ${owner.label.vi.toLowerCase()}.`,
        en: `What a ${owner.label.en.toLowerCase()} was during a span of time.`,
      },
      figures: [],
      readOnly: true,
      isState: true,
      root: false,
      history: false,
      tree: null,
      intervals: [],
      uniqueByDay: [],
      remainder: null,
      closing: null,
      derive: null,
      rules: [],
      setRules: [],
      indexes: [],
      keys: [],
      keysWithNulls: [],
      files: null,
      defaultSort: [{ field: made.byName.get("validFrom")!, descending: false }],
    });
    return { table: made.table, owner: ownerField.column, resource: made };
  }

  private closedBy(owner: Resource, name: string | undefined): Resource["closedBy"] {
    if (name === undefined) return null;
    const field = owner.byName.get(name);
    const target = field?.kind.target && this.single(field.kind.target);
    if (!field || !target || !target.closing) throw new Error(`${owner.single}.${name} points to nothing that closes`);
    return { field, target };
  }

  private link(declaration: Declaration): void {
    const owner = this.byResourceName.get(declaration.name)!;
    for (const list of declaration.options.lists ?? []) {
      const target = this.single(list.target);
      const via = target.byName.get(list.via);
      if (via?.kind.target !== owner.single)
        throw new Error(`${list.target}.${list.via} does not point to ${owner.single}`);
      owner.lists.push({ ...list, target, column: via.column });
    }
    for (const f of owner.fields) if (f.kind.target) this.single(f.kind.target);
    owner.rollUps = rollUpsOf(owner, declaration.options.rollUps ?? []);
    owner.uniques = uniquesOf(owner, declaration.options.uniqueTogether ?? []);
    owner.closedBy = this.closedBy(owner, declaration.options.closedBy);
    for (const name of owner.keys.flat())
      if (!owner.byName.has(name)) throw new Error(`${owner.single} has no field ${name} to be known again by`);
    if (owner.states) {
      owner.lists.push({
        name: "states",
        label: { vi: "Trạng thái theo thời gian", en: "States over time" },
        about: { vi: "Mọi trạng thái, cũ và mới.", en: "Every state, past and future." },
        target: owner.states.resource,
        column: owner.states.owner,
        via: owner.single,
      });
    }
    const history = this.bySingle.get("changeRow");
    if (owner.history && history) {
      owner.lists.push({
        name: "history",
        label: { vi: "Lịch sử", en: "History" },
        about: { vi: "Mọi lần dòng này được thay đổi, mới nhất trước.", en: "Every change of this row, latest first." },
        target: history,
        column: "row_id",
        via: null,
      });
    }
  }
}
