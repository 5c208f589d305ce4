import { CircleAlert, GitCompareArrows, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Icon } from "./icon";

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
