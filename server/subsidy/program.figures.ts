import { vnd } from "../platform/kinds/all";
import type { FigureBatch, FigureOptions, Label } from "../platform/registry/declare";
import { budgetSums, type BudgetSums } from "./budget.sql";
import { signedVnd } from "./subsidy.kinds";

const figure = (name: string, label: Label, about: Label, of: (sums: BudgetSums) => bigint): FigureOptions => ({
  name,
  kind: name === "remainingVnd" ? signedVnd() : vnd(),
  label,
  about,
  width: 140,
  async load({ ids, database }: FigureBatch) {
    const sums = await budgetSums(database.engine, (sql, values) => database.read(sql, values), ids);
    return new Map([...sums].map(([id, one]) => [id, String(of(one))]));
  },
});

/** What a program has, has promised and has spent. */
export const programFigures: FigureOptions[] = [
  figure(
    "budgetVnd",
    { vi: "Kinh phí (đ)", en: "Budget (đ)" },
    { vi: "Tổng kinh phí được giao và điều chỉnh.", en: "The sum of its budget lines." },
    ({ budgetVnd }) => budgetVnd,
  ),
  figure(
    "committedVnd",
    { vi: "Đã duyệt, chưa chi (đ)", en: "Committed (đ)" },
    { vi: "Các đề nghị đã phê duyệt mà chưa thanh toán.", en: "The claims that are approved and not yet paid." },
    ({ committedVnd }) => committedVnd,
  ),
  figure(
    "paidVnd",
    { vi: "Đã chi (đ)", en: "Paid (đ)" },
    { vi: "Các đề nghị đã thanh toán.", en: "The claims that are paid." },
    ({ paidVnd }) => paidVnd,
  ),
  figure(
    "remainingVnd",
    { vi: "Còn lại (đ)", en: "Remaining (đ)" },
    { vi: "Kinh phí trừ số đã duyệt và đã chi.", en: "The budget less what is committed and paid." },
    ({ budgetVnd, committedVnd, paidVnd }) => budgetVnd - committedVnd - paidVnd,
  ),
];
