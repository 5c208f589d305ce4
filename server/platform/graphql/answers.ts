import { GraphQLID, GraphQLInt } from "graphql";
import { ObjectType, registerEnumType } from "type-graphql";
import { REFUSAL_CODES } from "../errors/refusal";
import { ValueScalar } from "./scalars";
import { addField, typeClass, type TypeClass } from "./types";

export const ChangeMode = { ALL_OR_NONE: "ALL_OR_NONE", GOOD_ROWS: "GOOD_ROWS" } as const;
registerEnumType(ChangeMode, {
  name: "ChangeMode",
  description: "What becomes of a batch in which some rows are refused.",
  valuesConfig: {
    ALL_OR_NONE: { description: "One refused row refuses all." },
    GOOD_ROWS: { description: "The good rows are written, the refused ones are named." },
  },
});

export const RefusalCode = Object.fromEntries(Object.keys(REFUSAL_CODES).map((c) => [c, c]));
registerEnumType(RefusalCode, {
  name: "RefusalCode",
  description: "Why something was refused; programs act on it, people read the sentences beside it.",
  valuesConfig: Object.fromEntries(Object.entries(REFUSAL_CODES).map(([c, description]) => [c, { description }])),
});

/** The answer of a change, and of it what verbs of nouns answer with too. */
export interface ChangeTypes {
  result: TypeClass;
  cell: TypeClass;
}

/** The answer of every change: what was written and what was refused. `actionEnum` is the enum of row history. */
export function changeResult(changeSet: TypeClass, actionEnum: object): ChangeTypes {
  const CellChange = typeClass("CellChange");
  ObjectType("CellChange", { description: "A field of a row that changed." })(CellChange);
  addField(CellChange, "field", String, "The field's name.", false);
  addField(CellChange, "before", ValueScalar, "What it was; null where there was nothing.", true);
  addField(CellChange, "after", ValueScalar, "What it became; null where it was cleared.", true);

  const ChangedRow = typeClass("ChangedRowResult");
  ObjectType("ChangedRowResult", { description: "A row as a batch changed it, or would change it in a dry run." })(
    ChangedRow,
  );
  addField(ChangedRow, "index", GraphQLInt, "Which change of the batch, from 0.", false);
  addField(ChangedRow, "id", GraphQLID, "The row's id. A dry run names the id a new row would have had.", false);
  addField(ChangedRow, "version", GraphQLInt, "The row's version now; null after a deletion.", true);
  addField(ChangedRow, "action", actionEnum, "What was done.", false);
  addField(ChangedRow, "cells", [CellChange], "The fields that changed; none where the values were equal.", false);

  const Problem = typeClass("Problem");
  ObjectType("Problem", { description: "Why a row was refused." })(Problem);
  addField(Problem, "index", GraphQLInt, "Which change of the batch, from 0; null where it is about the batch.", true);
  addField(Problem, "id", GraphQLID, "The row's id, where it has one.", true);
  addField(Problem, "field", String, "The field's name, where it is about one.", true);
  addField(Problem, "code", RefusalCode, "What programs act on.", false);
  addField(Problem, "messageVi", String, "What people read, in Vietnamese.", false);
  addField(Problem, "messageEn", String, "What people read, in English.", false);

  const ChangeResult = typeClass("ChangeResult");
  ObjectType("ChangeResult", { description: "What became of a batch of changes." })(ChangeResult);
  addField(
    ChangeResult,
    "changeSet",
    changeSet,
    "The change set that was written; null after a dry run or where nothing was.",
    true,
  );
  addField(ChangeResult, "rows", [ChangedRow], "The rows that were changed, in order of the batch.", false);
  addField(ChangeResult, "problems", [Problem], "The rows that were refused, in order of the batch.", false);
  return { result: ChangeResult, cell: CellChange };
}
