import type { ClaimPeriod } from "../../server/subsidy/computation/claim-window.rules";
import type { CapUse, Inputs, RateTerms, Terms } from "../../server/subsidy/computation/inputs.rules";
import type { Problem } from "../../server/subsidy/computation/line.rules";
import { fromCount, fromHandOver, type CountedRoute } from "../../server/subsidy/computation/movement.rules";
import { amount, day, dayAfter, decimal, given, pageTables, type PageRow } from "../support/page-tables";

/** The page's tables of the sample province and its examples, as rows of words. */
export const subsidyTable = pageTables("worked-examples-subsidy.md");

/** "53, 54" */
export const numbersIn = (cell: string): number[] => given(cell)?.split(", ").map(Number) ?? [];

/** "15/31" or "25". */
export function quantityIn(cell: string): { numerator: number; denominator: number } {
  const [numerator, denominator = "1"] = cell.replace("−", "-").split("/");
  return { numerator: Number(numerator), denominator: Number(denominator) };
}

/** The rows of a table that can be corrected, as they are before an example. */
function corrected(heading: string, key: string, before: number): PageRow[] {
  const rows = subsidyTable(heading).map((row) => ({ ...row }));
  for (const each of subsidyTable("Sửa sau khi duyệt")) {
    if (each["Bảng"] !== heading || Number(each["Ví dụ"]) > before) continue;
    rows.find((row) => row[key] === each["Dòng"])![each["Cột"]] = each["Giá trị mới"];
  }
  return rows;
}

const SOURCES: Record<string, Terms["quantityFrom"]> = {
  "Biên bản giao nhận": "HAND_OVERS",
  "Số liệu hồ sơ": "COUNTS",
};
const PERIODS: Record<string, ClaimPeriod> = { Tháng: "MONTH", Quý: "QUARTER", "Nửa năm": "HALF_YEAR", Năm: "YEAR" };
const CAP_PERS: Record<string, Terms["capPer"]> = { "Mỗi kỳ đề nghị": "CLAIM_PERIOD", "Cả năm": "YEAR", "–": "YEAR" };
const UNITS: Record<string, RateTerms["rateUnit"]> = {
  "Mỗi hồ sơ": "PER_DOSSIER",
  "Mỗi chuyến": "PER_TRIP",
  "Mỗi tháng": "PER_MONTH",
};
const DIRECTIONS: Record<string, CountedRoute["direction"]> = {
  "Chuyển hồ sơ đi giải quyết": "IN",
  "Chuyển kết quả về": "OUT",
  "Hai chiều": "BOTH",
};
export const PROBLEMS: Record<string, Problem["code"]> = {
  "Tuyến không có hiệu lực": "ROUTE_NOT_IN_FORCE",
  "Không có đơn giá": "NO_RATE",
  "Không biết số chuyến": "NO_TRIPS",
  "Kỳ số liệu nằm vắt": "PERIOD_STRADDLES",
  "Số tiền quá lớn": "TOO_MUCH",
};

/** "T03 (100), T04": a program's routes and their own shares. */
export const routesOf = (program: PageRow): { code: string; share: string | null }[] =>
  program["Tuyến"].split(", ").map((words) => {
    const [, code, share] = /^(\S+)(?: \(([\d,]+)\))?$/.exec(words)!;
    return { code, share: share === undefined ? null : decimal(share) };
  });

/** "1/2018" or "Quý II/2018" as its first and last day. */
export function periodOf(words: string): { firstDay: string; lastDay: string } {
  const [, quarter, month, year] = /^(?:Quý (I{1,3}|IV)\/|(\d+)\/)(\d{4})$/.exec(words)!;
  const last = quarter ? 3 * (["I", "II", "III", "IV"].indexOf(quarter) + 1) : Number(month);
  const dayOf = (m: number, d: number) => new Date(Date.UTC(Number(year), m, d)).toISOString().slice(0, 10);
  return { firstDay: dayOf(quarter ? last - 3 : last - 1, 1), lastDay: dayOf(last, 0) };
}

