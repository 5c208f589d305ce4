import { CLAIM_STEPS } from "../../server/subsidy/claim.steps.rules";
import { CLAIM_STATE } from "../../server/subsidy/subsidy-claim.entity";
import { change, create, undoSet } from "../count/count-world";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import {
  bring,
  budget,
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

const STATES = CLAIM_STATE.choices!.map(({ value }) => value);
const [FROM, TO] = ["2019-04-01", "2019-06-30"];

eachEngine((engine) => {
  let api: Api;
  let world: SubsidyWorld;
  let people: SubsidyWorld["people"];
  beforeAll(async () => {
    api = await startApi(engine);
    world = await makeSubsidyWorld(api);
    ({ people } = world);
    const { T01, T02 } = world.routes;
    await handOver(world, T01, "2019-01-10", 4);
    await handOver(world, T01, "2019-04-10", 12);
    await handOver(world, T02, "2019-05-10", 3);
    await closeMonths(world);
  });
  afterAll(() => api.close());

  const claim = async (of: string, more: object = {}, from = FROM, to = TO): Promise<string> =>
    draft(world, people.P, of, from, to, more);
  const fresh = async (state: string, terms: object = {}, budgetVnd = "1000000000"): Promise<string> => {
    const id = await claim(await program(world, terms, budgetVnd));
    await bring(world, id, state);
    return id;
  };
  const versionOf = async (id: string): Promise<number> => (await claimOf(world.quan, id, "version")).version as number;
  const write = async (who: Asker, id: string, set: object) =>
    change(who, "SubsidyClaim", "changeSubsidyClaims", [{ update: { id, version: await versionOf(id), set } }]);

  test("goes from hand-overs to payment, and says who did what and when", async () => {
    const { P, A, B, C } = people;
    const of = await program(world, { sharePercent: "70" }, "100000", [world.routes.T01, world.routes.T02]);
    const id = await claim(of, { vatPercent: "10" });
    const figures = async () =>
      (await A.data(`query($id: ID!) { p: subsidyProgram(id: $id) { committedVnd paidVnd remainingVnd } }`, { id: of }))
        .p;
    const submitted = await step(P, "submitClaim", id, 'note: "Quý II"');
    expect(submitted.problems).toEqual([]);
    expect(submitted.changeSet).toMatchObject({ note: "Quý II" });
    const seen = await claimOf(
      A,
      id,
      `state totalVnd vatVnd submittedOn submittedBy { name } draftedBy { name } pinned returnReason
       lines { total items { position quantity sharePercent rateVnd wantedVnd amountVnd windowFrom validFrom validTo kind route { code } } }`,
    );
    expect(seen).toMatchObject({
      ...{ state: "SUBMITTED", totalVnd: "105000", vatVnd: "9545", submittedOn: "2019-07-20", returnReason: null },
      ...{ submittedBy: { name: "Phúc" }, draftedBy: { name: "Phúc" } },
      lines: {
        total: 2,
        items: [
          {
            ...{ position: 1, quantity: "12", sharePercent: "70", rateVnd: "10000", wantedVnd: "84000" },
            ...{ amountVnd: "84000", windowFrom: FROM, validFrom: FROM, validTo: "2019-07-01", kind: "ORIGINAL" },
            route: { code: "T01" },
          },
          { position: 2, amountVnd: "21000", route: { code: "T02" } },
        ],
      },
    });
    expect((seen.pinned as { inputs: { span: object } }).inputs.span).toEqual({ from: FROM, to: TO });
    await done(A, "checkClaim", id, 'seenVnd: "105000"');
    expect(codesOf(await step(B, "approveClaim", id))).toEqual([["OVER_BUDGET", "state"]]);
    expect(await figures()).toEqual({ committedVnd: "0", paidVnd: "0", remainingVnd: "100000" });
    await budget(world, of, "5000");
    await done(B, "approveClaim", id, 'seenVnd: "105000"');
    expect(await figures()).toEqual({ committedVnd: "105000", paidVnd: "0", remainingVnd: "0" });
    await done(C, "payClaim", id, 'voucher: "UNC 12", paidOn: "2019-07-20", seenVnd: "105000"');
    expect(await figures()).toEqual({ committedVnd: "0", paidVnd: "105000", remainingVnd: "0" });
    const paid = "state voucher paidOn paidBy { name } approvedBy { name } approvedOn checkedBy { name } checkedOn";
    expect(await claimOf(people.P, id, paid)).toEqual({
      ...{ state: "PAID", voucher: "UNC 12", paidOn: "2019-07-20", approvedOn: "2019-07-20", checkedOn: "2019-07-20" },
      ...{ paidBy: { name: "Cúc" }, approvedBy: { name: "Bảo" }, checkedBy: { name: "An" } },
    });
  });

  test.each(CLAIM_STEPS.flatMap((each) => STATES.map((state) => [each.mutation, state, each] as const)))(
    "%s from %s goes by the table",
    async (mutation, state, { from, to, verb }) => {
      const id = await fresh(state);
      const who = verb === "submit" ? people.P : people.D;
      const before = await claimOf(world.quan, id, "version state checkedBy { name } approvedBy { name }");
      const answer = await step(who, mutation, id);
      if (from.includes(state)) {
        expect(answer.problems).toEqual([]);
        expect(await claimOf(who, id, "state")).toEqual({ state: to });
      } else {
        expect(codesOf(answer)).toEqual([["CLOSED", "state"]]);
        expect(await claimOf(world.quan, id, "version state checkedBy { name } approvedBy { name }")).toEqual(before);
      }
    },
  );

  describe("four eyes", () => {
    /** A claim that one of the payer's own drew up and another submitted. */
    const drawn = async (): Promise<string> => {
      const id = await draft(world, people.A, await program(world), FROM, TO);
      await done(people.B, "submitClaim", id);
      return id;
    };
    test("nobody checks what they drew up or submitted", async () => {
      const id = await drawn();
      for (const who of [people.A, people.B])
        expect(codesOf(await step(who, "checkClaim", id))).toEqual([["FORBIDDEN", "checkedBy"]]);
      await done(people.C, "checkClaim", id);
    });
    test("nobody approves what they drew up, submitted or checked", async () => {
      const id = await drawn();
      await done(people.C, "checkClaim", id);
      for (const who of [people.A, people.B, people.C])
        expect(codesOf(await step(who, "approveClaim", id))).toEqual([["FORBIDDEN", "approvedBy"]]);
      await done(people.D, "approveClaim", id);
    });
    test("nobody pays what they drew up, submitted or approved; who checked it may", async () => {
      const id = await drawn();
      await done(people.C, "checkClaim", id);
      await done(people.D, "approveClaim", id);
      for (const who of [people.A, people.B, people.D]) {
        const { problems } = await step(who, "payClaim", id);
        expect(problems).toMatchObject([{ code: "FORBIDDEN", field: "paidBy" }]);
        expect(problems[0].messageVi).toContain("Hãy nhờ người khác");
      }
      await done(people.C, "payClaim", id);
    });
    test("whoever checked it before a return is as free as anybody afterwards", async () => {
      const id = await fresh("CHECKED");
      await done(people.B, "returnClaim", id);
      await done(people.P, "submitClaim", id);
      await done(people.B, "checkClaim", id);
      await done(people.A, "approveClaim", id);
    });
    test("who is next says whether one may, why not, and who may", async () => {
      const id = await drawn();
      const next = async (who: Asker) =>
        (
          await who.data(
            `query($id: ID!) { s: claimNextSteps(id: $id) { verb label { vi } may refusal { vi en } people { name } } }`,
            { id },
          )
        ).s;
      const [check, back] = await next(people.A);
      expect(check).toMatchObject({ verb: "check", label: { vi: "Kiểm tra" }, may: false });
      expect(check.refusal.vi).toContain("Bạn đã lập đề nghị này");
      expect(check.people.map(({ name }: { name: string }) => name)).toEqual(["Cúc", "Dung"]);
      expect(back).toMatchObject({ verb: "return", may: true, refusal: null });
      const [forC] = await next(people.C);
      expect(forC).toMatchObject({ verb: "check", may: true, refusal: null });
      const [forP] = await next(people.P);
      expect(forP).toMatchObject({ verb: "check", may: false });
      await done(people.C, "checkClaim", id);
      expect((await next(people.D)).map(({ verb, may }: { verb: string; may: boolean }) => [verb, may])).toEqual([
        ["return", true],
        ["approve", true],
      ]);
      await done(people.D, "approveClaim", id);
      await done(people.C, "payClaim", id);
      expect(await next(people.C)).toEqual([]);
    });
  });

  describe("who", () => {
    test("of another district, it is as if there were no such claim", async () => {
      const id = await fresh("SUBMITTED");
      expect(await claimOf(people.Y, id, "id")).toBeNull();
      for (const mutation of ["checkClaim", "returnClaim", "approveClaim", "payClaim", "submitClaim"])
        expect(codesOf(await step(people.Y, mutation, id))).toEqual([["NOT_FOUND", "id"]]);
      const { errors } = await people.Y.ask(`query($id: ID!) { claimNextSteps(id: $id) { verb } }`, { id });
      expect(errors![0].extensions).toMatchObject({ code: "NOT_FOUND", field: "id" });
    });
    test("the Post sees its own claims and no district's", async () => {
      const own = await fresh("DRAFT");
      const { HX, HY, S1 } = world.agencies;
      const of = await program(world, { contractor: HY }, "1", []);
      const others = await draft(world, people.A, of, FROM, TO, { claimant: HY, payee: HY });
      const { subsidyClaims } = await people.P.data("{ subsidyClaims(limit: 1000) { items { id payer { id } } } }");
      const ids = subsidyClaims.items.map(({ id }: { id: string }) => id);
      expect([ids.includes(own), ids.includes(others)]).toEqual([true, false]);
      expect([HX, S1].every(Boolean)).toBe(true);
    });
    test("only finance staff of the payer check, return, approve and pay, not those of the claimant", async () => {
      const { HY } = world.agencies;
      const of = await program(world, { contractor: HY });
      const id = await draft(world, people.Y, of, FROM, TO, { claimant: HY, payee: HY });
      await done(people.Y, "submitClaim", id);
      const other = people.Y;
      for (const mutation of ["checkClaim", "returnClaim"])
        expect(codesOf(await step(other, mutation, id))).toEqual([["FORBIDDEN", "payer"]]);
      const { errors } = await people.P.ask(`mutation { checkClaim(id: "${id}") { changeSet { id } } }`);
      expect(errors![0].extensions).toMatchObject({ code: "FORBIDDEN" });
      const admin = await world.quan.ask(`mutation { approveClaim(id: "${id}") { changeSet { id } } }`);
      expect(admin.errors![0].extensions).toMatchObject({ code: "FORBIDDEN" });
      const none = await api.nobody.ask(`mutation { submitClaim(id: "${id}") { changeSet { id } } }`);
      expect(none.errors![0].extensions).toMatchObject({ code: "SIGN_IN" });
      await done(people.A, "checkClaim", id);
    });
  });

  describe("submission", () => {
    test("by hand-overs waits until the days are over, and names the first that is not", async () => {
      const of = await program(world);
      const july = await claim(of, {}, "2019-06-01", "2019-07-31");
      const { problems } = await step(people.P, "submitClaim", july);
      expect(problems).toMatchObject([{ code: "NOT_CLOSED", field: "lastDay" }]);
      expect([problems[0].messageVi, problems[0].messageEn]).toEqual([
        expect.stringContaining("ngày 20/7/2019 chưa qua"),
        expect.stringContaining("20/7/2019 is not over"),
      ]);
    });
    test("by counts waits until every reporting period of the days is closed, and names what is open", async () => {
      const of = await program(world, { quantityFrom: "COUNTS" });
      const july = await claim(of, {}, "2019-06-01", "2019-07-31");
      const { problems } = await step(people.P, "submitClaim", july);
      expect(problems).toMatchObject([{ code: "NOT_CLOSED", field: "lastDay" }]);
      expect(problems[0].messageVi).toContain("“Tháng 7/2019”");
      const before = await program(world, { fiscalYear: 2018, quantityFrom: "COUNTS" });
      const [only] = (await step(people.P, "submitClaim", await claim(before, {}, "2018-12-01", "2018-12-31")))
        .problems;
      expect(only).toMatchObject({ code: "NOT_CLOSED" });
      expect([only.messageVi, only.messageEn]).toEqual([
        expect.stringContaining("1/12/2018"),
        expect.stringContaining("closed reporting period"),
      ]);
    });
    test("of days that are claimed already is refused by route, days and claim", async () => {
      const of = await program(world);
      const first = await claim(of);
      await done(people.P, "submitClaim", first);
      const { code } = await claimOf(people.P, first, "code");
      const again = await claim(of, {}, "2019-04-01", "2019-04-30");
      const { problems } = await step(people.P, "submitClaim", again);
      expect(problems).toMatchObject([{ code: "OVERLAP", field: "firstDay" }]);
      expect(problems[0].messageVi).toContain(`Tuyến T01 từ 1/4/2019 đến 30/6/2019 đã được đề nghị ở ${String(code)}`);
      expect(await claimOf(people.P, again, "state lines { total }")).toEqual({ state: "DRAFT", lines: { total: 0 } });
      await done(people.A, "returnClaim", first);
      await done(people.P, "submitClaim", again);
    });
    test("of nothing is refused", async () => {
      const of = await program(world, {}, "1", [world.routes.TY]);
      const { problems } = await step(people.P, "submitClaim", await claim(of));
      expect(problems).toMatchObject([{ code: "BAD_INPUT", field: "lastDay" }]);
      expect(problems[0].messageVi).toContain("tính ra 0 đ");
    });
    test("of another year than the program's is refused", async () => {
      const of = await program(world, { fiscalYear: 2020 });
      expect(codesOf(await step(people.P, "submitClaim", await claim(of)))).toEqual([["BAD_INPUT", "program"]]);
    });
    test("tells every route and day that stands against it", async () => {
      const { HX, S2, BD } = world.agencies;
      const [route] = await create(world.quan, "TransferRoute", "changeTransferRoutes", [
        { code: "CHUA-GIA", from: S2, to: HX, direction: "OUT", carrier: "POST", carriedBy: BD },
      ]);
      const open = world.months[6];
      await handOver(world, route, "2019-07-02", 1);
      await handOver(world, route, "2019-07-03", 1);
      const { data } = await world.quan.ask(`mutation { closePeriod(id: "${open}") { problems { code } } }`);
      expect(data.closePeriod.problems).toEqual([]);
      const id = await claim(await program(world, {}, "1", [route]), {}, "2019-07-01", "2019-07-19");
      const { problems } = await step(people.P, "submitClaim", id);
      expect(problems.map(({ code, messageVi }) => [code, /ngày (\d+\/7\/2019)/.exec(messageVi)?.[1]])).toEqual([
        ["NO_RATE", "2/7/2019"],
        ["NO_RATE", "3/7/2019"],
      ]);
    });
    test("once made, what the claim says stands; what was written before is not undone into it", async () => {
      const id = await fresh("DRAFT");
      const written = await write(people.P, id, { contract: "15/HĐ" });
      expect(written.problems).toEqual([]);
      await done(people.P, "submitClaim", id);
      for (const set of [{ contract: "16/HĐ" }, { vatPercent: "5" }, { payee: world.agencies.HX }])
        expect(codesOf(await write(people.P, id, set))).toEqual([["CLOSED", Object.keys(set)[0]]]);
      expect(codesOf(await undoSet(people.P, written.changeSet!.id))).toEqual([["CLOSED", "contract"]]);
      const gone = [{ delete: { id, version: await versionOf(id) } }];
      expect((await change(people.P, "SubsidyClaim", "changeSubsidyClaims", gone)).problems[0]).toMatchObject({
        code: expect.stringMatching(/CLOSED|IN_USE/),
      });
      expect(codesOf(await write(people.P, id, { state: "APPROVED" }))).toEqual([["BAD_INPUT", "state"]]);
    });
  });

  test("a returned claim loses its lines, keeps the reason, and is computed anew", async () => {
    const of = await program(world);
    const id = await claim(of);
    await done(people.P, "submitClaim", id);
    const empty = await people.A.ask(
      `mutation($id: ID!) { r: returnClaim(id: $id, reason: "") { problems { code field } } }`,
      { id },
    );
    expect(empty.data.r.problems).toEqual([{ code: "REQUIRED", field: "reason" }]);
    await done(people.A, "checkClaim", id);
    await done(people.B, "returnClaim", id, 'reason: "Sai mức hỗ trợ"');
    const fields = "state returnReason returnedBy { name } checkedBy { name } checkedOn totalVnd lines { total }";
    expect(await claimOf(people.P, id, fields)).toMatchObject({
      ...{ state: "RETURNED", returnReason: "Sai mức hỗ trợ", returnedBy: { name: "Bảo" }, checkedBy: null },
      ...{ checkedOn: null, lines: { total: 0 } },
    });
    const { version } = (await people.A.data(`query($id: ID!) { p: subsidyProgram(id: $id) { version } }`, { id: of }))
      .p;
    const update = { id: of, version, set: { sharePercent: "50" } };
    const changed = await change(people.A, "SubsidyProgram", "changeSubsidyPrograms", [{ update }]);
    expect(changed.problems).toEqual([]);
    await done(people.P, "submitClaim", id);
    expect(await claimOf(people.P, id, fields)).toMatchObject({
      ...{ state: "SUBMITTED", returnReason: null, totalVnd: "60000", lines: { total: 1 } },
    });
  });

  test("another total than the one that was looked at is refused", async () => {
    const id = await fresh("SUBMITTED");
    for (const [who, mutation] of [
      [people.A, "checkClaim"],
      [people.B, "approveClaim"],
      [people.C, "payClaim"],
    ] as const) {
      const { problems } = await step(who, mutation, id, 'seenVnd: "119999"');
      expect(problems).toMatchObject([{ code: "STALE", field: "totalVnd" }]);
      expect(problems[0].messageVi).toContain("120.000 đ, không phải 119.999 đ");
      await done(who, mutation, id, 'seenVnd: "120000"');
    }
  });

  test("a payment lies between approval and today", async () => {
    const id = await fresh("APPROVED");
    for (const day of ["2019-07-19", "2019-07-21"])
      expect(codesOf(await step(people.C, "payClaim", id, `paidOn: "${day}"`))).toEqual([["BAD_INPUT", "paidOn"]]);
  });

  test("an approval is not undone, nor a submission; what a budget line gave is, where there is room", async () => {
    const of = await program(world, {}, "120000");
    const more = await change(people.A, "SubsidyBudgetLine", "changeSubsidyBudgetLines", [
      { create: { program: of, kind: "AMENDED", amountVnd: "1", document: "QĐ thêm", decidedOn: "2019-07-01" } },
    ]);
    const id = await claim(of);
    await done(people.P, "submitClaim", id);
    await done(people.A, "checkClaim", id);
    const approved = await step(people.B, "approveClaim", id);
    expect(codesOf(await undoSet(people.B, approved.changeSet!.id))).toEqual([["FORBIDDEN", "state"]]);
    expect(await claimOf(people.A, id, "state")).toEqual({ state: "APPROVED" });
    expect((await undoSet(people.A, more.changeSet!.id)).problems).toEqual([]);
    const sets = await world.quan.data(
      `query($id: ID!) { changeRows(filter: { rowId: { eq: $id }, resource: { eq: "SubsidyClaim" } }) { items { changeSet { id } } } }`,
      { id },
    );
    const ids = sets.changeRows.items.map((row: { changeSet: { id: string } }) => row.changeSet.id);
    for (const set of ids) {
      const { data, errors } = await people.P.ask(`mutation { r: undoChangeSet(id: "${set}") { problems { code } } }`);
      expect(errors?.[0].extensions.code ?? data.r.problems[0].code).toMatch(/FORBIDDEN|STALE|CLOSED|IN_USE/);
    }
    expect(await claimOf(people.A, id, "state lines { total }")).toEqual({ state: "APPROVED", lines: { total: 1 } });
  });

  test("what no verb alone writes is undone as ever, though a verb writes it too", async () => {
    const of = await program(world);
    const rename = { id: of, version: 1, set: { name: "Kế hoạch đổi tên" } };
    const renamed = await change(people.A, "SubsidyProgram", "changeSubsidyPrograms", [{ update: rename }]);
    expect((await undoSet(people.A, renamed.changeSet!.id)).problems).toEqual([]);
  });

  test("an amount is spelt out in words", async () => {
    const { amountInWords } = await people.P.data('{ amountInWords(vnd: "13852300") }');
    expect(amountInWords).toBe("mười ba triệu tám trăm năm mươi hai nghìn ba trăm đồng");
    expect((await people.P.data('{ amountInWords(vnd: "-9223372036854775807") }')).amountInWords).toMatch(
      /^âm chín tỷ/,
    );
    expect((await people.P.ask('{ amountInWords(vnd: "9223372036854775808") }')).errors).toBeDefined();
  });
});
