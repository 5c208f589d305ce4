import { recompute, type Pin } from "../../server/target/publish/pin";
import { cardsIn, figuresOn, type Figure } from "../../server/target/publish/publish.service";
import { changeCounts, reopenPeriod, type Answer } from "../count/count-world";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

const PUBLISH = `mutation($targetSet: ID!, $from: Date!, $to: Date!, $name: String!, $note: String) {
  publishScorecard(targetSet: $targetSet, from: $from, to: $to, name: $name, note: $note) {
    changeSet { id source } rows { id action } problems { field code messageVi }
  }
}`;

const DIFFERENCES = `query($publication: ID!, $offset: Int, $limit: Int) {
  publicationDifferences(publication: $publication, offset: $offset, limit: $limit) {
    total
    items {
      agency { id code } criterion { code } reading
      published { numerator denominator state shortfall }
      now { numerator denominator state shortfall }
    }
    changeSets { id note person { name } }
  }
}`;

const FIGURES = `query($publication: ID!) {
  publishedFigures(filter: { publication: { eq: $publication }, agency: { isNull: true } }, limit: 100) {
    items { criterion { code } reading official numerator denominator state shortfall }
  }
}`;

interface Differences {
  total: number;
  items: {
    agency: { id: string; code: string } | null;
    criterion: { code: string };
    reading: string;
    published: Compared | null;
    now: Compared | null;
  }[];
  changeSets: { id: string; note: string | null; person: { name: string } | null }[];
}
interface Compared {
  numerator: number;
  denominator: number;
  state: string;
  shortfall: number | null;
}

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let targetSet: string;
  let publication: string;
  /** What the demo itself has published. */
  let seeded: unknown[][];
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    chi = await api.as("chi");
    [[targetSet]] = (await api.app.database.read("SELECT id FROM target_set WHERE code = 'CHI-DAO-2019'")).map((r) =>
      r.map(String),
    );
    // The demo's year is closed; what is corrected below was opened for it.
    const quan = await api.as("quan");
    for (const day of ["2018-03-01", "2018-05-01", "2019-03-01"]) {
      const [[id]] = await api.app.database.read("SELECT id FROM period WHERE first_day = ?", [day]);
      expect((await reopenPeriod(quan, String(id), "Đính chính")).problems).toEqual([]);
    }
    seeded = await kept();
  });
  afterAll(() => api?.close());

  const year = () => ({ targetSet, from: "2018-01-01", to: "2018-12-31" });
  const differences = async (who: Asker, more: object = {}): Promise<Differences> =>
    (await who.data(DIFFERENCES, { publication, limit: 1000, ...more })).publicationDifferences as Differences;
  const kept = async (): Promise<unknown[][]> => [
    await api.app.database.read("SELECT * FROM publication ORDER BY id"),
    await api.app.database.read("SELECT * FROM published_figure ORDER BY id"),
  ];

  test("the demo has published its year, and nothing differs from it", async () => {
    const { items } = (await chi.data(`{ publications { items { id name lastDay } } }`)).publications;
    expect(items).toEqual([{ id: expect.any(String), name: "Năm 2018 (minh họa)", lastDay: "2018-12-31" }]);
    const told = await chi.data(DIFFERENCES, { publication: items[0].id });
    expect(told.publicationDifferences).toEqual({ total: 0, items: [], changeSets: [] });
  });

  test("only administrators and catalog staff publish; everybody else is refused before anything is read", async () => {
    const variables = { ...year(), name: "Không được" };
    for (const [person, code] of [
      ["binh", "FORBIDDEN"],
      ["lan", "FORBIDDEN"],
      ["an", "FORBIDDEN"],
      ["buu", "FORBIDDEN"],
      ["tai", "FORBIDDEN"],
    ] as const) {
      const who = await api.as(person);
      const before = api.app.database.statements;
      const { errors } = await who.ask(PUBLISH, variables);
      expect([person, errors?.[0].extensions.code]).toEqual([person, code]);
      // Who asks is looked up, and nothing more.
      expect(api.app.database.statements - before).toBeLessThanOrEqual(1);
    }
    const { errors } = await api.nobody.ask(PUBLISH, variables);
    expect(errors?.[0].extensions.code).toBe("SIGN_IN");
    expect(await kept()).toEqual(seeded);
  });

  test("a span without counts, and days the wrong way round, are refused and leave nothing", async () => {
    const empty = await chi.ask(PUBLISH, { targetSet, from: "2001-01-01", to: "2001-12-31", name: "Trống" });
    expect(empty.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "from" });
    const turned = await chi.ask(PUBLISH, { targetSet, from: "2018-12-31", to: "2018-01-01", name: "Ngược" });
    expect(turned.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "to" });
    const unnamed = (await chi.data(PUBLISH, { ...year(), name: "" })).publishScorecard as Answer;
    expect(unnamed.problems[0]).toMatchObject({ field: "name", code: "REQUIRED" });
    expect(await kept()).toEqual(seeded);
  });

  test("one change set holds the publication and the figures of the province and every agency with counts", async () => {
    const answer = (await chi.data(PUBLISH, { ...year(), name: "Năm 2018", note: "Báo cáo UBND" }))
      .publishScorecard as Answer;
    expect(answer.problems).toEqual([]);
    expect(answer.rows).toEqual([{ id: expect.any(String), action: "CREATE" }]);
    publication = answer.rows[0].id;
    const items = (await chi.data(FIGURES, { publication })).publishedFigures.items as Record<string, never>[];
    const official = items.filter((each) => each.official).map((e) => [(e.criterion as { code: string }).code, e]);
    expect(Object.fromEntries(official as [string, object][])).toMatchObject({
      T1: { numerator: 31, denominator: 80, state: "MISSED", shortfall: 9 },
      T2A: { numerator: 480, denominator: 48000, state: "MISSED", shortfall: 6720 },
      T2B: { numerator: 3168, denominator: 48000, state: "MISSED", shortfall: 4032 },
      T3: { numerator: 11, denominator: 25, state: "MISSED", shortfall: 4 },
      T4: { numerator: 2856, denominator: 8400, state: "MISSED", shortfall: 504 },
      T5: { numerator: 288, denominator: 900, state: "MET", shortfall: 0 },
    });
    const [[agencies, figures]] = await api.app.database.read(
      "SELECT COUNT(DISTINCT agency_id), COUNT(*) FROM published_figure WHERE publication_id = ?",
      [publication],
    );
    const [[counted]] = await api.app.database.read("SELECT COUNT(DISTINCT agency_id) FROM `count`");
    expect(Number(agencies)).toBeGreaterThanOrEqual(Number(counted));
    expect(Number(figures)).toBe((Number(agencies) + 1) * items.length);
    expect(await differences(chi)).toEqual({ total: 0, items: [], changeSets: [] });
  });

  test("a name is taken once", async () => {
    const before = await kept();
    const again = (await chi.data(PUBLISH, { ...year(), name: "Năm 2018" })).publishScorecard as Answer;
    expect(again.problems[0]).toMatchObject({ field: "name", code: "NOT_UNIQUE" });
    expect(again.changeSet).toBeNull();
    expect(await kept()).toEqual(before);
  });

  test("after a correction the publication is as it was, and the difference is told with the change set", async () => {
    const before = await kept();
    const [[id, version, post, agency]] = await api.app.database.read(
      "SELECT c.id, c.version, c.received_post, c.agency_id FROM `count` c JOIN period p ON p.id = c.period_id WHERE p.first_day = '2018-03-01' AND c.received_post > 0 ORDER BY c.id LIMIT 1",
    );
    const corrected = await changeCounts(
      chi,
      [{ update: { id: String(id), version: Number(version), set: { receivedPost: Number(post) + 100 } } }],
      { note: "Đính chính tháng 3" },
    );
    expect(corrected.problems).toEqual([]);
    expect(await kept()).toEqual(before);
    const { items, changeSets } = await differences(chi);
    const province = items.find(
      (each) => each.agency === null && each.criterion.code === "T2A" && each.reading === "agency",
    );
    expect(province).toMatchObject({
      published: { numerator: 480, denominator: 48000, shortfall: 6720 },
      now: { numerator: 580, denominator: 48100, shortfall: 6635 },
    });
    expect(items.some((each) => each.agency?.id === String(agency))).toBe(true);
    expect(items.every((each) => each.published !== null && each.now !== null)).toBe(true);
    expect(changeSets).toEqual([
      { id: corrected.changeSet!.id, note: "Đính chính tháng 3", person: expect.anything() },
    ]);
    const page = await differences(chi, { offset: 1, limit: 1 });
    expect([page.total, page.items]).toEqual([items.length, [items[1]]]);
  });

  test("counts of other days and other resources are no part of what is told of the changes", async () => {
    const { changeSets } = await differences(chi);
    const [[id, version]] = await api.app.database.read(
      "SELECT c.id, c.version FROM `count` c JOIN period p ON p.id = c.period_id WHERE p.first_day = '2019-03-01' ORDER BY c.id LIMIT 1",
    );
    await changeCounts(chi, [{ update: { id: String(id), version: Number(version), set: { settledLate: 1 } } }]);
    expect((await differences(chi)).changeSets).toEqual(changeSets);
  });

  test("a deleted count, and a procedure that leaves its catalog, show as differences too", async () => {
    const [[id, version]] = await api.app.database.read(
      "SELECT c.id, c.version FROM `count` c JOIN period p ON p.id = c.period_id WHERE p.first_day = '2018-05-01' AND c.received_online > 0 ORDER BY c.id LIMIT 1",
    );
    const deleted = await changeCounts(chi, [{ delete: { id: String(id), version: Number(version) } }]);
    expect(deleted.problems).toEqual([]);
    expect((await differences(chi)).changeSets.map((set) => set.id)).toContain(deleted.changeSet!.id);
    const [[entryId, entryVersion]] = await api.app.database.read(
      "SELECT e.id, e.version FROM catalog_entry e JOIN catalog c ON c.id = e.catalog_id WHERE c.kind = 'POSTAL' AND e.valid_from <= '2018-12-31' AND e.valid_to > '2018-12-31' ORDER BY e.id LIMIT 1",
    );
    const entry = { id: String(entryId), version: Number(entryVersion) };
    const removed = (
      await chi.data(
        `mutation($changes: [CatalogEntryChange!]!) { changeCatalogEntries(changes: $changes, note: "Đính chính nhập liệu") { changeSet { id } problems { messageEn } } }`,
        { changes: [{ delete: entry }] },
      )
    ).changeCatalogEntries as Answer;
    expect(removed.problems).toEqual([]);
    const { items, changeSets } = await differences(chi);
    expect(changeSets.map((set) => set.id)).toContain(removed.changeSet!.id);
    const t1 = items.find((each) => each.agency === null && each.criterion.code === "T1" && each.reading === "either");
    expect([t1?.published?.denominator, t1?.now?.denominator]).toEqual([80, 79]);
  });

  test("from the pinned data the published figures come out again, whatever was changed since", async () => {
    const { pinned } = (await chi.data(`query($id: ID!) { publication(id: $id) { pinned } }`, { id: publication }))
      .publication as { pinned: Pin };
    const { setting, cards } = recompute(pinned);
    const again = cardsIn(setting, cards).flatMap(figuresOn);
    const rows = await api.app.database.read(
      "SELECT agency_id, criterion_id, reading, numerator, denominator, state, shortfall FROM published_figure WHERE publication_id = ? ORDER BY id",
      [publication],
    );
    const told = ({ agency, criterion, reading, numerator, denominator, state, shortfall }: Figure) => [
      agency === null ? null : Number(agency),
      Number(criterion),
      reading,
      numerator,
      denominator,
      state,
      shortfall,
    ];
    expect(again.map(told)).toEqual(rows);
  });

  test("bound people see what was published, differences of their own part only, and nothing of the pinned data", async () => {
    const binh = await api.as("binh");
    const { publications } = await binh.data(`{ publications { items { name } } }`);
    expect(publications.items).toContainEqual({ name: "Năm 2018" });
    const { errors } = await binh.ask(`{ publications { items { pinned } } }`);
    expect(errors?.[0].extensions.code).toBe("FORBIDDEN");
    const theirs = await differences(binh);
    const all = await differences(chi);
    expect(theirs.items.filter((each) => each.agency === null)).toEqual([]);
    expect(theirs.total).toBeLessThan(all.total);
  });

  test("nothing of a publication is changed or undone", async () => {
    const [[set]] = await api.app.database.read("SELECT change_set_id FROM change_row WHERE resource = 'Publication'");
    const quan = await api.as("quan");
    const before = await kept();
    const { errors } = await quan.ask(`mutation($id: ID!) { undoChangeSet(id: $id) { problems { code } } }`, {
      id: String(set),
    });
    expect(errors?.[0].extensions.code).toBe("FORBIDDEN");
    expect(await kept()).toEqual(before);
  });

  test("the differences cost as many statements for one as for a thousand", async () => {
    const cost = async (limit: number): Promise<number> => {
      const before = api.app.database.statements;
      await differences(chi, { limit });
      return api.app.database.statements - before;
    };
    expect(await cost(1)).toBe(await cost(1000));
  });
});
