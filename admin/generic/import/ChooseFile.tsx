import Button from "@mui/material/Button";
import { ClipboardPaste, Download, Upload } from "lucide-react";
import { useEffect, useRef, useState, type DragEvent } from "react";
import { useLanguage, useWords } from "../../platform/language";
import type { ModelResource } from "../../platform/model";
import { Note } from "../../platform/ui/Note";
import { fileSize, LARGEST } from "./file-size";
import { words } from "./import.words";
import { PasteTable } from "./PasteTable";

interface ChooseFileProps {
  resource: ModelResource;
  onFile: (file: Blob, name: string) => void;
}

const ACCEPTED = ".xlsx,.csv,.tsv,.txt";

/** A file by dropping, choosing or pasting; what is surely none is said before it is sent. */
export function ChooseFile({ resource, onFile }: ChooseFileProps) {
  const w = useWords(words);
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const [problem, setProblem] = useState<string>();

  const take = (file: File | undefined): void => {
    if (!file) return;
    if (!/\.(xlsx|csv|tsv|txt)$/i.test(file.name)) setProblem(w.notSheet(file.name));
    else if (file.size > LARGEST) setProblem(w.tooLarge(file.name, fileSize(file.size, language)));
    else onFile(file, file.name);
  };
  const latest = useRef(take);
  latest.current = take;

  // A file copied in the file manager can be pasted anywhere on the page.
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const [file] = event.clipboardData?.files ?? [];
      if (!file || !/\.(xlsx|csv|tsv|txt)$/i.test(file.name)) return;
      event.preventDefault();
      latest.current(file);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);

  const over = (event: DragEvent, is: boolean): void => {
    event.preventDefault();
    setOver(is);
  };

  return (
    <section className="card import-choose" aria-label={w.steps[0]}>
      <div
        className={isOver ? "drop over" : "drop"}
        onDragEnter={(event) => over(event, true)}
        onDragOver={(event) => over(event, true)}
        onDragLeave={(event) => over(event, false)}
        onDrop={(event) => {
          over(event, false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <Upload aria-hidden />
        <b className="strong wide-only">{w.drop}</b>
        <p className="muted">{w.dropHelp}</p>
        <div className="row wrap" style={{ justifyContent: "center", marginTop: 4 }}>
          <Button variant="contained" startIcon={<Upload size={16} />} autoFocus onClick={() => input.current?.click()}>
            {w.choose}
          </Button>
          <Button
            variant="outlined"
            startIcon={<ClipboardPaste size={16} />}
            aria-expanded={isPasting}
            onClick={() => setPasting(!isPasting)}
          >
            {w.pasteOpen}
          </Button>
        </div>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          aria-label={w.choose}
          tabIndex={-1}
          hidden
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      {problem && <Note kind="error">{problem}</Note>}
      {isPasting && <PasteTable onTable={(text) => onFile(new Blob([text], { type: "text/csv" }), w.pastedName)} />}
      <p className="row wrap muted">
        {w.templates}
        {(["xlsx", "csv"] as const).map((format) => (
          <a
            key={format}
            className="row"
            href={`/import/${resource.plural}/template.${format}?lang=${language}`}
            download
          >
            <Download size={16} aria-hidden />
            {w.template(format.toUpperCase())}
          </a>
        ))}
      </p>
    </section>
  );
}
