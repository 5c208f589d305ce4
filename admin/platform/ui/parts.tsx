import Button from "@mui/material/Button";
import {
  ArrowRight,
  CircleAlert,
  CircleCheck,
  GitCompareArrows,
  Inbox,
  Info,
  Minus,
  Pencil,
  Plus,
  RotateCcw,
  TriangleAlert,
} from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import { Link } from "react-router";
import { ServerError } from "../graphql";
import { defineWords, useLanguage, useWords } from "../language";

const words = defineWords({
  vi: {
    demo: "Minh họa",

    failed: "Chưa lấy được số liệu",
    retry: "Thử lại",
    loading: "Đang tải",
  },
  en: {
    demo: "Demo",

    failed: "The data could not be fetched",
    retry: "Try again",
    loading: "Loading",
  },
});

export type StatusKind = "met" | "short" | "na" | "error" | "changed" | "new" | "conflict" | "deleted" | "info";

type Icon = ComponentType<{ size?: number; "aria-hidden"?: boolean }>;

const STATUS_ICONS: Record<StatusKind, Icon> = {
  met: CircleCheck,
  short: TriangleAlert,
  na: Minus,
  error: CircleAlert,
  changed: Pencil,
  new: Plus,
  conflict: GitCompareArrows,
  deleted: Minus,
  info: Info,
};

/** A status as shape, word and colour, in this order of weight. */
export function Status({ kind, icon, children }: { kind: StatusKind; icon?: Icon; children: ReactNode }) {
  const Shape = icon ?? STATUS_ICONS[kind];
  return (
    <span className={`status ${kind}`}>
      <Shape size={14} aria-hidden />
      {children}
    </span>
  );
}

/** The dashed mark of everything that the demo invented. */
export function Demo({ children }: { children?: ReactNode }) {
  const w = useWords(words);
  return <span className="demo">{children ?? w.demo}</span>;
}

/** The sign before a row that came, went or changed. */
export function Sign({ kind, title }: { kind: "new" | "gone" | "changed"; title: string }) {
  const Shape = kind === "new" ? Plus : kind === "gone" ? Minus : Pencil;
  return (
    <span className={`sign ${kind}`} title={title} role="img" aria-label={title}>
      <Shape size={14} aria-hidden />
    </span>
  );
}

export type NoteKind = "plain" | "info" | "changed" | "error" | "conflict";

const NOTE_ICONS: Record<NoteKind, Icon> = {
  plain: Info,
  info: Info,
  changed: TriangleAlert,
  error: CircleAlert,
  conflict: GitCompareArrows,
};

/** A sentence that stands on the page; only errors are announced. */
export function Note({ kind = "plain", icon, children }: { kind?: NoteKind; icon?: Icon; children: ReactNode }) {
  const Shape = icon ?? NOTE_ICONS[kind];
  return (
    <div className={`note ${kind}`} role={kind === "error" ? "alert" : undefined}>
      <Shape size={16} aria-hidden />
      <div className="grow">{children}</div>
    </div>
  );
}

/** What a list says instead of nothing. */
export function Empty({
  icon: Shape = Inbox,
  title,
  children,
  actions,
}: {
  icon?: Icon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="empty">
      <Shape aria-hidden />
      <b className="strong">{title}</b>
      {children && <div className="muted">{children}</div>}
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

/** What a screen says when the server refused or did not answer, with a way out. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const w = useWords(words);
  const language = useLanguage();
  const message = error instanceof ServerError ? error.in(language) : error instanceof Error ? error.message : "";
  return (
    <div role="alert">
      <Empty
        icon={TriangleAlert}
        title={w.failed}
        actions={
          onRetry && (
            <Button variant="outlined" onClick={onRetry} startIcon={<RotateCcw size={16} />}>
              {w.retry}
            </Button>
          )
        }
      >
        {message}
      </Empty>
    </div>
  );
}

/** Grey bars where rows will stand. */
export function Bones({ lines = 3 }: { lines?: number }) {
  const w = useWords(words);
  return (
    <div className="stack" style={{ padding: 14 }} aria-busy="true" aria-label={w.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="bone" style={{ width: `${90 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** One choice out of a few, as pressed buttons. */
export function Segments<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: { value: Value; text: ReactNode; lang?: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.text}
        </button>
      ))}
    </div>
  );
}

/** A number that opens the rows behind it. */
export function FigureCard({
  icon: Shape,
  title,
  figure,
  unit,
  detail,
  action,
  to,
}: {
  icon: Icon;
  title: string;
  figure: ReactNode;
  unit: string;
  detail?: ReactNode;
  action: string;
  to: string;
}) {
  return (
    <Link className="card figure-card" to={to}>
      <span className="row top">
        <Shape size={16} aria-hidden />
        <span className="muted">{title}</span>
      </span>
      <span className="figure">
        {figure} <small>{unit}</small>
      </span>
      {detail && <span className="detail">{detail}</span>}
      <span className="action">
        {action}
        <ArrowRight size={16} aria-hidden />
      </span>
    </Link>
  );
}
