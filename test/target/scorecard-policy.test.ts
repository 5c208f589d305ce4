import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

const IN_2018 = 'from: "2018-01-01", to: "2018-12-31"';

/** Every question about scorecards, asked of an agency where one is named. */
const QUESTIONS = (criterion: string): [name: string, query: string][] => [
  ["scorecard", `query($agency: ID) { scorecard(agency: $agency, ${IN_2018}) { agency { id } met } }`],
  [
    "scorecardTrend",
    `query($agency: ID) { scorecardTrend(agency: $agency, ${IN_2018}, step: YEAR) { agency { id } met } }`,
  ],
  [
    "scorecardLines",
    `query($agency: ID) { scorecardLines(criterion: "${criterion}", agency: $agency, ${IN_2018}, by: AGENCY) { total denominator } }`,
  ],
  [
    "whatWouldItTake",
    `query($agency: ID) { whatWouldItTake(criterion: "${criterion}", agency: $agency, ${IN_2018}) { shortfall candidates } }`,
  ],
  ["scorecardGaps", `query($agency: ID) { scorecardGaps(agency: $agency, ${IN_2018}) { total } }`],
];

eachEngine((engine) => {
  let api: Api;
  const who: Record<string, Asker> = {};
  let questions: [string, string][];
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    for (const key of ["binh", "buu", "lan", "an", "tai", "chi"] as const) who[key] = await api.as(key);
    const [[criterion]] = await api.app.database.read("SELECT id FROM criterion WHERE code = 'T2A'");
    questions = QUESTIONS(String(criterion));
  });
  afterAll(() => api.close());

  const idOf = async (code: string): Promise<string> => {
    const [[id]] = await api.app.database.read("SELECT agency_id FROM agency_state WHERE code = ?", [code]);
    return String(id);
  };

  test("whoever is not signed in is refused before anything is read", async () => {
    for (const [name, query] of questions) {
      const before = api.app.database.statements;
      const { errors } = await api.nobody.ask(query);
      expect([name, errors?.[0].extensions.code]).toEqual([name, "SIGN_IN"]);
      expect(api.app.database.statements).toBe(before);
    }
  });

  test("an agency's staff are refused another agency, as if it were not there", async () => {
    for (const code of ["SGTVT", "UBT", "BD"]) {
      const agency = await idOf(code);
      for (const [name, query] of questions) {
        const { errors, data } = await who.binh.ask(query, { agency });
        expect([name, errors?.[0].extensions.code, errors?.[0].extensions.field]).toEqual([
          name,
          "NOT_FOUND",
          "agency",
        ]);
        expect(data).toBeNull();
      }
    }
    const { errors } = await who.buu.ask(questions[0][1], { agency: await idOf("STP") });
    expect(errors?.[0].extensions.code).toBe("NOT_FOUND");
  });

  test("an agency's staff who name none are shown their own part and never the province", async () => {
    const own = await idOf("STP");
    const [, query] = questions[0];
    const asked = (await who.binh.data(query)).scorecard;
    expect(asked.agency.id).toBe(own);
    expect(asked).toEqual((await who.lan.data(query, { agency: own })).scorecard);
    for (const [name, each] of questions.slice(1)) {
      const mine = await who.binh.data(each);
      expect([name, mine]).toEqual([name, await who.lan.data(each, { agency: own })]);
    }
    const all = await who.binh.data(
      `{ scorecards(${IN_2018}, withDossiers: false, limit: 1000) { total province { agency { id } met } items { agency { id } } } }`,
    );
    expect(all.scorecards.province).toEqual(asked);
    expect(all.scorecards.items).toEqual([{ agency: { id: own } }]);
  });

  test.each(["lan", "an", "tai", "chi"])("%s reads the province and every agency", async (key) => {
    const agency = await idOf("SGTVT");
    for (const [name, query] of questions) {
      expect([name, (await who[key].ask(query)).errors]).toEqual([name, undefined]);
      expect([name, (await who[key].ask(query, { agency })).errors]).toEqual([name, undefined]);
    }
  });

  test("somebody who belongs to no agency and is bound to one sees nothing", async () => {
    const { person } = who.binh;
    await api.app.database.write((tx) => tx.run("UPDATE person SET agency_id = NULL WHERE id = ?", [person!.id]));
    for (const [name, query] of questions)
      expect([name, (await who.binh.ask(query)).errors?.[0].extensions.code]).toEqual([name, "FORBIDDEN"]);
    await api.app.database.write((tx) =>
      tx.run("UPDATE person SET agency_id = ? WHERE id = ?", [person!.agencyId, person!.id]),
    );
  });

  test("days that end before they begin, and ids that are none, are refused by name", async () => {
    const ask = async (more: string) =>
      (await who.lan.ask(`{ scorecard(${more}) { met } }`)).errors?.[0].extensions as { code: string; field: string };
    expect(await ask('from: "2018-12-31", to: "2018-01-01"')).toMatchObject({ code: "BAD_INPUT", field: "to" });
    expect(await ask(`${IN_2018}, agency: "x"`)).toMatchObject({ code: "BAD_INPUT", field: "agency" });
    expect(await ask(`${IN_2018}, targetSet: "999999"`)).toMatchObject({ code: "NOT_FOUND", field: "targetSet" });
    expect(await ask(`${IN_2018}, agency: "999999"`)).toMatchObject({ code: "NOT_FOUND", field: "agency" });
  });
});
