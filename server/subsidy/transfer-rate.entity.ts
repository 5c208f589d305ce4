import { choice, int, ref, text, vnd } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { VALIDITY_FROM, VALIDITY_TO } from "../platform/registry/validity";
import { routeBegins, routeCarriedBy, routeEnds } from "./route-end.field";
import { RATE_UNIT } from "./subsidy.kinds";
import { endsOfRoute } from "./transfer.rules";
import { ratePolicy } from "./transfer.policy";

/** How far a postal price reaches: Circular 22/2017/TT-BTTTT prices dossiers by distance and weight. */
const ZONE = choice("PostalZone", [
  { value: "WITHIN_DISTRICT", vi: "Trong huyện", en: "Within the district" },
  { value: "BETWEEN_DISTRICTS", vi: "Liên huyện", en: "Between districts" },
  { value: "BETWEEN_PROVINCES", vi: "Liên tỉnh", en: "Between provinces" },
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
  derive: { fields: ["from", "to", "carriedBy"], from: { route: ["from", "to", "carriedBy"] }, compute: endsOfRoute },
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

  @field({
    kind: text({ max: 200 }),
    search: true,
    inList: true,
    width: 200,
    label: { vi: "Hợp đồng", en: "Contract" },
    headers: ["Theo hợp đồng", "Phụ lục hợp đồng"],
    about: {
      vi: "Hợp đồng hoặc phụ lục thỏa thuận đơn giá, khi không do Quyết định ban hành.",
      en: "The contract or annex that agreed the rate, where no Decision set it.",
    },
  })
  contract!: string;

  @field({
    kind: ZONE,
    width: 140,
    label: { vi: "Vùng cước", en: "Zone" },
    about: {
      vi: "Vùng tính cước, khi đơn giá theo giá bưu chính.",
      en: "The zone the price is for, where it is a postal price.",
    },
  })
  zone!: string;

  @field({
    kind: int({ min: 1, max: 100_000 }),
    width: 140,
    label: { vi: "Nấc khối lượng đến (g)", en: "Weight step up to (g)" },
    about: {
      vi: "Khối lượng lớn nhất mà đơn giá áp dụng, gam, khi đơn giá theo giá bưu chính.",
      en: "The greatest weight the price is for, in grams, where it is a postal price.",
    },
  })
  weightStepGrams!: number;

  @field({
    kind: int({ min: 1, max: 100_000 }),
    width: 140,
    label: { vi: "Hồ sơ mỗi chuyến", en: "Dossiers per trip" },
    about: {
      vi: "Số hồ sơ bình quân một chuyến: từ đó tính số chuyến khi kế hoạch tính theo số liệu hồ sơ.",
      en: "How many dossiers a trip carries as a rule: trips are made of it where a program goes by dossier counts.",
    },
  })
  dossiersPerTrip!: number;

  @field({ ...VALIDITY_FROM, required: true, label: { vi: "Từ ngày", en: "Valid from" } })
  validFrom!: string;

  @field(VALIDITY_TO)
  validTo!: string;

  @routeBegins()
  from!: string;

  @routeEnds()
  to!: string;

  @routeCarriedBy()
  carriedBy!: string;
}
