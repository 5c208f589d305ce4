import { code, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { catalogPolicy } from "../catalog/catalog.policy";

/** A sector (lĩnh vực) under which procedures are published, for example Hộ tịch (civil status). */
@resource({
  single: "sector",
  plural: "sectors",
  label: { vi: "Lĩnh vực", en: "Sector" },
  pluralLabel: { vi: "Lĩnh vực", en: "Sectors" },
  about: {
    vi: "Lĩnh vực của thủ tục hành chính, ví dụ Hộ tịch.",
    en: "The sector procedures are published under, for example civil status.",
  },
  title: "nameVi",
  keys: [["code"], ["nameVi"]],
  sourced: true,
  policy: catalogPolicy,
  lists: [
    {
      name: "procedures",
      label: { vi: "Thủ tục", en: "Procedures" },
      about: { vi: "Các thủ tục thuộc lĩnh vực.", en: "The procedures of the sector." },
      target: "procedure",
      via: "sector",
    },
  ],
})
export class Sector {
  @field({
    kind: code({ max: 20 }),
    unique: true,
    search: true,
    inList: true,
    width: 100,
    label: { vi: "Mã", en: "Code" },
    headers: ["Mã lĩnh vực", "Mã số"],
    about: { vi: "Mã lĩnh vực; để trống khi chưa có.", en: "The sector's code; empty where there is none yet." },
  })
  code!: string;

  @field({
    kind: text({ max: 200 }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 280,
    label: { vi: "Tên lĩnh vực", en: "Name (Vietnamese)" },
    headers: ["Lĩnh vực", "Tên"],
    about: { vi: "Tên lĩnh vực bằng tiếng Việt.", en: "The sector's name in Vietnamese." },
  })
  nameVi!: string;

  @field({
    kind: text({ max: 200 }),
    search: true,
    inList: true,
    width: 240,
    label: { vi: "Tên tiếng Anh", en: "Name (English)" },
    about: { vi: "Tên lĩnh vực bằng tiếng Anh.", en: "The sector's name in English." },
  })
  nameEn!: string;
}
