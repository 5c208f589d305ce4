import { choice, code, date, decimal, json, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { oneAdjustingAtATime } from "./adjusting.set-rule";
import { budgetHolds } from "./budget.set-rule";
import { capHolds } from "./cap.set-rule";
import { CLAIM_KIND } from "./claim-kind";
import { claimDerived, claimRules } from "./claim.rules";
import { signedVnd } from "./subsidy.kinds";
import { claimPolicy } from "./subsidy.policy";

export const CLAIM_STATE = choice("ClaimState", [
  { value: "DRAFT", vi: "Đang lập", en: "Draft" },
  { value: "SUBMITTED", vi: "Đã gửi", en: "Submitted" },
  { value: "CHECKED", vi: "Đã kiểm tra", en: "Checked" },
  { value: "RETURNED", vi: "Trả lại", en: "Returned" },
  { value: "APPROVED", vi: "Đã phê duyệt", en: "Approved" },
  { value: "PAID", vi: "Đã thanh toán", en: "Paid" },
]);

const INVOICE_PRICE = choice("InvoicePrice", [
  { value: "WITH_VAT", vi: "Giá gồm thuế GTGT", en: "Price with VAT" },
  { value: "WITHOUT_VAT", vi: "Giá chưa gồm thuế GTGT", en: "Price without VAT" },
]);

/** Who did a step, and the working date on which it was done. */
const doneBy = (vi: string, en: string, aboutVi: string, aboutEn: string) =>
  field({
    kind: ref("person"),
    write: "never",
    width: 180,
    label: { vi, en },
    about: { vi: aboutVi, en: aboutEn },
  });
const doneOn = (vi: string, en: string, aboutVi: string, aboutEn: string) =>
  field({ kind: date(), write: "never", width: 120, label: { vi, en }, about: { vi: aboutVi, en: aboutEn } });

/**
 * A claim (đề nghị thanh toán) against a subsidy program for a span of days: drawn up by who moved the dossiers or paid
 * for it, computed from hand-overs or counts, checked, approved and paid by people none of whom approves their own. At
 * approval its total is committed of the budget; what is found wrong later is corrected by an adjusting claim.
 */
@resource({
  single: "subsidyClaim",
  plural: "subsidyClaims",
  label: { vi: "Đề nghị thanh toán", en: "Claim" },
  pluralLabel: { vi: "Đề nghị thanh toán", en: "Claims" },
  about: {
    vi: "Đề nghị thanh toán kinh phí luân chuyển hồ sơ của một kỳ.",
    en: "What is claimed of a program for moving dossiers in a span of days.",
  },
  title: "code",
  keys: [["code"]],
  sourced: true,
  policy: claimPolicy,
  defaultSort: [{ field: "firstDay", descending: true }, { field: "code" }],
  rules: claimRules,
  setRules: [budgetHolds, capHolds, oneAdjustingAtATime],
  derive: { fields: ["state", "kind", "payer"], from: { program: ["payer"] }, compute: claimDerived },
  indexes: [["program", "state"]],
  lists: [
    {
      name: "lines",
      label: { vi: "Các dòng đề nghị", en: "Lines" },
      about: { vi: "Các dòng đã tính lúc gửi.", en: "The lines as computed when it was submitted." },
      target: "subsidyClaimLine",
      via: "claim",
    },
    {
      name: "attachments",
      label: { vi: "Giấy tờ kèm theo", en: "Attachments" },
      about: { vi: "Hợp đồng, biên bản nghiệm thu, hóa đơn…", en: "Contract, acceptance minutes, invoice…" },
      target: "claimAttachment",
      via: "claim",
    },
    {
      name: "adjustments",
      label: { vi: "Đề nghị điều chỉnh", en: "Adjusting claims" },
      about: { vi: "Các đề nghị điều chỉnh đề nghị này.", en: "The claims that correct this one." },
      target: "subsidyClaim",
      via: "adjusts",
    },
  ],
})
export class SubsidyClaim {
  @field({
    kind: code({ max: 50 }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 150,
    label: { vi: "Số đề nghị", en: "Claim no." },
    headers: ["Số"],
    about: { vi: "Số, ký hiệu của đề nghị.", en: "The claim's number." },
  })
  code!: string;

  @field({
    kind: ref("subsidyProgram"),
    required: true,
    write: "create",
    search: true,
    inList: true,
    width: 260,
    label: { vi: "Kế hoạch", en: "Program" },
    headers: ["Kế hoạch kinh phí"],
    about: { vi: "Kế hoạch kinh phí được đề nghị chi.", en: "The program it is claimed of." },
  })
  program!: string;

  @field({
    kind: CLAIM_KIND,
    write: "create",
    width: 130,
    label: { vi: "Loại", en: "Kind" },
    about: {
      vi: "Đề nghị lần đầu, hay điều chỉnh một đề nghị đã phê duyệt.",
      en: "An original claim, or one that corrects an approved one.",
    },
  })
  kind!: string;

  @field({
    kind: ref("subsidyClaim"),
    write: "create",
    width: 150,
    label: { vi: "Điều chỉnh cho", en: "Adjusts" },
    about: { vi: "Đề nghị đã phê duyệt được điều chỉnh.", en: "The approved claim that it corrects." },
  })
  adjusts!: string;

  @field({
    kind: date(),
    required: true,
    write: "create",
    inList: true,
    width: 110,
    label: { vi: "Từ ngày", en: "From" },
    about: { vi: "Ngày đầu được đề nghị.", en: "The first day it is for." },
  })
  firstDay!: string;

  @field({
    kind: date(),
    required: true,
    write: "create",
    inList: true,
    width: 110,
    label: { vi: "Đến ngày", en: "To" },
    about: { vi: "Ngày cuối được đề nghị, tính cả ngày ấy.", en: "The last day it is for, itself included." },
  })
  lastDay!: string;

  @field({
    kind: ref("agency"),
    required: true,
    search: true,
    inList: true,
    width: 200,
    label: { vi: "Đơn vị đề nghị", en: "Claimant" },
    about: { vi: "Đơn vị lập đề nghị.", en: "Who claims." },
  })
  claimant!: string;

  @field({
    kind: ref("agency"),
    required: true,
    search: true,
    width: 200,
    label: { vi: "Đơn vị nhận tiền", en: "Payee" },
    about: {
      vi: "Đơn vị được chi trả: bưu điện, hoặc cơ quan đã trả thay.",
      en: "Who is paid: the Post, or the unit that paid it.",
    },
  })
  payee!: string;

  @field({
    kind: text({ max: 200 }),
    width: 200,
    label: { vi: "Tài khoản nhận tiền", en: "Payee's account" },
    about: { vi: "Số tài khoản và nơi mở.", en: "The account's number and where it is kept." },
  })
  payeeAccount!: string;

  @field({
    kind: text({ max: 200 }),
    search: true,
    width: 180,
    label: { vi: "Hợp đồng", en: "Contract" },
    about: { vi: "Số và ngày hợp đồng.", en: "The contract's number and date." },
  })
  contract!: string;

  @field({
    kind: text({ max: 200 }),
    width: 180,
    label: { vi: "Biên bản nghiệm thu", en: "Acceptance minutes" },
    about: { vi: "Số biên bản nghiệm thu khối lượng.", en: "The minutes that accept the volume." },
  })
  minutes!: string;

  @field({
    kind: date(),
    width: 130,
    label: { vi: "Ngày nghiệm thu", en: "Accepted on" },
    about: { vi: "Ngày nghiệm thu khối lượng.", en: "When the volume was accepted." },
  })
  acceptedOn!: string;

  @field({
    kind: text({ max: 100 }),
    search: true,
    width: 140,
    label: { vi: "Số hóa đơn", en: "Invoice no." },
    about: { vi: "Số hóa đơn.", en: "The invoice's number." },
  })
  invoiceNumber!: string;

  @field({
    kind: date(),
    width: 120,
    label: { vi: "Ngày hóa đơn", en: "Invoice date" },
    about: { vi: "Ngày hóa đơn.", en: "The invoice's date." },
  })
  invoicedOn!: string;

  @field({
    kind: INVOICE_PRICE,
    width: 160,
    label: { vi: "Giá trên hóa đơn", en: "Invoice price" },
    about: { vi: "Giá trên hóa đơn gồm thuế hay chưa.", en: "Whether the invoice states prices with VAT." },
  })
  invoicePrice!: string;

  @field({
    kind: decimal({ scale: 2, min: 0, max: 100 }),
    width: 110,
    label: { vi: "Thuế GTGT (%)", en: "VAT (%)" },
    about: {
      vi: "Thuế suất nằm trong số tiền; trống là không chịu thuế.",
      en: "The rate of VAT that the amount includes; empty where there is none.",
    },
  })
  vatPercent!: string;

  @field({
    kind: CLAIM_STATE,
    write: "never",
    inList: true,
    width: 130,
    label: { vi: "Trạng thái", en: "State" },
    about: { vi: "Đề nghị đang ở bước nào.", en: "Which step it has reached." },
  })
  state!: string;

  @field({
    kind: signedVnd(),
    write: "never",
    inList: true,
    width: 150,
    label: { vi: "Đề nghị (đ)", en: "Claimed (đ)" },
    about: {
      vi: "Tổng các dòng, gồm thuế; trống khi chưa gửi.",
      en: "The sum of its lines, VAT included; empty until submitted.",
    },
  })
  totalVnd!: string;

  @field({
    kind: signedVnd(),
    write: "never",
    width: 130,
    label: { vi: "Trong đó thuế (đ)", en: "Of it VAT (đ)" },
    about: { vi: "Thuế nằm trong tổng, làm tròn đến đồng.", en: "The VAT within the total, rounded to the đồng." },
  })
  vatVnd!: string;

  @field({
    kind: ref("agency"),
    write: "never",
    width: 220,
    label: { vi: "Cơ quan chi", en: "Payer" },
    about: { vi: "Cơ quan chi của kế hoạch.", en: "Who pays by the program." },
  })
  payer!: string;

  @field({
    kind: ref("person"),
    write: "never",
    stamp: "creator",
    width: 180,
    label: { vi: "Người lập", en: "Drafted by" },
    about: { vi: "Người lập đề nghị.", en: "Who drew it up." },
  })
  draftedBy!: string;

  @doneBy("Người gửi", "Submitted by", "Người gửi đề nghị.", "Who submitted it.")
  submittedBy!: string;

  @doneOn("Ngày gửi", "Submitted on", "Ngày gửi đề nghị.", "When it was submitted.")
  submittedOn!: string;

  @doneBy("Người kiểm tra", "Checked by", "Người đã kiểm tra.", "Who checked it.")
  checkedBy!: string;

  @doneOn("Ngày kiểm tra", "Checked on", "Ngày kiểm tra.", "When it was checked.")
  checkedOn!: string;

  @doneBy("Người phê duyệt", "Approved by", "Người đã phê duyệt.", "Who approved it.")
  approvedBy!: string;

  @doneOn("Ngày phê duyệt", "Approved on", "Ngày phê duyệt.", "When it was approved.")
  approvedOn!: string;

  @doneBy("Người thanh toán", "Paid by", "Người ghi nhận thanh toán.", "Who recorded the payment.")
  paidBy!: string;

  @doneOn("Ngày thanh toán", "Paid on", "Ngày thanh toán.", "When it was paid.")
  paidOn!: string;

  @field({
    kind: text({ max: 100 }),
    write: "never",
    width: 150,
    label: { vi: "Chứng từ chi", en: "Voucher" },
    about: { vi: "Số chứng từ chi.", en: "The voucher of the payment." },
  })
  voucher!: string;

  @doneBy("Người trả lại", "Returned by", "Người trả lại lần gần nhất.", "Who returned it last.")
  returnedBy!: string;

  @doneOn("Ngày trả lại", "Returned on", "Ngày trả lại gần nhất.", "When it was last returned.")
  returnedOn!: string;

  @field({
    kind: text({ max: 1000, multiline: true }),
    write: "never",
    sort: false,
    label: { vi: "Lý do trả lại", en: "Why returned" },
    about: {
      vi: "Lý do trả lại lần gần nhất; hết khi gửi lại.",
      en: "Why it was returned; empty once it is submitted again.",
    },
  })
  returnReason!: string;

  @field({
    kind: text({ max: 500 }),
    width: 220,
    label: { vi: "Ghi chú", en: "Note" },
    about: { vi: "Ghi chú của đơn vị đề nghị.", en: "What the claimant notes." },
  })
  note!: string;

  @field({
    kind: json(),
    filter: false,
    sort: false,
    write: "never",
    label: { vi: "Dữ liệu đã ghim", en: "Pinned data" },
    about: {
      vi: "Tuyến, đơn giá, số lượng và mức hỗ trợ lúc gửi: tính lại từ đây ra đúng đến đồng.",
      en: "The routes, rates, quantities and terms it was submitted with: computing from them gives the same to the đồng.",
    },
  })
  pinned!: unknown;
}
