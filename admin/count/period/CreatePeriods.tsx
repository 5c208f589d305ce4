import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { useQueryClient } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { useId, useState, type FormEvent } from "react";
import { useNotify } from "react-admin";
import { Link } from "react-router";
import { useAsOf } from "../../platform/as-of";
import { formatDate, formatNumber } from "../../platform/format";
import { request, ServerError } from "../../platform/graphql";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, resourceOf } from "../../platform/model";
import { Note } from "../../platform/ui/Note";
import { Segments } from "../../platform/ui/Segments";
import { Toast } from "../../platform/ui/Toast";
import { useGraphql } from "../../platform/use-graphql";
import { CREATE, PERIODS_THERE, type Created, type PeriodsThere } from "./period.graphql";
import { dueAfter, notYet, presetsOf, type PresetKind } from "./period-presets";
import { words } from "./period.words";

const KINDS: readonly PresetKind[] = ["MONTH", "QUARTER", "GOVERNMENT_QUARTER", "YEAR"];

/** Makes the months, quarters or the year of a year in one step; those that are there already are left out. */
export function CreatePeriods({ onClose }: { onClose: () => void }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const id = useId();
  const notify = useNotify();
  const queries = useQueryClient();
  const { workingDate } = useAsOf();
  const [kind, setKind] = useState<PresetKind>("MONTH");
  const [typedYear, setYear] = useState(workingDate.slice(0, 4));
  const [typedDays, setDays] = useState("15");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const year = /^20\d\d$|^2100$/.test(typedYear.trim()) ? Number(typedYear) : null;
  const days = typedDays.trim() === "" ? null : /^\d{1,3}$/.test(typedDays.trim()) ? Number(typedDays) : NaN;
  const isDueRight = days === null || days <= 366;
  const { data } = useGraphql<PeriodsThere>(
    PERIODS_THERE,
    { from: `${year}-01-01`, to: `${year}-12-31` },
    { enabled: year !== null, keep: true },
  );
  const planned = year === null ? [] : presetsOf(kind, year);
  const fresh = data ? notYet(planned, data.periods.items) : [];
  const chosen = fresh.filter(({ name }) => !left.has(name));
  const kinds = fieldOf(resourceOf("period"), "kind")?.kind.choices ?? [];

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (chosen.length === 0 || !isDueRight) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      const changes = chosen.map((period) => ({
        create: { ...period, ...(days === null ? {} : { dueOn: dueAfter(period.lastDay, days) }) },
      }));
      const { created } = await request<Created>(CREATE, { changes });
      const [problem] = created.problems;
      if (problem) return setRefusal(language === "vi" ? problem.messageVi : problem.messageEn);
      await queries.invalidateQueries();
      const set = created.changeSet?.id;
      notify(<Toast changeSet={set}>{w.created(chosen.length, set ? w.set(formatNumber(set, language)) : "")}</Toast>, {
        type: "info",
      });
      onClose();
    } catch (error) {
      setRefusal(error instanceof ServerError ? error.in(language) : String(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogTitle id={id}>{w.createTitle}</DialogTitle>
        <DialogContent className="stack">
          <Segments
            label={w.kind}
            value={kind}
            options={KINDS.map((value) => ({
              value,
              text: label(kinds.find((choice) => choice.value === value) ?? { vi: value, en: value }),
            }))}
            onChange={setKind}
          />
          <div className="form-columns">
            <TextField
              label={w.year}
              value={typedYear}
              error={year === null}
              helperText={year === null ? w.yearBad : undefined}
              onChange={(event) => setYear(event.target.value)}
              slotProps={{ htmlInput: { inputMode: "numeric" } }}
            />
            <TextField
              label={w.dueDays}
              value={typedDays}
              error={!isDueRight}
              helperText={isDueRight ? w.dueHelp : w.dueBad}
              onChange={(event) => setDays(event.target.value)}
              slotProps={{ htmlInput: { inputMode: "numeric" } }}
            />
          </div>
          <ul className="planned-periods">
            {planned.map((period) => {
              const isThere = !fresh.includes(period);
              return (
                <li key={period.name}>
                  <label>
                    <input
                      type="checkbox"
                      disabled={isThere}
                      checked={!isThere && !left.has(period.name)}
                      onChange={(event) => {
                        const next = new Set(left);
                        if (event.target.checked) next.delete(period.name);
                        else next.add(period.name);
                        setLeft(next);
                      }}
                    />
                    <span className="grow">{period.name}</span>
                    <span className="hint">
                      {isThere
                        ? w.there
                        : `${formatDate(period.firstDay)} – ${formatDate(period.lastDay)}${
                            days !== null && isDueRight
                              ? `, ${w.due.toLowerCase()} ${formatDate(dueAfter(period.lastDay, days))}`
                              : ""
                          }`}
                    </span>
                  </label>
                </li>
              );
            })}
          </ul>
          {refusal && <Note kind="error">{refusal}</Note>}
        </DialogContent>
        <DialogActions>
          <Button component={Link} to="/periods/create" variant="text">
            {w.createOther}
          </Button>
          <span className="grow" />
          <Button variant="outlined" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button
            type="submit"
            variant="contained"
            disabled={busy || chosen.length === 0 || !isDueRight}
            startIcon={<CalendarPlus size={16} />}
          >
            {w.go(chosen.length)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
