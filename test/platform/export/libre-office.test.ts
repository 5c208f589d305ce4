import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApi, type Api } from "../../support/api";
import { convertAllInLibreOffice, inLibreOffice } from "../../support/soffice";
import { allFields } from "./drawn-rows";
import { exported, readBytes } from "./exported";

inLibreOffice("every exported workbook", () => {
  let api: Api;
  let folder: string;
  beforeAll(async () => {
    api = await startApi("sqlite", { seed: "demo" });
    folder = mkdtempSync(join(tmpdir(), "danh-muc-workbooks-"));
    mkdirSync(join(folder, "again"));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await api.close();
  });

  test("opens there with the same values, whatever list it is of and however it is filtered", async () => {
    const roots = api.app.services.registry.resources.filter((r) => r.root);
    const paths: string[] = [];
    const quan = await api.as("quan");
    let filled = 0;
    for (const resource of roots) {
      const made = await exported(api, "quan", `${resource.plural}.xlsx`, {
        body: { fields: allFields(resource), lang: paths.length % 2 === 0 ? "vi" : "en" },
      });
      expect([resource.plural, made.status]).toEqual([resource.plural, 200]);
      paths.push(join(folder, `${resource.plural}.xlsx`));
      writeFileSync(paths[paths.length - 1], made.body);
    }
    const again = await convertAllInLibreOffice(paths, "xlsx", join(folder, "again"));
    for (const [i, path] of paths.entries()) {
      const [ours, theirs] = [await readBytes(readFileSync(path), path), await readBytes(readFileSync(again[i]), path)];
      expect(theirs).toEqual(ours);
      const { total } = (await quan.data(`{ list: ${roots[i].plural} { total } }`)).list;
      expect([path, ours.length]).toEqual([path, 1 + total]);
      filled += total > 0 ? 1 : 0;
    }
    // Of some resources the demo has no rows; a test of empty lists would prove nothing.
    expect(filled).toBeGreaterThan(roots.length / 2);
  }, 300_000);
});
