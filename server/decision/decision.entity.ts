import { bool, choice, code, date, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { catalogPolicy } from "../catalog/catalog.policy";
import { actsFrom, decisionRules } from "./decision.rules";

const DECISION_KIND = choice("DecisionKind", [
  { value: "DECISION", vi: "Quyết định", en: "Decision" },
  { value: "DECREE", vi: "Nghị định", en: "Decree" },
  { value: "CIRCULAR", vi: "Thông tư", en: "Circular" },
  { value: "RESOLUTION", vi: "Nghị quyết", en: "Resolution" },
  { value: "DIRECTIVE", vi: "Chỉ thị", en: "Directive" },
]);

/**
 * A Decision (Quyết định) or another document that has been issued on paper. The system records it, it does not sign.
 * Membership of catalogs changes by Decisions and by nothing else.
 */
@resource({
  single: "decision",
  plural: "decisions",
  label: { vi: "Quyết định", en: "Decision" },
  pluralLabel: { vi: "Quyết định", en: "Decisions" },
  about: {
    vi: "Quyết định hoặc văn bản đã ban hành, là căn cứ cho mọi thay đổi của danh mục.",
    en: "A Decision or other document that was issued; every change of a catalog rests on one.",
  },
  title: "number",
  keys: [["number"]],
  sourced: true,
  policy: catalogPolicy,
  defaultSort: [{ field: "issuedOn", descending: true }, { field: "number" }],
  rules: decisionRules,
  derive: { fields: ["actsFrom", "effectiveAssumed"], from: {}, compute: (row) => actsFrom(row) },
  lists: [
    {
      name: "added",
      label: { vi: "Mục được bổ sung", en: "Entries added" },
      about: { vi: "Các mục danh mục do văn bản này bổ sung.", en: "The catalog entries this document added." },
      target: "catalogEntry",
      via: "addedBy",
    },
    {
      name: "removed",
      label: { vi: "Mục bị đưa ra", en: "Entries removed" },
      about: { vi: "Các mục danh mục do văn bản này đưa ra.", en: "The catalog entries this document removed." },
      target: "catalogEntry",
      via: "removedBy",
    },
    {
      name: "procedures",
      label: { vi: "Thủ tục được công bố", en: "Procedures announced" },
      about: {
        vi: "Các thủ tục có tình trạng do văn bản này quy định.",
        en: "The procedures whose status this document set.",
      },
      target: "procedure",
      via: "statusDecision",
    },
    {
      name: "amendedBy",
      label: { vi: "Được sửa đổi bởi", en: "Amended by" },
      about: { vi: "Các văn bản sửa đổi văn bản này.", en: "The documents that amend this one." },
      target: "decision",
      via: "amends",
    },
  ],
})
export class Decision {
  @field({
    kind: code({ max: 60 }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 140,
    label: { vi: "Số, ký hiệu", en: "Number" },
    headers: ["Số quyết định", "Số văn bản", "Số hiệu", "Số hiệu văn bản", "Quyết định"],
    about: { vi: "Số và ký hiệu, ví dụ 1320/QĐ-UBND.", en: "Number and symbol, for example 1320/QĐ-UBND." },
  })
  number!: string;

  @field({
    kind: DECISION_KIND,
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Loại văn bản", en: "Kind" },
    headers: ["Loại"],
    about: { vi: "Loại văn bản.", en: "The kind of document." },
  })
  kind!: string;

  @field({
    kind: text({ max: 200 }),
    required: true,
    search: true,
    inList: true,
    width: 220,
    label: { vi: "Cơ quan ban hành", en: "Issuer" },
    headers: ["Nơi ban hành"],
    about: { vi: "Cơ quan hoặc người ban hành.", en: "Who issued it." },
  })
  issuer!: string;

  @field({
    kind: date(),
    inList: true,
    width: 110,
    label: { vi: "Ngày ban hành", en: "Issued on" },
    headers: ["Ngày ký", "Ngày quyết định"],
    about: { vi: "Ngày ký ban hành; trống khi chưa rõ.", en: "The day it was signed; empty where not known." },
  })
  issuedOn!: string;

  @field({
    kind: date(),
    inList: true,
    width: 110,
    label: { vi: "Ngày hiệu lực", en: "Effective on" },
    headers: ["Hiệu lực từ", "Ngày có hiệu lực"],
    about: {
      vi: "Ngày có hiệu lực ghi trong văn bản; trống thì coi như từ ngày ký.",
      en: "The day it takes effect by its own words; empty means from its signing, which is then marked as assumed.",
    },
  })
  effectiveOn!: string;

  @field({
    kind: text({ max: 700 }),
    required: true,
    search: true,
    inList: true,
    width: 360,
    label: { vi: "Trích yếu", en: "Title" },
    headers: ["Tên văn bản", "Trích yếu nội dung", "Nội dung", "Về việc"],
    about: { vi: "Trích yếu nội dung.", en: "What it is about, in its own words." },
  })
  title!: string;

  @field({
    kind: ref("decision"),
    width: 140,
    label: { vi: "Sửa đổi cho", en: "Amends" },
    headers: ["Sửa đổi, bổ sung cho"],
    about: { vi: "Văn bản mà văn bản này sửa đổi, bổ sung.", en: "The document this one amends." },
  })
  amends!: string;

  @field({
    kind: date(),
    write: "never",
    width: 110,
    label: { vi: "Tác động từ", en: "Acts from" },
    about: {
      vi: "Ngày hiệu lực, hoặc ngày ban hành khi văn bản không ghi.",
      en: "The effective day, or the day of issue where the document names none.",
    },
  })
  actsFrom!: string;

  @field({
    kind: bool(),
    write: "never",
    width: 110,
    label: { vi: "Coi như từ ngày ký", en: "Assumed effective" },
    about: {
      vi: "Văn bản không ghi ngày hiệu lực nên được coi như có hiệu lực từ ngày ký.",
      en: "The document names no effective day, so it is taken to act from its signing.",
    },
  })
  effectiveAssumed!: boolean;
}
