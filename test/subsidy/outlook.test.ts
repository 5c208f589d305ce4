import { create } from "../count/count-world";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import {
  bring,
  budget,
  closeMonths,
  draft,
  handOver,
  makeSubsidyWorld,
  program,
  type SubsidyWorld,
} from "./subsidy-world";

const COMPARED = "knownVnd forecastVnd dossiers trips perDossierVnd";
const OUTLOOK = `query($program: ID!, $asOf: Date) { subsidyOutlook(program: $program, asOf: $asOf) {
  fiscalYear asOf budgetVnd paidVnd committedVnd pendingVnd remainingVnd knownVnd forecastVnd yearVnd yearLowVnd yearHighVnd
  months { month isKnown claimedVnd amountVnd lowVnd highVnd cumulativeVnd }
  baseMonths method { vi en } notes { vi } runsOutOn warning { level vi en }
  routes { route { code from { name } to { name } } ${COMPARED} }
  carriers { carrier carriedBy { name } ${COMPARED} } districts { district { nameVi } ${COMPARED} } } }`;
const EFFECT = `query($program: ID!, $asOf: Date, $ratePercent: Decimal, $rates: [TriedRate!], $sharePercent: Decimal, $moveToPost: [ID!]) {
  subsidyEffect(program: $program, asOf: $asOf, ratePercent: $ratePercent, rates: $rates, sharePercent: $sharePercent, moveToPost: $moveToPost) {
    from months beforeVnd afterVnd differenceVnd yearBeforeVnd yearAfterVnd runsOutBefore runsOutAfter
    method { vi } assumptions { vi } routes { route { code } beforeVnd afterVnd } } }`;

/** The dossiers of January to June 2019 on route T01, in one hand-over a month: 600 in all, 100 in the mean. */
const DOSSIERS = [100, 120, 80, 110, 90, 100];

