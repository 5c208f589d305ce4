import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";

eachEngine((engine) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
  });
  afterAll(() => api.close());

  test("every role has a button, and each signs in somebody of the role without a password", async () => {
    const { site } = await api.nobody.data("{ site { isDemo workingDate demoRoles } }");
    expect(site).toMatchObject({ isDemo: true, workingDate: "2019-07-20" });
    expect(site.demoRoles).toHaveLength(7);
    for (const role of site.demoRoles) {
      const answer = await api.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json" },
        payload: { query: `mutation { signInDemo(role: ${role}) { roles person { name } workingDate isDemo } }` },
      });
      const { signInDemo } = answer.json().data;
      expect(signInDemo).toMatchObject({ workingDate: "2019-07-20", isDemo: true });
      expect(signInDemo.roles).toContain(role);
      const cookie = String(answer.headers["set-cookie"]).split(";")[0];
      const { viewer } = await api.withHeaders({ cookie }).data("{ viewer { person { name } } }");
      expect(viewer.person.name).toBe(signInDemo.person.name);
    }
  });
});
