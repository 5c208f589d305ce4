import { date, int, ref, vnd } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { VALIDITY_FROM, VALIDITY_TO } from "../platform/registry/validity";
import { CLAIM_KIND } from "./claim-kind";
import { quantity, RATE_UNIT, sharePercent, signedVnd } from "./subsidy.kinds";
import { claimLinePolicy } from "./subsidy.policy";

const party = (vi: string, en: string) =>
  field({
    kind: ref("agency"),
    width: 220,
    label: { vi, en },
    about: { vi: `${vi} của đề nghị.`, en: `${en} of the claim.` },
  });

/**
 * A line of a claim: a route, a rate and the days on which it held, as they were computed when the claim was submitted.
 * Amount = rate × quantity × share, rounded half up to the đồng (away from zero where negative), cut where the cap is
 * reached. On one day a route of a program is claimed once; adjusting claims take back and claim anew.
 */
@resource({
  single: "subsidyClaimLine",
  plural: "subsidyClaimLines",
  label: { vi: "Dòng đề nghị", en: "Claim line" },
  pluralLabel: { vi: "Dòng đề nghị", en: "Claim lines" },
  about: { vi: "Một dòng của đề nghị thanh toán.", en: "A line of a claim." },
  title: "route",
  ofAllDays: true,
  policy: claimLinePolicy,
  readOnly: true,
  defaultSort: [{ field: "claim" }, { field: "position" }],
  intervals: [{ key: ["route", "program"], field: "route", except: { field: "kind", value: "ADJUSTING" } }],
})
export class SubsidyClaimLine {
  @field({
    kind: ref("subsidyClaim"),
    required: true,
    inList: true,
    width: 150,
    label: { vi: "Đề nghị", en: "Claim" },
    about: { vi: "Đề nghị chứa dòng này.", en: "The claim it stands in." },
  })
  claim!: string;

  @field({
    kind: int({ min: 1 }),
    required: true,
    inList: true,
    width: 60,
    label: { vi: "Thứ tự", en: "No." },
    about: { vi: "Thứ tự trong đề nghị.", en: "Its place in the claim." },
  })
  position!: number;

  @field({
    kind: ref("transferRoute"),
    required: true,
    inList: true,
    width: 180,
    label: { vi: "Tuyến", en: "Route" },
    about: { vi: "Tuyến luân chuyển.", en: "The transfer route." },
  })
  route!: string;

  @field({
    kind: ref("transferRate"),
    required: true,
    width: 120,
    label: { vi: "Đơn giá áp dụng", en: "Rate row" },
    about: { vi: "Đơn giá được áp dụng.", en: "The rate that was applied." },
  })
  rate!: string;

  @field({
    kind: date(),
    required: true,
    width: 110,
    label: { vi: "Kỳ bắt đầu", en: "Claim period from" },
    about: { vi: "Ngày đầu của kỳ đề nghị chứa dòng.", en: "The first day of the claim period it lies in." },
  })
  windowFrom!: string;

  @field({ ...VALIDITY_FROM, required: true })
  validFrom!: string;

  @field({ ...VALIDITY_TO, required: true })
  validTo!: string;

  @field({
    kind: RATE_UNIT,
    required: true,
    inList: true,
    width: 120,
    label: { vi: "Đơn vị tính", en: "Unit" },
    about: { vi: "Tính theo hồ sơ, chuyến hay tháng.", en: "Per dossier, trip or month." },
  })
  rateUnit!: string;

  @field({
    kind: vnd(),
    required: true,
    inList: true,
    width: 120,
    label: { vi: "Đơn giá (đ)", en: "Rate (đ)" },
    about: { vi: "Đơn giá, gồm thuế.", en: "The rate, VAT included." },
  })
  rateVnd!: string;

  @field({
    kind: quantity(),
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Số lượng", en: "Quantity" },
    about: {
      vi: "Số hồ sơ, chuyến hoặc tháng; âm khi thu hồi.",
      en: "How many dossiers, trips or months; negative where they are taken back.",
    },
  })
  quantity!: string;

  @field({
    kind: sharePercent(),
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Mức hỗ trợ (%)", en: "Share (%)" },
    about: { vi: "Phần chi phí được hỗ trợ.", en: "The share that is paid." },
  })
  sharePercent!: string;

  @field({
    kind: signedVnd(),
    required: true,
    width: 140,
    label: { vi: "Trước trần (đ)", en: "Before the cap (đ)" },
    about: {
      vi: "Đơn giá × số lượng × mức hỗ trợ, làm tròn đến đồng, chưa xét trần.",
      en: "Rate × quantity × share, rounded to the đồng, before the cap.",
    },
  })
  wantedVnd!: string;

  @field({
    kind: signedVnd(),
    required: true,
    inList: true,
    width: 140,
    label: { vi: "Thành tiền (đ)", en: "Amount (đ)" },
    about: { vi: "Số tiền đề nghị của dòng, gồm thuế.", en: "What the line claims, VAT included." },
  })
  amountVnd!: string;

  @field({
    kind: ref("subsidyProgram"),
    required: true,
    width: 220,
    label: { vi: "Kế hoạch", en: "Program" },
    about: { vi: "Kế hoạch của đề nghị.", en: "The claim's program." },
  })
  program!: string;

  @field({
    kind: CLAIM_KIND,
    required: true,
    width: 120,
    label: { vi: "Loại", en: "Kind" },
    about: { vi: "Của đề nghị lần đầu hay điều chỉnh.", en: "Of an original or an adjusting claim." },
  })
  kind!: string;

  @party("Cơ quan chi", "Payer")
  payer!: string;

  @party("Đơn vị đề nghị", "Claimant")
  claimant!: string;

  @party("Đơn vị nhận tiền", "Payee")
  payee!: string;
}
