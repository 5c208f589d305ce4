import type { Context } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { parseId } from "../../platform/kinds/all";
import { OwnDocument } from "../../platform/planner/own-document";
import { readClaim, type ClaimRow } from "./claim.sql";

const PROGRAM = new OwnDocument<{ subsidyProgram: object | null }>(
  "query($id: ID!) { subsidyProgram(id: $id) { id } }",
);
const CLAIM = new OwnDocument<{ subsidyClaim: object | null }>("query($id: ID!) { subsidyClaim(id: $id) { id } }");

function idOf(id: string, field: string): string {
  const read = parseId(id);
  if (!read.ok) throw new Refusal("BAD_INPUT", field, read.problem.values, read.problem.reason);
  return String(read.value);
}

/** What is not there, or not for the person to see, as people call it; `field` is where it was asked for. */
export function notFound({ services }: Context, single: string, field: string, id: string): Refusal {
  const { label } = services.registry.single(single);
  return new Refusal("NOT_FOUND", field, {
    id,
    field: { vi: label.vi.toLowerCase(), en: label.en.toLowerCase() },
  });
}

/** A program that the person may see, by its id; any other is as if it were not there. */
export async function visibleProgram(context: Context, program: string): Promise<number> {
  const id = idOf(program, "program");
  if (!(await PROGRAM.read(context, { id })).subsidyProgram) throw notFound(context, "subsidyProgram", "program", id);
  return Number(id);
}

/** A claim that the person may see; any other is as if it were not there. `field` is where it was asked for. */
export async function visibleClaim(context: Context, claim: string, field = "id"): Promise<ClaimRow> {
  const id = idOf(claim, field);
  const isVisible = (await CLAIM.read(context, { id })).subsidyClaim !== null;
  const row = isVisible ? await readClaim(context.services.database, id) : null;
  if (!row) throw notFound(context, "subsidyClaim", field, id);
  return row;
}
