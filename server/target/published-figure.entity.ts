import { bool, choice, code, decimal, int, ref } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { publishedFigurePolicy } from "./target.policy";

/** Whether a target is reached; one whose denominator is zero does not apply. */
export const TARGET_STATE = choice("TargetState", [
  { value: "MET", vi: "Đạt", en: "Met" },
  { value: "MISSED", vi: "Còn thiếu", en: "Missed" },
  { value: "NOT_APPLICABLE", vi: "Không áp dụng", en: "Not applicable" },
]);

const whole = (vi: string, en: string, about: { vi: string; en: string }) =>
  field({ kind: int({ min: 0 }), inList: true, width: 110, label: { vi, en }, about });

/** One figure of a publication: an agency, or the province, by one reading of one criterion. */
@resource({
  single: "publishedFigure",
  plural: "publishedFigures",
  label: { vi: "Số liệu công bố", en: "Published figure" },
  pluralLabel: { vi: "Số liệu công bố", en: "Published figures" },
  about: {
    vi: "Tử số, mẫu số và kết quả của một cơ quan theo một cách hiểu của một chỉ tiêu, như đã công bố.",
    en: "Numerator, denominator and state of an agency by one reading of a criterion, as published.",
  },
  title: "criterion",
  policy: publishedFigurePolicy,
  readOnly: true,
  defaultSort: [{ field: "publication" }, { field: "agency" }, { field: "criterion" }, { field: "reading" }],
})
export class PublishedFigure {
  @field({
    kind: ref("publication"),
    required: true,
    inList: true,
    width: 220,
    label: { vi: "Lần công bố", en: "Publication" },
    about: { vi: "Lần công bố chứa số liệu.", en: "The publication it stands in." },
  })
  publication!: string;

  @field({
    kind: ref("agency"),
    inList: true,
    width: 240,
    label: { vi: "Cơ quan", en: "Agency" },
    about: { vi: "Cơ quan; trống là toàn tỉnh.", en: "The agency; empty is the province." },
  })
  agency!: string;

  @field({
    kind: ref("criterion"),
    required: true,
    inList: true,
    width: 90,
    label: { vi: "Chỉ tiêu", en: "Criterion" },
    about: { vi: "Chỉ tiêu.", en: "The criterion." },
  })
  criterion!: string;

  @field({
    kind: code({ max: 20 }),
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Cách hiểu", en: "Reading" },
    about: { vi: "Mã của cách hiểu, ví dụ agency.", en: "The reading's code, for example agency." },
  })
  reading!: string;

  @field({
    kind: bool(),
    required: true,
    inList: true,
    width: 100,
    label: { vi: "Chính thức", en: "Official" },
    about: { vi: "Cách hiểu chính thức lúc công bố.", en: "Whether the reading was the official one." },
  })
  official!: boolean;

  @whole("Tử số", "Numerator", { vi: "Số đếm trên vạch.", en: "What is counted above the line." })
  numerator!: number;

  @whole("Mẫu số", "Denominator", { vi: "Số đếm dưới vạch.", en: "What is counted below the line." })
  denominator!: number;

  @field({
    kind: decimal({ scale: 2, min: 0, max: 1000 }),
    required: true,
    inList: true,
    width: 100,
    label: { vi: "Ngưỡng (%)", en: "Threshold (%)" },
    about: { vi: "Tỷ lệ phải đạt lúc công bố.", en: "The share to be reached when it was published." },
  })
  thresholdPercent!: string;

  @field({
    kind: TARGET_STATE,
    required: true,
    inList: true,
    width: 120,
    label: { vi: "Kết quả", en: "State" },
    about: { vi: "Đạt, còn thiếu hay không áp dụng.", en: "Met, missed or not applicable." },
  })
  state!: string;

  @whole("Còn thiếu", "Shortfall", {
    vi: "Số nguyên nhỏ nhất phải thêm vào tử số; trống là không áp dụng.",
    en: "The smallest whole number to be added to the numerator; empty where not applicable.",
  })
  shortfall!: number;

  @field({
    kind: decimal({ scale: 3, min: 0, max: 1000 }),
    width: 90,
    label: { vi: "Điểm", en: "Points" },
    about: { vi: "Điểm, khi chỉ tiêu có chấm điểm.", en: "The points, where the criterion is scored." },
  })
  points!: string;
}
