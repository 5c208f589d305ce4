import { change } from "../count/count-world";
import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";
import {
  bring,
  budget,
  claimOf,
  codesOf,
  draft,
  handOver,
  makeSubsidyWorld,
  program,
  type SubsidyWorld,
} from "./subsidy-world";

eachEngine((engine) => {
  let api: Api;
  let world: SubsidyWorld;
  let people: SubsidyWorld["people"];
  beforeAll(async () => {
    api = await startApi(engine);
    world = await makeSubsidyWorld(api);
    ({ people } = world);
    await handOver(world, world.routes.T01, "2019-04-10", 12);
  });
  afterAll(() => api.close());

  test("a budget is not lowered below what is committed, and the refusal names the claims", async () => {
    const of = await program(world, {}, null);
    const line = await budget(world, of, "200000");
    const id = await draft(world, people.P, of, "2019-04-01", "2019-06-30");
    await bring(world, id, "APPROVED");
    const { code } = await claimOf(people.A, id, "code");
    const lowered = (amountVnd: string) =>
      change(people.A, "SubsidyBudgetLine", "changeSubsidyBudgetLines", [
        {
          create: {
            program: of,
            kind: "AMENDED",
            amountVnd,
            document: `QĐ giảm ${amountVnd}`,
            decidedOn: "2019-07-01",
          },
        },
      ]);
    const { problems } = await lowered("-80001");
    expect(problems).toMatchObject([{ code: "OVER_BUDGET", field: "amountVnd" }]);
    expect(problems[0].messageVi).toContain(String(code));
    const gone = [{ delete: { id: line, version: 1 } }];
    expect(codesOf(await change(people.A, "SubsidyBudgetLine", "changeSubsidyBudgetLines", gone))).toEqual([
      ["OVER_BUDGET", "amountVnd"],
    ]);
    expect((await lowered("-80000")).problems).toEqual([]);
    expect(codesOf(await lowered("-1"))).toEqual([["OVER_BUDGET", "amountVnd"]]);
  });

  test("a budget is not below nothing, and not more than 64 bits hold", async () => {
    const of = await program(world, {}, "5");
    const add = (amountVnd: string) =>
      change(people.A, "SubsidyBudgetLine", "changeSubsidyBudgetLines", [
        { create: { program: of, kind: "AMENDED", amountVnd, document: `QĐ ${amountVnd}`, decidedOn: "2019-07-01" } },
      ]);
    const below = await add("-6");
    expect(codesOf(below)).toEqual([["OVER_BUDGET", "amountVnd"]]);
    expect(below.problems[0].messageVi).toContain("dưới 0");
    const beyond = await add("9223372036854775803");
    expect(codesOf(beyond)).toEqual([["LIMIT", "amountVnd"]]);
    expect(beyond.problems[0].messageEn).toContain("Check the amount");
    expect((await add("9223372036854775802")).problems).toEqual([]);
    const { p } = await people.A.data("query($id: ID!) { p: subsidyProgram(id: $id) { budgetVnd remainingVnd } }", {
      id: of,
    });
    expect(p).toEqual({ budgetVnd: "9223372036854775807", remainingVnd: "9223372036854775807" });
  });
});
