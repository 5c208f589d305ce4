import { makeEstimateWorld, type EstimateWorld } from "./estimate-world";
import { change, create, type Answer } from "../count/count-world";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

const NEED = `query($growth: Decimal, $share: Decimal, $channels: [ChannelKind!], $from: Date!, $to: Date!, $year: Int!) {
  subsidyNeed(fiscalYear: $year, baseFrom: $from, baseTo: $to, growthPercent: $growth, sharePercent: $share, channels: $channels) {
    totalVnd assumptions { vi en }
    payers { payer { nameVi } totalVnd
      lines { route { code from { name } direction } rateUnit rateVnd isLatestKnown baseDossiers baseHandOvers dossiers basis quantity sharePercent amountVnd explanation { vi en } }
      gaps { route { code } reason explanation { vi } } } } }`;
const HALF = { year: 2020, from: "2018-01-01", to: "2018-06-30", growth: "5", share: "70" };

interface Line {
  route: { code: string };
  quantity: string;
  amountVnd: string;
  dossiers: number;
  explanation: { vi: string; en: string };
}
interface Need {
  totalVnd: string;
  assumptions: { vi: string; en: string }[];
  payers: {
    payer: { nameVi: string } | null;
    totalVnd: string;
    lines: Line[];
    gaps: { route: { code: string }; reason: string; explanation: { vi: string } }[];
  }[];
}

const ANSWER = `changeSet { id } rows { id version action } problems { index field code messageVi messageEn }`;

