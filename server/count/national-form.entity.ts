import { int, ref } from "../platform/kinds/all";
import { field, resource, type Label } from "../platform/registry/declare";
import { VALIDITY_FROM, VALIDITY_TO } from "../platform/registry/validity";
import { nationalFormPolicy } from "./count.policy";
import { countedDays } from "./count.rules";
import { nationalFormRules } from "./national-form.rules";

const cell = (label: Label, headers: string[]) =>
  field({
    kind: int({ min: 0, max: 100_000_000 }),
    inList: true,
    width: 110,
    label,
    headers,
    about: {
      vi: `Số hồ sơ, cột “${label.vi}” của biểu.`,
      en: `Dossiers, the column “${label.en}” of the form.`,
    },
  });

/**
 * A line of the national form II.06a/VPCP/KSTT (Circular 01/2020/TT-VPCP): dossiers of an agency in a period. It merges
 * counter and post and knows no level, so that no target can be computed from it; it is kept to check the counts against.
 */
@resource({
  single: "nationalForm",
  plural: "nationalForms",
  label: { vi: "Biểu II.06a", en: "Form II.06a" },
  pluralLabel: { vi: "Biểu II.06a", en: "Form II.06a" },
  about: {
    vi: "Dòng của biểu II.06a/VPCP/KSTT, dùng để đối chiếu với số liệu chi tiết.",
    en: "A line of form II.06a/VPCP/KSTT, kept to check the detailed counts against.",
  },
  title: "agency",
  keys: [["period", "agency"]],
  sourced: true,
  policy: nationalFormPolicy,
  defaultSort: [{ field: "period" }, { field: "agency" }],
  intervals: [{ key: ["agency"], field: "agency" }],
  derive: {
    fields: ["validFrom", "validTo"],
    from: { period: ["firstDay", "lastDay"] },
    compute: (_row, refs) => countedDays(refs.period),
  },
  rules: nationalFormRules,
  closedBy: "period",
})
export class NationalForm {
  @field({
    kind: ref("period"),
    required: true,
    write: "create",
    inList: true,
    width: 140,
    label: { vi: "Kỳ báo cáo", en: "Period" },
    headers: ["Kỳ"],
    about: { vi: "Kỳ của biểu.", en: "The form's period." },
  })
  period!: string;

  @field({
    kind: ref("agency"),
    required: true,
    write: "create",
    search: true,
    inList: true,
    width: 240,
    label: { vi: "Đơn vị", en: "Agency" },
    headers: ["Đơn vị / Lĩnh vực", "Đơn vị/Lĩnh vực", "Lĩnh vực giải quyết", "Tên đơn vị"],
    about: { vi: "Đơn vị giải quyết của dòng.", en: "The settling agency of the line." },
  })
  agency!: string;

  @cell({ vi: "Tiếp nhận: tổng số", en: "Received: total" }, ["Tiếp nhận - Tổng số", "(3)"])
  receivedTotal!: number;

  @cell({ vi: "Tiếp nhận: trực tuyến", en: "Received: online" }, ["Tiếp nhận - Trong kỳ - Trực tuyến", "(4)"])
  receivedOnline!: number;

  @cell({ vi: "Tiếp nhận: trực tiếp, bưu chính", en: "Received: counter and post" }, [
    "Tiếp nhận - Trong kỳ - Trực tiếp, dịch vụ bưu chính",
    "(5)",
  ])
  receivedCounterPost!: number;

  @cell({ vi: "Tiếp nhận: từ kỳ trước", en: "Received: carried over" }, ["Tiếp nhận - Từ kỳ trước", "(6)"])
  carriedOver!: number;

  @cell({ vi: "Đã giải quyết: tổng số", en: "Settled: total" }, ["Đã giải quyết - Tổng số", "(7)"])
  settledTotal!: number;

  @cell({ vi: "Đã giải quyết: trước hạn", en: "Settled: early" }, ["Đã giải quyết - Trước hạn", "(8)"])
  settledEarly!: number;

  @cell({ vi: "Đã giải quyết: đúng hạn", en: "Settled: on time" }, ["Đã giải quyết - Đúng hạn", "(9)"])
  settledOnTime!: number;

  @cell({ vi: "Đã giải quyết: quá hạn", en: "Settled: late" }, ["Đã giải quyết - Quá hạn", "(10)"])
  settledLate!: number;

  @cell({ vi: "Đang giải quyết: tổng số", en: "Pending: total" }, ["Đang giải quyết - Tổng số", "(11)"])
  pendingTotal!: number;

  @cell({ vi: "Đang giải quyết: trong hạn", en: "Pending: in time" }, ["Đang giải quyết - Trong hạn", "(12)"])
  pendingInTime!: number;

  @cell({ vi: "Đang giải quyết: quá hạn", en: "Pending: overdue" }, ["Đang giải quyết - Quá hạn", "(13)"])
  pendingOverdue!: number;

  @field({ ...VALIDITY_FROM, inList: false, write: "never" })
  validFrom!: string;

  @field({ ...VALIDITY_TO, inList: false, write: "never" })
  validTo!: string;
}
