import Button from "@mui/material/Button";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useWords } from "../platform/language";
import { words } from "./data-link.words";

interface SourceProps {
  label: string;
  text: string;
  /** For a text that is read as a whole. */
  tall?: boolean;
}

/** A text to be copied into another tool. */
export function Source({ label, text, tall }: SourceProps) {
  const w = useWords(words);
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === text;
  return (
    <div className="stack tight">
      <div className="row">
        <h3 className="grow">{label}</h3>
        <Button
          variant="text"
          startIcon={isCopied ? <Check size={16} /> : <Copy size={16} />}
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => setCopied(text));
          }}
          aria-label={`${isCopied ? w.copied : w.copy}: ${label}`}
        >
          {isCopied ? w.copied : w.copy}
        </Button>
      </div>
      <pre className={tall ? "source tall" : "source"} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
    </div>
  );
}
