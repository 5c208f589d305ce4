import { choice, code, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { catalogPolicy } from "../catalog/catalog.policy";

export const TIER = choice("Tier", [
  { value: "CENTRAL", vi: "Trung ương", en: "Central", also: ["Cấp trung ương", "Bộ", "Cấp bộ"] },
  { value: "PROVINCE", vi: "Tỉnh", en: "Province", also: ["Cấp tỉnh"] },
  { value: "DISTRICT", vi: "Huyện", en: "District", also: ["Cấp huyện"] },
  { value: "COMMUNE", vi: "Xã", en: "Commune", also: ["Cấp xã"] },
]);

const UNIT_KIND = choice("UnitKind", [
  { value: "PROVINCE", vi: "tỉnh", en: "province" },
  { value: "CITY", vi: "thành phố", en: "city" },
  { value: "TOWN", vi: "thị xã", en: "town" },
  { value: "DISTRICT", vi: "huyện", en: "district" },
  { value: "WARD", vi: "phường", en: "ward" },
  { value: "COMMUNE", vi: "xã", en: "commune" },
  { value: "TOWNSHIP", vi: "thị trấn", en: "township" },
]);

/**
 * An administrative unit (địa bàn): a piece of ground with a committee of its own. Its official code is an attribute
 * with dates, not its key: codes pass to other units (15 was Yên Bái and is Lào Cai since 1/7/2025, Decision 19/2025/QĐ-TTg).
 */
@resource({
  single: "unit",
  plural: "units",
  label: { vi: "Địa bàn", en: "Unit" },
  pluralLabel: { vi: "Địa bàn", en: "Units" },
  about: {
    vi: "Đơn vị hành chính: tỉnh, huyện, xã và tương đương, với tên, mã và cấp trên theo từng thời kỳ.",
    en: "An administrative unit with its name, official code and parent as they were from date to date.",
  },
  title: "name",
  keys: [["code"], ["name", "parent"]],
  tree: "parent",
  uniqueByDay: ["code"],
  sourced: true,
  policy: catalogPolicy,
  lists: [
    {
      name: "children",
      label: { vi: "Đơn vị trực thuộc", en: "Units below" },
      about: { vi: "Các đơn vị hành chính trực thuộc.", en: "The units directly below." },
      target: "unit",
      via: "parent",
    },
    {
      name: "agencies",
      label: { vi: "Cơ quan trên địa bàn", en: "Agencies" },
      about: { vi: "Các cơ quan phụ trách địa bàn.", en: "The agencies in charge of the unit." },
      target: "agency",
      via: "unit",
    },
  ],
})
export class Unit {
  @field({
    kind: code({ max: 10, pattern: /^\d{2,10}$/, shape: "15, 132, 04252" }),
    dated: true,
    search: true,
    inList: true,
    width: 90,
    label: { vi: "Mã", en: "Code" },
    headers: ["Mã số", "Mã đơn vị", "Mã ĐVHC", "Mã đơn vị hành chính"],
    about: {
      vi: "Mã số đơn vị hành chính của Tổng cục Thống kê, giữ nguyên số 0 ở đầu.",
      en: "The official code of the statistics register, leading zeros kept.",
    },
  })
  code!: string;

  @field({
    kind: text({ max: 200 }),
    dated: true,
    required: true,
    search: true,
    inList: true,
    width: 220,
    label: { vi: "Tên", en: "Name" },
    headers: ["Tên đơn vị", "Tên địa bàn", "Tên đơn vị hành chính"],
    about: { vi: "Tên không kèm loại đơn vị, ví dụ Văn Yên.", en: "The name without its kind, for example Văn Yên." },
  })
  name!: string;

  @field({
    kind: UNIT_KIND,
    dated: true,
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Loại", en: "Kind" },
    headers: ["Loại đơn vị", "Loại đơn vị hành chính"],
    about: { vi: "Loại đơn vị: huyện, thị xã, phường…", en: "What sort of unit it is: district, town, ward…" },
  })
  kind!: string;

  @field({
    kind: TIER,
    dated: true,
    required: true,
    inList: true,
    width: 90,
    label: { vi: "Cấp", en: "Tier" },
    headers: ["Cấp hành chính"],
    about: {
      vi: "Cấp hành chính; cấp huyện kết thúc ngày 1/7/2025.",
      en: "Administrative tier; the district tier ended on 1/7/2025.",
    },
  })
  tier!: string;

  @field({
    kind: ref("unit"),
    dated: true,
    inList: true,
    label: { vi: "Trực thuộc", en: "Parent" },
    headers: ["Đơn vị cấp trên", "Cấp trên", "Thuộc"],
    about: { vi: "Đơn vị cấp trên trực tiếp.", en: "The unit directly above." },
  })
  parent!: string;

  @field({
    kind: ref("unit"),
    label: { vi: "Đơn vị kế tiếp", en: "Successor" },
    about: {
      vi: "Đơn vị tiếp nhận toàn bộ khi đơn vị này kết thúc; trống nếu bị chia tách.",
      en: "The unit that took all of it over when it ended; empty where it was split.",
    },
  })
  successor!: string;
}
