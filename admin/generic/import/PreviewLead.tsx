import { formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, type ModelResource } from "../../platform/model";
import type { ImportOutcome } from "./import-answer";
import { words } from "./import.words";

interface LeadProps {
  resource: ModelResource;
  outcome: ImportOutcome;
  fileName: string;
}

/** One line on how the file was read: sheet, headings, lines, what they are matched by. */
export function PreviewLead({ resource, outcome, fileName }: LeadProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  const nameOf = (name: string): string => {
    const field = fieldOf(resource, name);
    return field ? label(field.label) : name === "id" ? w.rowId : name;
  };
  const keys = outcome.keys.map((key) => key.map(nameOf).join(w.together)).join(w.then);
  const parts = [
    outcome.sheet && w.sheetNamed(outcome.sheet),
    outcome.headerLine && w.headerAt(number(outcome.headerLine)),
    w.lines(number(outcome.new + outcome.changed + outcome.same + outcome.wrong)),
    outcome.encoding && outcome.encoding !== "UTF-8" && w.encoding(outcome.encoding),
    keys && w.matchedBy(keys),
  ];
  return (
    <>
      <b className="strong" style={{ color: "var(--ink)" }}>
        {fileName}
      </b>
      {parts.filter(Boolean).map((part) => ` · ${part}`)}
    </>
  );
}
