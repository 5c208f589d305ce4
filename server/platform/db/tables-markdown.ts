import type { Engine } from "../kinds/kind";
import type { Table, TableColumn } from "./tables";

const typeOn = (column: TableColumn, engine: Engine): string => {
  const { type, length } = column.type(engine);
  return length ? `${type}(${length})` : type;
};

const cell = (text: string): string => text.replace(/\|/g, "\\|");

/** schema/tables.md: every table and column in one sentence each, the Vietnamese name beside. */
export function tablesMarkdown(tables: Table[]): string {
  const parts = tables.map((table) => {
    const refers = new Map(table.foreignKeys.map((fk) => [fk.column, fk.table]));
    const rows = table.columns.map((c) => {
      const about = refers.has(c.name) ? `${c.about} Refers to \`${refers.get(c.name)}\`.` : c.about;
      return `| \`${c.name}\` | ${cell(c.vi)} | ${typeOn(c, "mariadb")} | ${c.nullable ? "yes" : ""} | ${cell(about)} |`;
    });
    return [
      `## ${table.name}`,
      "",
      `${table.vi}. ${table.about}`,
      "",
      "| column | tên | type (MariaDB) | null | what it is |",
      "| --- | --- | --- | --- | --- |",
      ...rows,
      "",
    ].join("\n");
  });
  return [
    "# Tables",
    "",
    "Made from the declarations by `npm run build`; not written by hand. Dates are text 'YYYY-MM-DD'; in `valid_from` and",
    "`valid_to` 0001-01-01 and 9999-12-31 stand for unbounded. Ids come from `id_block`. Every write of a table that is not",
    "marked exempt leaves rows in `change_set` and `change_row`. Two tables stand beside these and hold no fact: `migration`,",
    "which steps were taken, and on MariaDB `start_lease`, which of several starting servers takes them.",
    "",
    ...parts,
  ].join("\n");
}
