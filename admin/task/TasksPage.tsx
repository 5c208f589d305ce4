import Button from "@mui/material/Button";
import { Plus, Search } from "lucide-react";
import { Link, useSearchParams } from "react-router";
import { GridButton } from "../generic/GridButton";
import { ViewActions } from "../generic/ViewActions";
import { useAsOf } from "../platform/as-of";
import { listOperation } from "../platform/data/document";
import { schemaFacts } from "../platform/data/provider";
import { formatDate, formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { resourceOf } from "../platform/model";
import { Page } from "../platform/ui/Page";
import { Segments } from "../platform/ui/Segments";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { Demo, Status } from "../platform/ui/Status";
import { useGraphql } from "../platform/use-graphql";
import { useMay } from "../platform/viewer";
import { StatusMenu } from "./StatusMenu";
import {
  daysLeft,
  isOverdue,
  overdueFilter,
  shownTasks,
  TASKS,
  type Shown,
  type TaskRow,
  type TasksData,
} from "./tasks";
import { words } from "./task.words";
import "./task.css";

const SHOWN: readonly Shown[] = ["all", "open", "overdue"];

/** The directive's tasks: who is to do what by when, how far it is, and what was reported. */
export function TasksPage() {
  const w = useWords(words);
  const language = useLanguage();
  const may = useMay();
  const { date } = useAsOf();
  const [given, setGiven] = useSearchParams();
  const shown = SHOWN.find((each) => each === given.get("show")) ?? "all";
  const { data, error, refetch } = useGraphql<TasksData>(TASKS, { asOf: date }, { keep: true });
  const resource = resourceOf("task");
  const tasks = data?.tasks.items ?? [];
  const number = (value: number): string => formatNumber(value, language);
  const late = tasks.filter((task) => isOverdue(task, date)).length;
  const left = tasks.filter(({ status }) => status !== "DONE").length;
  const answer =
    late > 0
      ? w.late(number(late), number(tasks.length))
      : left > 0
        ? w.left(number(left), number(tasks.length))
        : w.done(number(tasks.length));
  const view = {
    resource,
    fields: ["position", "name", "agency", "dueOn", "dueNote", "status", "report"],
    filter: shown === "all" ? {} : shown === "open" ? { status: { ne: "DONE" } } : overdueFilter(date),
    asOf: date,
  };
  const show = (next: Shown): void => setGiven(next === "all" ? {} : { show: next }, { replace: true });
  const rows = shownTasks(tasks, shown, date);
  return (
    <Page
      title={w.title}
      heading={
        <>
          {w.title} {tasks.length > 0 && <span className="light">{answer}</span>}
        </>
      }
      lead={w.lead(formatDate(date))}
      actions={
        <>
          <GridButton resource={resource} />
          <ViewActions
            view={view}
            operation={() => listOperation(schemaFacts, resource, { ...view, offset: 0, limit: 100 })}
          />
          {may("task.change") && (
            <Button component={Link} to="/tasks/create" variant="outlined" startIcon={<Plus size={16} />}>
              {w.create}
            </Button>
          )}
        </>
      }
    >
      <section className="card" aria-label={w.title}>
        <div className="card-head">
          <Segments
            label={w.shown}
            value={shown}
            options={[
              { value: "all", text: w.all },
              { value: "open", text: w.open },
              { value: "overdue", text: w.overdue },
            ]}
            onChange={show}
          />
        </div>
        {error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Bones lines={8} />
        ) : rows.length === 0 ? (
          <Empty
            icon={Search}
            title={tasks.length === 0 ? w.none : w.noneShown}
            actions={
              shown !== "all" && (
                <Button variant="outlined" onClick={() => show("all")}>
                  {w.seeAll}
                </Button>
              )
            }
          />
        ) : (
          <TaskTable tasks={rows} />
        )}
      </section>
    </Page>
  );
}

function TaskTable({ tasks }: { tasks: readonly TaskRow[] }) {
  const w = useWords(words);
  const language = useLanguage();
  const named = (row: { name: string; nameEn: string | null }): string =>
    language === "en" && row.nameEn ? row.nameEn : row.name;
  return (
    <div className="scroll-x">
      <table className="rows folding tasks">
        <thead>
          <tr>
            <th>{w.task}</th>
            <th>{w.owner}</th>
            <th>{w.due}</th>
            <th>{w.status}</th>
            <th>{w.report}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <td className="lead-cell named">
                <Link to={`/tasks/${task.id}/show`}>{named(task)}</Link> {task.certainty === "DEMO" && <Demo />}
              </td>
              <td className="task-owner">
                {task.agency ? (
                  <Link to={`/agencies/${task.agency.id}/show`}>{task.agency.name}</Link>
                ) : (
                  <span className="hint">{w.everyone}</span>
                )}
              </td>
              <Due task={task} />
              <td className="nowrap">
                <StatusMenu task={task} name={named(task)} />
              </td>
              <td className="task-report">{task.report ?? <span className="hint">{w.noReport}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Due({ task }: { task: TaskRow }) {
  const w = useWords(words);
  const language = useLanguage();
  const { date } = useAsOf();
  const left = daysLeft(task, date);
  if (!task.dueOn) return <td className="hint">{w.noDue}</td>;
  return (
    <td className="task-due">
      <span className="nowrap">{formatDate(task.dueOn)}</span>{" "}
      {left !== null && left < 0 && <Status kind="short">{w.lateDays(formatNumber(-left, language))}</Status>}
      {left === 0 && <Status kind="changed">{w.today}</Status>}
      {left !== null && left > 0 && <span className="hint nowrap">{w.inDays(formatNumber(left, language))}</span>}
      {task.dueNote && <div className="hint">{task.dueNote}</div>}
    </td>
  );
}
