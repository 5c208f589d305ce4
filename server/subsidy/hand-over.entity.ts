import { bool, choice, code, date, int, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { handOverDerived, handOverRules } from "./hand-over.rules";
import { handOverPlace } from "./hand-over.set-rule";
import { routeBegins, routeCarriedBy, routeEnds } from "./route-end.field";
import { CARRIER, timeOfDay } from "./subsidy.kinds";
import { handOverPolicy } from "./subsidy.policy";

const TIMELINESS = choice("TransferTimeliness", [
  { value: "ON_TIME", vi: "Đúng hạn", en: "On time" },
  { value: "LATE", vi: "Chuyển chậm", en: "Late" },
  { value: "UNKNOWN", vi: "Chưa rõ", en: "Not known" },
]);

/**
 * A hand-over (biên bản giao nhận): the record of dossiers that one unit hands to another on a transfer route, with the
 * signatures of both. Decree 61/2018/NĐ-CP, Article 18: dossiers are moved the same day, or at the start of the next
 * working day when they were received after 15:00.
 */
@resource({
  single: "handOver",
  plural: "handOvers",
  label: { vi: "Giao nhận hồ sơ", en: "Hand-over" },
  pluralLabel: { vi: "Giao nhận hồ sơ", en: "Hand-overs" },
  about: {
    vi: "Biên bản giao nhận hồ sơ trên một tuyến luân chuyển, có chữ ký hai bên mới được tính.",
    en: "The record of dossiers handed over on a transfer route; it counts once both sides signed it.",
  },
  title: "number",
  keys: [["route", "number"]],
  uniqueTogether: [["route", "number"]],
  sourced: true,
  policy: handOverPolicy,
  defaultSort: [{ field: "handedOn", descending: true }, { field: "number" }],
  rules: handOverRules,
  setRules: [handOverPlace],
  derive: {
    fields: ["from", "to", "carriedBy", "isSigned", "dueOn", "timeliness"],
    from: { route: ["from", "to", "carriedBy"] },
    compute: handOverDerived,
  },
  indexes: [["route", "handedOn"]],
})
export class HandOver {
  @field({
    kind: code({ max: 40 }),
    required: true,
    search: true,
    inList: true,
    width: 130,
    label: { vi: "Số biên bản", en: "Record no." },
    headers: ["Số", "Biên bản số"],
    about: { vi: "Số của biên bản giao nhận, duy nhất trên tuyến.", en: "The record's number, unique on its route." },
  })
  number!: string;

  @field({
    kind: ref("transferRoute"),
    required: true,
    search: true,
    inList: true,
    width: 160,
    label: { vi: "Tuyến", en: "Route" },
    headers: ["Tuyến luân chuyển", "Mã tuyến"],
    about: { vi: "Tuyến mà hồ sơ được chuyển.", en: "The route the dossiers are moved on." },
  })
  route!: string;

  @field({
    kind: date(),
    required: true,
    inList: true,
    width: 120,
    label: { vi: "Ngày giao", en: "Handed over on" },
    headers: ["Ngày giao nhận", "Ngày"],
    about: { vi: "Ngày hai bên giao nhận hồ sơ.", en: "The day on which the dossiers were handed over." },
  })
  handedOn!: string;

  @field({
    kind: int({ min: 0, max: 1_000_000 }),
    required: true,
    inList: true,
    width: 100,
    label: { vi: "Số hồ sơ", en: "Dossiers" },
    headers: ["Số lượng hồ sơ", "SL hồ sơ"],
    about: { vi: "Số hồ sơ giao nhận.", en: "How many dossiers were handed over." },
  })
  dossiers!: number;

  @field({
    kind: CARRIER,
    required: true,
    inList: true,
    width: 140,
    label: { vi: "Người vận chuyển", en: "Carrier" },
    headers: ["Người chuyển"],
    about: {
      vi: "Ai đã chuyển lần này; chỉ được tính khi đúng người vận chuyển của tuyến.",
      en: "Who carried them this time; it counts where that is the route's carrier.",
    },
  })
  carrier!: string;

  @field({
    kind: date(),
    width: 120,
    label: { vi: "Ngày tiếp nhận", en: "Received on" },
    about: {
      vi: "Ngày tiếp nhận hồ sơ sau cùng trong biên bản.",
      en: "The day on which the last of the dossiers was received.",
    },
  })
  receivedOn!: string;

  @field({
    kind: timeOfDay(),
    width: 100,
    label: { vi: "Giờ tiếp nhận", en: "Received at" },
    about: { vi: "Giờ tiếp nhận hồ sơ sau cùng, ví dụ 14:30.", en: "At what time, for example 14:30." },
  })
  receivedAt!: string;

  @field({
    kind: text({ max: 200 }),
    inList: true,
    width: 170,
    label: { vi: "Bên giao ký", en: "Signed by the sender" },
    headers: ["Người giao", "Chữ ký bên giao"],
    about: { vi: "Người ký bên giao; trống là chưa ký.", en: "Who signed for the sender; empty is not signed yet." },
  })
  senderSignature!: string;

  @field({
    kind: text({ max: 200 }),
    inList: true,
    width: 170,
    label: { vi: "Bên nhận ký", en: "Signed by the receiver" },
    headers: ["Người nhận", "Chữ ký bên nhận"],
    about: { vi: "Người ký bên nhận; trống là chưa ký.", en: "Who signed for the receiver; empty is not signed yet." },
  })
  receiverSignature!: string;

  @field({
    kind: bool(),
    write: "never",
    inList: true,
    width: 110,
    label: { vi: "Đủ chữ ký", en: "Signed" },
    about: { vi: "Cả hai bên đã ký.", en: "Both sides signed it." },
  })
  isSigned!: boolean;

  @field({
    kind: date(),
    write: "never",
    width: 120,
    label: { vi: "Hạn chuyển", en: "Due on" },
    about: {
      vi: "Ngày phải chuyển: trong ngày, hoặc ngày làm việc tiếp theo khi tiếp nhận sau 15 giờ (Điều 18 Nghị định 61/2018/NĐ-CP).",
      en: "When they were to be moved: the same day, or the next working day when received after 15:00 (Decree 61/2018/NĐ-CP, Article 18).",
    },
  })
  dueOn!: string;

  @field({
    kind: TIMELINESS,
    write: "never",
    inList: true,
    width: 120,
    label: { vi: "Thời hạn chuyển", en: "In time" },
    about: {
      vi: "Chuyển đúng hạn hay chậm; chưa rõ khi không ghi ngày và giờ tiếp nhận. Chỉ để đối chiếu, không ảnh hưởng số tiền.",
      en: "Moved in time or late; not known without the day and time of reception. A check: no amount depends on it.",
    },
  })
  timeliness!: string;

  @field({
    kind: text({ max: 500 }),
    width: 220,
    label: { vi: "Ghi chú", en: "Note" },
    about: { vi: "Ghi chú của biên bản.", en: "What the record notes." },
  })
  note!: string;

  @routeBegins()
  from!: string;

  @routeEnds()
  to!: string;

  @routeCarriedBy()
  carriedBy!: string;
}
