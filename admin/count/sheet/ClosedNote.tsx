import { Lock } from "lucide-react";
import { Link } from "react-router";
import { readImage } from "../../generic/ImageValue";
import { formatMoment } from "../../platform/format";
import { useWords } from "../../platform/language";
import { Note } from "../../platform/ui/Note";
import { useGraphql } from "../../platform/use-graphql";
import { useMay } from "../../platform/viewer";
import { PERIOD_TURNS, type PeriodTurnsData, type SheetPeriod } from "./count-sheet.graphql";
import { words } from "./sheet.words";

/** Says of a closed period who closed it, when and why, and how its figures can be corrected all the same. */
export function ClosedNote({ period }: { period: SheetPeriod }) {
  const w = useWords(words);
  const may = useMay();
  const { data } = useGraphql<PeriodTurnsData>(PERIOD_TURNS, { id: period.id });
  const closing = data?.period?.history.items.find(({ after }) => readImage(after)?.state === "CLOSED")?.changeSet;
  return (
    <Note icon={Lock}>
      <b>{w.closed(period.name)}</b> {closing && w.closedBy(closing.person?.name ?? w.system, formatMoment(closing.at))}{" "}
      {closing?.note && w.closedNote(closing.note)} {may("period.reopen") ? w.closedWayMine : w.closedWay}{" "}
      <Link className="in-text" to="/periods">
        {w.toPeriods}
      </Link>
    </Note>
  );
}
