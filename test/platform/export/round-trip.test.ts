import fc from "fast-check";
import { startApi, type Api, type Asker } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { Sender } from "../import/import-speech";
import { allFields, rowOf, writtenResources } from "./drawn-rows";
import { exported } from "./exported";

const ROWS = 40;
const SEEDS = [1, 20, 300];
/** Of long lists the newest rows, the drawn ones among them; whole lists are the business of import/round-trip. */
const NEWEST = 400;

eachEngine((engine) => {
  let api: Api;
  let quan: Asker;
  let sender: Sender;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    quan = await api.as("quan");
    sender = await Sender.of(api, quan.person!);
  }, 120_000);
  afterAll(() => api.close());

  const ids = async (plural: string): Promise<string[]> => {
    const { list } = await quan.data(`{ list: ${plural}(limit: 1000, sort: [{ id: DESC }]) { items { id } } }`);
    return list.items.map((item: { id: string }) => item.id);
  };

  /** Adds rows of any values to every resource; answers how many of each the rules let through. */
  async function addRows(seed: number): Promise<Record<string, number>> {
    const { registry } = api.app.services;
    const added: Record<string, number> = {};
    for (const resource of writtenResources(registry).filter((r) => r.name !== "Person")) {
      const targets = new Map<string, string[]>();
      for (const { kind } of resource.fields)
        if (kind.target) targets.set(kind.target, await ids(registry.single(kind.target).plural));
      const changes = fc
        .sample(
          rowOf(resource, (single) => targets.get(single) ?? []),
          { seed, numRuns: ROWS },
        )
        .map((create) => ({ create }));
      const { name, plural } = resource;
      const mutation = `change${plural[0].toUpperCase()}${plural.slice(1)}`;
      const { result } = await quan.data(
        `mutation($changes: [${name}Change!]!) {
           result: ${mutation}(changes: $changes, mode: GOOD_ROWS, note: "Thử") { rows { id } problems { code messageEn } } }`,
        { changes },
      );
      added[name] = result.rows.length;
    }
    return added;
  }

  test.each(SEEDS)(
    "what is exported imports back without a difference (%d)",
    async (seed) => {
      const added = await addRows(seed);
      // The rules let most rows of most resources through; a test of empty lists would prove nothing.
      expect(Object.values(added).reduce((a, b) => a + b, 0)).toBeGreaterThan(ROWS * 3);
      const differences: unknown[] = [];
      let filled = 0;
      for (const resource of writtenResources(api.app.services.registry)) {
        const newest = (await ids(resource.plural)).slice(0, NEWEST);
        if (newest.length === 0) continue;
        filled++;
        for (const format of ["csv", "xlsx"]) {
          for (const lang of ["vi", "en"]) {
            const name = `${resource.plural}.${format}`;
            const made = await exported(api, "quan", name, {
              body: { fields: allFields(resource), lang, filter: { id: { in: newest } } },
            });
            const back = await sender.import(resource.plural, made.body, { name });
            const { status, rows, changed, wrong, changeSet, same } = back;
            const isSame =
              status === 200 && changed === 0 && wrong === 0 && back.new === 0 && same === made.rows.length - 1;
            if (!isSame || changeSet)
              differences.push({
                name,
                lang,
                status,
                changed,
                wrong,
                same,
                of: made.rows.length - 1,
                problems: back.problems,
                rows: rows?.filter((row) => row.action !== "SAME").slice(0, 4),
              });
          }
        }
      }
      expect(differences).toEqual([]);
      expect(filled).toBe(writtenResources(api.app.services.registry).length);
    },
    300_000,
  );
});
