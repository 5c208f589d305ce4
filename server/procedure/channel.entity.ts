import { int, ref, text, vnd } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { VALIDITY_FROM, VALIDITY_TO } from "../platform/registry/validity";
import { catalogPolicy } from "../catalog/catalog.policy";
import { channelRules } from "./channel.rules";
import { CHANNEL } from "./channel-kind";
import { LEG } from "./leg";
import { LEVEL_SCHEME } from "./level-scheme";

/**
 * One row of the national table "Cách thức thực hiện": through which channel a procedure is filed or its result returned,
 * how long it takes and what it costs. Phí and lệ phí are two legal notions (fee and charge) and stay apart.
 */
@resource({
  single: "channel",
  plural: "channels",
  label: { vi: "Cách thức thực hiện", en: "Channel" },
  pluralLabel: { vi: "Cách thức thực hiện", en: "Channels" },
  about: {
    vi: "Một cách thức nộp hồ sơ hoặc trả kết quả của thủ tục, với thời hạn, phí, lệ phí và mức độ trực tuyến.",
    en: "One way to file a dossier or return its result, with its time, fee, charge and online level.",
  },
  title: "channel",
  keys: [
    ["procedure", "channel", "leg", "validFrom"],
    ["procedure", "channel", "leg"],
  ],
  sourced: true,
  policy: catalogPolicy,
  defaultSort: [{ field: "procedure" }, { field: "channel" }, { field: "leg" }],
  intervals: [{ key: ["procedure", "channel", "leg"], field: "validFrom" }],
  rules: channelRules,
})
export class Channel {
  @field({
    kind: ref("procedure"),
    search: true,
    required: true,
    write: "create",
    inList: true,
    width: 320,
    label: { vi: "Thủ tục", en: "Procedure" },
    headers: ["Thủ tục hành chính", "Tên thủ tục", "Tên TTHC", "Mã TTHC"],
    about: { vi: "Thủ tục được thực hiện.", en: "The procedure carried out." },
  })
  procedure!: string;

  @field({
    kind: CHANNEL,
    required: true,
    inList: true,
    width: 150,
    label: { vi: "Hình thức", en: "Channel" },
    headers: ["Hình thức nộp", "Cách thức"],
    about: { vi: "Trực tiếp, bưu chính công ích hoặc trực tuyến.", en: "Counter, post or online." },
  })
  channel!: string;

  @field({
    kind: LEG,
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Chiều", en: "Leg" },
    headers: ["Chiều thực hiện"],
    about: { vi: "Tiếp nhận hồ sơ hay trả kết quả.", en: "The dossier's way in or the result's way out." },
  })
  leg!: string;

  @field({
    kind: int({ min: 0, max: 1000 }),
    inList: true,
    width: 100,
    label: { vi: "Thời hạn (ngày làm việc)", en: "Working days" },
    headers: ["Thời hạn", "Thời hạn giải quyết", "Thời gian giải quyết"],
    about: { vi: "Thời hạn giải quyết tính bằng ngày làm việc.", en: "Processing time in working days." },
  })
  workingDays!: number;

  @field({
    kind: vnd(),
    inList: true,
    width: 110,
    label: { vi: "Phí (đ)", en: "Fee (đ)" },
    about: { vi: "Phí theo Luật Phí và lệ phí, đồng.", en: "Fee (phí) under the Law on Fees and Charges, in đồng." },
  })
  feeVnd!: string;

  @field({
    kind: vnd(),
    inList: true,
    width: 110,
    label: { vi: "Lệ phí (đ)", en: "Charge (đ)" },
    about: {
      vi: "Lệ phí theo Luật Phí và lệ phí, đồng.",
      en: "Charge (lệ phí) under the Law on Fees and Charges, in đồng.",
    },
  })
  chargeVnd!: string;

  @field({
    kind: LEVEL_SCHEME,
    width: 180,
    label: { vi: "Thang mức độ", en: "Level scheme" },
    about: { vi: "Nghị định định nghĩa mức độ.", en: "The decree that defines the level." },
  })
  levelScheme!: string;

  @field({
    kind: int({ min: 1, max: 4 }),
    inList: true,
    width: 80,
    label: { vi: "Mức độ", en: "Level" },
    about: {
      vi: "Mức độ dịch vụ công trực tuyến thực tế cung cấp, theo thang đã ghi.",
      en: "The online level actually provided, under the scheme named.",
    },
  })
  level!: number;

  @field(VALIDITY_FROM)
  validFrom!: string;

  @field(VALIDITY_TO)
  validTo!: string;

  @field({
    kind: text({ max: 1000, multiline: true }),
    sort: false,
    label: { vi: "Mô tả", en: "Note" },
    headers: ["Ghi chú"],
    about: { vi: "Mô tả thêm về cách thực hiện.", en: "More about how it is done." },
  })
  note!: string;
}
