import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, fresh, make, refusals } from "../change/change-speech";
import { actsFrom, decisionDateProblems } from "../../server/decision/decision.rules";

const aDecision = (more: object = {}) => ({
  number: fresh("QĐ").replace(" ", "/"),
  kind: "DECISION",
  issuer: "UBND tỉnh",
  title: "Về danh mục",
  ...more,
});

test("a Decision acts from its effective day, else from its signing, which is then marked as assumed", () => {
  expect(actsFrom({ issuedOn: "2018-07-20", effectiveOn: "2018-08-01" })).toEqual({
    actsFrom: "2018-08-01",
    effectiveAssumed: false,
  });
  expect(actsFrom({ issuedOn: "2018-07-20" })).toEqual({ actsFrom: "2018-07-20", effectiveAssumed: true });
  expect(actsFrom({})).toEqual({ actsFrom: null, effectiveAssumed: false });
});

test("no document takes effect before it was signed", () => {
  const context = { before: null, action: "CREATE", note: null } as const;
  const problems = decisionDateProblems({ issuedOn: "2018-07-20", effectiveOn: "2018-07-19" }, context);
  expect(problems.map((p) => [p.code, p.field])).toEqual([["BAD_INPUT", "effectiveOn"]]);
  expect(decisionDateProblems({ issuedOn: "2018-07-20", effectiveOn: "2018-07-20" }, context)).toEqual([]);
  expect(decisionDateProblems({ effectiveOn: "2018-07-20" }, context)).toEqual([]);
});

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  const decision = async (id: string) =>
    (await chi.data(`query($id: ID!) { decision(id: $id) { version actsFrom effectiveAssumed } }`, { id })).decision;

  test("one number is given once, and a day before the signing is refused", async () => {
    const number = fresh("1320").replace(" ", "/");
    const result = await change(
      chi,
      "Decision",
      [
        { create: aDecision({ number }) },
        { create: aDecision({ number }) },
        { create: aDecision({ issuedOn: "2018-07-20", effectiveOn: "2018-01-01" }) },
      ],
      { mode: "GOOD_ROWS" },
    );
    expect(refusals(result)).toEqual([
      [1, "NOT_UNIQUE", "number"],
      [2, "BAD_INPUT", "effectiveOn"],
    ]);
  });

  test("the day it acts from follows its dates", async () => {
    const [id] = await make(chi, "Decision", aDecision({ issuedOn: "2018-07-20" }));
    expect(await decision(id)).toEqual({ version: 1, actsFrom: "2018-07-20", effectiveAssumed: true });
    await change(chi, "Decision", [{ update: { id, version: 1, set: { effectiveOn: "2018-09-01" } } }]);
    expect(await decision(id)).toEqual({ version: 2, actsFrom: "2018-09-01", effectiveAssumed: false });
    await change(chi, "Decision", [{ update: { id, version: 2, set: { effectiveOn: null, issuedOn: "2018-07-21" } } }]);
    expect(await decision(id)).toEqual({ version: 3, actsFrom: "2018-07-21", effectiveAssumed: true });
  });

  test("what it is compared with is refused as a date that does not exist is", async () => {
    const { decisions } = await chi.data(
      `{ decisions(filter: { actsFrom: { gte: "2018-07-21", lt: "2018-07-22" }, effectiveAssumed: { eq: true } }) { total } }`,
    );
    expect(decisions.total).toBe(1);
  });

  test("it is not deleted while a catalog, an entry or another document rests on it", async () => {
    const [base, other] = await make(chi, "Decision", aDecision({ issuedOn: "2018-07-20" }), aDecision());
    await make(chi, "Catalog", { nameVi: fresh("DM"), kind: "ONLINE", authority: "HIGHER", decision: base });
    await make(chi, "Decision", aDecision({ amends: base }));
    const result = await change(chi, "Decision", [{ delete: { id: base, version: 1 } }]);
    expect(refusals(result)).toEqual([[0, "IN_USE", "id"]]);
    expect(result.problems[0].messageEn).toMatch(/catalog.*decision|decision.*catalog/);
    expect((await change(chi, "Decision", [{ delete: { id: other, version: 1 } }])).problems).toEqual([]);
  });
});
