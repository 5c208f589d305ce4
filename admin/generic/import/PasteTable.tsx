import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useWords } from "../../platform/language";
import { words } from "./import.words";

/** A table as a spreadsheet puts it on the clipboard, with its headings; it is sent as the file it would be. */
export function PasteTable({ onTable }: { onTable: (text: string) => void }) {
  const w = useWords(words);
  const [text, setText] = useState("");
  const [isShort, setShort] = useState(false);
  const go = (): void => {
    if (/\S.*\r?\n.*\S/s.test(text)) onTable(text);
    else setShort(true);
  };
  return (
    <div className="stack tight">
      <TextField
        label={w.pasteLabel}
        multiline
        minRows={4}
        maxRows={12}
        autoFocus
        value={text}
        error={isShort}
        helperText={isShort ? w.pasteOne : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setShort(false);
        }}
        slotProps={{ htmlInput: { spellCheck: false, wrap: "off" } }}
      />
      <div>
        <Button variant="outlined" disabled={text.trim() === ""} onClick={go}>
          {w.pasteGo}
        </Button>
      </div>
    </div>
  );
}
