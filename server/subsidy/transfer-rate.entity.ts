import { choice, ref, vnd } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { VALIDITY_FROM, VALIDITY_TO } from "../platform/registry/validity";
import { ratePolicy } from "./transfer.policy";

const RATE_UNIT = choice("TransferRateUnit", [
  { value: "PER_DOSSIER", vi: "Mỗi hồ sơ", en: "Per dossier" },
  { value: "PER_TRIP", vi: "Mỗi chuyến", en: "Per trip" },
  { value: "PER_MONTH", vi: "Mỗi tháng", en: "Per month" },
]);

/** A transfer rate (đơn giá luân chuyển): what moving dossiers on a route costs the administration, from date to date. */
@resource({
  single: "transferRate",
  plural: "transferRates",
  label: { vi: "Đơn giá luân chuyển", en: "Transfer rate" },
  pluralLabel: { vi: "Đơn giá luân chuyển", en: "Transfer rates" },
  about: {
    vi: "Đơn giá của một tuyến luân chuyển trong một khoảng thời gian.",
    en: "The rate of a transfer route during a span of time.",
  },
  title: "rateUnit",
  keys: [["route", "validFrom"], ["route"]],
  sourced: true,
  policy: ratePolicy,
  defaultSort: [{ field: "route" }, { field: "validFrom" }],
  intervals: [{ key: ["route"], field: "validFrom" }],
})
export class TransferRate {
  @field({
    kind: ref("transferRoute"),
    search: true,
    required: true,
    write: "create",
    inList: true,
    width: 140,
    label: { vi: "Tuyến", en: "Route" },
    headers: ["Tuyến luân chuyển", "Mã tuyến"],
    about: { vi: "Tuyến áp dụng đơn giá.", en: "The route the rate is for." },
  })
  route!: string;

  @field({
    kind: RATE_UNIT,
    required: true,
    inList: true,
    width: 130,
    label: { vi: "Đơn vị tính", en: "Unit" },
    headers: ["Đơn vị"],
    about: { vi: "Tính theo hồ sơ, chuyến hay tháng.", en: "Per dossier, trip or month." },
  })
  rateUnit!: string;

  @field({
    kind: vnd(),
    required: true,
    inList: true,
    width: 130,
    label: { vi: "Đơn giá (đ)", en: "Rate (đ)" },
    headers: ["Số tiền"],
    about: {
      vi: "Số tiền cho một đơn vị tính, đồng, gồm thuế.",
      en: "The amount for one unit, in đồng, VAT included.",
    },
  })
  amountVnd!: string;

  @field({
    kind: ref("decision"),
    inList: true,
    width: 150,
    label: { vi: "Căn cứ", en: "Decision" },
    headers: ["Quyết định"],
    about: { vi: "Quyết định ban hành đơn giá.", en: "The Decision that set the rate." },
  })
  decision!: string;

  @field({ ...VALIDITY_FROM, required: true })
  validFrom!: string;

  @field(VALIDITY_TO)
  validTo!: string;
}
