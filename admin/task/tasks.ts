export type TaskStatus = "NOT_STARTED" | "IN_PROGRESS" | "DONE";

export interface TaskRow {
  id: string;
  version: number;
  position: number | null;
  name: string;
  nameEn: string | null;
  agency: { id: string; name: string } | null;
  dueOn: string | null;
  dueNote: string | null;
  status: TaskStatus;
  report: string | null;
  certainty: string | null;
}

export const TASKS = `query Tasks($asOf: Date) {
  tasks(limit: 500, asOf: $asOf) {
    items { id version position name nameEn agency { id name } dueOn dueNote status report certainty } total
  }
}`;

export interface TasksData {
  tasks: { items: TaskRow[]; total: number };
}

/** Overdue are tasks that are not done after their last day; without a day none is. */
export const overdueFilter = (workingDate: string): Record<string, unknown> => ({
  status: { ne: "DONE" },
  dueOn: { lt: workingDate },
});

export type Shown = "all" | "open" | "overdue";

const DAY = 86_400_000;

/** Days until a task is due as of a day: negative once it is overdue, null where it is done or has no day. */
export function daysLeft({ dueOn, status }: Pick<TaskRow, "dueOn" | "status">, workingDate: string): number | null {
  if (!dueOn || status === "DONE") return null;
  return Math.round((Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${workingDate}T00:00:00Z`)) / DAY);
}

export const isOverdue = (task: Pick<TaskRow, "dueOn" | "status">, workingDate: string): boolean =>
  (daysLeft(task, workingDate) ?? 0) < 0;

export const shownTasks = (tasks: readonly TaskRow[], shown: Shown, workingDate: string): TaskRow[] =>
  tasks.filter((task) =>
    shown === "all" ? true : shown === "open" ? task.status !== "DONE" : isOverdue(task, workingDate),
  );
