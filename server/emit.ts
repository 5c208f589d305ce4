import { introspectionFromSchema, lexicographicSortSchema, printSchema } from "graphql";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { breakages } from "./platform/graphql/contract";
import { tablesMarkdown } from "./platform/db/tables-markdown";
import { tablesFrom } from "./platform/db/tables";
import { modelOf } from "./platform/registry/model";
import { installation } from "./installation";
import { makeRegistry, makeSchema } from "./schema";

/**
 * Writes what is made from the declarations: the contract and the tables' description, which are committed, and the
 * model and introspection that the admin ships. `--check` writes nothing, compares, and holds the contract to the one
 * last announced.
 */
const root = installation;
const registry = makeRegistry();
const schema = makeSchema(registry);
const sdl = `${printSchema(lexicographicSortSchema(schema))}\n`;

const committed: Record<string, string> = {
  "schema/schema.graphql": sdl,
  "schema/tables.md": tablesMarkdown(tablesFrom(registry)),
};
const shipped: Record<string, string> = {
  "dist/model/model.json": JSON.stringify(modelOf(registry)),
  "dist/model/introspection.json": JSON.stringify(introspectionFromSchema(schema, { descriptions: false })),
};

const readIfThere = (path: string): string | null =>
  existsSync(resolve(root, path)) ? readFileSync(resolve(root, path), "utf8") : null;

function write(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    if (readIfThere(path) === content) continue;
    mkdirSync(dirname(resolve(root, path)), { recursive: true });
    writeFileSync(resolve(root, path), content);
  }
}

if (process.argv.includes("--check")) {
  const problems = Object.entries(committed)
    .filter(([path, content]) => readIfThere(path) !== content)
    .map(([path]) => `${path} is not what the declarations make: run npm run build and commit it`);
  const released = readIfThere("schema/released.graphql");
  if (released) problems.push(...breakages(released, sdl).map((b) => `breaks the released contract: ${b}`));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
} else {
  write(shipped);
  // An installed server has no source tree to keep current.
  if (existsSync(resolve(root, "schema"))) write(committed);
}