const figure = (cell: string): number | null => (cell === "trống" ? null : Number(cell));
const byChannel = (row: PageRow, leg: string) => ({
  "Trực tiếp": figure(row[`${leg} tại quầy`]),
  "Bưu chính công ích": figure(row[`${leg} qua BCCI`]),
  "Trực tuyến": figure(row[`${leg} trực tuyến`]),
});

/** What an example is computed from, by the page's symbols in place of ids, and what its movements stand against. */
export function inputsOf(example: PageRow, capUsed: CapUse[]): { inputs: Inputs; problems: Problem[] } {
  const program = subsidyTable("Kế hoạch kinh phí").find((row) => row["Ký hiệu"] === example["Kế hoạch"])!;
  const span = { from: day(example["Từ ngày"])!, to: day(example["Đến ngày"])! };
  const shares = routesOf(program);
  const routes = subsidyTable("Tuyến luân chuyển").filter((row) => shares.some(({ code }) => code === row["Mã tuyến"]));
  const quantityFrom = SOURCES[program["Nguồn"]];
  const now = Number(example["Số"]);
  const moved =
    quantityFrom === "HAND_OVERS"
      ? corrected("Biên bản giao nhận", "Số", now).flatMap((row) => {
          const route = routes.find((each) => each["Mã tuyến"] === row["Tuyến"]);
          const record = {
            route: row["Tuyến"],
            day: day(row["Ngày"])!,
            dossiers: Number(row["Hồ sơ"]),
            carrier: row["Người vận chuyển"],
            isSigned: given(row["Bên giao ký"]) !== null && given(row["Bên nhận ký"]) !== null,
          };
          return route ? fromHandOver(record, route["Người vận chuyển"]) : [];
        })
      : routes.flatMap((route) =>
          subsidyTable("Số liệu hồ sơ").flatMap((row) => {
            const counted: CountedRoute = {
              id: route["Mã tuyến"],
              from: route["Nơi đi"],
              to: route["Nơi đến"],
              direction: DIRECTIONS[route["Chiều"]],
            };
            const count = {
              ...periodOf(row["Kỳ"]),
              receptionUnit: row["Nơi nhận"],
              agency: row["Cơ quan giải quyết"],
              received: byChannel(row, "Nhận"),
              returned: byChannel(row, "Trả"),
            };
            return fromCount(counted, count, program["Kênh"].split(", "), span) ?? [];
          }),
        );
  return {
    problems: moved.flatMap((each) => ("code" in each ? [each] : [])),
    inputs: {
      terms: {
        quantityFrom,
        claimPeriod: PERIODS[program["Kỳ đề nghị"]],
        sharePercent: decimal(program["Mức hỗ trợ (%)"])!,
        capVnd: given(program["Mức trần (đ)"]) === null ? null : amount(program["Mức trần (đ)"]),
        capPer: CAP_PERS[program["Trần theo"]],
      },
      span,
      routes: routes.map((row) => ({
        id: row["Mã tuyến"],
        code: row["Mã tuyến"],
        validFrom: day(row["Từ ngày"]),
        validTo: dayAfter(row["Đến hết ngày"]),
        sharePercent: shares.find(({ code }) => code === row["Mã tuyến"])!.share,
      })),
      rates: corrected("Đơn giá", "Ký hiệu", now)
        .filter((row) => routes.some((route) => route["Mã tuyến"] === row["Tuyến"]))
        .map((row) => ({
          id: row["Ký hiệu"],
          route: row["Tuyến"],
          rateUnit: UNITS[row["Đơn vị tính"]],
          amountVnd: amount(row["Đơn giá (đ)"]),
          validFrom: day(row["Từ ngày"]),
          validTo: dayAfter(row["Đến hết ngày"]),
          dossiersPerTrip: given(row["Hồ sơ mỗi chuyến"]) === null ? null : Number(row["Hồ sơ mỗi chuyến"]),
        })),
      movements: moved.flatMap((each) => ("code" in each ? [] : [each])),
      capUsed,
    },
  };
}
