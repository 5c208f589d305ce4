import { Clock } from "lucide-react";
import { useAsOf } from "../as-of";
import { formatDate, today } from "../format";
import { useWords } from "../language";
import { useSite } from "../site";
import { words } from "./words";

/** The dark strip: which day everything is seen at, and that the data is a demo. */
export function Strip() {
  const w = useWords(words);
  const asOf = useAsOf();
  const site = useSite();
  const now = today();
  return (
    <div className="strip" role="status">
      <Clock size={14} aria-hidden />
      <span>
        <span className="wide-only">{w.seenAt}</span>
        <span className="narrow-only">{w.seenAtShort}</span> <b>{formatDate(asOf.date)}</b>
      </span>
      {site.isDemo && <span className="tag">{w.demoData}</span>}
      <span className="grow" />
      {asOf.moved && (
        <button type="button" onClick={() => asOf.set(asOf.workingDate)}>
          {w.toWorkingDate(formatDate(asOf.workingDate))}
        </button>
      )}
      {asOf.date !== now && (
        <button type="button" onClick={() => asOf.set(now)}>
          {w.toToday}
        </button>
      )}
    </div>
  );
}
