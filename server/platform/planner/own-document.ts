import { parse, type DocumentNode } from "graphql";
import { requestOf, type Context } from "../context";
import type { Variables } from "./normalise";
import { Meter } from "./request";

/**
 * A query of the product's own. It is read as a request of whoever asks would be: by the planner, with their rights, their
 * scope and the same limits, so that a sheet or a file never holds more than its reader may see.
 */
export class OwnDocument<Data> {
  private readonly document: DocumentNode;

  constructor(private readonly text: string) {
    this.document = parse(text);
  }

  /** `variables` as the schema's scalars would have coerced them. */
  async read(context: Context, variables: Variables): Promise<Data> {
    const { planner } = context.services;
    const planned = planner.plan(this.document, this.text, null, variables);
    planner.allow(planned, context.person);
    return (await planner.read(planned, requestOf(context, new Meter()), variables)) as Data;
  }
}
