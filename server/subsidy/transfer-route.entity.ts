import { choice, code, ref } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { VALIDITY_FROM, VALIDITY_TO } from "../platform/registry/validity";
import { CARRIER } from "./subsidy.kinds";
import { routePolicy } from "./transfer.policy";
import { routeRules } from "./transfer.rules";

const DIRECTION = choice("TransferDirection", [
  { value: "IN", vi: "Chuyển hồ sơ đi giải quyết", en: "Dossiers to the settling agency" },
  { value: "OUT", vi: "Chuyển kết quả về", en: "Results back" },
  { value: "BOTH", vi: "Hai chiều", en: "Both ways" },
]);

/**
 * A transfer route (tuyến luân chuyển) on which the administration itself moves dossiers between a reception point and
 * the settling agency: Decree 61/2018/NĐ-CP, Article 18. It is not the tariff an applicant pays.
 */
@resource({
  single: "transferRoute",
  plural: "transferRoutes",
  label: { vi: "Tuyến luân chuyển", en: "Transfer route" },
  pluralLabel: { vi: "Tuyến luân chuyển", en: "Transfer routes" },
  about: {
    vi: "Tuyến chuyển hồ sơ giữa nơi tiếp nhận và cơ quan giải quyết.",
    en: "A route on which dossiers are moved between where they are received and where they are settled.",
  },
  title: "code",
  keys: [["code"], ["from", "to", "direction"]],
  sourced: true,
  // What moved on a route that was given up still names it.
  ofAllDays: true,
  policy: routePolicy,
  rules: routeRules,
  lists: [
    {
      name: "rates",
      label: { vi: "Đơn giá", en: "Rates" },
      about: { vi: "Các đơn giá của tuyến theo thời gian.", en: "The route's rates over time." },
      target: "transferRate",
      via: "route",
    },
    {
      name: "handOvers",
      label: { vi: "Giao nhận hồ sơ", en: "Hand-overs" },
      about: { vi: "Các lần giao nhận hồ sơ trên tuyến.", en: "The hand-overs of dossiers on the route." },
      target: "handOver",
      via: "route",
    },
  ],
})
export class TransferRoute {
  @field({
    kind: code({ max: 30 }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 120,
    label: { vi: "Mã tuyến", en: "Code" },
    headers: ["Mã"],
    about: { vi: "Mã tuyến, duy nhất trong tỉnh.", en: "The route's code, unique in the province." },
  })
  code!: string;

  @field({
    kind: ref("agency"),
    search: true,
    required: true,
    inList: true,
    width: 280,
    label: { vi: "Nơi đi", en: "Origin" },
    headers: ["Từ"],
    about: { vi: "Nơi hồ sơ xuất phát.", en: "Where the dossiers leave." },
  })
  from!: string;

  @field({
    kind: ref("agency"),
    search: true,
    required: true,
    inList: true,
    width: 280,
    label: { vi: "Nơi đến", en: "Destination" },
    headers: ["Đến"],
    about: { vi: "Nơi hồ sơ được chuyển đến.", en: "Where the dossiers arrive." },
  })
  to!: string;

  @field({
    kind: DIRECTION,
    required: true,
    inList: true,
    width: 180,
    label: { vi: "Chiều", en: "Direction" },
    about: { vi: "Chuyển hồ sơ đi, kết quả về, hay hai chiều.", en: "Dossiers in, results out, or both." },
  })
  direction!: string;

  @field({
    kind: CARRIER,
    required: true,
    inList: true,
    width: 140,
    label: { vi: "Người vận chuyển", en: "Carrier" },
    about: { vi: "Ai chuyển hồ sơ trên tuyến.", en: "Who carries the dossiers on the route." },
  })
  carrier!: string;

  @field({
    kind: ref("agency"),
    search: true,
    width: 220,
    label: { vi: "Đơn vị vận chuyển", en: "Carried by" },
    headers: ["Bên vận chuyển"],
    about: {
      vi: "Đơn vị vận chuyển hồ sơ trên tuyến, thường là bưu điện; trống khi cơ quan tự chuyển.",
      en: "The unit that carries the dossiers, the Post as a rule; empty where the agencies carry them themselves.",
    },
  })
  carriedBy!: string;

  @field({ ...VALIDITY_FROM, label: { vi: "Từ ngày", en: "Valid from" } })
  validFrom!: string;

  @field(VALIDITY_TO)
  validTo!: string;
}
