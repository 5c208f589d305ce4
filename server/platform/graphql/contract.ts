import { buildSchema, findBreakingChanges } from "graphql";

/** What a client of the released contract would trip over in the present one. */
export const breakages = (released: string, present: string): string[] =>
  findBreakingChanges(buildSchema(released), buildSchema(present)).map((change) => change.description);
