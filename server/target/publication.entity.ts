import { date, json, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { publicationPolicy } from "./target.policy";

/**
 * A published scorecard (kết quả đã công bố): the figures of a target set for a span of days, frozen with the counts and
 * the membership they were computed from. What is corrected later shows as a difference and changes nothing here.
 */
@resource({
  single: "publication",
  plural: "publications",
  label: { vi: "Kết quả công bố", en: "Publication" },
  pluralLabel: { vi: "Kết quả công bố", en: "Publications" },
  about: {
    vi: "Kết quả thực hiện chỉ tiêu đã công bố, giữ nguyên số liệu và danh mục lúc công bố.",
    en: "A published scorecard, with the counts and catalogs as they were when it was published.",
  },
  title: "name",
  keys: [["name"]],
  policy: publicationPolicy,
  readOnly: true,
  defaultSort: [
    { field: "lastDay", descending: true },
    { field: "publishedOn", descending: true },
  ],
  lists: [
    {
      name: "figures",
      label: { vi: "Số liệu công bố", en: "Figures" },
      about: { vi: "Số liệu của từng cơ quan và chỉ tiêu.", en: "The figures of every agency and criterion." },
      target: "publishedFigure",
      via: "publication",
    },
  ],
})
export class Publication {
  @field({
    kind: text({ max: 200 }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 260,
    label: { vi: "Tên", en: "Name" },
    about: { vi: "Tên của lần công bố.", en: "What the publication is called." },
  })
  name!: string;

  @field({
    kind: ref("targetSet"),
    required: true,
    inList: true,
    width: 200,
    label: { vi: "Bộ chỉ tiêu", en: "Target set" },
    about: { vi: "Bộ chỉ tiêu được tính.", en: "The target set it is of." },
  })
  targetSet!: string;

  @field({
    kind: date(),
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Ngày đầu", en: "First day" },
    about: { vi: "Ngày đầu tiên được tính.", en: "The first day that counts." },
  })
  firstDay!: string;

  @field({
    kind: date(),
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Ngày cuối", en: "Last day" },
    about: { vi: "Ngày cuối cùng được tính.", en: "The last day that counts." },
  })
  lastDay!: string;

  @field({
    kind: date(),
    required: true,
    width: 110,
    label: { vi: "Tổ chức tại ngày", en: "Structure of" },
    about: { vi: "Ngày của cây cơ quan được dùng.", en: "The day whose agency tree is used." },
  })
  structure!: string;

  @field({
    kind: date(),
    required: true,
    inList: true,
    width: 120,
    label: { vi: "Ngày công bố", en: "Published on" },
    about: { vi: "Ngày công bố.", en: "The day of publication." },
  })
  publishedOn!: string;

  @field({
    kind: ref("changeSet"),
    width: 120,
    label: { vi: "Số liệu đến", en: "Counts up to" },
    about: {
      vi: "Lần cập nhật cuối cùng được tính vào số liệu.",
      en: "The last change set that the figures hold.",
    },
  })
  upTo!: string;

  @field({
    kind: json(),
    filter: false,
    sort: false,
    label: { vi: "Dữ liệu đã ghim", en: "Pinned data" },
    about: {
      vi: "Số liệu, danh mục, mức độ và cơ quan mà kết quả được tính từ đó.",
      en: "The counts, memberships, levels and agencies that the figures were computed from.",
    },
  })
  pinned!: unknown;

  @field({
    kind: text({ max: 1000, multiline: true }),
    sort: false,
    label: { vi: "Ghi chú", en: "Note" },
    about: { vi: "Ghi chú của người công bố.", en: "What its publisher notes." },
  })
  note!: string;
}
