import { adjust } from "../../server/subsidy/computation/adjust.rules";
import { compute } from "../../server/subsidy/computation/compute.rules";
import { handOverTime } from "../../server/subsidy/computation/hand-over-time.rules";
import { pinned, unpinned, type Inputs } from "../../server/subsidy/computation/inputs.rules";
import type { Computation, Line } from "../../server/subsidy/computation/line.rules";
import { amount, day, decimal, given, type PageRow } from "../support/page-tables";
import { inputsOf, numbersIn, PROBLEMS, quantityIn, subsidyTable } from "./subsidy-examples";

const EXAMPLES = subsidyTable("Các ví dụ");
const LINES = subsidyTable("Các dòng");

const exampleOf = (number: number): PageRow => EXAMPLES[number - 1];

/** What a claim keeps when it is submitted: what it was computed from, and nothing else. */
interface Pinned {
  approved: Line[];
  inputs: Inputs;
}

/** Computes what a claim pinned. */
function computed(example: PageRow, { approved, inputs }: Pinned): Computation {
  return given(example["Điều chỉnh"]) === null ? compute(inputs) : adjust(approved, inputs);
}

/** An example with those approved before it: their lines use the cap, and those of one claim stand until taken back. */
function play(example: PageRow): Computation {
  const earlier = numbersIn(example["Đã duyệt trước"]).map((number) => {
    const claim = exampleOf(number);
    return { of: Number(given(claim["Điều chỉnh"]) ?? number), lines: play(claim).lines };
  });
  const capUsed = earlier.flatMap(({ lines }) =>
    lines.map(({ window, amountVnd }) => ({ windowStart: window.start, amountVnd })),
  );
  const { inputs, problems } = inputsOf(example, capUsed);
  if (problems.length > 0) return { lines: [], totalVnd: 0n, problems };
  const approved = earlier.filter((each) => each.of === Number(example["Điều chỉnh"])).flatMap(({ lines }) => lines);
  const direct = computed(example, { approved, inputs });
  // As a claim does: through JSON, and to the đồng the same.
  const again = computed(example, unpinned(JSON.parse(JSON.stringify(pinned({ approved, inputs })))));
  expect(again).toEqual(direct);
  return direct;
}

test("there are at least thirty examples, each with a number of its own and a way it was reckoned", () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(30);
  expect(EXAMPLES.map((row) => row["Số"])).toEqual(EXAMPLES.map((_, at) => String(at + 1)));
  for (const row of [...EXAMPLES, ...LINES]) expect(row["Cách tính"].length).toBeGreaterThan(3);
  expect(LINES.filter((row) => !exampleOf(Number(row["Ví dụ"])))).toEqual([]);
});

test("a line of the page is cut only where its program has a cap", () => {
  const capOf = (row: PageRow) =>
    subsidyTable("Kế hoạch kinh phí").find(
      (program) => program["Ký hiệu"] === exampleOf(Number(row["Ví dụ"]))["Kế hoạch"],
    )!["Mức trần (đ)"];
  const cut = LINES.filter((row) => row["Trước trần (đ)"] !== row["Số tiền (đ)"]);
  expect(cut.length).toBeGreaterThan(5);
  expect(cut.filter((row) => given(capOf(row)) === null)).toEqual([]);
});

test.each(EXAMPLES.map((row) => [row["Số"], row["Tình huống"], row] as const))("%s. %s", (number, _what, row) => {
  const { lines, totalVnd, problems } = play(row);
  const refused = given(row["Không tính được vì"]);
  if (refused !== null) {
    const [words, place] = refused.split(": ");
    const [route, on] = place.split(" ");
    expect(problems).toEqual([{ code: PROBLEMS[words], route: given(route), day: day(on) }]);
    expect([lines, totalVnd]).toEqual([[], 0n]);
    return;
  }
  expect(problems).toEqual([]);
  expect(
    lines.map((line) => ({
      window: line.window.start,
      route: line.route,
      rate: line.rate,
      from: line.from,
      to: line.to,
      quantity: line.quantity,
      sharePercent: line.sharePercent,
      wantedVnd: line.wantedVnd,
      amountVnd: line.amountVnd,
      isCut: line.isCut,
    })),
  ).toEqual(
    LINES.filter((line) => line["Ví dụ"] === number).map((line) => ({
      window: day(line["Kỳ từ"]),
      route: line["Tuyến"],
      rate: line["Đơn giá"],
      from: day(line["Từ ngày"]),
      to: day(line["Đến ngày"]),
      quantity: quantityIn(line["Số lượng"]),
      sharePercent: decimal(line["Mức (%)"]),
      wantedVnd: amount(line["Trước trần (đ)"]),
      amountVnd: amount(line["Số tiền (đ)"]),
      isCut: line["Trước trần (đ)"] !== line["Số tiền (đ)"],
    })),
  );
  expect(totalVnd).toBe(amount(row["Tổng (đ)"]));
  expect(lines.reduce((sum, line) => sum + line.amountVnd, 0n)).toBe(totalVnd);
});

const TIMELINESS: Record<string, string> = { "Đúng hạn": "ON_TIME", "Chuyển chậm": "LATE", "Chưa rõ": "UNKNOWN" };
const TIMES = subsidyTable("Thời hạn chuyển hồ sơ");

test.each(TIMES.map((row) => [row["Số"], row["Vì sao"], row] as const))("time of moving %s. %s", (_n, _why, row) => {
  const times = {
    receivedOn: day(row["Tiếp nhận ngày"]),
    receivedAt: given(row["Tiếp nhận lúc"]),
    handedOn: day(row["Giao ngày"]),
  };
  expect(handOverTime(times)).toEqual({ timeliness: TIMELINESS[row["Kết quả"]], dueOn: day(row["Hạn chuyển"]) });
});
