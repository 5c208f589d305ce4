import { create, closePeriod } from "../count/count-world";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { budget, draft, done, handOver, makeSubsidyWorld, program, type SubsidyWorld } from "./subsidy-world";

const LINE = `position route { id code from { id name } to { id name } direction carrier } rate { id rateUnit amountVnd validFrom contract decision }
  window { from to } from to dossiers quantity share grossVnd wantedVnd amountVnd isCut capFreeVnd handOvers lateHandOvers isReversal explanation { vi en }`;
const QUERY = `query($program: ID!, $from: Date!, $to: Date!, $claim: ID, $adjusts: ID) {
  c: subsidyComputation(program: $program, from: $from, to: $to, claim: $claim, adjusts: $adjusts) {
    from to lines { ${LINE} } totalVnd grossVnd capVnd capPer quantityFrom isPinned isOpen openPeriods { name } openDay
    leftOut { unsigned otherCarrier notReported } rounding { vi en } } }`;

const ask = (who: Asker, variables: object) => who.ask(QUERY, variables);
const compute = async (who: Asker, variables: object) => (await who.data(QUERY, variables)).c;
const refusal = async (who: Asker, variables: object) => {
  const { errors } = await ask(who, variables);
  const { code, field, messageVi, messageEn } = errors![0].extensions;
  return { code, field, vi: String(messageVi), en: String(messageEn) };
};

