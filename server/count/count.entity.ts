import { choice, int, ref } from "../platform/kinds/all";
import { field, resource, type Label } from "../platform/registry/declare";
import { VALIDITY_FROM, VALIDITY_TO } from "../platform/registry/validity";
import { countRollUps } from "./count.roll-ups";
import { countFiles } from "./count.files";
import { countPolicy } from "./count.policy";
import { countedDays } from "./count.rules";

const PLACE = choice("ReceptionPlace", [
  { value: "ONE_STOP", vi: "Bộ phận Một cửa", en: "One-stop unit" },
  { value: "POST_OFFICE", vi: "Bưu cục", en: "Post office" },
  { value: "HOME", vi: "Tại nhà người nộp", en: "The applicant's address" },
  { value: "PORTAL", vi: "Cổng dịch vụ công", en: "Portal" },
]);

const RECEIVER = choice("Receiver", [
  { value: "OFFICER", vi: "Công chức", en: "Officer" },
  { value: "POSTAL_STAFF", vi: "Nhân viên bưu điện", en: "Postal staff" },
]);

/** A whole number of dossiers; empty is not reported, 0 is that nothing came. */
const dossiers = (label: Label, about: Label, headers: string[] = []) =>
  field({
    kind: int({ min: 0, max: 100_000_000 }),
    inList: true,
    width: 110,
    label,
    headers,
    about,
  });

/**
 * A dossier count (số liệu hồ sơ): how many dossiers of one procedure a reception unit received and returned in a period,
 * by channel, and how they were settled. The two legs are counted apart: how a dossier came in and how its result went out.
 * Channel, place and receiver are three facts. The grain is that of the one-stop systems' report of procedures with
 * dossiers.
 */
@resource({
  single: "count",
  plural: "counts",
  label: { vi: "Số liệu hồ sơ", en: "Dossier count" },
  pluralLabel: { vi: "Số liệu hồ sơ", en: "Dossier counts" },
  about: {
    vi: "Số hồ sơ của một thủ tục mà một đơn vị tiếp nhận và trả kết quả trong kỳ, theo kênh; trống là chưa báo cáo.",
    en: "How many dossiers of a procedure a unit received and returned in a period, by channel; empty is not reported.",
  },
  title: "procedure",
  keys: [["period", "procedure", "receptionUnit", "agency", "place", "receiver"]],
  keysWithNulls: ["place", "receiver"],
  files: countFiles,
  sourced: true,
  policy: countPolicy,
  defaultSort: [{ field: "period" }, { field: "receptionUnit" }, { field: "procedure" }],
  intervals: [
    { key: ["receptionUnit", "procedure", "agency", "place", "receiver"], field: "procedure", withNulls: true },
  ],
  derive: {
    fields: ["validFrom", "validTo"],
    from: { period: ["firstDay", "lastDay"] },
    compute: (_row, refs) => countedDays(refs.period),
  },
  indexes: [
    // Whether another count of the key lies on its days is found in the index alone, however long the history is.
    ["receptionUnit", "procedure", "validTo", "validFrom"],
    ["period", "agency"],
  ],
  closedBy: "period",
  rollUps: countRollUps,
})
export class Count {
  @field({
    kind: ref("period"),
    required: true,
    write: "create",
    inList: true,
    width: 140,
    label: { vi: "Kỳ báo cáo", en: "Period" },
    headers: ["Kỳ", "Tên kỳ"],
    about: { vi: "Kỳ mà số liệu được báo cáo.", en: "The period it is reported for." },
  })
  period!: string;

  @field({
    kind: ref("procedure"),
    required: true,
    write: "create",
    search: true,
    inList: true,
    width: 320,
    label: { vi: "Thủ tục", en: "Procedure" },
    headers: ["Thủ tục hành chính", "Tên thủ tục", "Tên TTHC", "Mã TTHC", "MaTTHC", "TenTTHC"],
    about: { vi: "Thủ tục mà hồ sơ thuộc về.", en: "The procedure the dossiers belong to." },
  })
  procedure!: string;

  @field({
    kind: ref("agency"),
    required: true,
    write: "create",
    search: true,
    inList: true,
    width: 220,
    label: { vi: "Đơn vị tiếp nhận", en: "Reception unit" },
    headers: ["Nơi tiếp nhận", "Bộ phận tiếp nhận", "MaDonVi", "TenDonVi", "Tên đơn vị", "Mã đơn vị"],
    about: {
      vi: "Đơn vị nhận hồ sơ: trung tâm, một cửa, hoặc chính cơ quan giải quyết.",
      en: "Who received the dossiers: a service center, a one-stop unit, or the settling agency itself.",
    },
  })
  receptionUnit!: string;

  @field({
    kind: ref("agency"),
    required: true,
    write: "create",
    search: true,
    inList: true,
    width: 220,
    label: { vi: "Cơ quan giải quyết", en: "Settling agency" },
    headers: ["Cơ quan thực hiện", "Cơ quan có thẩm quyền"],
    about: { vi: "Cơ quan giải quyết hồ sơ.", en: "The agency that settles the dossiers." },
  })
  agency!: string;

  @field({
    kind: PLACE,
    write: "create",
    width: 150,
    label: { vi: "Nơi nhận", en: "Place" },
    about: {
      vi: "Nơi nhận hồ sơ, nếu biết; không nói lên kênh.",
      en: "Where the dossiers were taken in, where known; it does not say the channel.",
    },
  })
  place!: string;

