import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from "graphql";

/** A change mutation whose batch comes by a variable, and the operation without it. */
export interface Bulk {
  variable: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/**
 * Takes the batch of a change mutation out of its operation. The change path reads every value of it itself, row by
 * row, and names the row where one cannot be read; graphql-js would read thousands of them first and refuse the whole
 * request for one. Everything else of the operation stays graphql-js's to execute.
 */
export function bulkOf(document: DocumentNode, operation: OperationDefinitionNode, argument: string): Bulk | null {
  const [root, ...others] = operation.selectionSet.selections;
  if (operation.operation !== "mutation" || others.length > 0 || root?.kind !== Kind.FIELD) return null;
  const batch = root.arguments?.find((a) => a.name.value === argument)?.value;
  if (batch?.kind !== Kind.VARIABLE) return null;
  const variable = batch.name.value;
  let uses = 0;
  visit(document, { Variable: (node) => void (node.name.value === variable && uses++) });
  // Named once where it is declared and once where it is used; in any other case it is not ours alone.
  if (uses !== 2) return null;
  const without: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: operation.variableDefinitions?.filter((d) => d.variable.name.value !== variable),
    selectionSet: {
      ...operation.selectionSet,
      selections: [
        {
          ...root,
          arguments: root.arguments!.map((a) =>
            a.value === batch ? { ...a, value: { kind: Kind.LIST, values: [] } } : a,
          ),
        },
      ],
    },
  };
  const definitions = document.definitions.map((d) => (d === operation ? without : d));
  return { variable, document: { ...document, definitions }, operation: without };
}
