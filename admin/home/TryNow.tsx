import IconButton from "@mui/material/IconButton";
import { Check, X } from "lucide-react";
import { useStore } from "react-admin";
import { Link } from "react-router";
import { useWords } from "../platform/language";
import { words } from "./home.words";

/** One thing for a newcomer to try. */
export interface Task {
  id: string;
  title: string;
  more: string;
  to: string;
  /** Known to be done from the data; others are done once opened. */
  done?: boolean;
}

/** "Thử ngay": three tasks, ticked as they are done, and gone when hidden. */
export function TryNow({ tasks }: { tasks: Task[] }) {
  const w = useWords(words);
  const [hidden, setHidden] = useStore("home.try.hidden", false);
  const [opened, setOpened] = useStore<string[]>("home.try.opened", []);
  if (hidden) return null;
  return (
    <section className="card" aria-label={w.tryNow}>
      <div className="card-head">
        <h2>{w.tryNow}</h2>
        <span className="hint grow">{w.tryHint}</span>
        <IconButton aria-label={w.hide} onClick={() => setHidden(true)}>
          <X size={16} />
        </IconButton>
      </div>
      <ol className="tasks">
        {tasks.map((task, index) => {
          const done = task.done ?? opened.includes(task.id);
          return (
            <li key={task.id} className={done ? "done" : undefined}>
              <span className="step" aria-hidden>
                {done ? <Check size={14} /> : index + 1}
              </span>
              <div>
                <Link
                  to={task.to}
                  onClick={() => setOpened([...new Set([...opened, task.id])])}
                  style={{ color: "inherit" }}
                >
                  <b className="strong">{task.title}</b>
                </Link>
                <p className="muted">{task.more}</p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
