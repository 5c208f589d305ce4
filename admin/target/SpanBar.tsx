import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Popover from "@mui/material/Popover";
import { Building2, Calendar, ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { formatDate } from "../platform/format";
import { useWords } from "../platform/language";
import { DateBox } from "../platform/ui/DateBox";
import { Segments } from "../platform/ui/Segments";
import { kindOf, neighbour, spanOn, type Span, type SpanKind } from "./span";
import { words } from "./span.words";
import type { TargetView } from "./use-span";

type Whole = Exclude<SpanKind, "OTHER">;
const KINDS: Whole[] = ["MONTH", "QUARTER", "YEAR", "TWELVE_MONTHS"];

/** Any two days, for a span that is no whole month, quarter or year. */
function OtherDays({ span, onChoose }: { span: Span; onChoose: (span: Span) => void }) {
  const w = useWords(words);
  const [from, setFrom] = useState<string | null>(span.from);
  const [to, setTo] = useState<string | null>(span.to);
  const wrong = from !== null && to !== null && from > to;
  return (
    <form
      className="span-days"
      onSubmit={(event) => {
        event.preventDefault();
        if (from && to && !wrong) onChoose({ from, to, kind: kindOf(from, to, null) });
      }}
    >
      <DateBox label={w.from} width={158} value={from} onChange={setFrom} />
      <DateBox label={w.to} width={158} value={to} onChange={setTo} error={wrong ? w.wrong : undefined} />
      <Button type="submit" variant="contained" disabled={!from || !to || wrong}>
        {w.apply}
      </Button>
    </form>
  );
}

/** The span that a page looks at: its length, the one before and after, or any two days. */
export function SpanBar({ span, onChange }: { span: Span; onChange: (span: Span) => void }) {
  const w = useWords(words);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Segments<SpanKind>
        label={w.kind}
        value={span.kind}
        options={KINDS.map((kind) => ({ value: kind, text: w[kind] }))}
        onChange={(kind) => onChange(spanOn(kind as Whole, span.to))}
      />
      <span className="span-step">
        <IconButton aria-label={w.before} onClick={() => onChange(neighbour(span, -1))}>
          <ChevronLeft size={16} />
        </IconButton>
        <Button
          variant="outlined"
          startIcon={<Calendar size={16} />}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {formatDate(span.from)} – {formatDate(span.to)}
        </Button>
        <IconButton aria-label={w.after} onClick={() => onChange(neighbour(span, 1))}>
          <ChevronRight size={16} />
        </IconButton>
      </span>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{ paper: { role: "dialog", "aria-label": w.days } }}
      >
        <OtherDays
          span={span}
          onChoose={(next) => {
            setAnchor(null);
            onChange(next);
          }}
        />
      </Popover>
    </>
  );
}

/** By which agency tree dossiers are counted: that of the time, or today's. */
export function StructureButton({ view }: { view: TargetView }) {
  const w = useWords(words);
  const isToday = view.structure === "today";
  return (
    <Button
      variant="outlined"
      startIcon={<Building2 size={16} />}
      aria-pressed={isToday}
      onClick={() => view.set({ structure: isToday ? null : "today" }, true)}
    >
      {isToday ? w.today : w.then}
    </Button>
  );
}
