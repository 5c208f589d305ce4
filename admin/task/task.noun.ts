import { ListTodo } from "lucide-react";
import { lazy } from "react";
import { TARGETS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";

const TasksPage = lazy(async () => ({ default: (await import("./TasksPage")).TasksPage }));

/** What the directive asks of whom by when. */
export const task: Noun = {
  resources: { tasks: { list: TasksPage } },
  menu: [
    {
      label: { vi: "Việc được giao", en: "Tasks" },
      shortLabel: { vi: "Việc giao", en: "Tasks" },
      to: "/tasks",
      icon: ListTodo,
      group: TARGETS,
      onBar: { place: 4, roles: ["LEADER"] },
      permission: "task.read",
      count: {
        query: "query TasksLeft { tasksLeft: tasks(filter: { status: { ne: DONE } }, limit: 1) { total } }",
        read: (data) => data.tasksLeft?.total ?? 0,
      },
    },
  ],
};
