import { ALL_ROLES, type Policy } from "../../server/platform/policy/policy";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import type { PersonKey } from "../support/people";
import { askChange, askUndo, change, make, refusals, undo } from "../change/change-speech";

/** Routes by their ends: the department, its office below it, the post, and two places of others. */
const ROUTES = {
  "STP-BD": ["STP", "BD"],
  "VP-HX": ["VP", "HX"],
  "BD-HY": ["BD", "HY"],
  "HX-HY": ["HX", "HY"],
} as const;
type Code = keyof typeof ROUTES;
const SEEN: Partial<Record<PersonKey, Code[]>> = {
  binh: ["STP-BD", "VP-HX"],
  buu: ["BD-HY", "STP-BD"],
  tai: [],
  an: ["BD-HY", "HX-HY", "STP-BD", "VP-HX"],
};

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  const ids = {} as Record<Code, string>;
  const sets = {} as Record<Code, string>;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    const { agencies } = await chi.data(`{ agencies { items { id code } } }`);
    const at = new Map<string, string>(agencies.items.map((a: { id: string; code: string }) => [a.code, a.id]));
    const office = { name: "Văn phòng Sở Tư pháp", kind: "OFFICE", parent: at.get("STP") };
    const [vp, hx, hy] = await make(
      chi,
      "Agency",
      office,
      { name: "Huyện X", kind: "DISTRICT_COMMITTEE" },
      { name: "Huyện Y", kind: "DISTRICT_COMMITTEE" },
    );
    for (const [code, id] of [
      ["VP", vp],
      ["HX", hx],
      ["HY", hy],
    ])
      at.set(code, id);
    for (const [code, [from, to]] of Object.entries(ROUTES) as [Code, [string, string]][]) {
      const create = { code, from: at.get(from), to: at.get(to), direction: "IN", carrier: "POST" };
      const made = await change(chi, "TransferRoute", [{ create }]);
      ids[code] = made.rows[0].id;
      const changed = await change(chi, "TransferRoute", [
        { update: { id: ids[code], version: 1, set: { carrier: "OTHER" } } },
      ]);
      sets[code] = changed.changeSet!.id;
    }
    const quan = await api.as("quan");
    for (const route of Object.values(ids))
      await make(quan, "TransferRate", { route, rateUnit: "PER_TRIP", amountVnd: "1000", validFrom: "2019-01-01" });
  });
  afterAll(() => api.close());

  const codes = (list: { items: { code: string }[] }): string[] => list.items.map((r) => r.code).sort();

  describe.each(Object.keys(SEEN) as PersonKey[])("%s sees the routes of their own part of the tree", (key) => {
    const seen = SEEN[key]!;
    const hidden = (Object.keys(ROUTES) as Code[]).filter((c) => !seen.includes(c));
    let who: Asker;
    beforeAll(async () => {
      who = await api.as(key);
    });

    test("in lists and totals, whatever is asked, sorted or searched for", async () => {
      const data = await who.data(`{
        all: transferRoutes(sort: [{ code: ASC }], limit: 1000) { total items { code } }
        not: transferRoutes(filter: { not: { code: { eq: "x" } } }) { total items { code } }
        or: transferRoutes(filter: { or: [{ code: { ne: "x" } }, { carrier: { eq: OTHER } }] }) { total items { code } }
        sorted: transferRoutes(sort: [{ to: DESC }, { from: ASC }]) { total items { code } }
        paged: transferRoutes(offset: 0, limit: 1000) { total items { code } }
        count: transferRoutes(limit: 0) { total items { code } }
        found: transferRoutes(filter: { search: "huyen" }) { items { code } }
      }`);
      for (const name of ["all", "not", "or", "sorted", "paged"]) {
        expect([name, codes(data[name])]).toEqual([name, seen]);
        expect([name, data[name].total]).toEqual([name, seen.length]);
      }
      expect(data.count).toEqual({ total: seen.length, items: [] });
      expect(codes(data.found)).toEqual(seen.filter((c) => c.includes("H")));
    });

    test("one by one, by id and by filter", async () => {
      for (const code of Object.keys(ROUTES) as Code[]) {
        const data = await who.data(
          `query($id: ID!) { transferRoute(id: $id) { code } transferRoutes(filter: { id: { eq: $id } }) { total } }`,
          { id: ids[code] },
        );
        const isSeen = seen.includes(code);
        expect(data).toEqual({
          transferRoute: isSeen ? { code } : null,
          transferRoutes: { total: isSeen ? 1 : 0 },
        });
      }
    });

    test("in history, of the row, of all rows and of change sets", async () => {
      const { changeRows, changeSets, transferRoutes } = await who.data(`{
        changeRows(filter: { resource: { eq: "TransferRoute" } }, limit: 100) { total items { rowId } }
        changeSets(limit: 100, filter: { rows: { some: { resource: { eq: "TransferRoute" } } } }) {
          total items { rows { total items { rowId after } } } }
        transferRoutes { items { history { total } } }
      }`);
      const rows = seen.map((c) => ids[c]).sort();
      expect(changeRows.total).toBe(2 * seen.length);
      expect([...new Set(changeRows.items.map((r: { rowId: string }) => r.rowId))].sort()).toEqual(rows);
      expect(changeSets.total).toBe(2 * seen.length);
      expect(transferRoutes.items.map((r: { history: { total: number } }) => r.history.total)).toEqual(
        seen.map(() => 2),
      );
      for (const code of hidden) expect(JSON.stringify(changeSets)).not.toContain(code);
      const bySets = await who.data(
        `query($ids: [ID!]) { changeSets(filter: { id: { in: $ids } }) { items { rows { total } } } }`,
        { ids: hidden.map((c) => sets[c]) },
      );
      for (const set of bySets.changeSets.items) expect(set.rows.total).toBe(0);
    });
  });

  test("agency staff and the Post write no route and undo none, their own neither", async () => {
    for (const key of ["binh", "buu"] as const) {
      const who = await api.as(key);
      const update = { id: ids["STP-BD"], version: 2, set: { carrier: "POST" } };
      expect((await askChange(who, "TransferRoute", [{ update }])).errors?.[0].extensions.code).toBe("FORBIDDEN");
      expect((await askUndo(who, sets["STP-BD"])).errors?.[0].extensions.code).toBe("FORBIDDEN");
      expect((await who.data("{ transferRates { total } }")).transferRates.total).toBe(SEEN[key]!.length);
    }
  });

  /** Nobody who is bound to a scope may change routes yet; the mechanism is there for the next resource that needs it. */
  describe("if they were allowed to keep routes and rates", () => {
    let binh: Asker;
    const opened: [Policy, Policy][] = [];
    beforeAll(async () => {
      const { registry } = api.app.services;
      for (const name of ["transferRoute", "transferRate"]) {
        const { policy } = registry.single(name);
        opened.push([policy, { ...policy }]);
        Object.assign(policy, { read: ALL_ROLES, change: ALL_ROLES });
      }
      binh = await api.as("binh");
    });
    afterAll(() => opened.forEach(([policy, kept]) => Object.assign(policy, kept)));

    test("a row outside is not found, by change, deletion, trial and undo", async () => {
      const { id, version } = { id: ids["HX-HY"], version: 2 };
      for (const one of [{ update: { id, version, set: { carrier: "POST" } } }, { delete: { id, version } }]) {
        expect(refusals(await change(binh, "TransferRoute", [one]))).toEqual([[0, "NOT_FOUND", "id"]]);
        expect(refusals(await change(binh, "TransferRoute", [one], { dryRun: true }))).toEqual([
          [0, "NOT_FOUND", "id"],
        ]);
      }
      const undone = await undo(binh, sets["HX-HY"]);
      expect(undone.changeSet).toBeNull();
      expect(undone.problems[0]).toMatchObject({ code: "NOT_FOUND" });
      const stale = await change(binh, "TransferRoute", [{ update: { id, version: 1, set: { carrier: "POST" } } }]);
      expect(refusals(stale)).toEqual([[0, "NOT_FOUND", "id"]]);
    });

    test("a row is not written or moved to the outside", async () => {
      const { transferRoute: outside } = await chi.data(
        `query($id: ID!) { transferRoute(id: $id) { from { id } to { id } } }`,
        {
          id: ids["HX-HY"],
        },
      );
      const ends = { from: outside.from.id, to: outside.to.id };
      const create = { code: "LẠ", ...ends, direction: "IN", carrier: "POST" };
      expect(refusals(await change(binh, "TransferRoute", [{ create }]))).toEqual([[0, "FORBIDDEN", null]]);
      const update = { id: ids["VP-HX"], version: 2, set: ends };
      // The route, and its rate that goes with it.
      expect(refusals(await change(binh, "TransferRoute", [{ update }]))).toEqual(
        Array(2).fill([0, "FORBIDDEN", null]),
      );
      const data = await chi.data(`query($id: ID!) { transferRoute(id: $id) { version } transferRoutes { total } }`, {
        id: ids["VP-HX"],
      });
      expect(data).toEqual({ transferRoute: { version: 2 }, transferRoutes: { total: 4 } });
    });

    test("a row outside is not referred to, and shows as nothing where another row refers to it", async () => {
      const create = {
        route: ids["HX-HY"],
        rateUnit: "PER_MONTH",
        amountVnd: "1",
        validFrom: "2018-01-01",
        validTo: "2018-02-01",
      };
      expect(refusals(await change(binh, "TransferRate", [{ create }]))).toEqual([[0, "NOT_FOUND", "route"]]);
      const { transferRates, filtered, none } = await binh.data(`{
        transferRates { total items { route { code } } }
        filtered: transferRates(filter: { route: { is: { carrier: { eq: OTHER } } } }) { total }
        none: transferRates(filter: { not: { route: { is: { carrier: { eq: OTHER } } } } }) { total }
      }`);
      const shown = transferRates.items.map((r: { route: { code: string } | null }) => r.route?.code ?? null);
      expect(shown.filter(Boolean).sort()).toEqual(["STP-BD", "VP-HX"]);
      expect([transferRates.total, filtered.total, none.total]).toEqual([2, 2, 0]);
    });

    test("a row inside is changed, undone and deleted", async () => {
      const id = ids["VP-HX"];
      const changed = await change(binh, "TransferRoute", [{ update: { id, version: 2, set: { carrier: "POST" } } }]);
      expect(changed.problems).toEqual([]);
      expect((await undo(binh, changed.changeSet!.id)).problems).toEqual([]);
    });
  });
});
