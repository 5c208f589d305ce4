import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, make, refusals } from "../change/change-speech";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  test("an agency whose people, routes or offices are left is not deleted", async () => {
    const { agencies } = await chi.data(`{ agencies(filter: { code: { eq: "STP" } }) { items { id version } } }`);
    const [stp] = agencies.items;
    await make(chi, "Agency", { name: "Văn phòng Sở", kind: "OFFICE", parent: stp.id });
    const result = await change(chi, "Agency", [{ delete: stp }]);
    expect(refusals(result)).toEqual([[0, "IN_USE", "id"]]);
    expect(result.problems[0].messageVi).toMatch(/người dùng/);
    expect(result.problems[0].messageVi).toMatch(/cơ quan/);
  });

  test("the tree is that of the day: an office that moved is below the one and then below the other", async () => {
    const [a, b] = await make(
      chi,
      "Agency",
      { name: "Sở A", kind: "DEPARTMENT" },
      { name: "Sở B", kind: "DEPARTMENT" },
    );
    const [id] = await make(chi, "Agency", { name: "Chi cục", kind: "OFFICE", parent: a, validFrom: "2010-01-01" });
    expect(
      (await change(chi, "Agency", [{ update: { id, version: 1, from: "2018-01-01", set: { parent: b } } }])).problems,
    ).toEqual([]);
    const children = async (on: string) =>
      (
        await chi.data(
          `query($on: Date, $ids: [ID!]) { agencies(filter: { id: { in: $ids } }, asOf: $on, sort: [{ name: ASC }]) { items { children { total items { parent { name } } } } } }`,
          { on, ids: [a, b] },
        )
      ).agencies.items.map((x: { children: { total: number } }) => x.children.total);
    expect([await children("2017-12-31"), await children("2018-01-01")]).toEqual([
      [1, 0],
      [0, 1],
    ]);
    const { agencies } = await chi.data(
      `{ agencies(filter: { children: { some: { name: { eq: "Chi cục" } } } }, asOf: "2017-06-01") { items { id } } }`,
    );
    expect(agencies.items).toEqual([{ id: a }]);
  });

  test("an agency's scope follows the tree of today: who moved away is no longer seen", async () => {
    const { agencies } = await chi.data(`{ agencies { items { id code version } } }`);
    const at = new Map<string, { id: string; version: number }>(
      agencies.items.map((x: { code: string; id: string; version: number }) => [x.code, x]),
    );
    const [office, far] = await make(
      chi,
      "Agency",
      { name: "Phòng Hộ tịch", kind: "OFFICE", code: "PHT", parent: at.get("STP")!.id },
      { name: "Nơi khác", kind: "DEPARTMENT", code: "NK" },
    );
    await make(chi, "TransferRoute", { code: "R1", from: office, to: far, direction: "IN", carrier: "POST" });
    const binh = await api.as("binh");
    const seen = async () => (await binh.data("{ transferRoutes { total } }")).transferRoutes.total;
    expect(await seen()).toBe(1);
    const move = (from: string, version: number, parent: string) =>
      change(chi, "Agency", [{ update: { id: office, version, from, set: { parent } } }]);
    expect((await move("2019-07-21", 1, far)).problems).toEqual([]);
    expect(await seen()).toBe(1);
    expect((await move("2019-07-20", 2, far)).problems).toEqual([]);
    expect(await seen()).toBe(0);
  });
});
