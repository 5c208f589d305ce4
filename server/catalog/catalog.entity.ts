import { choice, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { catalogPolicy } from "./catalog.policy";

const CATALOG_KIND = choice("CatalogKind", [
  { value: "POSTAL", vi: "Qua bưu chính công ích", en: "By post" },
  { value: "ONLINE", vi: "Trực tuyến", en: "Online" },
  { value: "EXCLUDED", vi: "Phải có mặt trực tiếp", en: "Presence required" },
]);

const AUTHORITY = choice("CatalogAuthority", [
  { value: "OWN", vi: "Của tỉnh", en: "The province's own" },
  { value: "HIGHER", vi: "Của cấp trên", en: "A higher authority's" },
]);

/**
 * A catalog (danh mục) issued by a Decision: which procedures go by post, which are online at which level, which need
 * presence. The province adjusts its own by a Decision; to a higher authority's list it can only propose changes.
 */
@resource({
  single: "catalog",
  plural: "catalogs",
  label: { vi: "Danh mục", en: "Catalog" },
  pluralLabel: { vi: "Danh mục", en: "Catalogs" },
  about: {
    vi: "Danh mục thủ tục ban hành theo Quyết định: bưu chính công ích, trực tuyến, hoặc phải có mặt trực tiếp.",
    en: "A catalog of procedures issued by a Decision: by post, online, or presence required.",
  },
  title: "nameVi",
  keys: [["nameVi"]],
  sourced: true,
  policy: catalogPolicy,
  lists: [
    {
      name: "entries",
      label: { vi: "Mục trong danh mục", en: "Entries" },
      about: { vi: "Các mục của danh mục.", en: "The catalog's entries." },
      target: "catalogEntry",
      via: "catalog",
    },
  ],
})
export class Catalog {
  @field({
    kind: text({ max: 300 }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 360,
    label: { vi: "Tên danh mục", en: "Name (Vietnamese)" },
    headers: ["Tên", "Danh mục"],
    about: { vi: "Tên danh mục.", en: "The catalog's name in Vietnamese." },
  })
  nameVi!: string;

  @field({
    kind: text({ max: 300 }),
    search: true,
    width: 300,
    label: { vi: "Tên tiếng Anh", en: "Name (English)" },
    about: { vi: "Tên danh mục bằng tiếng Anh.", en: "The catalog's name in English." },
  })
  nameEn!: string;

  @field({
    kind: CATALOG_KIND,
    required: true,
    inList: true,
    width: 170,
    label: { vi: "Loại danh mục", en: "Kind" },
    headers: ["Loại"],
    about: {
      vi: "Bưu chính (có chiều), trực tuyến (có mức độ), hoặc loại trừ.",
      en: "By post (with legs), online (with levels), or excluded.",
    },
  })
  kind!: string;

  @field({
    kind: AUTHORITY,
    required: true,
    inList: true,
    width: 130,
    label: { vi: "Thẩm quyền", en: "Authority" },
    about: {
      vi: "Danh mục của tỉnh thì tỉnh điều chỉnh; của cấp trên thì chỉ được đề xuất.",
      en: "The province adjusts its own catalogs; to a higher authority's it can only propose.",
    },
  })
  authority!: string;

  @field({
    kind: ref("decision"),
    required: true,
    inList: true,
    width: 150,
    label: { vi: "Ban hành theo", en: "Issued by" },
    headers: ["Quyết định ban hành"],
    about: { vi: "Quyết định ban hành danh mục.", en: "The Decision that issued the catalog." },
  })
  decision!: string;
}