  @field({
    kind: RECEIVER,
    write: "create",
    width: 150,
    label: { vi: "Người nhận", en: "Receiver" },
    about: {
      vi: "Ai nhận hồ sơ, nếu biết; không nói lên kênh.",
      en: "Who took the dossiers in, where known; it does not say the channel.",
    },
  })
  receiver!: string;

  @dossiers(
    { vi: "Nhận trực tiếp", en: "Received, counter" },
    { vi: "Số hồ sơ nhận trực tiếp tại quầy trong kỳ.", en: "Dossiers received at the counter in the period." },
    ["Tiếp nhận trực tiếp", "Tiếp nhận tại quầy", "TiepNhanTrucTiep"],
  )
  receivedCounter!: number;

  @dossiers(
    { vi: "Nhận qua BCCI", en: "Received, post" },
    {
      vi: "Số hồ sơ nhận qua dịch vụ bưu chính công ích, có Phiếu gửi hồ sơ.",
      en: "Dossiers received by the public postal service, with a dispatch slip (Decision 45/2016/QĐ-TTg, Article 6).",
    },
    ["Tiếp nhận BCCI", "Tiếp nhận qua BCCI", "TiepNhanBCCI", "Tiếp nhận qua bưu chính", "countTiepNhanQuaBuuChinh"],
  )
  receivedPost!: number;

  @dossiers(
    { vi: "Nhận trực tuyến", en: "Received, online" },
    { vi: "Số hồ sơ nộp trực tuyến trong kỳ.", en: "Dossiers filed online in the period." },
    ["Tiếp nhận trực tuyến", "TiepNhanTrucTuyen"],
  )
  receivedOnline!: number;

  @dossiers(
    { vi: "Trả trực tiếp", en: "Returned, counter" },
    { vi: "Số kết quả trả tại quầy trong kỳ.", en: "Results returned at the counter in the period." },
    ["Trả kết quả trực tiếp", "Trả kết quả tại quầy", "TraKetQuaTrucTiep"],
  )
  returnedCounter!: number;

  @dossiers(
    { vi: "Trả qua BCCI", en: "Returned, post" },
    {
      vi: "Số kết quả bưu điện đã chuyển trả trong kỳ.",
      en: "Results actually delivered by the public postal service in the period.",
    },
    ["Trả kết quả qua BCCI", "TraKetQuaQuaBCCI", "Bưu điện đã chuyển trả", "countBuuDienDaChuyenTraKQ"],
  )
  returnedPost!: number;

  @dossiers(
    { vi: "Trả trực tuyến", en: "Returned, online" },
    { vi: "Số kết quả trả trực tuyến trong kỳ.", en: "Results returned online in the period." },
    ["Trả kết quả trực tuyến", "TraKetQuaTrucTuyen"],
  )
  returnedOnline!: number;

  @dossiers(
    { vi: "Đăng ký trả qua BCCI", en: "Registered for return by post" },
    {
      vi: "Số hồ sơ đăng ký nhận kết quả qua bưu chính; khác với số thực trả.",
      en: "Dossiers whose applicants registered for the result by post; not the same as those returned so.",
    },
    ["Đăng ký nhận kết quả qua BCCI", "countDangKyQuaKQBuuDien"],
  )
  registeredReturnPost!: number;

  @dossiers(
    { vi: "Kỳ trước chuyển qua", en: "Carried over" },
    { vi: "Số hồ sơ kỳ trước chuyển qua.", en: "Dossiers carried over from the period before." },
    ["Kỳ trước", "Từ kỳ trước", "Tiếp nhận - Từ kỳ trước"],
  )
  carriedOver!: number;

  @dossiers(
    { vi: "Giải quyết trước hạn", en: "Settled early" },
    { vi: "Số hồ sơ giải quyết trước hạn.", en: "Dossiers settled before they were due." },
    ["Trước hạn", "Đã giải quyết - Trước hạn"],
  )
  settledEarly!: number;

  @dossiers(
    { vi: "Giải quyết đúng hạn", en: "Settled on time" },
    { vi: "Số hồ sơ giải quyết đúng hạn.", en: "Dossiers settled when they were due." },
    ["Đúng hạn", "Đã giải quyết - Đúng hạn"],
  )
  settledOnTime!: number;

  @dossiers(
    { vi: "Giải quyết quá hạn", en: "Settled late" },
    { vi: "Số hồ sơ giải quyết quá hạn.", en: "Dossiers settled after they were due." },
    ["Quá hạn", "Đã giải quyết - Quá hạn"],
  )
  settledLate!: number;

  @dossiers(
    { vi: "Đang giải quyết trong hạn", en: "Pending in time" },
    { vi: "Số hồ sơ đang giải quyết, còn trong hạn.", en: "Dossiers still pending and not yet due." },
    ["Đang giải quyết - Trong hạn", "Trong hạn"],
  )
  pendingInTime!: number;

  @dossiers(
    { vi: "Đang giải quyết quá hạn", en: "Pending, overdue" },
    { vi: "Số hồ sơ đang giải quyết, đã quá hạn.", en: "Dossiers still pending and overdue." },
    ["Đang giải quyết - Quá hạn"],
  )
  pendingOverdue!: number;

  @field({ ...VALIDITY_FROM, inList: false, write: "never" })
  validFrom!: string;

  @field({ ...VALIDITY_TO, inList: false, write: "never" })
  validTo!: string;
}
