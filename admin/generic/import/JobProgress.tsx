import Button from "@mui/material/Button";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import type { Job } from "../../platform/jobs/job";
import { fileSize } from "./file-size";
import { words } from "./import.words";

interface ProgressProps {
  title: string;
  help?: string;
  /** Between 0 and 1; absent where it is not known yet. */
  share?: number;
  action?: string;
  disabled?: boolean;
  onAction?: () => void;
}

/** Work under way, in numbers and as a bar. */
export function Progress({ title, help, share, action, disabled, onAction }: ProgressProps) {
  const percent = share === undefined ? undefined : Math.round(Math.min(share, 1) * 100);
  return (
    <section className="card progress-card" aria-label={title}>
      <div className="row">
        <b className="strong grow" role="status">
          {title}
        </b>
        {action && (
          <Button variant="outlined" disabled={disabled} onClick={onAction}>
            {action}
          </Button>
        )}
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ width: `${percent ?? 0}%` }} />
      </div>
      {help && <p className="hint">{help}</p>}
    </section>
  );
}

/** The file on its way to the server. */
export function SendingFile({ name, size, onCancel }: { name: string; size: number; onCancel: () => void }) {
  const w = useWords(words);
  const language = useLanguage();
  return <Progress title={w.sending(name, fileSize(size, language))} action={w.cancel} onAction={onCancel} />;
}

interface JobProgressProps {
  job: Job<object>;
  isPreview: boolean;
  isStopping: boolean;
  onStop: () => void;
}

/** How far the preview or the import is. */
export function JobProgress({ job, isPreview, isStopping, onStop }: JobProgressProps) {
  const w = useWords(words);
  const language = useLanguage();
  const { done, total } = job;
  const number = (value: number): string => formatNumber(value, language);
  const known = total !== null && total > 0;
  const title = known
    ? (isPreview ? w.reading : w.importing)(number(done), number(total))
    : isPreview
      ? w.readingFirst
      : w.importingFirst;
  return (
    <Progress
      title={title}
      help={isPreview ? w.readingHelp : w.importingHelp}
      share={known ? done / total : undefined}
      action={isStopping ? w.stopping : isPreview ? w.cancel : w.stop}
      disabled={isStopping}
      onAction={onStop}
    />
  );
}
