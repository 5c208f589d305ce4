import { code, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { VALIDITY_FROM, VALIDITY_TO } from "../platform/registry/validity";
import { targetPolicy } from "./target.policy";

/**
 * A target set (bộ chỉ tiêu): the criteria by which a directive or an index judges agencies, for a span of time. A new
 * year, province or law is another set of rows.
 */
@resource({
  single: "targetSet",
  plural: "targetSets",
  label: { vi: "Bộ chỉ tiêu", en: "Target set" },
  pluralLabel: { vi: "Bộ chỉ tiêu", en: "Target sets" },
  about: {
    vi: "Các chỉ tiêu mà một chỉ thị hoặc một bộ chỉ số giao, trong một khoảng thời gian.",
    en: "The criteria by which a directive or an index judges agencies, for a span of time.",
  },
  title: "nameVi",
  keys: [["code"], ["nameVi"]],
  sourced: true,
  policy: targetPolicy,
  defaultSort: [{ field: "validFrom" }, { field: "code" }],
  lists: [
    {
      name: "criteria",
      label: { vi: "Chỉ tiêu", en: "Criteria" },
      about: { vi: "Các chỉ tiêu của bộ.", en: "The criteria of the set." },
      target: "criterion",
      via: "targetSet",
    },
  ],
})
export class TargetSet {
  @field({
    kind: code({ max: 40 }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 140,
    label: { vi: "Mã", en: "Code" },
    about: { vi: "Mã ngắn của bộ chỉ tiêu.", en: "The set's short code." },
  })
  code!: string;

  @field({
    kind: text({ max: 300 }),
    required: true,
    search: true,
    inList: true,
    width: 360,
    label: { vi: "Tên bộ chỉ tiêu", en: "Name (Vietnamese)" },
    about: { vi: "Tên bộ chỉ tiêu.", en: "The set's name in Vietnamese." },
  })
  nameVi!: string;

  @field({
    kind: text({ max: 300 }),
    search: true,
    width: 300,
    label: { vi: "Tên tiếng Anh", en: "Name (English)" },
    about: { vi: "Tên bằng tiếng Anh.", en: "The set's name in English." },
  })
  nameEn!: string;

  @field({
    kind: ref("decision"),
    inList: true,
    width: 160,
    label: { vi: "Ban hành theo", en: "Issued by" },
    about: {
      vi: "Văn bản giao chỉ tiêu, nếu có số.",
      en: "The document that sets the targets, where it has a number.",
    },
  })
  decision!: string;

  @field(VALIDITY_FROM)
  validFrom!: string;

  @field(VALIDITY_TO)
  validTo!: string;

  @field({
    kind: text({ max: 1000, multiline: true }),
    sort: false,
    label: { vi: "Ghi chú", en: "Note" },
    about: { vi: "Điều người đọc cần biết về bộ chỉ tiêu.", en: "What readers should know about the set." },
  })
  note!: string;
}
