import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import useMediaQuery from "@mui/material/useMediaQuery";
import { Scale, Upload, UserX } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { ReferencePicker } from "../../generic/ReferencePicker";
import { useAsOf } from "../../platform/as-of";
import { formatDate, formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { Note } from "../../platform/ui/Note";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { Demo } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import { useMay, useViewer } from "../../platform/viewer";
import { ClosedNote } from "./ClosedNote";
import { totalsOf } from "./count-figures";
import {
  countSheetQuery,
  isAllDemo,
  SHEET_START,
  type CountSheetData,
  type SheetPeriod,
  type SheetStart,
} from "./count-sheet.graphql";
import { periodNow } from "./period-now";
import { SheetGrid } from "./SheetGrid";
import { SheetOnPhone } from "./SheetOnPhone";
import { rowOf } from "./sheet-source";
import { words } from "./sheet.words";
import "../count.css";

/** Entering counts: a unit's sheet of a period, one line for each procedure it receives. */
export function CountSheetPage() {
  const w = useWords(words);
  const viewer = useViewer();
  const { workingDate, date } = useAsOf();
  const [given, setGiven] = useSearchParams();
  const start = useGraphql<SheetStart>(SHEET_START, { asOf: date }, { keep: true });
  if (!viewer || !start.data)
    return (
      <Page title={w.title}>
        <div className="card">
          {start.error ? <Failed error={start.error} onRetry={() => void start.refetch()} /> : <Bones lines={8} />}
        </div>
      </Page>
    );
  const periods = start.data.periods.items;
  const isBound = viewer.roles.some((role) => role === "AGENCY" || role === "POST");
  const usual = isBound ? viewer.agency : (start.data.centers.items[0]?.id ?? null);
  const unit = given.get("unit") ?? usual;
  const period = periods.find(({ id }) => id === given.get("period")) ?? periodNow(periods, workingDate);
  const choose = (part: Record<string, string | null>): void => {
    const next = { period: period?.id ?? null, unit, ...part };
    setGiven(Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== null)), {
      replace: true,
    });
  };
  return (
    <SheetOf
      key={`${period?.id}.${unit}`}
      personId={viewer.person.id}
      period={period}
      unit={unit}
      choosers={
        <div className="sheet-choice">
          <TextField
            select
            label={w.period}
            value={period?.id ?? ""}
            onChange={(event) => choose({ period: event.target.value })}
          >
            {periods.map((each) => (
              <MenuItem key={each.id} value={each.id}>
                {each.name}
                {each.state === "CLOSED" ? `, ${w.closedMark}` : each.dueOn ? `, ${w.due(formatDate(each.dueOn))}` : ""}
              </MenuItem>
            ))}
          </TextField>
          <div className="grow">
            <ReferencePicker target="agency" label={w.unit} value={unit} onChange={(id) => choose({ unit: id })} />
          </div>
        </div>
      }
    />
  );
}

interface SheetOfProps {
  personId: string;
  period: SheetPeriod | undefined;
  unit: string | null;
  choosers: ReactNode;
}

function SheetOf({ personId, period, unit, choosers }: SheetOfProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const may = useMay();
  const isPhone = useMediaQuery("(max-width: 700px)");
  const found = useGraphql<CountSheetData>(
    countSheetQuery(),
    { period: period?.id, unit },
    { enabled: Boolean(period && unit) },
  );
  const sheet = found.data?.countSheet;
  const totals = sheet && totalsOf(sheet.rows.map((line) => rowOf(line, language).values));
  const number = (value: number): string => formatNumber(value, language);
  const name =
    sheet && label({ vi: sheet.receptionUnit.nameVi, en: sheet.receptionUnit.nameEn ?? sheet.receptionUnit.nameVi });
  const isFull = sheet !== undefined && sheet.rows.length > 0 && !isPhone;
  return (
    <Page
      title={w.title}
      crumbs={[{ text: w.counts, to: "/counts" }]}
      heading={
        <>
          {w.title}{" "}
          {totals && totals.lines > 0 && (
            <span className="light">{w.answer(number(totals.reported), number(totals.lines))}</span>
          )}{" "}
          {sheet && isAllDemo(sheet.rows) && <Demo />}
        </>
      }
      lead={totals && totals.lines > 0 && name ? w.lead(number(totals.lines), name) : undefined}
      actions={
        <>
          <Button
            component={Link}
            to={period ? `/not-reported?period=${period.id}` : "/not-reported"}
            variant="outlined"
            startIcon={<UserX size={16} />}
          >
            {w.notReported}
          </Button>
          <Button
            component={Link}
            to={period ? `/cross-check?period=${period.id}` : "/cross-check"}
            variant="outlined"
            startIcon={<Scale size={16} />}
          >
            {w.crossCheck}
          </Button>
          {may("count.change") && (
            <Button
              className="wide-only"
              component={Link}
              to="/counts/import"
              variant="outlined"
              startIcon={<Upload size={16} />}
            >
              {w.import}
            </Button>
          )}
        </>
      }
    >
      {choosers}
      {sheet?.period.state === "CLOSED" && <ClosedNote period={sheet.period} />}
      {sheet && sheet.period.state !== "CLOSED" && !sheet.editable && <Note>{w.readOnly}</Note>}
      {isFull ? (
        <div className="grid-page">
          <SheetGrid sheet={sheet} personId={personId} onSaved={() => void found.refetch()} />
        </div>
      ) : sheet && sheet.rows.length > 0 ? (
        <SheetOnPhone lines={sheet.rows} locale={language} />
      ) : (
        <div className="card">
          {found.error ? (
            <Failed error={found.error} onRetry={() => void found.refetch()} />
          ) : !period ? (
            <Empty title={w.noPeriod}>{w.noPeriodHelp}</Empty>
          ) : !unit ? (
            <Empty title={w.chooseUnit}>{w.chooseUnitHelp}</Empty>
          ) : sheet ? (
            <Empty title={w.noLines(name!)}>{w.noLinesHelp}</Empty>
          ) : (
            <Bones lines={8} />
          )}
        </div>
      )}
    </Page>
  );
}
