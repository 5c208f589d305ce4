import { change, create } from "../count/count-world";
import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";
import {
  budget,
  closeMonths,
  codesOf,
  done,
  draft,
  handOver,
  makeSubsidyWorld,
  program,
  type SubsidyWorld,
} from "./subsidy-world";

eachEngine((engine) => {
  let api: Api;
  let world: SubsidyWorld;
  beforeAll(async () => {
    api = await startApi(engine);
    world = await makeSubsidyWorld(api);
  });
  afterAll(() => api.close());

  /** Tries one change and says what stands against it; nothing is kept. */
  const refusals = async (type: string, mutation: string, one: object) => {
    const { changeSet, problems } = await change(world.quan, type, mutation, [one]);
    if (problems.length > 0) expect(changeSet).toBeNull();
    for (const { messageVi, messageEn } of problems) {
      expect(messageVi.length).toBeGreaterThan(20);
      expect(messageEn).not.toBe(messageVi);
    }
    return problems;
  };
  const tried = (more: object) =>
    refusals("HandOver", "changeHandOvers", {
      create: {
        ...{ number: "SAI-1", route: world.routes.T01, handedOn: "2019-07-05", dossiers: 3, carrier: "POST" },
        ...more,
      },
    });

  describe("a hand-over", () => {
    test("from a unit that was closed by then names the unit, and is taken on its last day", async () => {
      const [closed] = await create(world.quan, "Agency", "changeAgencies", [
        { name: "Một cửa Cũ", kind: "ONE_STOP", parent: world.agencies.HX, validTo: "2019-07-01" },
      ]);
      const [route] = await create(world.quan, "TransferRoute", "changeTransferRoutes", [
        { code: "CU", from: closed, to: world.agencies.S1, direction: "IN", carrier: "POST" },
      ]);
      const problems = await tried({ route, handedOn: "2019-07-01" });
      expect(codesOf({ problems })).toEqual([["OUTSIDE_VALIDITY", "handedOn"]]);
      expect(problems[0].messageVi).toContain("Một cửa Cũ không hoạt động vào ngày 1/7/2019");
      expect(problems[0].messageEn).toContain("successor");
      expect(await tried({ route, handedOn: "2019-06-30" })).toEqual([]);
    });

    test("on a day on which its route was not served names the route", async () => {
      const [route] = await create(world.quan, "TransferRoute", "changeTransferRoutes", [
        {
          ...{ code: "HET", from: world.agencies.HX, to: world.agencies.S1, direction: "IN", carrier: "POST" },
          ...{ validFrom: "2019-01-01", validTo: "2019-04-01" },
        },
      ]);
      const problems = await tried({ route, handedOn: "2019-04-01" });
      expect(codesOf({ problems })).toEqual([["OUTSIDE_VALIDITY", "route"]]);
      expect(problems[0].messageVi).toContain("Tuyến HET");
    });

    test("is read for what cannot be: fractions, less than nothing, days the wrong way round, no such hour", async () => {
      expect(codesOf({ problems: await tried({ dossiers: -1 }) })).toEqual([["BAD_INPUT", "dossiers"]]);
      expect(codesOf({ problems: await tried({ receivedOn: "2019-07-06" }) })).toEqual([["BAD_INPUT", "receivedOn"]]);
      expect(codesOf({ problems: await tried({ receivedAt: "15:10" }) })).toEqual([["REQUIRED", "receivedOn"]]);
      expect(codesOf({ problems: await tried({ receivedOn: "2019-07-05", receivedAt: "25:00" }) })).toEqual([
        ["BAD_INPUT", "receivedAt"],
      ]);
      const { data } = await world.quan.ask(
        `mutation { changeHandOvers(changes: [{ create: { number: "X", route: "${world.routes.T01}", handedOn: "2019-07-05", dossiers: 1.5, carrier: POST } }]) { problems { field code } } }`,
      );
      expect(data?.changeHandOvers ?? null).toBeNull();
    });

    test("in a closed period is neither written, nor moved into it or out of it", async () => {
      const id = await handOver(world, world.routes.T02, "2019-01-10", 2);
      const open = await handOver(world, world.routes.T02, "2019-07-10", 2);
      await closeMonths(world, 1);
      const inClosed = async (one: object) => codesOf({ problems: await refusals("HandOver", "changeHandOvers", one) });
      const expected = [["CLOSED", "handedOn"]];
      expect(codesOf({ problems: await tried({ handedOn: "2019-01-31" }) })).toEqual(expected);
      expect(await inClosed({ update: { id, version: 1, set: { dossiers: 3 } } })).toEqual(expected);
      expect(await inClosed({ update: { id, version: 1, set: { handedOn: "2019-07-11" } } })).toEqual(expected);
      expect(await inClosed({ update: { id: open, version: 1, set: { handedOn: "2019-01-11" } } })).toEqual(expected);
      expect(await inClosed({ delete: { id, version: 1 } })).toEqual(expected);
    });
  });

  describe("a rate", () => {
    const rate = (more: object) =>
      refusals("TransferRate", "changeTransferRates", {
        create: {
          route: world.routes.T01,
          rateUnit: "PER_DOSSIER",
          amountVnd: "9000",
          validFrom: "2018-01-01",
          ...more,
        },
      });
    test("that overlaps another of its route is refused, by whatever unit it counts", async () => {
      expect(codesOf({ problems: await rate({}) })).toEqual([["OVERLAP", "validFrom"]]);
      expect(codesOf({ problems: await rate({ rateUnit: "PER_MONTH", validTo: "2019-01-02" }) })).toEqual([
        ["OVERLAP", "validFrom"],
      ]);
      expect(await rate({ validTo: "2019-01-01" })).toEqual([]);
    });
    test("is whole đồng and not less than none", async () => {
      const before = { validFrom: "2010-01-01", validTo: "2011-01-01" };
      expect(codesOf({ problems: await rate({ ...before, amountVnd: "-1" }) })).toEqual([["BAD_INPUT", "amountVnd"]]);
      for (const amountVnd of ["10.5", "1e3", "9223372036854775808"]) {
        const reply = await world.quan.ask(
          `mutation($c: [TransferRateChange!]!) { changeTransferRates(changes: $c) { problems { field code messageVi } } }`,
          { c: [{ create: { route: world.routes.T01, rateUnit: "PER_TRIP", ...before, amountVnd } }] },
        );
        const [problem] = reply.data?.changeTransferRates.problems ?? [];
        expect([amountVnd, problem?.field ?? reply.errors?.[0].extensions.field]).toEqual([amountVnd, "amountVnd"]);
      }
    });
  });

  describe("a program", () => {
    test("pays routes of communes only where it says so", async () => {
      const [unit] = await create(world.quan, "Unit", "changeUnits", [
        { name: "Xã Một", kind: "COMMUNE", tier: "COMMUNE" },
      ]);
      const [commune] = await create(world.quan, "Agency", "changeAgencies", [
        { name: "UBND xã Một", kind: "COMMUNE_COMMITTEE", parent: world.agencies.HX, unit },
      ]);
      const [route] = await create(world.quan, "TransferRoute", "changeTransferRoutes", [
        { code: "XA", from: commune, to: world.agencies.HX, direction: "IN", carrier: "OWN_STAFF" },
      ]);
      const without = await program(world, {}, "1000", []);
      const on = (of: string) =>
        refusals("SubsidyProgramRoute", "changeSubsidyProgramRoutes", { create: { program: of, route } });
      const problems = await on(without);
      expect(codesOf({ problems })).toEqual([["BAD_INPUT", "route"]]);
      expect(problems[0].messageVi).toContain("Gồm cấp xã");
      const including = await program(world, { includesCommunes: true }, "1000", []);
      expect(await on(including)).toEqual([]);
      const end = (of: string) =>
        refusals("SubsidyProgram", "changeSubsidyPrograms", {
          update: { id: of, version: 1, set: { includesCommunes: false } },
        });
      const left = await end(including);
      expect(codesOf({ problems: left })).toEqual([["BAD_INPUT", "includesCommunes"]]);
      expect(left[0].messageVi).toContain("XA");
      expect(await end(await program(world, { includesCommunes: true }))).toEqual([]);
    });

    test("pays somebody else than its payer, and no route twice", async () => {
      const { HX } = world.agencies;
      const problems = await refusals("SubsidyProgram", "changeSubsidyPrograms", {
        create: { name: "Tự trả", payer: HX, contractor: HX, fiscalYear: 2019, quantityFrom: "COUNTS" },
      });
      expect(codesOf({ problems })).toEqual([["BAD_INPUT", "contractor"]]);
      const id = await program(world);
      const twice = await refusals("SubsidyProgramRoute", "changeSubsidyProgramRoutes", {
        create: { program: id, route: world.routes.T01 },
      });
      expect(codesOf({ problems: twice })).toEqual([["NOT_UNIQUE", "route"]]);
    });

    test("that was claimed of keeps its payer, its year and its claim period", async () => {
      const id = await program(world, {}, "1000000", [world.routes.T01]);
      await handOver(world, world.routes.T01, "2019-07-08", 3);
      const claim = await draft(world, world.people.P, id, "2019-07-01", "2019-07-15");
      const moved = (set: object) =>
        refusals("SubsidyProgram", "changeSubsidyPrograms", { update: { id, version: 1, set } });
      await done(world.people.P, "submitClaim", claim);
      for (const set of [{ payer: world.agencies.HY }, { fiscalYear: 2020 }, { claimPeriod: "MONTH" }])
        expect(codesOf({ problems: await moved(set) })).toEqual([["CLOSED", Object.keys(set)[0]]]);
      expect(await moved({ note: "Ghi chú" })).toEqual([]);
    });

    test("has a budget that is never less than nothing", async () => {
      const id = await program(world, {}, null);
      const line = { program: id, kind: "AMENDED", document: "QĐ giảm", decidedOn: "2019-02-01" };
      const lowered = (amountVnd: string) =>
        refusals("SubsidyBudgetLine", "changeSubsidyBudgetLines", { create: { ...line, amountVnd } });
      expect(codesOf({ problems: await lowered("-1") })).toEqual([["OVER_BUDGET", "amountVnd"]]);
      await budget(world, id, "500");
      expect(codesOf({ problems: await lowered("-501") })).toEqual([["OVER_BUDGET", "amountVnd"]]);
      expect(await lowered("-500")).toEqual([]);
    });
  });
});
