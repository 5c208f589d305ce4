import { choice, code, date, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { budgetHolds } from "./budget.set-rule";
import { partiesOfProgram } from "./program.rules";
import { signedVnd } from "./subsidy.kinds";
import { budgetLinePolicy } from "./subsidy.policy";

export const BUDGET_KIND = choice("BudgetKind", [
  { value: "GRANTED", vi: "Giao đầu năm", en: "Granted" },
  { value: "AMENDED", vi: "Điều chỉnh", en: "Amended" },
]);

/**
 * A budget line (kinh phí được giao) of a subsidy program: a sum granted, or by which it was amended, with the Decision
 * and the codes of the state budget index (chương, loại-khoản, tiểu mục: Circular 324/2016/TT-BTC). The budget of a
 * program is the sum of its lines; it is never less than what approved claims commit.
 */
@resource({
  single: "subsidyBudgetLine",
  plural: "subsidyBudgetLines",
  label: { vi: "Kinh phí được giao", en: "Budget line" },
  pluralLabel: { vi: "Kinh phí được giao", en: "Budget lines" },
  about: {
    vi: "Một khoản kinh phí được giao hoặc điều chỉnh của kế hoạch.",
    en: "A sum granted to a program, or by which it was amended.",
  },
  title: "document",
  keys: [["program", "document", "item"]],
  keysWithNulls: ["item"],
  sourced: true,
  policy: budgetLinePolicy,
  defaultSort: [{ field: "program" }, { field: "decidedOn" }],
  setRules: [budgetHolds],
  derive: { fields: ["payer", "contractor"], from: { program: ["payer", "contractor"] }, compute: partiesOfProgram },
})
export class SubsidyBudgetLine {
  @field({
    kind: ref("subsidyProgram"),
    required: true,
    write: "create",
    search: true,
    inList: true,
    width: 280,
    label: { vi: "Kế hoạch", en: "Program" },
    headers: ["Kế hoạch kinh phí"],
    about: { vi: "Kế hoạch được giao kinh phí.", en: "The program it is granted to." },
  })
  program!: string;

  @field({
    kind: BUDGET_KIND,
    required: true,
    inList: true,
    width: 130,
    label: { vi: "Loại", en: "Kind" },
    about: { vi: "Giao đầu năm hay điều chỉnh.", en: "Granted, or an amendment." },
  })
  kind!: string;

  @field({
    kind: signedVnd(),
    required: true,
    inList: true,
    width: 150,
    label: { vi: "Số tiền (đ)", en: "Amount (đ)" },
    headers: ["Kinh phí"],
    about: { vi: "Số tiền; âm khi điều chỉnh giảm.", en: "The amount; negative where the budget is lowered." },
  })
  amountVnd!: string;

  @field({
    kind: text({ max: 200 }),
    required: true,
    search: true,
    inList: true,
    width: 220,
    label: { vi: "Văn bản", en: "Document" },
    headers: ["Số văn bản", "Quyết định số"],
    about: { vi: "Quyết định giao hoặc điều chỉnh kinh phí.", en: "The Decision that granted or amended it." },
  })
  document!: string;

  @field({
    kind: date(),
    required: true,
    inList: true,
    width: 120,
    label: { vi: "Ngày", en: "Decided on" },
    headers: ["Ngày văn bản"],
    about: { vi: "Ngày của văn bản.", en: "The document's date." },
  })
  decidedOn!: string;

  @field({
    kind: code({ max: 3, pattern: /^\d{3}$/, shape: "405" }),
    width: 90,
    inList: true,
    label: { vi: "Chương", en: "Chapter" },
    about: { vi: "Mã chương, ba chữ số.", en: "The chapter's code, three digits." },
  })
  chapter!: string;

  @field({
    kind: code({ max: 7, pattern: /^\d{3}-\d{3}$/, shape: "340-341" }),
    width: 110,
    inList: true,
    label: { vi: "Loại-Khoản", en: "Category" },
    about: { vi: "Mã loại và khoản, ví dụ 340-341.", en: "The codes of type and section, for example 340-341." },
  })
  category!: string;

  @field({
    kind: code({ max: 4, pattern: /^\d{4}$/, shape: "6605" }),
    width: 90,
    inList: true,
    label: { vi: "Tiểu mục", en: "Item" },
    about: { vi: "Mã tiểu mục, bốn chữ số.", en: "The item's code, four digits." },
  })
  item!: string;

  @field({
    kind: text({ max: 500 }),
    width: 220,
    label: { vi: "Ghi chú", en: "Note" },
    about: { vi: "Ghi chú.", en: "What there is to note." },
  })
  note!: string;

  @field({
    kind: ref("agency"),
    write: "never",
    width: 220,
    label: { vi: "Cơ quan chi", en: "Payer" },
    about: { vi: "Cơ quan chi của kế hoạch.", en: "Who pays by the program." },
  })
  payer!: string;

  @field({
    kind: ref("agency"),
    write: "never",
    width: 220,
    label: { vi: "Đơn vị được thanh toán", en: "Contractor" },
    about: { vi: "Đơn vị được thanh toán của kế hoạch.", en: "Whom the program pays as a rule." },
  })
  contractor!: string;
}
