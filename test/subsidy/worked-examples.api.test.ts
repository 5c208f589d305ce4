import { decimalOf } from "../../server/subsidy/computation/quantity.rules";
import { create } from "../count/count-world";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { amount, day, decimal, given, type PageRow } from "../support/page-tables";
import { correctBefore, enterProvince, type Entered } from "./entered-examples";
import { numbersIn, PROBLEMS, quantityIn, subsidyTable } from "./subsidy-examples";
import { done, someone } from "./subsidy-world";

const EXAMPLES = subsidyTable("Các ví dụ");
const LINES = subsidyTable("Các dòng");
/** Examples that later ones find approved. */
const APPROVED = new Set(EXAMPLES.flatMap((row) => numbersIn(row["Đã duyệt trước"])).map(String));

/** How the API refuses what the page says cannot be computed. */
const CODES: Record<string, string> = {
  ROUTE_NOT_IN_FORCE: "OUTSIDE_VALIDITY",
  NO_RATE: "NO_RATE",
  NO_TRIPS: "REQUIRED",
  PERIOD_STRADDLES: "BAD_INPUT",
  TOO_MUCH: "LIMIT",
};

const QUERY = `query($program: ID!, $from: Date!, $to: Date!, $adjusts: ID, $claim: ID) {
  c: subsidyComputation(program: $program, from: $from, to: $to, adjusts: $adjusts, claim: $claim) {
    totalVnd lines { window { from } route { id } rate { id } from to quantity share wantedVnd amountVnd isCut } } }`;

const later = (a: string, b: string): string => (a > b ? a : b);

/**
 * The page's examples as people would play them: the province is entered through the API, each example is asked for, and
 * those that later ones rest on are submitted, checked and approved. Corrections come where the page says they came.
 */
eachEngine((engine) => {
  let api: Api;
  let quan: Asker;
  let post: Asker;
  let finance: Asker[];
  let entered: Entered;
  const claims = new Map<string, string>();
  beforeAll(async () => {
    api = await startApi(engine);
    quan = await api.as("quan");
    entered = await enterProvince(quan);
    const top = entered.agencies.get("TINH")!;
    post = await someone(api, quan, "Phúc", "POST", entered.post);
    finance = [await someone(api, quan, "An", "FINANCE", top), await someone(api, quan, "Bảo", "FINANCE", top)];
  }, 120_000);
  afterAll(() => api.close());

  /** Draws the example's claim up and brings it to its approval. */
  async function approve(row: PageRow, variables: { program: string; from: string; to: string }): Promise<string> {
    const [claim] = await create(post, "SubsidyClaim", "changeSubsidyClaims", [
      {
        ...{ code: `VD-${row["Số"]}`, program: variables.program, firstDay: variables.from, lastDay: variables.to },
        ...{ claimant: entered.post, payee: entered.post, adjusts: claims.get(row["Điều chỉnh"]) ?? null },
      },
    ]);
    const total = `seenVnd: "${amount(row["Tổng (đ)"])}"`;
    await done(post, "submitClaim", claim);
    await done(finance[0], "checkClaim", claim, total);
    await done(finance[1], "approveClaim", claim, total);
    return claim;
  }

  const expectedLines = (number: string, from: string) =>
    LINES.filter((line) => line["Ví dụ"] === number).map((line) => ({
      window: { from: later(day(line["Kỳ từ"])!, from) },
      route: { id: entered.routes.get(line["Tuyến"]) },
      rate: { id: entered.rates.get(line["Đơn giá"]) },
      ...{ from: day(line["Từ ngày"]), to: day(line["Đến ngày"]), quantity: decimalOf(quantityIn(line["Số lượng"])) },
      ...{ share: decimal(line["Mức (%)"]), wantedVnd: String(amount(line["Trước trần (đ)"])) },
      ...{ amountVnd: String(amount(line["Số tiền (đ)"])), isCut: line["Trước trần (đ)"] !== line["Số tiền (đ)"] },
    }));

  // In the order of the page: each finds what those before it left.
  test.each(EXAMPLES.map((row) => [row["Số"], row["Tình huống"], row] as const))(
    "%s. %s",
    async (number, _what, row) => {
      await correctBefore(quan, entered, number);
      const program = entered.programs.get(row["Kế hoạch"])!;
      const span = { from: day(row["Từ ngày"])!, to: day(row["Đến ngày"])! };
      const original = given(row["Điều chỉnh"]);
      const variables = { program, ...span, adjusts: original === null ? null : claims.get(original) };
      const before = numbersIn(row["Đã duyệt trước"]).map(String);
      const ofProgram = [...claims.keys()].filter((each) => EXAMPLES[Number(each) - 1]["Kế hoạch"] === row["Kế hoạch"]);
      expect(ofProgram).toEqual(before);
      const refused = given(row["Không tính được vì"]);
      if (refused !== null) {
        const [words, place] = refused.split(": ");
        const [route, on] = place.split(" ");
        const { errors } = await post.ask(QUERY, variables);
        expect(errors![0].extensions.code).toBe(CODES[PROBLEMS[words]]);
        if (given(route)) expect(errors![0].extensions.messageVi).toMatch(new RegExp(`${route}.*${on}`));
        return;
      }
      const expected = { totalVnd: String(amount(row["Tổng (đ)"])), lines: expectedLines(number, span.from) };
      expect((await post.data(QUERY, variables)).c).toEqual(expected);
      if (!APPROVED.has(number)) return;
      const claim = await approve(row, variables);
      claims.set(number, claim);
      expect((await post.data(QUERY, { program, ...span, claim })).c).toEqual(expected);
    },
  );

  test("approved claims come out again to the đồng after all that was corrected since", async () => {
    expect(claims.size).toBeGreaterThan(10);
    for (const [number, claim] of claims) {
      const row = EXAMPLES[Number(number) - 1];
      const [program, from, to] = [entered.programs.get(row["Kế hoạch"]), day(row["Từ ngày"])!, day(row["Đến ngày"])];
      const again = (await post.data(QUERY, { program, from, to, claim })).c;
      expect(again).toEqual({ totalVnd: String(amount(row["Tổng (đ)"])), lines: expectedLines(number, from) });
      const kept = await post.data(
        `query($id: ID!) { c: subsidyClaim(id: $id) { totalVnd lines(limit: 200) { items { quantity wantedVnd amountVnd } } } }`,
        { id: claim },
      );
      const lines = again.lines.map((line: Record<string, string>) => ({
        ...{ quantity: line.quantity, wantedVnd: line.wantedVnd, amountVnd: line.amountVnd },
      }));
      expect(kept.c).toEqual({ totalVnd: again.totalVnd, lines: { items: lines } });
    }
  });
});
