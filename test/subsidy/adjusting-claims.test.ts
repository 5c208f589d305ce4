import { change, create } from "../count/count-world";
import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";
import {
  bring,
  claimOf,
  closeMonths,
  codesOf,
  done,
  draft,
  handOver,
  makeSubsidyWorld,
  program,
  step,
  type SubsidyWorld,
} from "./subsidy-world";

const [FROM, TO] = ["2019-04-01", "2019-06-30"];

/** What approved claims leave to those after them: the cap, and what adjusting claims take back and claim anew. */
eachEngine((engine) => {
  let api: Api;
  let world: SubsidyWorld;
  let people: SubsidyWorld["people"];
  beforeAll(async () => {
    api = await startApi(engine);
    world = await makeSubsidyWorld(api);
    ({ people } = world);
    await handOver(world, world.routes.T01, "2019-01-10", 4);
    await handOver(world, world.routes.T01, "2019-04-10", 12);
    await closeMonths(world);
  });
  afterAll(() => api.close());

  const claim = async (of: string, more: object = {}, from = FROM, to = TO): Promise<string> =>
    draft(world, people.P, of, from, to, more);

  describe("the cap", () => {
    const capped = (capVnd: string, more: object = {}) =>
      program(world, { capVnd, capPer: "YEAR", ...more }, "1000000000");
    test("that another claim used meanwhile refuses the approval; submitted again it has what is left", async () => {
      const of = await capped("130000");
      const [first, second] = [await claim(of), await claim(of, {}, "2019-01-01", "2019-03-31")];
      for (const id of [first, second]) await bring(world, id, "CHECKED");
      await done(people.B, "approveClaim", first);
      const { problems } = await step(people.B, "approveClaim", second);
      expect(problems).toMatchObject([{ code: "OVER_CAP", field: "state" }]);
      expect(problems[0].messageVi).toContain("160.000 đ, vượt trần 130.000 đ");
      await done(people.B, "returnClaim", second);
      await bring(world, second, "APPROVED");
      expect(await claimOf(people.A, second, "totalVnd lines { items { wantedVnd amountVnd } }")).toEqual({
        totalVnd: "10000",
        lines: { items: [{ wantedVnd: "40000", amountVnd: "10000" }] },
      });
    });
    test("of claim periods is each period's own", async () => {
      const of = await program(world, { capVnd: "120000", capPer: "CLAIM_PERIOD" });
      for (const id of [await claim(of), await claim(of, {}, "2019-01-01", "2019-03-31")])
        await bring(world, id, "APPROVED");
    });
  });

  describe("an adjusting claim", () => {
    const correct = async (route: string, amountVnd: string): Promise<void> => {
      const { items } = (
        await world.quan.data(
          `query($route: ID!) { r: transferRates(filter: { route: { eq: $route } }) { items { id version } } }`,
          { route },
        )
      ).r;
      const update = { ...items[0], set: { amountVnd } };
      expect((await change(world.quan, "TransferRate", "changeTransferRates", [{ update }])).problems).toEqual([]);
    };
    /** A route of its own with something moved in June, which is opened and closed again for it. */
    let at = 0;
    const ownRoute = async (dossiers: number): Promise<string> => {
      const [to] = await create(world.quan, "Agency", "changeAgencies", [
        { name: `Chi cục ${++at}`, kind: "DEPARTMENT", parent: world.agencies.TINH },
      ]);
      const row = { code: `DC${at}`, from: world.agencies.HX, to, direction: "IN", carrier: "POST" };
      const [id] = await create(world.quan, "TransferRoute", "changeTransferRoutes", [
        { ...row, carriedBy: world.agencies.BD },
      ]);
      await create(world.quan, "TransferRate", "changeTransferRates", [
        { route: id, rateUnit: "PER_DOSSIER", amountVnd: "1000", validFrom: "2019-01-01" },
      ]);
      const june = world.months[5];
      await world.quan.data(`mutation { reopenPeriod(id: "${june}", reason: "thử") { problems { code } } }`);
      await handOver(world, id, "2019-06-10", dossiers);
      await world.quan.data(`mutation { closePeriod(id: "${june}") { problems { code } } }`);
      return id;
    };
    const adjusting = (of: string, original: string) => claim(of, { adjusts: original, kind: "ADJUSTING" });

    test("takes back what changed and claims it anew, as often as it is needed, and frees budget", async () => {
      const route = await ownRoute(10);
      const of = await program(world, {}, "12000", [route]);
      const original = await claim(of);
      await bring(world, original, "PAID");
      await correct(route, "1200");
      const up = await adjusting(of, original);
      const query = `query($p: ID!, $a: ID, $c: ID) { c: subsidyComputation(program: $p, from: "${FROM}", to: "${TO}", adjusts: $a, claim: $c) {
        totalVnd lines { amountVnd isReversal handOvers quantity explanation { vi } } } }`;
      const lines = [
        { amountVnd: "-10000", isReversal: true, handOvers: null, quantity: "-10" },
        { amountVnd: "12000", isReversal: false, handOvers: 1, quantity: "10" },
      ];
      const difference = (await people.P.data(query, { p: of, a: original })).c;
      expect(difference).toMatchObject({ totalVnd: "2000", lines });
      expect(difference.lines[0].explanation.vi).toBe("Thu hồi dòng đã duyệt: 1.000 đ × −10 hồ sơ × 100% = −10.000 đ");
      expect((await people.P.data(query, { p: of, c: up })).c).toEqual(difference);
      await bring(world, up, "APPROVED");
      expect(await claimOf(people.A, up, "totalVnd lines { items { amountVnd kind } }")).toEqual({
        totalVnd: "2000",
        lines: { items: lines.map(({ amountVnd }) => ({ amountVnd, kind: "ADJUSTING" })) },
      });
      await correct(route, "900");
      const down = await adjusting(of, original);
      await bring(world, down, "CHECKED");
      expect(await claimOf(people.A, down, "totalVnd")).toEqual({ totalVnd: "-3000" });
      await done(people.B, "approveClaim", down);
      const { p } = await people.A.data(`query($id: ID!) { p: subsidyProgram(id: $id) { remainingVnd } }`, { id: of });
      expect(p).toEqual({ remainingVnd: "3000" });
      expect((await people.P.data(query, { p: of, c: up })).c).toEqual(difference);
      const none = await adjusting(of, original);
      expect(codesOf(await step(people.P, "submitClaim", none))).toEqual([["BAD_INPUT", "adjusts"]]);
    });

    test("is of the same program and days as an approved original claim", async () => {
      const route = await ownRoute(10);
      const of = await program(world, {}, "99999999", [route]);
      const original = await claim(of);
      await bring(world, original, "CHECKED");
      await correct(route, "1100");
      const early = await adjusting(of, original);
      expect(codesOf(await step(people.P, "submitClaim", early))).toEqual([["BAD_INPUT", "adjusts"]]);
      await done(people.B, "approveClaim", original);
      const shorter = await claim(of, { adjusts: original }, FROM, "2019-05-31");
      expect(codesOf(await step(people.P, "submitClaim", shorter))).toEqual([["BAD_INPUT", "adjusts"]]);
      await bring(world, early, "APPROVED");
      const second = await adjusting(of, early);
      const { problems } = await step(people.P, "submitClaim", second);
      expect(problems[0].messageVi).toContain("cũng là đề nghị điều chỉnh");
    });

    test("is the only one under way of its claim, so that nothing is taken back twice", async () => {
      const route = await ownRoute(10);
      const of = await program(world, {}, "99999999", [route]);
      const original = await claim(of);
      await bring(world, original, "APPROVED");
      await correct(route, "500");
      const [first, second] = [await adjusting(of, original), await adjusting(of, original)];
      const answers = await Promise.all([step(people.P, "submitClaim", first), step(people.Q, "submitClaim", second)]);
      const refused = answers.filter(({ problems }) => problems.length > 0);
      expect(refused.map(codesOf)).toEqual([[["OVERLAP", "adjusts"]]]);
      const [won, lost] = answers[0].problems.length === 0 ? [first, second] : [second, first];
      await done(people.A, "checkClaim", won);
      await done(people.B, "approveClaim", won);
      expect(codesOf(await step(people.P, "submitClaim", lost))).toEqual([["BAD_INPUT", "adjusts"]]);
    });

    test("has of the cap what is free then", async () => {
      const route = await ownRoute(10);
      const of = await program(world, { capVnd: "11000", capPer: "YEAR" }, "99999999", [route]);
      const original = await claim(of);
      await bring(world, original, "APPROVED");
      await correct(route, "1200");
      const more = await adjusting(of, original);
      await bring(world, more, "APPROVED");
      expect(await claimOf(people.A, more, "totalVnd")).toEqual({ totalVnd: "1000" });
    });
  });
});
