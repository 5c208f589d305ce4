import { lexicographicSortSchema, printSchema } from "graphql";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installation } from "../../server/installation";
import { tablesFrom } from "../../server/platform/db/tables";
import { tablesMarkdown } from "../../server/platform/db/tables-markdown";
import { breakages } from "../../server/platform/graphql/contract";
import { makeRegistry, makeSchema } from "../../server/schema";

const registry = makeRegistry();
const present = `${printSchema(lexicographicSortSchema(makeSchema(registry)))}\n`;
const committed = (name: string): string => readFileSync(join(installation, "schema", name), "utf8");

test("the committed contract and the description of the tables are what the declarations make", () => {
  expect(present === committed("schema.graphql")).toBe(true);
  expect(tablesMarkdown(tablesFrom(registry)) === committed("tables.md")).toBe(true);
});

test("nothing that was released is taken away", () => {
  expect(breakages(committed("released.graphql"), present)).toEqual([]);
});

test("a field that goes, an argument that becomes required and a choice that is dropped are named", () => {
  const released = "type Query { a(x: Int): E, b: Int } enum E { ONE TWO }";
  expect(breakages(released, released)).toEqual([]);
  const said = breakages(released, "type Query { a(x: Int!): E } enum E { ONE }").join("\n");
  expect(said).toContain("Query.b was removed");
  expect(said).toContain("arg x");
  expect(said).toContain("TWO was removed");
  expect(breakages(released, `${released} type New { id: ID }`)).toEqual([]);
});
