import Button from "@mui/material/Button";
import { Inbox, RotateCcw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { ServerError } from "../graphql";
import { defineWords, useLanguage, useWords } from "../language";
import type { Icon } from "./icon";

const words = defineWords({
  vi: { failed: "Chưa lấy được số liệu", retry: "Thử lại", loading: "Đang tải" },
  en: { failed: "The data could not be fetched", retry: "Try again", loading: "Loading" },
});

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
    <div className="stack" style={{ padding: 14 }} role="progressbar" aria-busy="true" aria-label={w.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="bone" style={{ width: `${90 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