eachEngine((engine) => {
  let api: Api;
  let world: SubsidyWorld;
  let procedures: string[];
  beforeAll(async () => {
    api = await startApi(engine);
    world = await makeSubsidyWorld(api);
    for (const [at, dossiers] of DOSSIERS.entries())
      await handOver(world, world.routes.T01, `2019-0${at + 1}-10`, dossiers);
    procedures = await makeCounts();
    await closeMonths(world);
  });
  afterAll(() => api?.close());

  /** A quarter of the counter's dossiers are of the first procedure. */
  async function makeCounts(): Promise<string[]> {
    const { quan, agencies, months } = world;
    const [sector] = await create(quan, "Sector", "changeSectors", [{ nameVi: "Đất đai" }]);
    const inForce = { sector, status: "IN_FORCE", tiers: ["PROVINCE"], validFrom: "2010-01-01" };
    const ids = await create(
      quan,
      "Procedure",
      "changeProcedures",
      ["Tách thửa", "Đăng ký biến động"].map((nameVi) => ({ nameVi, ...inForce })),
    );
    const count = (period: string, procedure: string, receivedCounter: number) => ({
      ...{ period, procedure, receptionUnit: agencies.HX, agency: agencies.S1 },
      ...{
        receivedCounter,
        receivedPost: 7,
        receivedOnline: 0,
        returnedCounter: 0,
        returnedPost: 0,
        returnedOnline: 0,
      },
    });
    const rows = months.slice(0, 6).flatMap((period) => [count(period, ids[0], 25), count(period, ids[1], 75)]);
    await create(quan, "Count", "changeCounts", rows);
    return ids;
  }

  const outlook = async (who: Asker, of: string, asOf: string | null = null) =>
    (await who.data(OUTLOOK, { program: of, asOf })).subsidyOutlook;
  const effect = async (of: string, trying: object) =>
    (await world.people.A.data(EFFECT, { program: of, ...trying })).subsidyEffect;
  const both = () => [world.routes.T01, world.routes.T02];

  describe("a program of 10.500.000 đồng, its first quarter paid and its second submitted", () => {
    let id: string;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer as it comes
    let found: any;
    beforeAll(async () => {
      id = await program(world, {}, "10500000", both());
      await bring(world, await draft(world, world.people.P, id, "2019-01-01", "2019-03-31"), "PAID");
      await bring(world, await draft(world, world.people.P, id, "2019-04-01", "2019-06-30"), "CHECKED");
      found = await outlook(world.people.A, id);
    });

    test("has 3.000.000 paid, 3.000.000 pending and 7.500.000 left", () => {
      expect(found).toMatchObject({
        fiscalYear: 2019,
        asOf: "2019-07-20",
        budgetVnd: "10500000",
        paidVnd: "3000000",
        committedVnd: "0",
        pendingVnd: "3000000",
        remainingVnd: "7500000",
      });
    });

    test("knows six months at 10.000 a dossier, three of them claimed, and expects the mean of them for the others", () => {
      const known = DOSSIERS.map((dossiers) => String(dossiers * 10_000));
      expect(found.months.map((month: { amountVnd: string }) => month.amountVnd)).toEqual([
        ...known,
        ...Array(6).fill("1000000"),
      ]);
      expect(found.months[1]).toEqual({
        month: "2019-02",
        isKnown: true,
        claimedVnd: "1200000",
        amountVnd: "1200000",
        lowVnd: "1200000",
        highVnd: "1200000",
        cumulativeVnd: "2200000",
      });
      expect(found.months[3]).toMatchObject({ isKnown: true, claimedVnd: "0", cumulativeVnd: "4100000" });
      // 1,476 × 141.421 × √(7/6) = 225.462.
      expect(found.months[11]).toEqual({
        month: "2019-12",
        isKnown: false,
        claimedVnd: "0",
        amountVnd: "1000000",
        lowVnd: "774538",
        highVnd: "1225462",
        cumulativeVnd: "12000000",
      });
    });

    test("is expected to cost 12.000.000 ± 723.089 and to run out on 16/11", () => {
      expect(found).toMatchObject({
        knownVnd: "6000000",
        forecastVnd: "6000000",
        yearVnd: "12000000",
        yearLowVnd: "11276911",
        yearHighVnd: "12723089",
        baseMonths: 6,
        runsOutOn: "2019-11-16",
        warning: {
          level: "SHORT",
          vi: "Thiếu 1.500.000 đ: dự kiến cả năm 12.000.000 đ trên kinh phí 10.500.000 đ, hết vào ngày 16/11/2019.",
          en: "1,500,000 đ short: 12,000,000 đ expected of 10,500,000 đ; it runs out on 16/11/2019.",
        },
        notes: [],
      });
      expect(found.method.vi).toBe(
        "Mỗi tháng còn lại: trung bình của 6 tháng gần nhất đã có số liệu (từ 1/2019 đến 6/2019), tính lại theo đơn giá và mức hỗ trợ dự kiến của tháng đó. Khoảng 80%: trung bình ± t × độ lệch chuẩn × √(1 + 1/6), t theo phân phối Student với 5 bậc tự do; không xét mùa vụ.",
      );
    });

    test("stands beside itself by route, carrier and district", () => {
      const moved = {
        knownVnd: "6000000",
        forecastVnd: "6000000",
        dossiers: 600,
        trips: 6,
        perDossierVnd: "10000",
      };
      const nothing = { knownVnd: "0", forecastVnd: "0", dossiers: 0, trips: 0, perDossierVnd: null };
      expect(found.routes).toEqual([
        { route: { code: "T01", from: { name: "UBND huyện X" }, to: { name: "Sở Một" } }, ...moved },
        { route: { code: "T02", from: { name: "UBND huyện X" }, to: { name: "Sở Hai" } }, ...nothing },
      ]);
      expect(found.carriers).toEqual([{ carrier: "POST", carriedBy: { name: "Bưu điện tỉnh Mẫu" }, ...moved }]);
      expect(found.districts).toEqual([{ district: { nameVi: "UBND huyện X" }, ...moved }]);
    });

    test("had nothing paid and five months known on 15/6, before today's claims", async () => {
      const then = await outlook(world.people.A, id, "2019-06-15");
      expect(then).toMatchObject({ paidVnd: "0", pendingVnd: "0", knownVnd: "5000000", baseMonths: 5 });
      expect(then.months[5].isKnown).toBe(false);
    });

    test("had too few months for a forecast on 1/3: nothing is guessed", async () => {
      const then = await outlook(world.people.A, id, "2019-03-01");
      expect(then).toMatchObject({ forecastVnd: null, yearVnd: null, yearHighVnd: null, runsOutOn: null });
      expect(then.warning.level).toBe("UNKNOWN");
      expect(then.method.vi).toBe("Không đủ số liệu: mới có 2 tháng đã khóa hoặc đã duyệt, cần ít nhất 3 tháng.");
      expect(then.months[2]).toMatchObject({ isKnown: false, amountVnd: null, cumulativeVnd: null });
      const tried = await effect(id, { asOf: "2019-03-01", ratePercent: "10" });
      expect(tried).toMatchObject({ beforeVnd: null, afterVnd: null, differenceVnd: null, months: 10 });
    });

    test("is the payer's to see, the province's and the leaders'; the contractor and other districts do not", async () => {
      const { T, P, Y } = world.people;
      for (const who of [T, await api.as("lan"), await api.as("chi")])
        expect((await outlook(who, id)).yearVnd).toBe("12000000");
      for (const who of [P, Y, await api.as("binh")])
        for (const query of [OUTLOOK, EFFECT]) {
          const reply = await who.ask(query, { program: id });
          expect(reply.errors?.[0].extensions).toMatchObject({ code: "NOT_FOUND", field: "program" });
          expect(reply.errors?.[0].extensions.messageVi).toContain(`kế hoạch kinh phí ${id}`);
        }
      for (const query of [OUTLOOK, EFFECT])
        expect((await api.nobody.ask(query, { program: id })).errors?.[0].extensions.code).toBe("SIGN_IN");
    });

    describe("under a change from July on", () => {
      test("rates up 10 %: 600.000 more, gone 16 days sooner", async () => {
        const tried = await effect(id, { ratePercent: "10" });
        expect(tried).toMatchObject({
          from: "2019-07-01",
          months: 6,
          beforeVnd: "6000000",
          afterVnd: "6600000",
          differenceVnd: "600000",
          yearBeforeVnd: "12000000",
          yearAfterVnd: "12600000",
          runsOutBefore: "2019-11-16",
          // 100.000 of November's 1.100.000 are left: 2,7 of its 30 days.
          runsOutAfter: "2019-11-03",
        });
        expect(tried.assumptions.map(({ vi }: { vi: string }) => vi)).toEqual([
          "Mọi đơn giá thay đổi 10%, làm tròn đến đồng.",
        ]);
        expect(tried.routes).toEqual([
          { route: { code: "T01" }, beforeVnd: "6000000", afterVnd: "6600000" },
          { route: { code: "T02" }, beforeVnd: "0", afterVnd: "0" },
        ]);
      });

      test("a rate of 15.000 on T01: 3.000.000 more", async () => {
        const rates = [{ route: world.routes.T01, amountVnd: "15000" }];
        expect((await effect(id, { rates })).differenceVnd).toBe("3000000");
      });

      test("a share of 50 %: half", async () => {
        expect((await effect(id, { sharePercent: "50" })).afterVnd).toBe("3000000");
      });

      test("a procedure with a quarter of the counter's dossiers goes by post: 75, 90, 60, 83, 68 and 75 are left", async () => {
        // 451 × 10.000 / 6 = 751.666,7 → 751.667 a month.
        const tried = await effect(id, { moveToPost: [procedures[0]] });
        expect(tried).toMatchObject({ afterVnd: "4510002", differenceVnd: "-1489998" });
        // 741.665 of December's 751.667 are left: 30,6 of its 31 days.
        expect(tried.runsOutAfter).toBe("2019-12-31");
        expect(tried.assumptions).toHaveLength(2);
      });

      test.each([
        ["ratePercent", { ratePercent: "-101" }, "BAD_INPUT"],
        ["sharePercent", { sharePercent: "100.01" }, "BAD_INPUT"],
        ["rates", { rates: [{ route: "999999", amountVnd: "1" }] }, "NOT_FOUND"],
        ["moveToPost", { moveToPost: ["999999"] }, "NOT_FOUND"],
      ])("%s that cannot be is refused by its name: %j", async (field, trying, code) => {
        const reply = await world.people.A.ask(EFFECT, { program: id, ...trying });
        expect(reply.errors?.[0].extensions).toMatchObject({ field, code });
      });

      test("a rate by which the year comes to more than 64 bits hold is refused", async () => {
        const rates = [{ route: world.routes.T01, amountVnd: "9223372036854775807" }];
        const reply = await world.people.A.ask(EFFECT, { program: id, rates });
        expect(reply.errors?.[0].extensions).toMatchObject({ field: "totalVnd", code: "LIMIT" });
      });

      test("a rate below 0 is refused", async () => {
        const rates = [{ route: world.routes.T01, amountVnd: "-1" }];
        const reply = await world.people.A.ask(EFFECT, { program: id, rates });
        expect(reply.errors?.[0].extensions).toMatchObject({ field: "rates", code: "BAD_INPUT" });
      });
    });
  });

  test.each([
    ["12500000", "TIGHT", null],
    ["13000000", "ENOUGH", null],
    ["6000000", "EXHAUSTED", "2019-07-01"],
    [null, "NO_BUDGET", "2019-01-01"],
  ])("a budget of %s is %s and runs out on %s", async (granted, level, runsOut) => {
    const id = await program(world, {}, granted);
    expect(await outlook(world.people.A, id)).toMatchObject({ warning: { level }, runsOutOn: runsOut });
  });

  test("a budget amended later lasts longer from then on", async () => {
    const id = await program(world, {}, "10500000");
    await budget(world, id, "2500000");
    expect((await outlook(world.people.A, id)).warning.level).toBe("ENOUGH");
    // Both lines were decided on 2/1.
    expect((await outlook(world.people.A, id, "2019-01-01")).budgetVnd).toBe("0");
  });

  test("a cap of 2.500.000 a quarter cuts known and expected months alike", async () => {
    const id = await program(world, { capVnd: "2500000", capPer: "CLAIM_PERIOD" });
    const { months, yearVnd, yearHighVnd } = await outlook(world.people.A, id);
    expect(months.map((month: { amountVnd: string }) => Number(month.amountVnd))).toEqual([
      ...[1_000_000, 1_200_000, 300_000, 1_100_000, 900_000, 500_000],
      ...[1_000_000, 1_000_000, 500_000, 1_000_000, 1_000_000, 500_000],
    ]);
    expect([yearVnd, yearHighVnd]).toEqual(["10000000", "10000000"]);
  });

  test("counts are paid at 100 a month, and without the procedure that goes by post at 75", async () => {
    const id = await program(world, { quantityFrom: "COUNTS" });
    const found = await outlook(world.people.A, id);
    expect(found).toMatchObject({ knownVnd: "6000000", yearVnd: "12000000", yearLowVnd: "12000000" });
    expect((await effect(id, { moveToPost: [procedures[0]] })).afterVnd).toBe("4500000");
    const posted = await program(world, { quantityFrom: "COUNTS", channels: ["POST"] });
    const tried = await effect(posted, { moveToPost: [procedures[0]] });
    expect(tried).toMatchObject({ beforeVnd: "840000", differenceVnd: "0" });
    expect(tried.assumptions[0].vi).toMatch(/không làm thay đổi gì/);
  });

  test("next year's program looks back on this year's closed months", async () => {
    const id = await program(world, { fiscalYear: 2020 });
    const found = await outlook(world.people.A, id);
    expect(found).toMatchObject({ knownVnd: "0", baseMonths: 6, yearVnd: "12000000" });
    // A route that was used before it has a rate costs nothing that can be told.
    expect(found.months.every((month: { isKnown: boolean }) => !month.isKnown)).toBe(true);
  });

  test("a closed month without a rate is not known, and says so", async () => {
    const { quan, routes } = world;
    const [route] = await create(quan, "TransferRoute", "changeTransferRoutes", [
      { code: "T09", from: world.agencies.HX, to: world.agencies.S2, direction: "OUT", carrier: "OWN_STAFF" },
    ]);
    await handOver(world, route, "2019-07-05", 5, { carrier: "OWN_STAFF" });
    const id = await program(world, {}, "10500000", [routes.T01, route]);
    const before = await outlook(world.people.A, id);
    expect(before.notes.map(({ vi }: { vi: string }) => vi)).toEqual(["Không dự báo được tuyến T09: chưa có đơn giá."]);
    expect(before.carriers.map(({ carrier }: { carrier: string }) => carrier)).toEqual(["POST", "OWN_STAFF"]);
    await closeMonths({ ...world, months: [world.months[6]] }, 1);
    const after = await outlook(world.people.A, id, "2019-08-01");
    expect(after.months[6].isKnown).toBe(false);
    expect(after.notes[0].vi).toBe(
      "Tháng chứa ngày 5/7/2019 chưa tính được: tuyến T09, có luân chuyển mà không có đơn giá.",
    );
  });

  test("as many statements are sent for two routes as for one", async () => {
    const [one, two] = [await program(world), await program(world, {}, "1", both())];
    const sent = async (id: string): Promise<number> => {
      const before = api.app.database.statements;
      await outlook(world.people.A, id);
      return api.app.database.statements - before;
    };
    expect(await sent(two)).toBe(await sent(one));
  });
});
