import { bool, choice, code, int, list, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { catalogPolicy } from "../catalog/catalog.policy";
import { TIER } from "../unit/unit.entity";
import { LEG } from "./leg";
import { procedureRules } from "./procedure.rules";
import { LEVEL_SCHEME } from "./level-scheme";
import { listedLevel, listedLevelScheme, postalLegs, presenceRequired } from "./procedure.sql";

const PROCEDURE_STATUS = choice("ProcedureStatus", [
  { value: "PENDING", vi: "Chưa hiệu lực", en: "Not yet in force" },
  { value: "IN_FORCE", vi: "Còn hiệu lực", en: "In force" },
  { value: "ABOLISHED", vi: "Đã bãi bỏ", en: "Abolished", also: ["Bãi bỏ", "Bị bãi bỏ"] },
]);

const COMPLEXITY = choice("Complexity", [
  { value: "SIMPLE", vi: "Đơn giản", en: "Simple" },
  { value: "COMPLEX", vi: "Phức tạp", en: "Complex" },
]);

/** A national code: a digit, six digits, and at times the publishing agency's suffix (1.001193, 1.012753.H19). */
const NATIONAL_CODE = /^[1-9]\.\d{6}(\.(\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2})?$/;

/**
 * An administrative procedure (thủ tục hành chính, TTHC) as the Chairman of the provincial committee publishes it:
 * Decree 63/2010/NĐ-CP, Articles 8, 13 and 14, as amended by Decree 92/2017/NĐ-CP.
 */
@resource({
  single: "procedure",
  plural: "procedures",
  label: { vi: "Thủ tục hành chính", en: "Procedure" },
  pluralLabel: { vi: "Thủ tục hành chính", en: "Procedures" },
  about: {
    vi: "Thủ tục hành chính với mã, tên, lĩnh vực, thẩm quyền và tình trạng theo từng thời kỳ.",
    en: "An administrative procedure with its code, name, sector, competence and status as they were from date to date.",
  },
  title: "nameVi",
  keys: [["code"], ["nameVi", "agency"], ["nameVi", "sector"]],
  uniqueByDay: ["code"],
  sourced: true,
  policy: catalogPolicy,
  rules: procedureRules,
  figures: [
    {
      name: "postalLegs",
      kind: list(LEG, { max: 2 }),
      width: 110,
      label: { vi: "Bưu chính", en: "By post" },
      about: {
        vi: "Chiều được thực hiện qua bưu chính công ích theo các danh mục bưu chính tại ngày xem; trống khi không có trong danh mục.",
        en: "The legs that may go by post, by the postal catalogs of the day; null where it stands in none.",
      },
      load: postalLegs,
    },
    {
      name: "listedLevel",
      kind: int({ min: 1, max: 4 }),
      width: 90,
      label: { vi: "Mức độ", en: "Level" },
      about: {
        vi: "Mức độ trực tuyến ghi trong danh mục tại ngày xem, theo thang mức độ của mục.",
        en: "The online level the catalogs list it at on the day, under the scheme of the entry.",
      },
      load: listedLevel,
    },
    {
      name: "listedLevelScheme",
      kind: LEVEL_SCHEME,
      width: 190,
      label: { vi: "Thang mức độ", en: "Level scheme" },
      about: {
        vi: "Nghị định định nghĩa mức độ ghi trong danh mục.",
        en: "The decree that defines the level the catalogs list it at.",
      },
      load: listedLevelScheme,
    },
    {
      name: "presenceRequired",
      kind: bool(),
      width: 110,
      label: { vi: "Phải có mặt", en: "Presence required" },
      about: {
        vi: "Danh mục tại ngày xem yêu cầu người làm thủ tục có mặt trực tiếp.",
        en: "Whether a catalog of the day requires the applicant to be present.",
      },
      load: presenceRequired,
    },
  ],
  lists: [
    {
      name: "channels",
      label: { vi: "Cách thức thực hiện", en: "Channels" },
      about: { vi: "Các cách thức nộp và nhận kết quả.", en: "The ways to file and to receive the result." },
      target: "channel",
      via: "procedure",
    },
    {
      name: "entries",
      label: { vi: "Trong danh mục", en: "Catalog entries" },
      about: { vi: "Các mục của thủ tục trong những danh mục.", en: "The procedure's entries in the catalogs." },
      target: "catalogEntry",
      via: "procedure",
    },
  ],
})
export class Procedure {
  @field({
    kind: code({ max: 30, pattern: NATIONAL_CODE, shape: "1.001193" }),
    dated: true,
    search: true,
    inList: true,
    width: 100,
    label: { vi: "Mã TTHC", en: "Code" },
    headers: ["Mã thủ tục", "Mã thủ tục hành chính", "Mã số TTHC", "Mã số"],
    about: {
      vi: "Mã trên Cơ sở dữ liệu quốc gia về TTHC; trống khi chưa có mã.",
      en: "The code of the national database of procedures; empty where there is none yet.",
    },
  })
  code!: string;

  @field({
    kind: text({ max: 500 }),
    dated: true,
    required: true,
    search: true,
    inList: true,
    width: 360,
    label: { vi: "Tên thủ tục", en: "Name (Vietnamese)" },
    headers: ["Tên TTHC", "Tên thủ tục hành chính", "Thủ tục hành chính", "Tên"],
    about: { vi: "Tên đầy đủ theo Quyết định công bố.", en: "The full name as the announcing Decision gives it." },
  })
  nameVi!: string;

  @field({
    kind: ref("sector"),
    dated: true,
    required: true,
    inList: true,
    width: 160,
    label: { vi: "Lĩnh vực", en: "Sector" },
    headers: ["Tên lĩnh vực"],
    about: { vi: "Lĩnh vực mà thủ tục thuộc về.", en: "The sector the procedure belongs to." },
  })
  sector!: string;

  @field({
    kind: ref("agency"),
    dated: true,
    inList: true,
    width: 220,
    label: { vi: "Cơ quan giải quyết", en: "Competent agency" },
    headers: ["Cơ quan thực hiện", "Đơn vị giải quyết", "Cơ quan có thẩm quyền", "Cơ quan có thẩm quyền giải quyết"],
    about: {
      vi: "Cơ quan được chỉ đích danh; trống khi thẩm quyền thuộc mọi UBND của các cấp đã ghi.",
      en: "The agency named as competent; empty where every committee of the tiers given is.",
    },
  })
  agency!: string;

  @field({
    kind: list(TIER, { max: 4 }),
    dated: true,
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Cấp thực hiện", en: "Tiers" },
    headers: ["Cấp giải quyết", "Cấp"],
    about: { vi: "Các cấp giải quyết thủ tục.", en: "The tiers that settle the procedure." },
  })
  tiers!: string[];

  @field({
    kind: PROCEDURE_STATUS,
    dated: true,
    required: true,
    inList: true,
    width: 120,
    label: { vi: "Tình trạng", en: "Status" },
    headers: ["Trạng thái"],
    about: { vi: "Thủ tục còn được thực hiện hay không.", en: "Whether the procedure is carried out." },
  })
  status!: string;

  @field({
    kind: ref("decision"),
    dated: true,
    label: { vi: "Quyết định công bố", en: "Announcing Decision" },
    headers: ["QĐ công bố", "Số quyết định", "Quyết định"],
    about: { vi: "Quyết định làm nên tình trạng này.", en: "The Decision that brought this status about." },
  })
  statusDecision!: string;

  @field({
    kind: COMPLEXITY,
    dated: true,
    width: 110,
    label: { vi: "Mức phức tạp", en: "Complexity" },
    about: {
      vi: "Đơn giản hay phức tạp; nhân viên bưu chính nhận thủ tục đơn giản.",
      en: "Simple or complex; postal staff take the simple ones.",
    },
  })
  complexity!: string;

  @field({
    kind: text({ max: 500 }),
    dated: true,
    search: true,
    width: 260,
    label: { vi: "Tên tiếng Anh", en: "Name (English)" },
    about: { vi: "Tên thủ tục bằng tiếng Anh.", en: "The procedure's name in English." },
  })
  nameEn!: string;

  @field({
    kind: list(code({ max: 30 }), { max: 20 }),
    dated: true,
    label: { vi: "Mã cũ", en: "Legacy codes" },
    headers: ["Mã TTHC cũ"],
    about: {
      vi: "Các mã trước năm 2018, ví dụ T-YBI-123456-TT.",
      en: "Codes in use before 2018, for example T-YBI-123456-TT.",
    },
  })
  legacyCodes!: string[];

  @field({
    kind: list(text({ max: 300 }), { max: 50 }),
    dated: true,
    width: 240,
    label: { vi: "Căn cứ pháp lý", en: "Legal bases" },
    headers: ["Căn cứ"],
    about: {
      vi: "Số, ký hiệu và tên các văn bản quy định thủ tục.",
      en: "Number and title of the documents that lay the procedure down.",
    },
  })
  legalBases!: string[];

  @field({
    kind: ref("procedure"),
    label: { vi: "Thủ tục thay thế", en: "Successor" },
    about: {
      vi: "Thủ tục thay thế khi thủ tục này bị bãi bỏ.",
      en: "The procedure that replaces this one once abolished.",
    },
  })
  successor!: string;
}