eachEngine((engine) => {
  let api: Api;
  let world: EstimateWorld;
  beforeAll(async () => {
    api = await startApi(engine);
    world = await makeEstimateWorld(api);
  });
  afterAll(() => api?.close());

  const need = async (who: Asker, more: object = {}): Promise<Need> =>
    (await who.data(NEED, { ...HALF, ...more })).subsidyNeed as Need;
  const codes = (lines: { route: { code: string } }[]) => lines.map(({ route }) => route.code);

  describe("what 2020 would cost, from half of 2018, with 5 % more dossiers and a share of 70%", () => {
    let found: Need;
    beforeAll(async () => {
      found = await need(world.tinh);
    });

    test("is paid by the districts for the routes that touch them, and by the province for the others", () => {
      expect(found.payers.map(({ payer, totalVnd, lines }) => [payer?.nameVi, totalVnd, codes(lines)])).toEqual([
        ["Ủy ban nhân dân tỉnh", "892500", ["T-SNN"]],
        ["Ủy ban nhân dân huyện A", "9348500", ["A-DK-DI", "A-DK-VE", "A-SNN", "A-XA"]],
        ["Ủy ban nhân dân huyện B", "252000", ["B-DK-DI"]],
      ]);
      expect(found.totalVnd).toBe("10493000");
    });

    test("per dossier: 212 × 1,05 × 366/181 = 450,1 → 450 hồ sơ × 13.500 × 70%", () => {
      expect(found.payers[1].lines[0]).toMatchObject({
        rateUnit: "PER_DOSSIER",
        rateVnd: "13500",
        isLatestKnown: false,
        baseDossiers: 212,
        dossiers: 450,
        basis: "COUNTS",
        quantity: "450",
        amountVnd: "4252500",
        explanation: { vi: "13.500 đ × 450 hồ sơ × 70%", en: "13,500 đ × 450 dossiers × 70%" },
      });
    });

    test("per trip by dossiers per trip: 171 → 363 hồ sơ, 20 a trip → 19 chuyến × 85.000 × 70%", () => {
      expect(found.payers[1].lines[1]).toMatchObject({
        baseDossiers: 171,
        dossiers: 363,
        basis: "DOSSIERS_PER_TRIP",
        quantity: "19",
        amountVnd: "1130500",
      });
    });

    test("per month: 12 × 450.000 × 70 %, at the latest rate, which ended before the year", () => {
      expect(found.payers[1].lines[2]).toMatchObject({
        basis: "MONTHS",
        isLatestKnown: true,
        quantity: "12",
        amountVnd: "3780000",
      });
    });

    test("a route that ends on 30/6/2020 has 182 days of it: 50 × 1,05 × 182/181 → 53 hồ sơ", () => {
      expect(found.payers[1].lines[3]).toMatchObject({ dossiers: 53, amountVnd: "185500" });
    });

    test("per trip by the three hand-overs that count: 3 × 1,05 × 366/181 → 6 chuyến × 60.000 × 70%", () => {
      expect(found.payers[2].lines[0]).toMatchObject({
        baseHandOvers: 3,
        basis: "HAND_OVERS",
        quantity: "6",
        amountVnd: "252000",
      });
    });

    test("what cannot be told is named and not guessed", () => {
      expect(found.payers.map(({ gaps }) => gaps.map(({ route, reason }) => [route.code, reason]))).toEqual([
        [["T-DK", "NO_RATE"]],
        [],
        [["B-DK-VE", "NO_TRIPS"]],
      ]);
      expect(found.payers[0].gaps[0].explanation.vi).toBe("T-DK: chưa có đơn giá nào.");
    });

    test("every assumption is said", () => {
      expect(found.assumptions.map(({ vi }) => vi)).toEqual([
        "Số hồ sơ theo số liệu các kỳ báo cáo nằm trọn từ 1/1/2018 đến 30/6/2018 (181 ngày), kênh: trực tiếp.",
        "Không tính 7 hồ sơ của những kỳ chỉ nằm một phần trong khoảng ấy.",
        "Quy ra cả năm theo số ngày: nhân với 366/181.",
        "Số hồ sơ tăng 5%.",
        "Số hồ sơ của mỗi tuyến làm tròn đến hồ sơ.",
        "Số chuyến = số hồ sơ chia cho số hồ sơ mỗi chuyến của đơn giá, làm tròn lên.",
        "Nơi số liệu không có hồ sơ của tuyến, hoặc đơn giá theo chuyến không ghi số hồ sơ mỗi chuyến: theo biên bản giao nhận đủ chữ ký trong khoảng số liệu, mỗi biên bản một chuyến, tăng và quy ra cả năm như số hồ sơ.",
        "Đơn giá theo tháng: số tháng tuyến hoạt động trong năm, đủ năm là 12.",
        "Đơn giá có hiệu lực ngày 1/1/2020, giữ cả năm.",
        "Chưa có đơn giá ngày ấy, lấy đơn giá gần nhất đã biết: A-SNN.",
        "Mức hỗ trợ 70%.",
        "Chưa tính được (chưa có đơn giá nào): T-DK.",
        "Chưa tính được (tính theo chuyến mà đơn giá không ghi số hồ sơ mỗi chuyến và không có biên bản giao nhận): B-DK-VE.",
      ]);
    });

    test("with the post carried too there are 10 more dossiers: 222 × 1,05 × 366/181 → 471", async () => {
      const { payers } = await need(world.hoa, { channels: ["COUNTER", "POST"] });
      expect(payers[0].lines[0]).toMatchObject({ baseDossiers: 222, dossiers: 471 });
    });

    test("from a whole year nothing is multiplied by days, and days without counts are said", async () => {
      const year = { from: "2018-01-01", to: "2018-12-31", growth: "-10.5", share: null };
      const { payers, assumptions } = await need(world.hoa, year);
      // 212 and the 7 of the period that now lies inside: 219 × 0,895 = 196,005.
      expect(payers[0].lines[0]).toMatchObject({ baseDossiers: 219, dossiers: 196, amountVnd: "2646000" });
      const said = assumptions.map(({ vi }) => vi);
      expect(said).toContain("Khoảng số liệu tròn một năm, lấy làm số hồ sơ của cả năm.");
      expect(said).toContain("Số hồ sơ giảm 10,5%.");
      // From 15/9 to 31/12.
      expect(said).toContain(
        "108 ngày của khoảng ấy chưa có số liệu nào của các tuyến: số hồ sơ có thể thấp hơn thực tế.",
      );
    });
  });

  describe("whose it is to see", () => {
    test("finance staff of a district see their own payer and no other; leaders see all", async () => {
      const names = async (who: Asker) => (await need(who)).payers.map(({ payer }) => payer?.nameVi);
      expect(await names(world.hoa)).toEqual(["Ủy ban nhân dân huyện A"]);
      expect(await names(world.ha)).toEqual(["Ủy ban nhân dân huyện B"]);
      expect(await names(await api.as("lan"))).toHaveLength(3);
      const buu = await (await api.as("buu")).ask(NEED, HALF);
      expect(buu.errors?.[0].extensions.code).toBe("FORBIDDEN");
      expect((await need(world.hoa)).assumptions.map(({ vi }) => vi).join()).not.toMatch(/T-DK|B-DK/);
    });

    test("nobody who is not signed in is told anything", async () => {
      const before = api.app.database.statements;
      const reply = await api.nobody.ask(NEED, HALF);
      expect(reply.errors?.[0].extensions.code).toBe("SIGN_IN");
      expect(api.app.database.statements).toBe(before);
    });

    test.each([
      ["baseTo", { to: "2017-12-31" }, "BAD_INPUT"],
      ["fiscalYear", { year: 1999 }, "BAD_INPUT"],
      ["growthPercent", { growth: "-100.5" }, "BAD_INPUT"],
      ["growthPercent", { growth: "1.234" }, "BAD_INPUT"],
      ["sharePercent", { share: "101" }, "BAD_INPUT"],
    ])("%s that cannot be is refused by its name", async (field, more, code) => {
      const reply = await world.tinh.ask(NEED, { ...HALF, ...more });
      expect(reply.errors?.[0].extensions).toMatchObject({ field, code });
    });
  });

  describe("an estimate", () => {
    const draft = async (who: Asker, more: object = {}): Promise<string> => {
      const [id] = await create(who, "SubsidyEstimate", "changeSubsidyEstimates", [
        {
          name: `Dự toán ${Math.random()}`,
          payer: world.agencies.HA,
          fiscalYear: 2020,
          baseFrom: HALF.from,
          baseTo: HALF.to,
          growthPercent: "5",
          sharePercent: "70",
          contractor: world.agencies.BD,
          ...more,
        },
      ]);
      return id;
    };
    const ask = (who: Asker, id: string) =>
      who.ask(`mutation($id: ID!) { answer: askEstimate(id: $id) { ${ANSWER} } }`, { id });
    const asked = async (who: Asker, more: object = {}): Promise<string> => {
      const id = await draft(who, more);
      expect((await ask(who, id)).data.answer.problems).toEqual([]);
      return id;
    };
    const answer = (who: Asker, id: string, state: string, more: object = {}) =>
      who.ask(
        `mutation($id: ID!, $state: EstimateState!, $document: String!, $grantedVnd: Vnd, $programName: String) {
          answer: answerEstimate(id: $id, state: $state, document: $document, answeredOn: "2019-12-20", grantedVnd: $grantedVnd, programName: $programName) { ${ANSWER} } }`,
        { id, state, document: "2310/QĐ-UBND", ...more },
      );
    const read = async (who: Asker, id: string) =>
      (
        await who.data(
          `query($id: ID!) { subsidyEstimate(id: $id) { state totalVnd grantedVnd answerDocument answeredOn askedOn
            askedBy { name } answeredBy { name } program { id name }
            lines(sort: [{ route: ASC }]) { total items { route { code } rateUnit rateVnd quantity sharePercent amountVnd payer { code } } } } }`,
          { id },
        )
      ).subsidyEstimate;

    test("is asked with the lines of its own payer, and stands whatever changes later", async () => {
      const id = await asked(world.hoa);
      const before = await read(world.hoa, id);
      expect(before).toMatchObject({
        state: "ASKED",
        totalVnd: "9348500",
        askedOn: "2019-07-20",
        askedBy: { name: "Người hoa" },
      });
      expect(before.lines.total).toBe(4);
      const amounts = before.lines.items.map((line: Line) => [line.route.code, line.quantity, line.amountVnd]);
      expect(Object.fromEntries(amounts.map(([code, ...more]: string[]) => [code, more]))).toEqual({
        "A-DK-DI": ["450", "4252500"],
        "A-DK-VE": ["19", "1130500"],
        "A-SNN": ["12", "3780000"],
        "A-XA": ["53", "185500"],
      });
      const [[rate, version]] = await api.app.database.read(
        "SELECT id, version FROM transfer_rate WHERE amount_vnd = 13500",
      );
      const correct = async (amountVnd: string, at: number) => {
        const update = { id: String(rate), version: at, set: { amountVnd } };
        expect((await change(world.tinh, "TransferRate", "changeTransferRates", [{ update }])).problems).toEqual([]);
      };
      await correct("99000", Number(version));
      expect(await read(world.hoa, id)).toEqual(before);
      await correct("13500", Number(version) + 1);
    });

    test("keeps what it was computed from", async () => {
      const id = await asked(world.hoa);
      const [[text]] = await api.app.database.read("SELECT pinned FROM subsidy_estimate WHERE id = ?", [Number(id)]);
      const pin = JSON.parse(String(text));
      expect(pin.asked).toMatchObject({
        fiscalYear: 2020,
        growthPercent: "5",
        sharePercent: "70",
        channels: ["COUNTER"],
      });
      expect(pin.lines.map((line: { amountVnd: string }) => line.amountVnd)).toEqual([
        "4252500",
        "1130500",
        "3780000",
        "185500",
      ]);
      expect(pin.assumptions[2].vi).toBe("Quy ra cả năm theo số ngày: nhân với 366/181.");
    });

    test("is asked once, and not changed from then on", async () => {
      const id = await asked(world.hoa);
      const again = await ask(world.hoa, id);
      expect(again.errors?.[0].extensions).toMatchObject({ code: "CLOSED", field: "state" });
      const update = { id, version: 2, set: { growthPercent: "6" } };
      const changed = await change(world.hoa, "SubsidyEstimate", "changeSubsidyEstimates", [{ update }]);
      expect(changed.problems).toMatchObject([{ code: "CLOSED", field: "state" }]);
      const gone = await change(world.hoa, "SubsidyEstimate", "changeSubsidyEstimates", [
        { delete: { id, version: 2 } },
      ]);
      expect(gone.problems[0].code).toBe("CLOSED");
    });

    test("of a payer without a priced route has nothing to ask for", async () => {
      const id = await draft(world.tinh, { payer: world.agencies.SNN });
      expect((await ask(world.tinh, id)).errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "payer" });
    });

    test("is asked and answered by finance staff of its own payer only", async () => {
      const id = await draft(world.hoa);
      const { code, messageVi } = (await ask(world.ha, id)).errors![0].extensions;
      expect([code, messageVi]).toEqual(["NOT_FOUND", expect.stringContaining(`dự toán ${id}`)]);
      for (const key of ["chi", "binh", "lan", "an"] as const)
        expect((await ask(await api.as(key), id)).errors?.[0].extensions.code).toBe("FORBIDDEN");
      expect((await ask(api.nobody, id)).errors?.[0].extensions.code).toBe("SIGN_IN");
      await ask(world.hoa, id);
      expect((await answer(world.ha, id, "REFUSED")).errors?.[0].extensions.code).toBe("NOT_FOUND");
      expect((await answer(await api.as("chi"), id, "REFUSED")).errors?.[0].extensions.code).toBe("FORBIDDEN");
    });

    test("granted in part becomes a program with its routes and the budget of what was granted", async () => {
      const id = await asked(world.hoa);
      const { data } = await answer(world.hoa, id, "GRANTED_IN_PART", { grantedVnd: "6000000" });
      const { problems, changeSet } = data.answer as Answer;
      expect(problems).toEqual([]);
      const estimate = await read(world.hoa, id);
      expect(estimate).toMatchObject({
        state: "GRANTED_IN_PART",
        grantedVnd: "6000000",
        answerDocument: "2310/QĐ-UBND",
        answeredOn: "2019-12-20",
        answeredBy: { name: "Người hoa" },
        program: { name: "Kinh phí luân chuyển hồ sơ năm 2020, Ủy ban nhân dân huyện A" },
      });
      const { subsidyProgram: program } = await world.hoa.data(
        `query($id: ID!) { subsidyProgram(id: $id) { payer { code } contractor { code } fiscalYear quantityFrom channels claimPeriod
          sharePercent includesCommunes budgetVnd remainingVnd
          routes { items { route { code } payer { code } } } budgetLines { items { kind amountVnd document decidedOn } } } }`,
        { id: estimate.program.id },
      );
      expect(program).toMatchObject({
        payer: { code: "HA" },
        contractor: { code: "BD" },
        fiscalYear: 2020,
        quantityFrom: "COUNTS",
        channels: ["COUNTER"],
        claimPeriod: "QUARTER",
        sharePercent: "70",
        includesCommunes: true,
        budgetVnd: "6000000",
        remainingVnd: "6000000",
        budgetLines: {
          items: [{ kind: "GRANTED", amountVnd: "6000000", document: "2310/QĐ-UBND", decidedOn: "2019-12-20" }],
        },
      });
      expect(codes(program.routes.items).sort()).toEqual(["A-DK-DI", "A-DK-VE", "A-SNN", "A-XA"]);
      const rows = await api.app.database.read("SELECT COUNT(*) FROM change_row WHERE change_set_id = ?", [
        Number(changeSet!.id),
      ]);
      // The estimate, the program, four routes, a budget line.
      expect(Number(rows[0][0])).toBe(7);
      const again = await answer(world.hoa, id, "REFUSED");
      expect(again.errors?.[0].extensions).toMatchObject({ code: "CLOSED", field: "state" });
    });

    test("granted needs no amount; the name of its program may be another", async () => {
      const id = await asked(world.ha, { payer: world.agencies.HB });
      const { data } = await answer(world.ha, id, "GRANTED", { programName: "Kế hoạch của huyện B" });
      expect(data.answer.problems).toEqual([]);
      expect(await read(world.ha, id)).toMatchObject({
        grantedVnd: "252000",
        program: { name: "Kế hoạch của huyện B" },
      });
      // Its trips came from hand-overs, so the program pays by them; none of its ends is in a commune.
      const [[source, communes]] = await api.app.database.read(
        "SELECT quantity_from, includes_communes FROM subsidy_program WHERE name = 'Kế hoạch của huyện B'",
      );
      expect([source, Number(communes)]).toEqual(["HAND_OVERS", 0]);
      const twice = await asked(world.ha, { payer: world.agencies.HB });
      const refused = await answer(world.ha, twice, "GRANTED", { programName: "Kế hoạch của huyện B" });
      expect(refused.data.answer.problems).toMatchObject([{ code: "NOT_UNIQUE", field: "programName" }]);
      expect((await read(world.ha, twice)).state).toBe("ASKED");
    });

    test("refused makes nothing", async () => {
      const id = await asked(world.hoa);
      expect((await answer(world.hoa, id, "REFUSED")).data.answer.problems).toEqual([]);
      expect(await read(world.hoa, id)).toMatchObject({ state: "REFUSED", grantedVnd: "0", program: null });
    });

    test.each([
      ["GRANTED_IN_PART", { grantedVnd: "9348500" }, "grantedVnd", "BAD_INPUT"],
      ["GRANTED_IN_PART", { grantedVnd: "0" }, "grantedVnd", "BAD_INPUT"],
      ["GRANTED_IN_PART", {}, "grantedVnd", "REQUIRED"],
      ["GRANTED", { grantedVnd: "9348499" }, "grantedVnd", "BAD_INPUT"],
      ["REFUSED", { grantedVnd: "1" }, "grantedVnd", "BAD_INPUT"],
      ["REFUSED", { document: " " }, "document", "REQUIRED"],
    ])("%s with %j is refused at %s, and nothing is kept of it", async (state, more, field, code) => {
      const id = await asked(world.hoa);
      const programs = () => api.app.database.read("SELECT COUNT(*) FROM subsidy_program");
      const before = await programs();
      const { data } = await answer(world.hoa, id, state, { programName: "Không thành", ...more });
      expect(data.answer.problems).toContainEqual(expect.objectContaining({ field, code }));
      expect(await programs()).toEqual(before);
      expect((await read(world.hoa, id)).state).toBe("ASKED");
    });

    test("a draft has no answer, and DRAFT is none", async () => {
      const id = await draft(world.hoa);
      const early = await answer(world.hoa, id, "GRANTED");
      expect(early.errors?.[0].extensions).toMatchObject({ code: "CLOSED", field: "state" });
      const none = await answer(world.hoa, id, "DRAFT");
      expect(none.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "state" });
    });

    test("nobody is to be paid by themselves", async () => {
      const own = { payer: world.agencies.HA, contractor: world.agencies.HA, name: "Tự trả" };
      const answered = await change(world.hoa, "SubsidyEstimate", "changeSubsidyEstimates", [
        { create: { ...own, fiscalYear: 2020, baseFrom: HALF.from, baseTo: HALF.to } },
      ]);
      expect(answered.problems).toMatchObject([{ code: "BAD_INPUT", field: "contractor" }]);
    });
  });
});
