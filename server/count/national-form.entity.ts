import { int, ref } from "../platform/kinds/all";
import { field, resource, type Label } from "../platform/registry/declare";
import { VALIDITY_FROM, VALIDITY_TO } from "../platform/registry/validity";
import { nationalFormPolicy } from "./count.policy";
import { countedDays } from "./count.rules";
import { nationalFormRules } from "./national-form.rules";

/** What the form's three groups of columns are called in the files of different systems. */
const GROUPS = {
  received: ["Tiếp nhận", "Số lượng hồ sơ tiếp nhận", "Số hồ sơ tiếp nhận", "Hồ sơ tiếp nhận"],
  settled: ["Đã giải quyết", "Số lượng hồ sơ đã giải quyết", "Số hồ sơ đã giải quyết", "Hồ sơ đã giải quyết"],
  pending: ["Đang giải quyết", "Số lượng hồ sơ đang giải quyết", "Số hồ sơ đang giải quyết", "Hồ sơ đang giải quyết"],
};

/** A column of the form: found by its group and its own words, or by its number below the headings. */
const cell = (group: keyof typeof GROUPS, number: number, label: Label, words: string[]) =>
  field({
    kind: int({ min: 0, max: 100_000_000 }),
    inList: true,
    width: 110,
    label,
    headers: [...GROUPS[group].flatMap((name) => words.map((word) => `${name} - ${word}`)), `(${number})`],
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
  // A quarter's form and a year's share days: only those of one period are in each other's way.
  intervals: [{ key: ["period", "agency"], field: "agency" }],
  derive: {
    fields: ["validFrom", "validTo"],
    from: { period: ["firstDay", "lastDay"] },
    compute: (_row, refs) => countedDays(refs.period),
  },
  rules: nationalFormRules,
  closedBy: "period",
  files: {},
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
    headers: [
      "Đơn vị / Lĩnh vực",
      "Đơn vị, lĩnh vực",
      "Đơn vị giải quyết",
      "Tên đơn vị",
      "Cơ quan, đơn vị",
      "Lĩnh vực giải quyết",
      "(2)",
    ],
    about: { vi: "Đơn vị giải quyết của dòng.", en: "The settling agency of the line." },
  })
  agency!: string;

  @cell("received", 3, { vi: "Tiếp nhận: tổng số", en: "Received: total" }, ["Tổng số"])
  receivedTotal!: number;

  @cell("received", 4, { vi: "Tiếp nhận: trực tuyến", en: "Received: online" }, ["Trực tuyến", "Trong kỳ - Trực tuyến"])
  receivedOnline!: number;

  @cell("received", 5, { vi: "Tiếp nhận: trực tiếp, bưu chính", en: "Received: counter and post" }, [
    "Trực tiếp, dịch vụ bưu chính",
    "Trong kỳ - Trực tiếp, dịch vụ bưu chính",
    "Trực tiếp hoặc dịch vụ bưu chính",
    "Trong kỳ - Trực tiếp hoặc dịch vụ bưu chính",
    "Trực tiếp, bưu chính",
    "Trong kỳ - Trực tiếp, bưu chính",
  ])
  receivedCounterPost!: number;

  @cell("received", 6, { vi: "Tiếp nhận: từ kỳ trước", en: "Received: carried over" }, [
    "Từ kỳ trước",
    "Kỳ trước",
    "Kỳ trước chuyển sang",
  ])
  carriedOver!: number;

  @cell("settled", 7, { vi: "Đã giải quyết: tổng số", en: "Settled: total" }, ["Tổng số"])
  settledTotal!: number;

  @cell("settled", 8, { vi: "Đã giải quyết: trước hạn", en: "Settled: early" }, ["Trước hạn"])
  settledEarly!: number;

  @cell("settled", 9, { vi: "Đã giải quyết: đúng hạn", en: "Settled: on time" }, ["Đúng hạn"])
  settledOnTime!: number;

  @cell("settled", 10, { vi: "Đã giải quyết: quá hạn", en: "Settled: late" }, ["Quá hạn"])
  settledLate!: number;

  @cell("pending", 11, { vi: "Đang giải quyết: tổng số", en: "Pending: total" }, ["Tổng số"])
  pendingTotal!: number;

  @cell("pending", 12, { vi: "Đang giải quyết: trong hạn", en: "Pending: in time" }, ["Trong hạn"])
  pendingInTime!: number;

  @cell("pending", 13, { vi: "Đang giải quyết: quá hạn", en: "Pending: overdue" }, ["Quá hạn"])
  pendingOverdue!: number;

  @field({ ...VALIDITY_FROM, inList: false, write: "never" })
  validFrom!: string;

  @field({ ...VALIDITY_TO, inList: false, write: "never" })
  validTo!: string;
}
