import { startApi, type Api, type Reply } from "../support/api";
import { eachEngine } from "../support/engines";
import type { PersonKey } from "../support/people";
import { Draw } from "./oracle/draw";
import { drawQuery } from "./oracle/draw-query";
import { Oracle } from "./oracle/oracle";
import type { Viewer } from "./oracle/world";

/** Of each person, from each seed. */
const QUERIES = 100;
const SEEDS = [10, 1320];
const ASKERS: { key: PersonKey; role: string }[] = [
  { key: "quan", role: "an administrator" },
  { key: "binh", role: "staff of an agency" },
  { key: "buu", role: "staff of the Post" },
];

/** The same query beside a field that is no read of a resource, for which graphql-js walks over the planner's objects. */
const mixed = (query: string): string => query.replace("{\n", "{\nmixed: site { isDemo }\n");
const beside = (expected: string): string =>
  `{"mixed":{"isDemo":true}${expected === "{}" ? "}" : `,${expected.slice(1)}`}`;

eachEngine((engine) => {
  let api: Api;
  let oracle: Oracle;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    oracle = await Oracle.of(api.app.database, "2019-07-20");
  });
  afterAll(() => api.close());

  /** Compares an answer with the expected one, the order of keys included; says where they part. */
  function difference(expected: string, reply: Reply): string | null {
    if (reply.errors) return JSON.stringify(reply.errors);
    const answered = JSON.stringify(reply.data);
    if (answered === expected) return null;
    let at = 0;
    while (answered[at] === expected[at]) at++;
    const around = (text: string) => text.slice(Math.max(0, at - 300), at + 300);
    return `expected … ${around(expected)} …\nanswered … ${around(answered)} …`;
  }

  for (const { key, role } of ASKERS) {
    for (const seed of SEEDS) {
      test(`drawn queries of ${role} are answered as by filtering arrays, from seed ${seed}`, async () => {
        const asker = await api.as(key);
        const viewer: Viewer = { isAdministrator: key === "quan", agencyId: asker.person!.agencyId };
        const draw = new Draw(seed);
        let filled = 0;
        for (let n = 0; n < QUERIES; n++) {
          const { query, variables } = drawQuery(draw, oracle, viewer);
          const expected = JSON.stringify(oracle.answer(viewer, query, variables));
          const found =
            difference(expected, await asker.ask(query, variables)) ??
            (n % 4 === 0 ? difference(beside(expected), await asker.ask(mixed(query), variables)) : null);
          if (found) throw new Error(`query ${n} of seed ${seed}\n${query}\n${JSON.stringify(variables)}\n${found}`);
          if (expected.length > 200) filled++;
        }
        // Queries that find nothing would prove nothing.
        expect(filled).toBeGreaterThan(QUERIES / 4);
      });
    }
  }
});
