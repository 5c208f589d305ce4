import { EntitySchema, type EntitySchemaColumnOptions } from "typeorm";
import type { Engine } from "../kinds/kind";
import type { Table, TableColumn } from "./tables";

function columnFor(column: TableColumn, engine: Engine): EntitySchemaColumnOptions {
  const { type, length, collation } = column.type(engine);
  return {
    name: column.name,
    type: type as EntitySchemaColumnOptions["type"],
    nullable: column.nullable,
    primary: column.primary,
    ...(length && type !== "integer" ? { length } : {}),
    ...(collation ? { collation, charset: "utf8mb4" } : {}),
  };
}

/**
 * TypeORM's view of the tables on one engine. Its repositories are not used: it is metadata for connections, migrations
 * and the drift check.
 */
export function entitySchemas(tables: Table[], engine: Engine): EntitySchema[] {
  return tables.map(
    (table) =>
      new EntitySchema({
        name: table.name,
        tableName: table.name,
        columns: Object.fromEntries(table.columns.map((c) => [c.name, columnFor(c, engine)])),
        indices: [
          ...table.indexes.map((i) => ({ name: i.name, columns: i.columns })),
          ...table.uniques.map((u) => ({ name: u.name, columns: u.columns, unique: true })),
        ],
        foreignKeys: table.foreignKeys.map((fk) => ({
          name: fk.name,
          target: fk.table,
          columnNames: [fk.column],
          referencedColumnNames: ["id"],
          onDelete: "RESTRICT",
        })),
      }),
  );
}
