import { code, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { catalogPolicy } from "../catalog/catalog.policy";
import { AGENCY_KIND } from "./agency-kind";

/** An agency (cơ quan, đơn vị): whoever receives, settles or carries a dossier. Its name, code and parent are dated. */
@resource({
  single: "agency",
  plural: "agencies",
  label: { vi: "Cơ quan", en: "Agency" },
  pluralLabel: { vi: "Cơ quan", en: "Agencies" },
  about: {
    vi: "Cơ quan, đơn vị mà hồ sơ đi qua: UBND ba cấp, sở, phòng, cơ quan trung ương, một cửa, bưu điện.",
    en: "An agency a dossier meets: committees of three tiers, departments, divisions, central agencies, one-stops, posts.",
  },
  title: "name",
  keys: [["code"], ["name"]],
  tree: "parent",
  uniqueByDay: ["code"],
  sourced: true,
  policy: catalogPolicy,
  lists: [
    {
      name: "children",
      label: { vi: "Đơn vị trực thuộc", en: "Agencies below" },
      about: { vi: "Các cơ quan trực thuộc.", en: "The agencies directly below." },
      target: "agency",
      via: "parent",
    },
    {
      name: "procedures",
      label: { vi: "Thủ tục giải quyết", en: "Procedures" },
      about: { vi: "Các thủ tục cơ quan có thẩm quyền giải quyết.", en: "The procedures the agency is competent for." },
      target: "procedure",
      via: "agency",
    },
  ],
})
export class Agency {
  @field({
    kind: code({ max: 35 }),
    dated: true,
    search: true,
    inList: true,
    width: 110,
    label: { vi: "Mã", en: "Code" },
    headers: ["Mã cơ quan", "Mã định danh", "Mã đơn vị"],
    about: {
      vi: "Mã định danh hoặc tên viết tắt của cơ quan trong tỉnh.",
      en: "The agency's identifier or short name within the province.",
    },
  })
  code!: string;

  @field({
    kind: text({ max: 300 }),
    dated: true,
    required: true,
    search: true,
    inList: true,
    width: 320,
    label: { vi: "Tên cơ quan", en: "Name" },
    headers: ["Tên", "Tên đơn vị", "Cơ quan", "Tên cơ quan đơn vị"],
    about: { vi: "Tên đầy đủ theo quyết định thành lập.", en: "The full name as its founding Decision gives it." },
  })
  name!: string;

  @field({
    kind: AGENCY_KIND,
    required: true,
    inList: true,
    width: 190,
    label: { vi: "Loại cơ quan", en: "Kind" },
    headers: ["Loại", "Loại đơn vị"],
    about: { vi: "Vai trò của cơ quan trên đường đi của hồ sơ.", en: "What the agency is on a dossier's way." },
  })
  kind!: string;

  @field({
    kind: ref("agency"),
    dated: true,
    inList: true,
    width: 220,
    label: { vi: "Trực thuộc", en: "Parent" },
    headers: ["Cơ quan cấp trên", "Cơ quan chủ quản", "Đơn vị cấp trên"],
    about: { vi: "Cơ quan cấp trên trực tiếp.", en: "The agency directly above." },
  })
  parent!: string;

  @field({
    kind: ref("unit"),
    dated: true,
    inList: true,
    width: 140,
    label: { vi: "Địa bàn", en: "Unit" },
    headers: ["Đơn vị hành chính"],
    about: { vi: "Đơn vị hành chính mà cơ quan phụ trách.", en: "The administrative unit the agency is in charge of." },
  })
  unit!: string;

  @field({
    kind: ref("agency"),
    label: { vi: "Cơ quan kế tiếp", en: "Successor" },
    about: {
      vi: "Cơ quan tiếp nhận toàn bộ khi cơ quan này kết thúc; trống nếu bị chia tách.",
      en: "The agency that took all of it over when it ended; empty where it was split.",
    },
  })
  successor!: string;
}
