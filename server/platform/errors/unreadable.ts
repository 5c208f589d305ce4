import { GraphQLError, type ASTNode } from "graphql";
import { Refusal } from "./refusal";
import { sentences } from "./sentence";

/**
 * What GraphQL itself finds wrong with a request (a name it does not know, a value it cannot read), as a refusal: with
 * the field it is about and the sentences of the scalar that refused it or those of bad input.
 */
export function unreadable(error: GraphQLError): GraphQLError {
  const { message, nodes, path, source, positions } = error;
  const refusal = refusalIn(error);
  const isUnknown = /^(Cannot query field|Unknown argument)|Field "\w+" is not defined/.test(message);
  const field = fieldIn(error);
  const { code, reason, values } = refusal ?? {
    code: "BAD_INPUT" as const,
    reason: isUnknown ? "unknownField" : "unreadable",
    values: {},
  };
  const said = sentences(code, reason, values, field);
  return new GraphQLError(message, { nodes, path, source, positions, extensions: { code, field, ...said } });
}

function refusalIn(error: unknown): Refusal | null {
  for (let at = error; at instanceof Error; at = (at as GraphQLError).originalError)
    if (at instanceof Refusal) return at;
  return null;
}

/** The name that is not known, else the way to the value that cannot be read, else the variable or the thing quoted. */
function fieldIn({ message, nodes }: GraphQLError): string {
  const unknown = /(?:Cannot query field|Unknown argument|Field) "(\w+)"/.exec(message);
  if (unknown) return unknown[1];
  const at = / at "([\w.[\]]+)";/.exec(message)?.[1].replace(/\[(\d+)\]/g, ".$1");
  // A field of a change is named as in the answers of changes; anything else by the way that leads to it.
  if (at) return /\.(?:create|set)\.(\w+)/.exec(at)?.[1] ?? at;
  const variable = /Variable "\$(\w+)"/.exec(message) ?? /Argument "(\w+)"/.exec(message);
  return variable?.[1] ?? nameBefore(nodes?.[0]) ?? /"(\w+)"/.exec(message)?.[1] ?? "query";
}

const OPERATORS = new Set(["eq", "ne", "in", "lt", "lte", "gt", "gte", "contains", "isNull", "has"]);

/** The field or argument that a value in a document is given for. */
function nameBefore(node: ASTNode | undefined): string | null {
  for (let token = node?.loc?.startToken; token; token = token.prev ?? undefined) {
    const name = token.kind === ":" ? token.prev?.value : undefined;
    if (name && !OPERATORS.has(name)) return name;
  }
  return null;
}
