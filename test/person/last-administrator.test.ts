import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";

eachEngine((engine) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(engine);
  });
  afterAll(() => api.close());

  const CHANGE = `mutation($changes: [PersonChange!]!) {
    changePeople(changes: $changes) { rows { id version } problems { index field code messageVi } }
  }`;

  test("the last active administrator cannot be taken away, by any way", async () => {
    const quan = await api.as("quan");
    const { id } = quan.person!;
    for (const change of [
      { update: { id, version: 1, set: { roles: ["CATALOG"] } } },
      { update: { id, version: 1, set: { isActive: false } } },
    ]) {
      const { changePeople } = await quan.data(CHANGE, { changes: [change] });
      expect(changePeople.problems).toMatchObject([{ index: 0, field: "roles", code: "IN_USE" }]);
    }
    const chi = (await api.as("chi")).person!;
    const promoted = await quan.data(CHANGE, {
      changes: [{ update: { id: chi.id, version: 1, set: { roles: ["ADMINISTRATOR"] } } }],
    });
    expect(promoted.changePeople.problems).toEqual([]);
    const demoted = await quan.data(CHANGE, { changes: [{ update: { id, version: 1, set: { roles: ["CATALOG"] } } }] });
    expect(demoted.changePeople.problems).toEqual([]);
  });
});
