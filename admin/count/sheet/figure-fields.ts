import { resourceOf, type ModelField } from "../../platform/model";

/** Every whole number that a count declares, in the order of the declaration. */
export const figureFields = (): ModelField[] => resourceOf("count").fields.filter(({ kind }) => kind.name === "int");
