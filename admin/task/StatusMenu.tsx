import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useQueryClient } from "@tanstack/react-query";
import { ChevronDown, Circle, CircleCheck, CircleDashed } from "lucide-react";
import { useState } from "react";
import { useNotify } from "react-admin";
import { changeOperation, type ChangeResult } from "../platform/data/changes";
import { formatNumber } from "../platform/format";
import { request, ServerError } from "../platform/graphql";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { fieldOf, resourceOf } from "../platform/model";
import { Status } from "../platform/ui/Status";
import { Toast } from "../platform/ui/Toast";
import { useMay } from "../platform/viewer";
import type { TaskRow, TaskStatus } from "./tasks";
import { words } from "./task.words";

const LOOK = {
  NOT_STARTED: { kind: "na", icon: Circle },
  IN_PROGRESS: { kind: "info", icon: CircleDashed },
  DONE: { kind: "met", icon: CircleCheck },
} as const;

/** A task's status, and for those who keep the list the way to another: one click opens, the second one saves. */
export function StatusMenu({ task, name }: { task: TaskRow; name: string }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const may = useMay();
  const notify = useNotify();
  const queries = useQueryClient();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [busy, setBusy] = useState(false);
  const resource = resourceOf("task");
  const choices = fieldOf(resource, "status")?.kind.choices ?? [];
  const said = (status: TaskStatus): string =>
    label(choices.find(({ value }) => value === status) ?? { vi: status, en: status });
  const status = (
    <Status kind={LOOK[task.status].kind} icon={LOOK[task.status].icon}>
      {said(task.status)}
    </Status>
  );
  if (!may("task.change")) return status;

  const change = async (next: TaskStatus): Promise<void> => {
    setAnchor(null);
    if (next === task.status) return;
    setBusy(true);
    try {
      const update = { update: { id: task.id, version: task.version, set: { status: next } } };
      const { query, variables } = changeOperation(resource, [update], w.noteOf(said(next)));
      const { changeTasks } = await request<{ changeTasks: ChangeResult }>(query, variables);
      const [problem] = changeTasks.problems;
      if (problem) notify(language === "vi" ? problem.messageVi : problem.messageEn, { type: "error" });
      await queries.invalidateQueries();
      const set = changeTasks.changeSet?.id;
      if (set)
        notify(<Toast changeSet={set}>{w.saved(said(next), w.set(formatNumber(set, language)))}</Toast>, {
          type: "info",
        });
    } catch (error) {
      notify(error instanceof ServerError ? error.in(language) : String(error), { type: "error" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className="status-button"
        disabled={busy}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={w.statusOf(said(task.status), name)}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {status}
        <ChevronDown size={14} aria-hidden />
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {(Object.keys(LOOK) as TaskStatus[]).map((each) => (
          <MenuItem key={each} selected={each === task.status} onClick={() => void change(each)}>
            <Status kind={LOOK[each].kind} icon={LOOK[each].icon}>
              {said(each)}
            </Status>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
