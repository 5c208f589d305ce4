import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Tooltip from "@mui/material/Tooltip";
import { CircleDashed, History, Lock, LockOpen } from "lucide-react";
import { useId, useState } from "react";
import { Link } from "react-router";
import { RowPast } from "../../generic/RowPast";
import { useAsOf } from "../../platform/as-of";
import { formatDate, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { Demo, Status } from "../../platform/ui/Status";
import { useMay } from "../../platform/viewer";
import type { PeriodRow, Reporting } from "./period.graphql";
import { words } from "./period.words";
import type { Verb } from "./use-turn";

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

interface PeriodTableProps {
  periods: readonly PeriodRow[];
  reporting: ReadonlyMap<string, Reporting>;
  onTurn: (period: PeriodRow, verb: Verb) => void;
}

/** The periods with their state, their due day and who has reported; each with the one act that its state allows. */
export function PeriodTable({ periods, reporting, onTurn }: PeriodTableProps) {
  const w = useWords(words);
  const [past, setPast] = useState<PeriodRow | null>(null);
  const allDemo = periods.length > 1 && periods.every(({ certainty }) => certainty === "DEMO");
  return (
    <div className="scroll-x">
      <table className="rows folding periods">
        <thead>
          <tr>
            <th>{w.name}</th>
            <th>{w.days}</th>
            <th>{w.due}</th>
            <th>{w.state}</th>
            <th>{w.reported}</th>
            <th>{w.acts}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.id}>
              <td className="lead-cell named">
                <Link to={`/periods/${period.id}/show`}>{period.name}</Link>{" "}
                {period.certainty === "DEMO" && !allDemo && <Demo />}
              </td>
              <td className="nowrap">
                {formatDate(period.firstDay)} – {formatDate(period.lastDay)}
              </td>
              <Due period={period} />
              <State period={period} />
              <Reported period={period} reporting={reporting.get(period.id)} />
              <td>
                <div className="row period-acts">
                  <TurnButton period={period} onTurn={onTurn} />
                  <Button
                    size="small"
                    variant="text"
                    startIcon={<History size={16} />}
                    aria-label={w.historyOf(period.name)}
                    onClick={() => setPast(period)}
                  >
                    {w.history}
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {past && <Past period={past} onClose={() => setPast(null)} />}
    </div>
  );
}

function Due({ period }: { period: PeriodRow }) {
  const w = useWords(words);
  const language = useLanguage();
  const { workingDate } = useAsOf();
  const { dueOn, state } = period;
  if (!dueOn) return <td className="hint">{w.noDue}</td>;
  const late = daysBetween(dueOn, workingDate);
  return (
    <td className="nowrap">
      {formatDate(dueOn)}{" "}
      {state === "OPEN" && late > 0 && <Status kind="short">{w.late(formatNumber(late, language))}</Status>}
    </td>
  );
}

function State({ period }: { period: PeriodRow }) {
  const w = useWords(words);
  const { workingDate } = useAsOf();
  if (period.state === "CLOSED")
    return (
      <td>
        <Status kind="na" icon={Lock}>
          {w.closed}
        </Status>
      </td>
    );
  return (
    <td>
      {period.lastDay >= workingDate ? (
        <Status kind="na" icon={CircleDashed}>
          {w.running}
        </Status>
      ) : (
        <Status kind="info" icon={LockOpen}>
          {w.open}
        </Status>
      )}
    </td>
  );
}

function Reported({ period, reporting }: { period: PeriodRow; reporting: Reporting | undefined }) {
  const w = useWords(words);
  const language = useLanguage();
  if (!reporting) return <td />;
  const { reported, expected } = reporting;
  const missing = expected - reported;
  return (
    <td className="nowrap">
      {w.reportedOf(formatNumber(reported, language), formatNumber(expected, language))}{" "}
      {missing > 0 ? (
        <Link className="in-text" to={`/not-reported?period=${period.id}`}>
          {w.missing(formatNumber(missing, language))}
        </Link>
      ) : (
        expected > 0 && <Status kind="met">{w.allReported}</Status>
      )}
    </td>
  );
}

/** The one act that the state allows; who may not do it is told who may. */
function TurnButton({ period, onTurn }: Pick<PeriodTableProps, "onTurn"> & { period: PeriodRow }) {
  const w = useWords(words);
  const may = useMay();
  const verb: Verb = period.state === "CLOSED" ? "reopen" : "close";
  const allowed = may(`period.${verb}`);
  const name = verb === "close" ? w.closeNamed(period.name) : w.reopenNamed(period.name);
  const why = verb === "close" ? w.onlyCatalog : w.onlyAdministrator;
  const button = (
    <Button
      size="small"
      variant="outlined"
      // A disabled button that keeps the focus can say why.
      aria-disabled={!allowed}
      className={allowed ? undefined : "is-locked"}
      aria-label={allowed ? name : `${name}. ${why}`}
      startIcon={verb === "close" || !allowed ? <Lock size={16} /> : <LockOpen size={16} />}
      onClick={() => allowed && onTurn(period, verb)}
    >
      {verb === "close" ? w.close : w.reopen}
    </Button>
  );
  return allowed ? button : <Tooltip title={why}>{button}</Tooltip>;
}

function Past({ period, onClose }: { period: PeriodRow; onClose: () => void }) {
  const w = useWords(words);
  const id = useId();
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{w.historyOf(period.name)}</DialogTitle>
      <DialogContent>
        <RowPast resource={resourceOf("period")} id={period.id} field="state" />
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {w.cancel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
