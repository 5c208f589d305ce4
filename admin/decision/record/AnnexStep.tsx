import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { FolderOpen, RotateCcw } from "lucide-react";
import { useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Note } from "../../platform/ui/Note";
import type { AnnexAnswer, AnnexSource } from "./annex";
import { AnnexLines } from "./AnnexLines";
import { words } from "./record.words";

interface AnnexStepProps {
  annex: AnnexAnswer | null;
  fileName: string | null;
  isReading: boolean;
  error: string | null;
  onSource: (source: AnnexSource) => void;
  /** Reads another sheet of the same workbook; absent where the file is no longer at hand. */
  onSheet?: (sheet: string) => void;
  onClear: () => void;
}

/** The annex: pasted as a table or opened as a file, then what was read of it. */
export function AnnexStep(props: AnnexStepProps) {
  const { annex, isReading, error, onSource } = props;
  const w = useWords(words);
  return (
    <>
      {error && <Note kind="error">{error}</Note>}
      {isReading ? (
        <div className="card card-body" role="status" aria-busy="true">
          {w.reading}
        </div>
      ) : annex ? (
        <AnnexRead {...props} annex={annex} />
      ) : (
        <TakeAnnex onSource={onSource} />
      )}
    </>
  );
}

function TakeAnnex({ onSource }: { onSource: (source: AnnexSource) => void }) {
  const w = useWords(words);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const take = (data: DataTransfer): void => {
    const [file] = data.files;
    const html = data.getData("text/html");
    const text = data.getData("text/plain");
    // Word puts a picture of the table beside the table: the table is what is meant.
    if (html || text) onSource({ html, text });
    else if (file) onSource({ file });
  };
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    take(event.clipboardData);
  };
  const over = (event: DragEvent, is: boolean): void => {
    event.preventDefault();
    setOver(is);
  };
  return (
    <section className="card import-choose" aria-label={w.steps[1]}>
      <textarea
        className={isOver ? "annex-paste over" : "annex-paste"}
        aria-label={w.paste}
        placeholder={`${w.paste}\n${w.pasteHelp}`}
        autoFocus
        value=""
        onChange={() => undefined}
        onPaste={paste}
        onDragEnter={(event) => over(event, true)}
        onDragOver={(event) => over(event, true)}
        onDragLeave={(event) => over(event, false)}
        onDrop={(event) => {
          over(event, false);
          const [file] = event.dataTransfer.files;
          if (file) onSource({ file });
          else take(event.dataTransfer);
        }}
      />
      <div className="row wrap">
        <span className="muted grow">{w.drop}</span>
        <Button variant="outlined" startIcon={<FolderOpen size={16} />} onClick={() => input.current?.click()}>
          {w.open}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          aria-label={w.open}
          accept=".docx,.xlsx,.csv,.tsv,.txt"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onSource({ file });
            event.target.value = "";
          }}
        />
      </div>
    </section>
  );
}

/** What is read and written nowhere: it belongs to other rows than those of the catalog. */
const SHOWN_ONLY = new Set(["time", "fee", "place", "subject", "status", "decision"]);

function AnnexRead({ annex, fileName, onSheet, onClear }: AnnexStepProps & { annex: AnnexAnswer }) {
  const w = useWords(words);
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  const said = (meaning: string | null): string => {
    if (meaning === null) return w.unknownColumn;
    if (meaning === "number") return w.ignored;
    return SHOWN_ONLY.has(meaning) ? `${w.meanings[meaning]} (${w.shownOnly})` : w.meanings[meaning]!;
  };
  return (
    <section className="card" aria-label={w.steps[1]}>
      <div className="card-head">
        <h2 className="grow">{w.read(number(annex.rows.length), number(annex.uses.length))}</h2>
        <span className="muted">{fileName ?? w.clipboard}</span>
        {annex.sheets.length > 1 && onSheet && (
          <TextField
            select
            sx={{ width: 200 }}
            value={annex.sheet ?? ""}
            onChange={(event) => onSheet(event.target.value)}
            slotProps={{ htmlInput: { "aria-label": w.sheet } }}
          >
            {annex.sheets.map((sheet) => (
              <MenuItem key={sheet} value={sheet}>
                {sheet}
              </MenuItem>
            ))}
          </TextField>
        )}
        <Button variant="outlined" startIcon={<RotateCcw size={16} />} onClick={onClear}>
          {w.readAgain}
        </Button>
      </div>
      <div className="card-body stack">
        {annex.rows.length === 0 && <Note kind="error">{w.noRows}</Note>}
        {annex.isGuessed && annex.rows.length > 0 && <Note kind="changed">{w.guessed}</Note>}
        <div className="row wrap import-chips">
          <span className="muted">{w.columns}</span>
          {annex.columns.map(({ heading, meaning }, at) => (
            <span key={`${at} ${heading}`} className={meaning ? "match" : "match open"}>
              {heading || at + 1} <span aria-hidden>→</span> <b>{said(meaning)}</b>
            </span>
          ))}
        </div>
      </div>
      <AnnexLines uses={annex.uses} />
    </section>
  );
}
