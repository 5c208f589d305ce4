import { ref, vnd } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { quantity, RATE_UNIT, sharePercent } from "./subsidy.kinds";
import { estimateLinePolicy } from "./subsidy.policy";

/** A line of an estimate: a route's expected quantity in the year at its expected rate. */
@resource({
  single: "subsidyEstimateLine",
  plural: "subsidyEstimateLines",
  label: { vi: "Dòng dự toán", en: "Estimate line" },
  pluralLabel: { vi: "Dòng dự toán", en: "Estimate lines" },
  about: { vi: "Một tuyến trong dự toán.", en: "A route in an estimate." },
  title: "route",
  policy: estimateLinePolicy,
  readOnly: true,
  defaultSort: [{ field: "estimate" }, { field: "route" }],
})
export class SubsidyEstimateLine {
  @field({
    kind: ref("subsidyEstimate"),
    required: true,
    inList: true,
    width: 260,
    label: { vi: "Dự toán", en: "Estimate" },
    about: { vi: "Dự toán chứa dòng này.", en: "The estimate it stands in." },
  })
  estimate!: string;

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
    about: { vi: "Đơn giá dự kiến, gồm thuế.", en: "The expected rate, VAT included." },
  })
  rateVnd!: string;

  @field({
    kind: quantity(),
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Số lượng", en: "Quantity" },
    about: { vi: "Số lượng dự kiến cả năm.", en: "The expected quantity of the year." },
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
    kind: vnd(),
    required: true,
    inList: true,
    width: 140,
    label: { vi: "Thành tiền (đ)", en: "Amount (đ)" },
    about: {
      vi: "Đơn giá × số lượng × mức hỗ trợ, làm tròn đến đồng.",
      en: "Rate × quantity × share, rounded to the đồng.",
    },
  })
  amountVnd!: string;

  @field({
    kind: ref("agency"),
    width: 220,
    label: { vi: "Cơ quan chi", en: "Payer" },
    about: { vi: "Cơ quan chi của dự toán.", en: "Who is asked." },
  })
  payer!: string;
}
