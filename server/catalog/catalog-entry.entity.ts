import { int, list, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { VALIDITY_FROM, VALIDITY_TO } from "../platform/registry/validity";
import { LEG } from "../procedure/leg";
import { LEVEL_SCHEME } from "../procedure/level-scheme";
import { catalogPolicy } from "./catalog.policy";
import { entryRules, membership } from "./catalog-entry.rules";

/**
 * An entry (mục) of a catalog: one procedure, or one national group of services, put in by a Decision and taken out by
 * another. Its dates are those of the two Decisions and follow them when they are corrected.
 */
@resource({
  single: "catalogEntry",
  plural: "catalogEntries",
  label: { vi: "Mục danh mục", en: "Catalog entry" },
  pluralLabel: { vi: "Mục danh mục", en: "Catalog entries" },
  about: {
    vi: "Một thủ tục hoặc nhóm dịch vụ trong danh mục, từ Quyết định bổ sung đến Quyết định đưa ra.",
    en: "A procedure or group of services in a catalog, from the Decision that added it to the one that removed it.",
  },
  title: "procedure",
  keys: [
    ["catalog", "procedure"],
    ["catalog", "groupName"],
  ],
  sourced: true,
  policy: catalogPolicy,
  defaultSort: [{ field: "procedure" }, { field: "validFrom" }],
  intervals: [
    { key: ["catalog", "procedure"], field: "procedure" },
    { key: ["catalog", "groupName"], field: "groupName" },
  ],
  derive: {
    fields: ["validFrom", "validTo"],
    from: { addedBy: ["actsFrom"], removedBy: ["actsFrom"] },
    compute: (_row, refs) => membership(refs.addedBy, refs.removedBy),
  },
  rules: entryRules,
})
export class CatalogEntry {
  @field({
    kind: ref("catalog"),
    required: true,
    write: "create",
    inList: true,
    width: 220,
    label: { vi: "Danh mục", en: "Catalog" },
    headers: ["Tên danh mục"],
    about: { vi: "Danh mục chứa mục này.", en: "The catalog the entry stands in." },
  })
  catalog!: string;

  @field({
    kind: ref("procedure"),
    search: true,
    inList: true,
    width: 360,
    label: { vi: "Thủ tục", en: "Procedure" },
    headers: ["Thủ tục hành chính", "Tên thủ tục", "Tên TTHC", "Mã TTHC"],
    about: { vi: "Thủ tục được liệt kê.", en: "The procedure listed." },
  })
  procedure!: string;

  @field({
    kind: text({ max: 500 }),
    search: true,
    width: 260,
    label: { vi: "Nhóm dịch vụ", en: "Group of services" },
    about: {
      vi: "Nhóm dịch vụ công theo danh mục quốc gia, khi chưa ánh xạ tới thủ tục của tỉnh.",
      en: "The group of services of the national list, where it is not mapped to a procedure.",
    },
  })
  groupName!: string;

  @field({
    kind: list(LEG, { max: 2 }),
    inList: true,
    width: 130,
    label: { vi: "Chiều bưu chính", en: "Postal legs" },
    headers: ["Bưu chính"],
    about: {
      vi: "Tiếp nhận, trả kết quả, hay cả hai, đối với danh mục bưu chính.",
      en: "Receiving, returning or both, in a postal catalog.",
    },
  })
  legs!: string[];

  @field({
    kind: LEVEL_SCHEME,
    width: 170,
    label: { vi: "Thang mức độ", en: "Level scheme" },
    about: { vi: "Nghị định định nghĩa mức độ.", en: "The decree that defines the level." },
  })
  levelScheme!: string;

  @field({
    kind: int({ min: 1, max: 4 }),
    inList: true,
    width: 80,
    label: { vi: "Mức độ", en: "Level" },
    about: { vi: "Mức độ ghi trong danh mục trực tuyến.", en: "The level an online catalog lists it at." },
  })
  level!: number;

  @field({
    kind: ref("decision"),
    required: true,
    inList: true,
    width: 150,
    label: { vi: "Bổ sung theo", en: "Added by" },
    headers: ["Quyết định bổ sung", "QĐ bổ sung"],
    about: { vi: "Quyết định đưa mục vào danh mục.", en: "The Decision that put the entry in." },
  })
  addedBy!: string;

  @field({
    kind: ref("decision"),
    inList: true,
    width: 150,
    label: { vi: "Đưa ra theo", en: "Removed by" },
    headers: ["Quyết định đưa ra", "QĐ đưa ra"],
    about: { vi: "Quyết định đưa mục ra khỏi danh mục.", en: "The Decision that took the entry out." },
  })
  removedBy!: string;

  @field({
    kind: ref("procedure"),
    width: 220,
    label: { vi: "Thay thế cho", en: "Replaces" },
    headers: ["Thay thế"],
    about: {
      vi: "Thủ tục mà mục này thay thế trong danh mục.",
      en: "The procedure this entry replaces in the catalog.",
    },
  })
  replaces!: string;

  @field({ ...VALIDITY_FROM, write: "never" })
  validFrom!: string;

  @field({ ...VALIDITY_TO, write: "never" })
  validTo!: string;

  @field({
    kind: text({ max: 1000, multiline: true }),
    sort: false,
    label: { vi: "Ghi chú", en: "Note" },
    about: { vi: "Ghi chú của Quyết định cho mục này.", en: "What the Decision notes on the entry." },
  })
  note!: string;
}
