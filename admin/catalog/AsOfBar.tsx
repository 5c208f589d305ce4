import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { GitCompareArrows, X } from "lucide-react";
import { useAsOf } from "../platform/as-of";
import { formatDate, formatNumber, yearBefore } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { DateBox } from "../platform/ui/DateBox";
import { words } from "./catalog.words";
import type { Difference } from "./difference";

interface AsOfBarProps {
  base: string | null;
  onBase: (base: string | null) => void;
  difference: Difference | null;
  count: number;
}

/** The two days and the sum between them: 78 + 5 − 3 = 80. */
export function AsOfBar({ base, onBase, difference, count }: AsOfBarProps) {
  const w = useWords(words);
  const language = useLanguage();
  const asOf = useAsOf();
  const number = (value: number): string => formatNumber(value, language);
  return (
    <div className="as-of">
      <DateBox label={w.date} width={158} value={asOf.date} onChange={(date) => asOf.set(date ?? asOf.workingDate)} />
      {base ? (
        <>
          <span className="versus">{w.versus}</span>
          <DateBox label={w.baseDate} width={158} value={base} onChange={onBase} />
          <IconButton aria-label={w.stopComparing} onClick={() => onBase(null)} sx={{ mt: "24px" }}>
            <X size={16} />
          </IconButton>
        </>
      ) : (
        <Button
          variant="outlined"
          startIcon={<GitCompareArrows size={16} />}
          sx={{ mt: "24px" }}
          onClick={() => onBase(yearBefore(asOf.date))}
        >
          {w.compareWith}
        </Button>
      )}
      <span className="grow" />
      <div className="equation">
        {base && difference ? (
          <>
            <span>
              <b>{number(difference.before)}</b>
              <small>{formatDate(base)}</small>
            </span>
            <span className="operator new">
              + {number(difference.added.length)}
              <small>{w.added}</small>
            </span>
            <span className="operator gone">
              − {number(difference.removed.length)}
              <small>{w.removed}</small>
            </span>
            <span className="operator">=</span>
            <span>
              <b>{number(difference.after)}</b>
              <small>{formatDate(asOf.date)}</small>
            </span>
            <span className="operator changed">
              {number(difference.amended.length)}
              <small>{w.amended}</small>
            </span>
          </>
        ) : (
          <span>
            <b>{number(count)}</b>
            <small>{w.onDate}</small>
          </span>
        )}
      </div>
    </div>
  );
}