eachEngine((engine) => {
  let api: Api;
  let world: SubsidyWorld;
  let A: Asker;
  let P: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    world = await makeSubsidyWorld(api);
    ({ A, P } = world.people);
    const { T01, T02 } = world.routes;
    await handOver(world, T01, "2019-04-01", 5);
    await handOver(world, T01, "2019-04-30", 7, { receivedOn: "2019-04-10", receivedAt: "09:00" });
    await handOver(world, T01, "2019-04-12", 100, { receiverSignature: null });
    await handOver(world, T01, "2019-04-13", 100, { carrier: "OWN_STAFF" });
    await handOver(world, T01, "2019-05-01", 1000);
    await handOver(world, T02, "2019-04-20", 3);
  });
  afterAll(() => api.close());

  test("says every line with its sum, what is left out, and how it is rounded", async () => {
    const { T01, T02 } = world.routes;
    const id = await program(world, { sharePercent: "33.33", claimPeriod: "MONTH" }, null, [T01, T02]);
    const found = await compute(A, { program: id, from: "2019-04-01", to: "2019-04-30" });
    expect(found).toMatchObject({
      ...{ from: "2019-04-01", to: "2019-04-30", totalVnd: "49995", grossVnd: "150000", capVnd: null },
      ...{ quantityFrom: "HAND_OVERS", isPinned: false, leftOut: { unsigned: 1, otherCarrier: 1, notReported: 0 } },
    });
    expect(found.rounding.vi).toContain("làm tròn một lần đến đồng");
    const [first, second] = found.lines;
    expect(first).toMatchObject({
      position: 1,
      route: {
        ...{ id: T01, code: "T01", direction: "IN", carrier: "POST" },
        from: { id: world.agencies.HX, name: "UBND huyện X" },
        to: { id: world.agencies.S1, name: "Sở Một" },
      },
      rate: { rateUnit: "PER_DOSSIER", amountVnd: "10000", validFrom: "2019-01-01", contract: null, decision: null },
      window: { from: "2019-04-01", to: "2019-04-30" },
      ...{ from: "2019-04-01", to: "2019-04-30", dossiers: 12, quantity: "12", share: "33.33", grossVnd: "120000" },
      ...{ wantedVnd: "39996", amountVnd: "39996", isCut: false, capFreeVnd: null, isReversal: false },
      ...{ handOvers: 2, lateHandOvers: 1 },
    });
    expect(first.explanation).toEqual({
      vi: "10.000 đ × 12 hồ sơ × 33,33% = 39.996 đ",
      en: "10,000 đ × 12 dossiers × 33.33% = 39,996 đ",
    });
    expect(second).toMatchObject({ position: 2, route: { code: "T02" }, handOvers: 1, amountVnd: "9999" });
  });

  test("says what the cap left for each line, and cuts", async () => {
    const { T01, T02 } = world.routes;
    const terms = { claimPeriod: "MONTH", capVnd: "130000", capPer: "CLAIM_PERIOD" };
    const id = await program(world, terms, null, [T01, T02]);
    const { lines, totalVnd, capVnd, capPer } = await compute(P, { program: id, from: "2019-04-01", to: "2019-04-30" });
    expect({ totalVnd, capVnd, capPer }).toEqual({ totalVnd: "130000", capVnd: "130000", capPer: "CLAIM_PERIOD" });
    expect(lines.map((l: { capFreeVnd: string; isCut: boolean }) => [l.capFreeVnd, l.isCut])).toEqual([
      ["130000", false],
      ["10000", true],
    ]);
    expect(lines[1].explanation.vi).toBe("10.000 đ × 3 hồ sơ × 100% = 30.000 đ; trần chỉ còn 10.000 đ");
  });

  test("a refusal names the route and the day, and the way out, in both languages", async () => {
    const { S1, HX, BD } = world.agencies;
    const [route] = await create(world.quan, "TransferRoute", "changeTransferRoutes", [
      { code: "KHONG-GIA", from: S1, to: HX, direction: "OUT", carrier: "POST", carriedBy: BD },
    ]);
    await handOver(world, route, "2019-04-09", 4);
    const id = await program(world, {}, null, [route]);
    const span = { program: id, from: "2019-04-01", to: "2019-06-30" };
    const found = await refusal(A, span);
    expect(found).toMatchObject({ code: "NO_RATE", field: "rate" });
    for (const said of [found.vi, found.en]) expect(said).toContain("KHONG-GIA");
    expect(found.vi).toContain("9/4/2019");
    expect(found.vi).toContain("Hãy ghi đơn giá");
    expect(found.en).toContain("Enter a rate");
    await create(world.quan, "TransferRate", "changeTransferRates", [
      { route, rateUnit: "PER_DOSSIER", amountVnd: "1", validFrom: "2019-01-01" },
    ]);
    expect((await compute(A, span)).totalVnd).toBe("4");
    const change = `mutation($id: ID!) { r: changeTransferRoutes(changes: [{ update: { id: $id, version: 1, set: { validFrom: "2019-04-10" } } }]) { problems { code } } }`;
    expect((await world.quan.data(change, { id: route })).r.problems).toEqual([]);
    const outside = await refusal(A, span);
    expect(outside).toMatchObject({ code: "OUTSIDE_VALIDITY", field: "route" });
    expect(outside.vi).toMatch(/KHONG-GIA.*9\/4\/2019/);
  });

  test("a span is from its first day to its last, of two years at most", async () => {
    const id = await program(world);
    expect(await refusal(A, { program: id, from: "2019-04-02", to: "2019-04-01" })).toMatchObject({
      code: "BAD_INPUT",
      field: "to",
    });
    expect(await refusal(A, { program: id, from: "2018-01-01", to: "2020-01-02" })).toMatchObject({
      code: "LIMIT",
      field: "to",
    });
    expect((await ask(A, { program: id, from: "2018-01-01", to: "2020-01-01" })).errors).toBeUndefined();
  });

  test("a program of others is as if it were not there; nobody who is not signed in asks", async () => {
    const id = await program(world);
    const span = { program: id, from: "2019-04-01", to: "2019-04-30" };
    expect(await refusal(world.people.Y, span)).toMatchObject({ code: "NOT_FOUND", field: "program" });
    expect(await refusal(world.people.Y, { ...span, program: "4" })).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusal(api.nobody, span)).toMatchObject({ code: "SIGN_IN" });
    for (const who of [A, P, world.people.T, await api.as("lan"), await api.as("an")])
      expect((await compute(who, span)).totalVnd).toBe("120000");
  });

  test("as many statements for many routes and hand-overs as for one", async () => {
    const { T01, T02, TY } = world.routes;
    const [one, many] = [await program(world, {}, null, [T01]), await program(world, {}, null, [T01, T02, TY])];
    const statements = async (id: string, from: string, to: string): Promise<number> => {
      const before = api.app.database.statements;
      await compute(A, { program: id, from, to });
      return api.app.database.statements - before;
    };
    await statements(one, "2019-04-01", "2019-04-01");
    const few = await statements(one, "2019-04-01", "2019-04-01");
    expect(await statements(many, "2019-01-01", "2019-12-31")).toBe(few);
    expect(few).toBeLessThan(14);
  });

  test("says which periods are open, and the first day in no closed one", async () => {
    const id = await program(world, { quantityFrom: "COUNTS" });
    const open = async (from: string, to: string) => {
      const { isOpen, openPeriods, openDay } = await compute(A, { program: id, from, to });
      return [isOpen, openPeriods.map(({ name }: { name: string }) => name), openDay];
    };
    expect(await open("2019-02-01", "2019-03-31")).toEqual([true, ["Tháng 2/2019", "Tháng 3/2019"], "2019-02-01"]);
    const [, february, march] = world.months;
    for (const month of [february, march]) await closePeriod(world.quan, month);
    expect(await open("2019-02-01", "2019-03-31")).toEqual([false, [], null]);
    expect(await open("2019-02-01", "2019-04-02")).toEqual([true, ["Tháng 4/2019"], "2019-04-01"]);
    expect(await open("2017-12-31", "2017-12-31")).toEqual([true, [], "2017-12-31"]);
    // What is paid by hand-overs waits for no report, only for its days to be over.
    const byRecords = await program(world);
    const { isOpen, openPeriods, openDay } = await compute(A, {
      program: byRecords,
      from: "2019-07-01",
      to: "2019-07-31",
    });
    expect([isOpen, openPeriods, openDay]).toEqual([true, [], "2019-07-20"]);
    // A year that is still running holds nothing of it open.
    const [year] = await create(world.quan, "Period", "changePeriods", [
      { name: "Năm 2019", kind: "YEAR", firstDay: "2019-01-01", lastDay: "2019-12-31" },
    ]);
    expect(await open("2019-02-01", "2019-03-31")).toEqual([false, [], null]);
    await world.quan.data(
      `mutation($id: ID!) { changePeriods(changes: [{ delete: { id: $id, version: 1 } }]) { problems { code } } }`,
      { id: year },
    );
  });

  test("what a claim was submitted with comes out again to the đồng, whatever was corrected since", async () => {
    const [month] = [world.months[0]];
    await handOver(world, world.routes.TY, "2019-01-15", 8);
    await closePeriod(world.quan, month);
    const id = await program(world, { payer: world.agencies.HY, sharePercent: "70" }, "0", [world.routes.TY]);
    const span = { program: id, from: "2019-01-01", to: "2019-01-31" };
    const claim = await draft(world, P, id, span.from, span.to);
    const live = await compute(P, { ...span, claim });
    expect(live).toMatchObject({ totalVnd: "56000", isPinned: false });
    await done(P, "submitClaim", claim);
    const pinned = await compute(P, { ...span, claim });
    expect(pinned).toEqual({ ...live, isPinned: true });
    const { transferRates } = await world.quan.data(
      `query($route: ID!) { transferRates(filter: { route: { eq: $route } }) { items { id version } } }`,
      { route: world.routes.TY },
    );
    const [rate] = transferRates.items;
    const raise = `mutation($id: ID!, $version: Int!) { r: changeTransferRates(changes: [{ update: { id: $id, version: $version, set: { amountVnd: "20000" } } }]) { problems { code } } }`;
    expect((await world.quan.data(raise, rate)).r.problems).toEqual([]);
    expect((await compute(P, span)).totalVnd).toBe("112000");
    expect(await compute(P, { ...span, claim })).toEqual(pinned);
    expect(await refusal(P, { ...span, to: "2019-01-30", claim })).toMatchObject({ code: "BAD_INPUT", field: "claim" });
    expect(await refusal(world.people.Y, { ...span, claim: "4" })).toMatchObject({ code: "NOT_FOUND", field: "claim" });
    await budget(world, id, "1000000");
  });
});
