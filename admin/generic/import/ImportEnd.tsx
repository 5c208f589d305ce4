import Button from "@mui/material/Button";
import { FileX, GitCompareArrows, OctagonX } from "lucide-react";
import type { ServerError } from "../../platform/graphql";
import { useLanguage, useWords } from "../../platform/language";
import type { JobProblem } from "../../platform/jobs/job";
import { Empty } from "../../platform/ui/states";
import { FileRefused } from "./import-request";
import { words } from "./import.words";

/** What a refusal says, each thing once. */
export function problemsOf(error: ServerError): JobProblem[] {
  if (error instanceof FileRefused && error.problems.length > 0) return error.problems;
  return [{ field: null, code: error.code, messageVi: error.messages.vi, messageEn: error.messages.en }];
}

interface RefusedProps {
  problems: readonly JobProblem[];
  /** The file could not be read, or it could not be imported. */
  isPreview: boolean;
  onAgain?: () => void;
  onOther: () => void;
}

/** A file that was refused as a whole, with what to do about it. */
export function Refused({ problems, isPreview, onAgain, onOther }: RefusedProps) {
  const w = useWords(words);
  const language = useLanguage();
  const isStale = problems.some(({ code }) => code === "STALE");
  return (
    <section className="card" role="alert">
      <Empty
        icon={isStale ? GitCompareArrows : FileX}
        title={isStale ? w.staleTitle : isPreview ? w.refusedTitle : w.refusedImport}
        actions={
          <>
            {onAgain && (
              <Button variant={isStale ? "contained" : "outlined"} autoFocus={isStale} onClick={onAgain}>
                {w.previewAgain}
              </Button>
            )}
            <Button variant={isStale ? "outlined" : "contained"} onClick={onOther}>
              {w.otherFile}
            </Button>
          </>
        }
      >
        {isStale ? (
          <p>{w.staleHelp}</p>
        ) : (
          <>
            {[...new Set(problems.map((one) => (language === "vi" ? one.messageVi : one.messageEn)))].map((text) => (
              <p key={text}>{text}</p>
            ))}
            <p className="hint">{w.refusedHelp}</p>
          </>
        )}
      </Empty>
    </section>
  );
}

/** An import, or a preview, that its person has stopped. */
export function Stopped({ onAgain, onOther }: { onAgain?: () => void; onOther: () => void }) {
  const w = useWords(words);
  return (
    <section className="card" role="status">
      <Empty
        icon={OctagonX}
        title={w.cancelledTitle}
        actions={
          <>
            {onAgain && (
              <Button variant="outlined" onClick={onAgain}>
                {w.previewAgain}
              </Button>
            )}
            <Button variant="outlined" onClick={onOther}>
              {w.otherFile}
            </Button>
          </>
        }
      >
        {w.cancelledHelp}
      </Empty>
    </section>
  );
}
