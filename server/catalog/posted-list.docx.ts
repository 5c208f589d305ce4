import { paperDocx } from "../platform/paper/administrative-form";
import type { Sheet } from "./posted-sheet.rules";

/** The sheet as a document of Word: what is invented is marked beside the procedure's name. */
export const postedListDocx = (sheet: Sheet): Promise<Buffer> =>
  paperDocx({
    ...sheet,
    sections: sheet.sections.map(({ table, ...section }) => ({
      ...section,
      table: table && {
        ...table,
        columns: table.columns.map((column) => ({ ...column, isMarked: column.key === "name" })),
      },
    })),
  });
