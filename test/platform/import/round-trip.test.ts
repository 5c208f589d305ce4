import fc from "fast-check";
import type { Resource } from "../../../server/platform/registry/registry";
import { startApi, type Api, type Asker } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { Sender } from "./import-speech";

const naughty = require("big-list-of-naughty-strings") as string[];

eachEngine((engine) => {
  let api: Api;
  let person: Asker;
  let quan: Sender;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    person = await api.as("quan");
    quan = await Sender.of(api, person.person!);
  });
  afterAll(() => api.close());

  const imported = (): Resource[] =>
    api.app.services.registry.resources.filter((r) => r.root && !r.readOnly && !r.isState);
  const exported = async (
    resource: Resource,
    as: "csv" | "xlsx",
    lang: string,
    fields = namesOf(resource),
    filter = "",
  ) => {
    const query = new URLSearchParams({ fields: fields.join(), lang, ...(filter ? { filter } : {}) });
    const reply = await quan.get(`/export/${resource.plural}.${as}?${query}`);
    expect([resource.plural, reply.statusCode]).toEqual([resource.plural, 200]);
    return reply.rawPayload;
  };
  const namesOf = (resource: Resource): string[] => [
    ...resource.fields.filter((f) => !["secret", "json"].includes(f.kind.name)).map((f) => f.name),
    "id",
    "version",
  ];

  test.each([
    ["csv", "vi"],
    ["xlsx", "en"],
  ] as const)(
    "every list that is exported as %s in %s comes back without a difference",
    async (as, lang) => {
      let filled = 0;
      for (const resource of imported()) {
        const file = await exported(resource, as, lang);
        const { list } = await person.data(`{ list: ${resource.plural} { total } }`);
        if (list.total === 0) {
          const empty = await quan.preview(resource.plural, file, { name: `x.${as}`, query: { lang } });
          expect([resource.plural, empty.problems?.map((p) => p.messageEn)]).toEqual([
            resource.plural,
            ["The file has no rows below its headings."],
          ]);
          continue;
        }
        const reply = await quan.preview(resource.plural, file, { name: `x.${as}`, query: { lang } });
        const wrong = reply.rows?.filter((r) => r.action !== "SAME").slice(0, 3);
        expect([resource.plural, reply.problems, wrong]).toEqual([resource.plural, undefined, []]);
        expect([resource.plural, reply.same]).toEqual([resource.plural, list.total]);
        filled++;
      }
      // A test of empty lists would prove nothing.
      expect(filled).toBeGreaterThan(imported().length / 2);
    },
    240_000,
  );

  test("whatever texts rows hold, their export comes back as the same rows", async () => {
    const resource = api.app.services.registry.single("decision");
    const texts = [
      ...naughty.filter((t) => [...t].length <= 500 && !t.includes("\u0000")),
      "",
      " ",
      " a ",
      "'=1",
      "''=1",
      "\t",
      "a\r\nb",
    ];
    const text = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: "grapheme", maxLength: 60 }));
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ issuer: text, title: text }), { minLength: 1, maxLength: 30 }),
        async (rows) => {
          const number = `${++round}/QĐ-TEST`;
          const changes = rows
            .map(({ issuer, title }, i) => ({
              create: { number: `${i}-${number}`, kind: "DECISION", issuer, title, source: title.slice(0, 100) },
            }))
            .filter(
              ({ create }) =>
                create.issuer !== "" &&
                create.title !== "" &&
                !create.title.includes("\u0000") &&
                !create.issuer.includes("\u0000"),
            );
          const made = await person.data(
            `mutation($c: [DecisionChange!]!) { changeDecisions(changes: $c, mode: GOOD_ROWS) { rows { id version } } }`,
            { c: changes },
          );
          const ids = made.changeDecisions.rows.map((r: { id: string }) => r.id);
          if (ids.length === 0) return;
          const filter = JSON.stringify({ id: { in: ids } });
          for (const as of ["csv", "xlsx"] as const) {
            const file = await exported(resource, as, "vi", namesOf(resource), filter);
            const reply = await quan.preview("decisions", file, { name: `x.${as}` });
            expect(reply.rows?.filter((r) => r.action !== "SAME")).toEqual([]);
            expect(reply.same).toBe(ids.length);
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 240_000);
});
