import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { Refusal } from "../errors/refusal";

export type Variables = Record<string, unknown>;

/** What is read of a document once: its operations, fragments and the variables that decide which fields are there. */
export interface DocumentFacts {
  fragments: Map<string, FragmentDefinitionNode>;
  operation: OperationDefinitionNode;
  /** Variables of @skip and @include, in order of their names. */
  conditions: string[];
}

export function factsOf(document: DocumentNode, operationName: string | null | undefined): DocumentFacts | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const operation = operationName
    ? operations.find((o) => o.name?.value === operationName)
    : operations.length === 1
      ? operations[0]
      : undefined;
  if (!operation) return null;
  const conditions = new Set<string>();
  const look = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      for (const directive of selection.directives ?? []) {
        const value = directive.arguments?.find((a) => a.name.value === "if")?.value;
        if (value?.kind === Kind.VARIABLE) conditions.add(value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD) look(selection.selectionSet);
    }
  };
  look(operation.selectionSet);
  for (const fragment of fragments.values()) look(fragment.selectionSet);
  return { fragments, operation, conditions: [...conditions].sort() };
}

/** Whether @skip and @include leave a selection in. Both must agree; an undefined variable takes its default. */
function isIncluded(node: { directives?: FieldNode["directives"] }, decide: (name: string) => boolean): boolean {
  for (const directive of node.directives ?? []) {
    const name = directive.name.value;
    if (name !== "skip" && name !== "include") continue;
    const value = directive.arguments?.find((a) => a.name.value === "if")?.value;
    const on = value?.kind === Kind.VARIABLE ? decide(value.name.value) : value?.kind === Kind.BOOLEAN && value.value;
    if (name === "skip" ? on : !on) return false;
  }
  return true;
}

/** The value of a condition variable: as given, else its default. A null that its type lets through is refused. */
export function decider(facts: DocumentFacts, variables: Variables): (name: string) => boolean {
  return (name) => {
    const definition = facts.operation.variableDefinitions?.find((d) => d.variable.name.value === name);
    const given = definition && Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (given === null) throw new Refusal("BAD_INPUT", name);
    if (given !== undefined) return given === true;
    return definition?.defaultValue?.kind === Kind.BOOLEAN && definition.defaultValue.value;
  };
}

/** Fields by response key, in the order in which graphql-js would answer them. */
export type Selection = Map<string, FieldNode[]>;

/**
 * Collects the fields of selection sets as graphql-js does: fragments inlined, conditions decided, nodes merged by
 * response key. The schema has no interfaces and unions, so a type condition is the parent type itself.
 */
export function collect(
  sets: readonly SelectionSetNode[],
  facts: DocumentFacts,
  decide: (name: string) => boolean,
): Selection {
  const out: Selection = new Map();
  const visited = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, decide)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = out.get(key);
        if (known) known.push(selection);
        else out.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = facts.fragments.get(selection.name.value);
        if (fragment) visit(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) visit(set);
  return out;
}

/** The selection below a field: those of all its merged nodes. */
export const below = (
  nodes: readonly FieldNode[],
  facts: DocumentFacts,
  decide: (name: string) => boolean,
): Selection =>
  collect(
    nodes.flatMap((n) => (n.selectionSet ? [n.selectionSet] : [])),
    facts,
    decide,
  );
