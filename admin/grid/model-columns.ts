import * as kinds from "../../server/platform/kinds/all";
import type { Kind } from "../../server/platform/kinds/kind";
import type { ModelField, ModelKind } from "../platform/model";
import type { GridColumnSpec, Locale } from "./grid-column";

/** The kind that the server declared, made again from the model it has shipped: the same parsers on both sides. */
export function kindOf({ name, ...kind }: ModelKind): Kind {
  switch (name) {
    case "text":
      return kinds.text({ max: kind.max, multiline: kind.multiline });
    case "code":
      return kinds.code({
        max: kind.max,
        pattern: kind.pattern === undefined ? undefined : new RegExp(kind.pattern),
        shape: kind.shape,
      });
    case "int":
      return kinds.int({ min: kind.min, max: kind.max });
    case "decimal":
      return kinds.decimal({ scale: kind.scale ?? 0, min: kind.min, max: kind.max });
    case "vnd":
      return kinds.vnd(kind.min === undefined ? {} : { min: BigInt(kind.min) });
    case "date":
      return kinds.date({ open: kind.open });
    case "moment":
      return kinds.moment();
    case "bool":
      return kinds.bool();
    case "choice":
      return kinds.choice(kind.enumName ?? "", kind.choices ?? []);
    case "ref":
      return kinds.ref(kind.target ?? "");
    case "list":
      return kinds.list(kindOf(kind.of ?? { name: "text" }), { max: kind.max });
    case "secret":
      return kinds.secret({ min: kind.min, max: kind.max });
    case "json":
      return kinds.json();
  }
}

const WIDTHS: Record<ModelKind["name"], number> = {
  text: 220,
  code: 96,
  int: 90,
  vnd: 110,
  decimal: 90,
  date: 110,
  moment: 130,
  bool: 90,
  choice: 120,
  ref: 180,
  list: 120,
  secret: 120,
  json: 160,
};

/**
 * A column of the grid from a declared field. `more` says what a declaration does not: which columns are frozen, the
 * search of a reference, grey words for an empty cell.
 */
export function columnFromField(field: ModelField, locale: Locale, more: Partial<GridColumnSpec> = {}): GridColumnSpec {
  const { kind } = field;
  const member = kind.name === "list" && kind.of ? kind.of : kind;
  const isWhole = kind.name === "int" || kind.name === "vnd";
  // A reference can be changed only where something finds its rows.
  const isOpen = member.name !== "ref" || more.search !== undefined;
  return {
    field: field.name,
    label: field.label[locale],
    about: field.about[locale],
    width: field.width ?? WIDTHS[kind.name],
    editable: isOpen ? field.write : "never",
    required: field.required,
    kind: kindOf(kind),
    align: isWhole || kind.name === "decimal" ? "right" : "left",
    amount: isWhole ? (value) => (value == null ? null : BigInt(String(value))) : undefined,
    choices:
      member.name === "choice"
        ? member.choices?.map((choice) => ({ id: choice.value, label: choice[locale] }))
        : undefined,
    many: kind.name === "list" && member !== kind && (member.name === "choice" || member.name === "ref"),
    multiline: kind.multiline,
    ...more,
  };
}
