import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { Download, FilePenLine } from "lucide-react";
import { useState } from "react";
import { useNotify } from "react-admin";
import { Link, useSearchParams } from "react-router";
import { DataLink } from "../../generic/DataLink";
import { useAsOf } from "../../platform/as-of";
import { formatDate, formatNumber } from "../../platform/format";
import { request, ServerError } from "../../platform/graphql";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { Demo, Status } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import type { SheetPeriod } from "../sheet/count-sheet.graphql";
import { periodNow } from "../sheet/period-now";
import {
  NOT_REPORTED,
  PERIODS_TO_CHOOSE,
  type NotReported,
  type NotReportedData,
  type SilentAgency,
} from "./not-reported.graphql";
import { words } from "./not-reported.words";
import { csvOf, saveText } from "./silent-csv";
import "../count.css";

const STEP = 100;
const MOST = 1000;

/** Who was expected to report a period and has not, with the way to their sheet and the list as a file. */
export function NotReportedPage() {
  const w = useWords(words);
  const language = useLanguage();
  const label = useLabel();
  const notify = useNotify();
  const { workingDate } = useAsOf();
  const [given, setGiven] = useSearchParams();
  const [limit, setLimit] = useState(STEP);
  const start = useGraphql<{ periods: { items: SheetPeriod[] } }>(PERIODS_TO_CHOOSE);
  const periods = start.data?.periods.items ?? [];
  const period = periods.find(({ id }) => id === given.get("period")) ?? periodNow(periods, workingDate);
  const variables = { period: period?.id, offset: 0, limit };
  const { data, error, refetch } = useGraphql<NotReportedData>(NOT_REPORTED, variables, {
    enabled: period !== undefined,
    keep: true,
  });
  const found = data?.notReported;
  const number = (value: number): string => formatNumber(value, language);
  const name = ({ nameVi, nameEn }: SilentAgency["agency"]): string => label({ vi: nameVi, en: nameEn ?? nameVi });
  const answer = !found
    ? w.title
    : found.expected === 0
      ? w.answerEmpty(found.period.name)
      : found.total === 0
        ? w.answerNone(found.period.name)
        : w.answer(number(found.total), number(found.expected), found.period.name);

  const save = async (): Promise<void> => {
    if (!period) return;
    const all = await request<NotReportedData>(NOT_REPORTED, { ...variables, limit: MOST });
    const rows = all.notReported.items.map(({ agency, lastReported }) => [
      agency.code ?? "",
      name(agency),
      lastReported?.name ?? "",
    ]);
    saveText(w.file(period.name.replace(/\//g, "-")), csvOf([[w.code, w.agency, w.last], ...rows]));
  };

  const failed = (failure: unknown): void =>
    notify(failure instanceof ServerError ? failure.in(language) : String(failure), { type: "error" });

  return (
    <Page
      title={answer}
      crumbs={[
        { text: w.counts, to: "/counts" },
        { text: w.periods, to: "/periods" },
      ]}
      lead={found ? <Lead found={found} /> : undefined}
      actions={
        <>
          <DataLink operation={() => ({ query: NOT_REPORTED, variables })} />
          <Button
            variant="outlined"
            startIcon={<Download size={16} />}
            disabled={!found || found.total === 0}
            onClick={() => void save().catch(failed)}
          >
            {w.export}
          </Button>
        </>
      }
    >
      {period && (
        <div className="sheet-choice">
          <TextField
            select
            label={w.period}
            value={period.id}
            onChange={(event) => setGiven({ period: event.target.value }, { replace: true })}
          >
            {periods.map((each) => (
              <MenuItem key={each.id} value={each.id}>
                {each.state === "CLOSED" ? `${each.name}, ${w.closedMark}` : each.name}
              </MenuItem>
            ))}
          </TextField>
        </div>
      )}
      <section className="card" aria-label={w.title}>
        {(error ?? start.error) ? (
          <Failed error={error ?? start.error} onRetry={() => void (error ? refetch() : start.refetch())} />
        ) : start.data && !period ? (
          <Empty title={w.noPeriod} />
        ) : !found ? (
          <Bones lines={6} />
        ) : found.total === 0 ? (
          <Empty title={found.expected === 0 ? answer : w.done}>{found.expected === 0 ? w.lead : w.doneHelp}</Empty>
        ) : (
          <Silent found={found} name={name} />
        )}
        {found && found.total > found.items.length && limit < MOST && (
          <div className="card-foot">
            <Button variant="outlined" onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
              {w.more}
            </Button>
          </div>
        )}
      </section>
    </Page>
  );
}

function Lead({ found }: { found: NotReported }) {
  const w = useWords(words);
  const language = useLanguage();
  const { period, daysLate, neverReported } = found;
  return (
    <>
      {period.dueOn && w.due(formatDate(period.dueOn))}{" "}
      {daysLate !== null && daysLate > 0 && found.total > 0 && (
        <Status kind="short">{w.late(formatNumber(daysLate, language))}</Status>
      )}{" "}
      {w.lead} {neverReported > 0 && w.never(formatNumber(neverReported, language))}
    </>
  );
}

function Silent({ found, name }: { found: NotReported; name: (agency: SilentAgency["agency"]) => string }) {
  const w = useWords(words);
  return (
    <div className="scroll-x">
      <table className="rows folding">
        <thead>
          <tr>
            <th>{w.agency}</th>
            <th>{w.code}</th>
            <th>{w.last}</th>
            <th>
              <span className="seen-by-readers">{w.open}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.items.map(({ agency, lastReported }) => (
            <tr key={agency.id}>
              <td className="lead-cell named">
                <Link to={`/agencies/${agency.id}/show`}>{name(agency)}</Link> {agency.isDemo && <Demo />}
              </td>
              <td className="code">{agency.code ?? <span className="hint">{w.noCode}</span>}</td>
              <td>{lastReported?.name ?? <span className="hint">{w.lastNone}</span>}</td>
              <td className="nowrap">
                <Link
                  className="row"
                  to={`/count-sheet/grid?period=${found.period.id}&unit=${agency.id}`}
                  aria-label={w.openOf(name(agency))}
                >
                  <FilePenLine size={16} aria-hidden /> {w.open}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
