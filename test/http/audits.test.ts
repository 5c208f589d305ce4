import { auditServer } from "graphql-http";
import type { AddressInfo } from "node:net";
import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";

/** What Apollo Server 5 answers with another status than the specification's latest draft would like. */
const APOLLO_WARNS = 3;

eachEngine((engine) => {
  let api: Api;
  let url: string;
  beforeAll(async () => {
    api = await startApi(engine);
    await api.app.http.listen({ host: "127.0.0.1", port: 0 });
    url = `http://127.0.0.1:${(api.app.http.server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(() => api.close());

  test("the audits of GraphQL over HTTP find no error and no more warnings than Apollo has by itself", async () => {
    const results = await auditServer({
      url,
      fetchFn: (to: string, init?: RequestInit) =>
        fetch(to, { ...init, headers: { ...(init?.headers as object), "apollo-require-preflight": "true" } }),
    });
    expect(results.length).toBeGreaterThan(55);
    const told = (status: string) => results.filter((r) => r.status === status).map((r) => `${r.id} ${r.name}`);
    expect(told("error")).toEqual([]);
    expect(told("warn").length).toBeLessThanOrEqual(APOLLO_WARNS);
    expect(told("notice")).toEqual([]);
  });

  test("without that header the ways a foreign page could take are closed, and nothing else gets worse", async () => {
    const results = await auditServer({ url });
    const told = (status: string) => results.filter((r) => r.status === status).map((r) => `${r.id} ${r.name}`);
    expect(told("error")).toEqual([]);
    expect(told("warn").length).toBeLessThanOrEqual(APOLLO_WARNS);
    expect(told("notice").length).toBeLessThanOrEqual(3);
  });
});
