import { GraphQLError, type ASTNode } from "graphql";
import { Refusal } from "./refusal";
import { sentences } from "./sentence";

/** A refusal as the API answers it outside of changes: code, field and both sentences in `extensions`. */
export function graphqlErrorOf(refusal: Refusal, path?: readonly (string | number)[], node?: ASTNode): GraphQLError {
  const { code, field, values, reason } = refusal;
  const said = sentences(code, reason, values, field);
  return new GraphQLError(said.messageEn, {
    path: path as (string | number)[] | undefined,
    nodes: node,
    originalError: refusal,
    extensions: { code, field, ...said },
  });
}

/** A refusal that knows where in the operation it arose, so that the answer can say it. */
export class PlacedRefusal extends Refusal {
  constructor(
    refusal: Refusal,
    readonly path: readonly (string | number)[],
    readonly node?: ASTNode,
  ) {
    super(refusal.code, refusal.field, refusal.values, refusal.reason);
  }
}
