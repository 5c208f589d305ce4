import { CircleAlert, CircleCheck, GitCompareArrows, Info, Minus, Pencil, Plus, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { defineWords, useWords } from "../language";
import type { Icon } from "./icon";

const words = defineWords({ vi: { demo: "Minh họa" }, en: { demo: "Demo" } });

export type StatusKind = "met" | "short" | "na" | "error" | "changed" | "new" | "conflict" | "deleted" | "info";

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
