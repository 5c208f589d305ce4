import { tablesFrom } from "../../server/platform/db/tables";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, make, undo, type Writable } from "./change-speech";
import { brokenInvariants } from "./invariants";

const CHANGES = 120;
const SEEDS = [20190720, 1320, 846];
const WRITTEN = ["sector", "unit", "unit_state", "decision", "catalog_entry", "procedure", "procedure_state"];

/** A stream of numbers that is the same in every run (mulberry32). */
function randomOf(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)];
  return { below, pick, maybe: <T>(value: T): T | undefined => (next() < 0.5 ? value : undefined) };
}

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let catalog: string;
  let sector: string;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    const issued = { number: "1/QĐ", kind: "DECISION", issuer: "UBND", title: "Đầu tiên", issuedOn: "2015-01-01" };
    const [decision] = await make(chi, "Decision", issued);
    [catalog] = await make(chi, "Catalog", { nameVi: "Danh mục", kind: "POSTAL", authority: "OWN", decision });
    [sector] = await make(chi, "Sector", { nameVi: "Gốc" });
  });
  afterAll(() => api.close());

  const tables = () => tablesFrom(api.app.services.registry).filter((t) => WRITTEN.includes(t.name));
  /** What the tables hold, but for versions: those only ever go up. */
  async function snapshot(): Promise<Record<string, unknown[][]>> {
    const out: Record<string, unknown[][]> = {};
    for (const table of tables()) {
      const columns = table.columns.filter((c) => c.name !== "version").map((c) => `\`${c.name}\``);
      out[table.name] = await api.app.database.read(`SELECT ${columns.join(", ")} FROM \`${table.name}\` ORDER BY id`);
    }
    return out;
  }
  const rowsOf = async (table: string): Promise<{ id: string; version: number }[]> =>
    (await api.app.database.read(`SELECT id, version FROM \`${table}\``)).map(([id, version]) => ({
      id: String(id),
      version: version as number,
    }));

  test.each(SEEDS)(
    "whatever was done at random (%i) is undone to the letter, latest first, and done again",
    async (seed) => {
      const random = randomOf(seed);
      const day = () => `20${10 + random.below(10)}-0${1 + random.below(9)}-1${random.below(10)}`;
      const values: Record<string, (ids: Record<string, { id: string }[]>) => object> = {
        Sector: () => ({
          nameVi: random.maybe(`Lĩnh vực ${random.below(9)}`),
          nameEn: random.pick([undefined, null, "", `Sector ${random.below(5)}`]),
          code: random.pick([undefined, null, `C${random.below(4)}`]),
        }),
        Unit: ({ unit }) => ({
          name: random.maybe(`Xã ${random.below(9)}`),
          code: random.pick([undefined, null, `10${random.below(5)}`]),
          parent: random.pick([undefined, null, random.pick(unit)?.id]),
          validTo: random.pick([undefined, undefined, null, day()]),
        }),
        Decision: () => ({
          title: random.maybe(`Trích yếu ${random.below(9)}`),
          issuedOn: random.pick([undefined, day()]),
          effectiveOn: random.pick([undefined, null, day()]),
        }),
        CatalogEntry: ({ decision }) => ({
          addedBy: random.pick([undefined, random.pick(decision)?.id]),
          removedBy: random.pick([undefined, null, random.pick(decision)?.id]),
          legs: random.pick([undefined, null, ["IN"], ["IN", "OUT"]]),
        }),
        Procedure: () => ({
          nameVi: random.maybe(`Thủ tục ${random.below(9)}`),
          legacyCodes: random.pick([undefined, null, ["0012"], ["A", "B"]]),
          status: random.maybe(random.pick(["IN_FORCE", "ABOLISHED"])),
        }),
      };
      const needed: Record<string, (ids: Record<string, { id: string }[]>) => object> = {
        Sector: () => ({ nameVi: `Lĩnh vực ${random.below(9)}` }),
        Unit: () => ({
          name: `Xã ${random.below(9)}`,
          kind: "COMMUNE",
          tier: "COMMUNE",
          validFrom: random.maybe(day()),
        }),
        Decision: () => ({ number: `${random.below(20)}/QĐ`, kind: "DECISION", issuer: "UBND", title: "Mới" }),
        CatalogEntry: ({ decision, procedure }) => ({
          catalog,
          procedure: random.pick(procedure)?.id,
          addedBy: random.pick(decision)?.id,
        }),
        Procedure: () => ({ nameVi: "Mới", sector, tiers: ["COMMUNE"], status: "IN_FORCE" }),
      };
      const start = await snapshot();
      const done: string[] = [];
      for (let i = 0; i < CHANGES; i++) {
        const of = random.pick(Object.keys(values)) as Writable;
        const ids: Record<string, { id: string; version: number }[]> = {};
        for (const table of ["sector", "unit", "decision", "catalog_entry", "procedure"])
          ids[table] = await rowsOf(table);
        const own = ids[of.replace(/(?!^)[A-Z]/g, (c) => `_${c}`).toLowerCase()].filter((r) => r.id !== sector);
        const isDated = of === "Unit" || of === "Procedure";
        const changes = Array.from({ length: 1 + random.below(3) }, () => {
          const row = random.pick(own);
          const what = row ? random.below(5) : 0;
          const given = Object.fromEntries(Object.entries(values[of](ids)).filter(([, v]) => v !== undefined));
          if (what < 2) {
            const { addedBy, ...more } = given;
            return { create: { ...more, ...(addedBy ? { addedBy } : {}), ...needed[of](ids) } };
          }
          if (what < 4) return { update: { ...row, set: given, ...(isDated ? { from: random.maybe(day()) } : {}) } };
          return { delete: row };
        });
        const result = await change(chi, of, changes, { note: `lần ${i}`, mode: "GOOD_ROWS" });
        if (result.changeSet) done.push(result.changeSet.id);
      }
      expect(done.length).toBeGreaterThan(CHANGES / 3);
      const end = await snapshot();
      expect(await brokenInvariants(api.app.database)).toEqual([]);
      const actions = await api.app.database.read("SELECT action, COUNT(*) FROM change_row GROUP BY action");
      expect(actions).toHaveLength(3);
      for (const [, times] of actions) expect(Number(times)).toBeGreaterThan(10);

      const undone: string[] = [];
      for (const id of [...done].reverse()) {
        const result = await undo(chi, id);
        expect([id, result.problems]).toEqual([id, []]);
        undone.push(result.changeSet!.id);
      }
      expect(await snapshot()).toEqual(start);

      for (const id of [...undone].reverse()) expect([id, (await undo(chi, id)).problems]).toEqual([id, []]);
      expect(await snapshot()).toEqual(end);
    },
  );
});
