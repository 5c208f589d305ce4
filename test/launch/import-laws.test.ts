import { join } from "node:path";
import { Linter } from "eslint";
import { parser } from "typescript-eslint";

const laws = require("../../eslint.imports.js");
const root = join(__dirname, "..", "..");

function complaints(file: string, code: string): string[] {
  const linter = new Linter({ configType: "flat", cwd: root });
  const config = {
    files: ["**/*.ts", "**/*.tsx"],
    plugins: { danhmuc: laws },
    languageOptions: { parser: parser as Linter.Parser },
    rules: { "danhmuc/layers": "error", "danhmuc/names": "error" },
  } satisfies Linter.Config;
  return linter.verify(code, config, { filename: join(root, file) }).map(({ message }) => message);
}

const importing = (specifier: string) => `import { x } from "${specifier}";\nexport const y = x;`;

describe("who may import whom", () => {
  test.each([
    ["admin/procedure/ProcedureGrid.tsx", "../../server/procedure/procedure.entity", "the admin takes only"],
    ["admin/platform/data.ts", "../../server/platform/planner/plan", "the admin takes only"],
    ["server/platform/planner/plan.ts", "../../procedure/procedure.entity", "knows no noun"],
    ["server/platform/planner/plan.ts", "../../catalog/entry/entry.rules", "knows no noun"],
    ["admin/grid/Grid.tsx", "../procedure/columns", "the grid knows no noun"],
    ["server/procedure/procedure.rules.ts", "typeorm", "import nothing but each other"],
    ["server/platform/kinds/text.ts", "../db/open", "import nothing but each other"],
    ["server/platform/http/serve.ts", "../../../admin/platform/model", "without the admin"],
    ["schema/migrations/20190101-add-sector.ts", "../../server/platform/kinds/text", "a migration is frozen"],
    ["server/procedure/procedure.service.ts", "./procedure.resolver", "never back"],
    ["server/procedure/procedure.service.ts", "../sector/sector.resolver", "only through its service"],
  ])("%s may not import %s", (file, specifier, because) => {
    expect(complaints(file, importing(specifier)).join()).toContain(because);
  });

  test.each([
    ["admin/procedure/ProcedureGrid.tsx", "../../server/procedure/procedure.rules"],
    ["admin/grid/Grid.tsx", "../../server/platform/kinds/text"],
    ["admin/grid/Grid.tsx", "../platform/theme"],
    ["server/procedure/procedure.rules.ts", "../platform/kinds/time"],
    ["server/procedure/procedure.service.ts", "../sector/sector.service"],
    ["server/procedure/procedure.entity.ts", "../catalog/catalog.policy"],
    ["server/procedure/procedure.rules.ts", "../platform/registry/rule"],
    ["server/procedure/procedure.entity.ts", "../platform/registry/declare"],
    ["schema/migrations/20190101-add-sector.ts", "typeorm"],
  ])("%s may import %s", (file, specifier) => {
    expect(complaints(file, importing(specifier))).toEqual([]);
  });

  test("require, import() and re-exports are looked at too", () => {
    const file = "server/platform/planner/plan.ts";
    for (const code of [
      'const x = require("../../sector/sector.entity"); x;',
      'void import("../../sector/sector.entity");',
      'export { a } from "../../sector/sector.entity"; export const b = 1;',
    ]) {
      expect(complaints(file, code).join()).toContain("knows no noun");
    }
  });
});

describe("names", () => {
  test.each([
    "server/platform/utils/x.ts",
    "admin/grid/helpers.ts",
    "admin/grid/GridManager.tsx",
    "server/common/a.ts",
  ])("%s says nothing about its content", (file) =>
    expect(complaints(file, "export const a = 1;").join()).toContain("says nothing"),
  );

  test("the server has no barrels", () => {
    expect(complaints("server/sector/index.ts", "export const a = 1;").join()).toContain("No barrels");
    expect(complaints("server/sector/all.ts", 'export { default } from "./a";').join()).toContain("No barrels");
    expect(complaints("server/sector/sector.entity.ts", "export const a = 1;")).toEqual([]);
  });
});
