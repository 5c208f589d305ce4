import { choice, date, int, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { taskPolicy } from "./task.policy";

const TASK_STATUS = choice("TaskStatus", [
  { value: "NOT_STARTED", vi: "Chưa làm", en: "Not started" },
  { value: "IN_PROGRESS", vi: "Đang làm", en: "In progress" },
  { value: "DONE", vi: "Đã xong", en: "Done" },
]);

/** A task (việc được giao) of the directive: who is to do what by when, and what they report of it. */
@resource({
  single: "task",
  plural: "tasks",
  label: { vi: "Việc được giao", en: "Task" },
  pluralLabel: { vi: "Việc được giao", en: "Tasks" },
  about: {
    vi: "Việc mà chỉ đạo của UBND tỉnh giao cho một cơ quan, thời hạn và kết quả báo cáo.",
    en: "What the directive asks an agency to do, by when, and what was reported of it.",
  },
  title: "name",
  keys: [["name"]],
  sourced: true,
  policy: taskPolicy,
  defaultSort: [{ field: "position" }, { field: "name" }],
})
export class Task {
  @field({
    kind: int({ min: 1, max: 9999 }),
    inList: true,
    width: 80,
    label: { vi: "Thứ tự", en: "Position" },
    about: { vi: "Thứ tự trong văn bản.", en: "Its place in the document." },
  })
  position!: number;

  @field({
    kind: text({ max: 500 }),
    required: true,
    search: true,
    inList: true,
    width: 420,
    label: { vi: "Nội dung việc", en: "Task" },
    about: { vi: "Việc phải làm.", en: "What is to be done." },
  })
  name!: string;

  @field({
    kind: text({ max: 500 }),
    search: true,
    width: 300,
    label: { vi: "Nội dung bằng tiếng Anh", en: "Task (English)" },
    about: { vi: "Việc phải làm, bằng tiếng Anh.", en: "What is to be done, in English." },
  })
  nameEn!: string;

  @field({
    kind: ref("agency"),
    search: true,
    inList: true,
    width: 240,
    label: { vi: "Cơ quan chủ trì", en: "Owner" },
    about: { vi: "Cơ quan chịu trách nhiệm; trống là mọi cơ quan.", en: "Who answers for it; empty is every agency." },
  })
  agency!: string;

  @field({
    kind: date(),
    inList: true,
    width: 120,
    label: { vi: "Thời hạn", en: "Due on" },
    about: { vi: "Ngày cuối cùng phải xong.", en: "The last day on which it is to be done." },
  })
  dueOn!: string;

  @field({
    kind: text({ max: 300 }),
    width: 260,
    label: { vi: "Thời hạn theo văn bản", en: "Deadline as printed" },
    about: {
      vi: "Thời hạn theo nguyên văn, khi nó cần giải thích.",
      en: "The deadline in the text's words, where they need one.",
    },
  })
  dueNote!: string;

  @field({
    kind: TASK_STATUS,
    required: true,
    inList: true,
    width: 130,
    label: { vi: "Tình trạng", en: "Status" },
    about: { vi: "Chưa làm, đang làm hay đã xong.", en: "Not started, in progress or done." },
  })
  status!: string;

  @field({
    kind: text({ max: 2000, multiline: true }),
    sort: false,
    width: 320,
    label: { vi: "Báo cáo", en: "Report" },
    about: { vi: "Kết quả mà cơ quan báo cáo.", en: "What the agency reports of it." },
  })
  report!: string;
}
