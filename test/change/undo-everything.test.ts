import { tablesFrom } from "../../server/platform/db/tables";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import type { PersonKey } from "../support/people";
import { askChange, change, make, undo } from "./change-speech";
import { brokenInvariants } from "./invariants";
import { randomChanges, rowsNow } from "./random-changes";

const CHANGES = 90;
const SEEDS = [20190720, 1320];
const WRITTEN = ["sector", "unit", "unit_state", "decision", "catalog_entry", "procedure", "procedure_state"];
const AT_ONCE: PersonKey[] = ["chi", "quan", "chi", "quan", "chi", "quan"];

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let kept: { catalog: string; sector: string };
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    const issued = { number: "1/QĐ", kind: "DECISION", issuer: "UBND", title: "Đầu tiên", issuedOn: "2015-01-01" };
    const [decision] = await make(chi, "Decision", issued);
    const create = { nameVi: "Danh mục", kind: "POSTAL", authority: "OWN", decision };
    const [catalog] = await make(chi, "Catalog", create);
    const [sector] = await make(chi, "Sector", { nameVi: "Gốc" });
    kept = { catalog, sector };
  });
  afterAll(() => api.close());

  /** What the tables hold, but for versions: those only ever go up. */
  async function snapshot(): Promise<Record<string, unknown[][]>> {
    const out: Record<string, unknown[][]> = {};
    for (const table of tablesFrom(api.app.services.registry).filter((t) => WRITTEN.includes(t.name))) {
      const columns = table.columns.filter((c) => c.name !== "version").map((c) => `\`${c.name}\``);
      out[table.name] = await api.app.database.read(`SELECT ${columns.join(", ")} FROM \`${table.name}\` ORDER BY id`);
    }
    return out;
  }

  test.each(SEEDS)(
    "whatever was done at random (%i) is undone to the letter, latest first, and done again",
    async (seed) => {
      const draw = randomChanges(seed, kept);
      const start = await snapshot();
      const done: string[] = [];
      for (let i = 0; i < CHANGES; i++) {
        const { of, changes } = draw(await rowsNow(api.app.database));
        const result = await change(chi, of, changes, { note: `lần ${i}`, mode: "GOOD_ROWS" });
        if (result.changeSet) done.push(result.changeSet.id);
      }
      expect(done.length).toBeGreaterThan(CHANGES / 3);
      const actions = await api.app.database.read("SELECT action, COUNT(*) FROM change_row GROUP BY action");
      expect(actions).toHaveLength(3);
      for (const [, times] of actions) expect(Number(times)).toBeGreaterThan(10);
      expect(await brokenInvariants(api.app.database)).toEqual([]);
      const end = await snapshot();

      const undone: string[] = [];
      for (const id of [...done].reverse()) {
        const result = await undo(chi, id, { note: "hoàn tác" });
        expect([id, result.problems]).toEqual([id, []]);
        undone.push(result.changeSet!.id);
      }
      expect(await snapshot()).toEqual(start);

      for (const id of [...undone].reverse())
        expect([id, (await undo(chi, id, { note: "hoàn tác" })).problems]).toEqual([id, []]);
      expect(await snapshot()).toEqual(end);
    },
  );

  test("six people who change at random at once leave no rule broken and no change without its history", async () => {
    const codes = new Set<string>();
    await Promise.all(
      AT_ONCE.map(async (key, number) => {
        const who = await api.as(key);
        const draw = randomChanges(4000 + number, kept);
        for (let i = 0; i < 40; i++) {
          const { of, changes } = draw(await rowsNow(api.app.database));
          const reply = await askChange(who, of, changes, { note: `${number}.${i}`, mode: "GOOD_ROWS" });
          for (const error of reply.errors ?? []) codes.add(String(error.extensions.code));
          for (const problem of reply.data?.result?.problems ?? []) codes.add(problem.code);
        }
      }),
    );
    expect(await brokenInvariants(api.app.database)).toEqual([]);
    expect(codes).not.toContain("INTERNAL_SERVER_ERROR");
    const versions = await api.app.database.read(
      "SELECT u.id, u.version, MAX(r.version_after) FROM unit u JOIN change_row r ON r.resource = 'Unit' AND r.row_id = u.id GROUP BY u.id, u.version",
    );
    expect(versions.length).toBeGreaterThan(0);
    for (const [id, version, told] of versions) expect([id, version]).toEqual([id, told]);
  });
});
