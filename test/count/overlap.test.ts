import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, changeCounts, create, makeWorld, type Answer, type CountWorld } from "./count-world";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let world: CountWorld;
  let quarter: string;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    world = await makeWorld(chi);
    const span = { kind: "GOVERNMENT_QUARTER", firstDay: "2019-03-15", lastDay: "2019-06-14" };
    [quarter] = await create(chi, "Period", "changePeriods", [{ name: "Quý II/2019 (15/3 đến 14/6)", ...span }]);
  });
  afterAll(() => api?.close());

  const key = (procedure: number) => ({
    procedure: world.procedures[procedure],
    receptionUnit: world.units[0],
    agency: world.agencies[0],
  });
  const add = (row: object): Promise<Answer> => changeCounts(chi, [{ create: { receivedPost: 1, ...row } }]);
  const said = ({ problems }: Answer) => problems.map((p) => [p.code, p.field]);

  test("two counts of one key do not overlap, in one period or in two that share a day", async () => {
    const [, , march] = world.periods;
    expect(said(await add({ ...key(0), period: march }))).toEqual([]);
    const again = await add({ ...key(0), period: march });
    expect(said(again)).toEqual([["OVERLAP", "procedure"]]);
    expect(again.problems[0].messageVi).toContain(
      "cùng đơn vị tiếp nhận, thủ tục, cơ quan giải quyết, nơi nhận, người nhận",
    );
    expect(said(await add({ ...key(0), period: quarter }))).toEqual([["OVERLAP", "procedure"]]);
  });

  test("periods that follow each other do not overlap: the last day is the one's, the next day the other's", async () => {
    const [january, february] = world.periods;
    expect(said(await add({ ...key(1), period: january }))).toEqual([]);
    expect(said(await add({ ...key(1), period: february }))).toEqual([]);
  });

  test("place and receiver belong to the key: known and unknown are two, unknown twice is one", async () => {
    const [january] = world.periods;
    const row = { ...key(2), period: january };
    for (const more of [
      {},
      { place: "POST_OFFICE" },
      { place: "POST_OFFICE", receiver: "POSTAL_STAFF" },
      { receiver: "POSTAL_STAFF" },
    ]) {
      expect(said(await add({ ...row, ...more }))).toEqual([]);
      expect(said(await add({ ...row, ...more }))).toEqual([["OVERLAP", "procedure"]]);
    }
    for (const more of [{ receptionUnit: world.units[1] }, { agency: world.agencies[1] }])
      expect(said(await add({ ...row, ...more }))).toEqual([]);
  });

  test("of eight counts of one key that are sent at once, one is taken", async () => {
    const [, february] = world.periods;
    const answers = await Promise.all(Array.from({ length: 8 }, () => add({ ...key(0), period: february })));
    expect(answers.filter((a) => a.changeSet)).toHaveLength(1);
    expect(answers.flatMap(said)).toEqual(Array.from({ length: 7 }, () => ["OVERLAP", "procedure"]));
  });

  test("0 is a figure and empty is none; a negative one is refused", async () => {
    const [, february] = world.periods;
    const answer = await add({ ...key(2), period: february, receivedPost: 0, receivedOnline: null });
    const { count } = await chi.data(`query($id: ID!) { count(id: $id) { receivedPost receivedOnline } }`, {
      id: answer.rows[0].id,
    });
    expect(count).toEqual({ receivedPost: 0, receivedOnline: null });
    const negative = await change(chi, "Count", "changeCounts", [
      { update: { id: answer.rows[0].id, version: 1, set: { receivedPost: -1 } } },
    ]);
    expect(said(negative)).toEqual([["BAD_INPUT", "receivedPost"]]);
  });
});
