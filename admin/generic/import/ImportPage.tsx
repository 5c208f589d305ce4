import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState, type ReactNode } from "react";
import { formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { useAsOf } from "../../platform/as-of";
import type { ModelResource } from "../../platform/model";
import { Note } from "../../platform/ui/Note";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty } from "../../platform/ui/states";
import { useMay, useViewer } from "../../platform/viewer";
import { FromDate } from "../FromDate";
import { NoRight } from "../NoRight";
import { ChooseFile } from "./ChooseFile";
import { ColumnChips } from "./ColumnChips";
import { ColumnDialog } from "./ColumnDialog";
import { GivenNote } from "./GivenNote";
import type { Fix } from "./import-answer";
import { ImportDone } from "./ImportDone";
import { problemsOf, Refused, Stopped } from "./ImportEnd";
import { ImportSteps } from "./ImportSteps";
import { words } from "./import.words";
import { JobProgress, SendingFile } from "./JobProgress";
import { LackingFields } from "./LackingFields";
import { PreviewLead } from "./PreviewLead";
import { RecentImports } from "./RecentImports";
import { ResultTable } from "./ResultTable";
import { SaveBar } from "./SaveBar";
import { useHeadingFocus } from "./use-heading-focus";
import { useImport, type Importing, type Preview } from "./use-import";

/** The import of any writable resource, for those who may change it. */
export function ImportPage({ resource }: { resource: ModelResource }) {
  const viewer = useViewer();
  const may = useMay();
  if (!viewer) return null;
  if (!may(`${resource.single}.change`)) return <NoRight resource={resource} />;
  return <Import key={resource.plural} resource={resource} person={viewer.person.id} />;
}

/** File, matching, preview, save: each is shown by what is known of the job in the address. */
function Import({ resource, person }: { resource: ModelResource; person: string }) {
  const w = useWords(words);
  const label = useLabel();
  const importing = useImport(resource, person);
  const { kept, sending, failure, preview, job, isPreview, isStopping } = importing;
  const crumbs = [{ text: label(resource.pluralLabel), to: `/${resource.plural}` }, { text: w.crumb }];
  const chooseTitle = w.chooseTitle(label(resource.pluralLabel));
  const again = kept && (() => void importing.previewAgain());

  useHeadingFocus(
    [importing.hasAddress, preview?.job, job?.id, job?.state, sending !== undefined, failure?.code].join("."),
  );

  const page = (title: string, step: number, content: ReactNode, lead?: string) => (
    <Page title={title} crumbs={crumbs} lead={lead} actions={<ImportSteps at={step} />}>
      {content}
    </Page>
  );

  // What the browser kept says whether the job in the address previews or imports.
  if (importing.hasAddress && !importing.isRestored) return page(chooseTitle, 0, <Bones />);
  if (failure)
    return page(
      chooseTitle,
      preview ? 2 : 0,
      <Refused
        problems={problemsOf(failure)}
        isPreview={!preview}
        onAgain={failure.code === "NO_ANSWER" || preview ? again : undefined}
        onOther={importing.leave}
      />,
    );
  if (job?.state === "RUNNING" && !isPreview)
    return page(
      job.title,
      3,
      <JobProgress job={job} isPreview={false} isStopping={isStopping} onStop={() => void importing.stop()} />,
    );
  if (sending && !preview)
    return page(sending.name, 0, <SendingFile name={sending.name} size={sending.size} onCancel={importing.leave} />);
  if (job?.state === "CANCELLED") return page(job.title, 0, <Stopped onAgain={again} onOther={importing.leave} />);
  if (job?.state === "FAILED")
    return page(
      job.title,
      isPreview ? 0 : 2,
      <Refused
        problems={job.outcome?.problems ?? []}
        isPreview={isPreview}
        onAgain={isPreview ? undefined : again}
        onOther={importing.leave}
      />,
    );
  if (job?.state === "DONE" && !isPreview && job.outcome)
    return (
      <ImportDone
        resource={resource}
        job={job}
        outcome={job.outcome}
        kept={kept}
        crumbs={crumbs}
        onOther={importing.leave}
      />
    );
  if (preview) return <PreviewStep resource={resource} importing={importing} preview={preview} crumbs={crumbs} />;
  if (job)
    return page(
      job.title,
      1,
      <JobProgress job={job} isPreview isStopping={isStopping} onStop={() => void importing.stop()} />,
    );
  if (importing.hasAddress)
    return page(
      chooseTitle,
      0,
      <div className="card">{job === null ? <Empty title={w.gone}>{w.goneHelp}</Empty> : <Bones />}</div>,
    );
  return page(
    chooseTitle,
    0,
    <>
      <ChooseFile resource={resource} onFile={(file, name) => void importing.begin(file, name)} />
      <RecentImports resource={resource} />
    </>,
    w.chooseLead,
  );
}

