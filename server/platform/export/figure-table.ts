import type { DocumentNode, FieldNode, OperationDefinitionNode, SelectionSetNode } from "graphql";
import type { Variables } from "../planner/normalise";
import type { SheetColumn, SheetValue } from "../sheet/sheet";

/** A column of a list that is no resource's: under the response keys that lead to its value, with dots between. */
export interface FigureColumn extends SheetColumn {
  of(row: object): SheetValue;
}

/** The list of rows that an answer will hold: where it stands, and its columns. */
export interface FigureList {
  key: string;
  items: string;
  columns: FigureColumn[];
}

const isAsked = ({ directives }: Pick<FieldNode, "directives">, variables: Variables): boolean =>
  (directives ?? []).every(({ name, arguments: given }) => {
    const value = given?.find((each) => each.name.value === "if")?.value;
    const holds =
      value?.kind === "Variable" ? variables[value.name.value] : value?.kind === "BooleanValue" && value.value;
    return name.value === "skip" ? !holds : name.value !== "include" || Boolean(holds);
  });

/** The fields of a selection by response key, fragments spread. */
function fieldsOf(document: DocumentNode, set: SelectionSetNode, variables: Variables): Map<string, FieldNode[]> {
  const out = new Map<string, FieldNode[]>();
  for (const node of set.selections) {
    if (!isAsked(node, variables)) continue;
    if (node.kind === "Field") {
      const key = node.alias?.value ?? node.name.value;
      out.set(key, [...(out.get(key) ?? []), node]);
      continue;
    }
    const spread =
      node.kind === "InlineFragment"
        ? node
        : document.definitions.find((d) => d.kind === "FragmentDefinition" && d.name.value === node.name.value);
    if (!spread || !("selectionSet" in spread)) continue;
    for (const [key, nodes] of fieldsOf(document, spread.selectionSet as SelectionSetNode, variables))
      out.set(key, [...(out.get(key) ?? []), ...nodes]);
  }
  return out;
}

/** The selections below the nodes of one response key, as one. */
const below = (nodes: readonly FieldNode[]): SelectionSetNode | null => {
  const selections = nodes.flatMap((node) => node.selectionSet?.selections ?? []);
  return selections.length > 0 ? { kind: "SelectionSet" as never, selections } : null;
};

/**
 * The one list of figures of a query: its one root field has the rows in `items`. Null where the query is anything else.
 */
export function figureList(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): FigureList | null {
  const roots = [...fieldsOf(document, operation.selectionSet, variables)];
  const set = roots.length === 1 ? below(roots[0][1]) : null;
  if (!set) return null;
  const lists = [...fieldsOf(document, set, variables)].filter(([, nodes]) => nodes[0].name.value === "items");
  const rows = lists.length === 1 ? below(lists[0][1]) : null;
  if (!rows) return null;
  return { key: roots[0][0], items: lists[0][0], columns: columnsOf(document, rows, variables, []) };
}

function columnsOf(
  document: DocumentNode,
  set: SelectionSetNode,
  variables: Variables,
  path: readonly string[],
): FigureColumn[] {
  return [...fieldsOf(document, set, variables)].flatMap(([key, nodes]) => {
    const at = [...path, key];
    const inner = below(nodes);
    if (inner) return columnsOf(document, inner, variables, at);
    return [{ header: at.join("."), kind: "text" as const, of: (row: object) => cellOf(valueAt(row, at)) }];
  });
}

/** The value at the end of a way; of a list on it, what each of its rows has there. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.flatMap((each) => valueAt(each, path) ?? []);
  if (value == null || path.length === 0) return value;
  return valueAt((value as Record<string, unknown>)[path[0]], path.slice(1));
}

const cellOf = (value: unknown): SheetValue =>
  value == null ? null : Array.isArray(value) ? value.map(String).join("; ") || null : (value as SheetValue);