/** Which sheet of the workbook is read. */
function SheetChoice(props: { sheets: string[]; value: string; onChange: (sheet: string) => void }) {
  const w = useWords(words);
  return (
    <TextField
      select
      sx={{ width: 200 }}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{ select: { SelectDisplayProps: { "aria-label": w.sheet } as object } }}
    >
      {props.sheets.map((sheet) => (
        <MenuItem key={sheet} value={sheet}>
          {sheet}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface PreviewStepProps {
  resource: ModelResource;
  importing: Importing;
  preview: Preview;
  crumbs: { text: string; to?: string }[];
}

/** What the import would do, before it does anything. */
function PreviewStep({ resource, importing, preview, crumbs }: PreviewStepProps) {
  const w = useWords(words);
  const language = useLanguage();
  const { date } = useAsOf();
  const { kept, job, isLate } = importing;
  const { outcome } = preview;
  const [isMatching, setMatching] = useState(false);
  const [unreadable, setUnreadable] = useState<string>();
  const [isSkipped, setSkipped] = useState(false);
  const [isGiving, setGiving] = useState(false);
  const fileName = kept?.fileName ?? job?.title ?? "";
  const fixes = kept?.options.fixes ?? [];
  const fix = (one: Fix): void =>
    void importing.previewAgain({
      fixes: [...fixes.filter(({ line, column }) => line !== one.line || column !== one.column), one],
    });
  const day = kept?.options.asOf ?? date;
  const given = kept?.options.set ?? {};
  const match = isMatching && (
    <ColumnDialog
      resource={resource}
      columns={outcome.columns}
      onClose={() => setMatching(false)}
      onMatch={(columns) => {
        setMatching(false);
        void importing.previewAgain({ columns, fixes: [] });
      }}
    />
  );

  if (kept && ((outcome.lacking.length > 0 && !isSkipped) || isGiving))
    return (
      <Page title={w.previewTab(fileName)} heading={fileName} crumbs={crumbs} actions={<ImportSteps at={1} />}>
        <LackingFields
          key={preview.job}
          resource={resource}
          outcome={outcome}
          values={given}
          isBusy={isLate}
          onGo={(set) => {
            setGiving(false);
            void importing.previewAgain({ set });
          }}
          onMatch={() => setMatching(true)}
          onSkip={() => {
            setGiving(false);
            setSkipped(true);
          }}
        />
        {match}
      </Page>
    );

  return (
    <Page
      title={w.previewTab(fileName)}
      heading={w.previewTitle}
      crumbs={crumbs}
      lead={<PreviewLead resource={resource} outcome={outcome} fileName={fileName} />}
      actions={<ImportSteps at={isMatching ? 1 : 2} />}
    >
      {resource.dated && kept && (
        <FromDate
          day={day}
          value={kept.options.from ?? null}
          onChange={(from) => void importing.previewAgain({ from })}
          onReading={setUnreadable}
        />
      )}
      <GivenNote resource={resource} values={given} onChange={kept && (() => setGiving(true))} />
      {fixes.length > 0 && (
        <Note kind="changed">
          {w.fixed(formatNumber(fixes.length, language), fixes.length)}{" "}
          <button type="button" className="link" onClick={() => void importing.previewAgain({ fixes: [] })}>
            {w.unfix}
          </button>
        </Note>
      )}
      {isLate && (
        <p className="hint" role="status">
          {w.again}
        </p>
      )}
      <ResultTable
        key={preview.job}
        resource={resource}
        job={preview.job}
        outcome={outcome}
        onFix={kept ? fix : undefined}
      >
        <ColumnChips resource={resource} columns={outcome.columns} onEdit={kept && (() => setMatching(true))}>
          {kept && outcome.sheets.length > 1 && (
            <SheetChoice
              sheets={outcome.sheets}
              value={outcome.sheet ?? ""}
              onChange={(sheet) => void importing.previewAgain({ sheet, columns: undefined, fixes: [] })}
            />
          )}
        </ColumnChips>
      </ResultTable>
      <SaveBar
        resource={resource}
        outcome={outcome}
        kept={kept}
        disabled={isLate || unreadable !== undefined}
        onSay={importing.say}
        onCancel={importing.leave}
        onGo={() => void importing.go()}
        onFile={(file, name) => void importing.begin(file, name)}
      />
      {match}
    </Page>
  );
}
