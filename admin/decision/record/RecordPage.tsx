import Button from "@mui/material/Button";
import { ArrowLeft, ArrowRight, RotateCcw } from "lucide-react";
import { useMemo, useState } from "react";
import { useNotify } from "react-admin";
import { useNavigate, useSearchParams } from "react-router";
import { NoRight } from "../../generic/NoRight";
import { formatNumber } from "../../platform/format";
import { ServerError } from "../../platform/graphql";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { Note } from "../../platform/ui/Note";
import { Page } from "../../platform/ui/Page";
import { Bones, Failed } from "../../platform/ui/states";
import { Toast } from "../../platform/ui/Toast";
import { useGraphql } from "../../platform/use-graphql";
import { useMay, useViewer } from "../../platform/viewer";
import { AnnexStep } from "./AnnexStep";
import { FactsStep } from "./FactsStep";
import { groupsOf, PreviewStep } from "./PreviewStep";
import { RECORD_START, type RecordStart } from "./record.graphql";
import { draftKey, emptyState, readDraft, type RecordState } from "./record-state";
import { RecordFoot } from "./RecordFoot";
import { RecordSteps } from "./RecordSteps";
import { words } from "./record.words";
import { useRecording } from "./use-recording";
import "./record.css";

/** Entering a Decision that was issued, or another annex of one that is recorded: `?decision=<id>`. */
export function RecordPage() {
  const viewer = useViewer();
  const may = useMay();
  const [query] = useSearchParams();
  const decision = query.get("decision");
  const w = useWords(words);
  const start = useGraphql<RecordStart>(RECORD_START, { id: decision ?? "1", isAdding: decision !== null });
  if (!viewer) return null;
  if (!may("decision.change")) return <NoRight resource={resourceOf("decision")} />;
  if (!start.data || (decision && !start.data.decision))
    return (
      <Page title={w.title} crumbs={[{ text: w.decisions, to: "/decisions" }]}>
        <div className="card">
          {start.error ? <Failed error={start.error} onRetry={() => void start.refetch()} /> : <Bones lines={6} />}
        </div>
      </Page>
    );
  return <Recording key={decision ?? "new"} person={viewer.person.id} decision={decision} start={start.data} />;
}

interface RecordingProps {
  person: string;
  decision: string | null;
  start: RecordStart;
}

function Recording({ person, decision, start }: RecordingProps) {
  const w = useWords(words);
  const language = useLanguage();
  const notify = useNotify();
  const navigate = useNavigate();
  const draft = draftKey(person, decision);
  const catalogs = start.catalogs.items;
  const known = start.decision ?? null;
  const issuer = known?.issuer ?? catalogs.find(({ authority }) => authority === "OWN")?.decision?.issuer ?? "";
  const fresh = (): RecordState => emptyState(issuer);
  const kept = useMemo(() => readDraft(draft), [draft]);
  const [isRestored, setRestored] = useState(kept !== null);
  const [initial] = useState(() => kept ?? fresh());
  const [at, setAt] = useState({ catalog: initial.catalog, day: null as string | null });
  const amends = decision ? null : (catalogs.find(({ id }) => id === at.catalog)?.decision?.id ?? null);
  const recording = useRecording(initial, { draft, decision, amends, day: known?.actsFrom ?? at.day });
  const { state, lines, preview } = recording;
  const { facts } = state;
  const day = known?.actsFrom ?? facts.effectiveOn ?? facts.issuedOn;
  if (at.catalog !== state.catalog || at.day !== day) setAt({ catalog: state.catalog, day });

  const missing = known
    ? []
    : [
        facts.number.trim() === "" && w.number,
        day === null && w.issuedOn,
        facts.issuer.trim() === "" && w.issuer,
        facts.title.trim() === "" && w.about,
      ].filter((what): what is string => what !== false);
  const problems = preview.data?.problems ?? [];
  const own = problems.filter(({ line }) => line === null);
  const groups = groupsOf(lines, problems);
  const number = known?.number ?? facts.number.trim();

  const go = (step: 0 | 1 | 2): void => {
    // The catalog or the day may have changed since: what the lines mean is asked again, and what was chosen stays.
    recording.change({ step });
    void recording.refresh();
    window.scrollTo({ top: 0 });
  };
  const record = async (note: string): Promise<void> => {
    const done = await recording.send(note);
    if (!done) return;
    notify(<Toast changeSet={done.changeSet}>{w.recorded(number, formatNumber(done.changeSet, language))}</Toast>, {
      type: "info",
    });
    void navigate(`/decisions/${done.decision}/show`);
  };
  const error =
    recording.error instanceof ServerError
      ? recording.error.in(language)
      : recording.error instanceof Error
        ? recording.error.message
        : null;
  const { source } = recording;
  return (
    <Page
      title={known ? w.adding(known.number) : w.title}
      crumbs={[{ text: w.decisions, to: "/decisions" }]}
      heading={
        <>
          {known ? w.adding(known.number) : w.title} {!known && number && <span className="light">{number}</span>}
        </>
      }
      lead={w.lead[state.step]}
      actions={
        <RecordSteps
          at={state.step}
          reach={missing.length > 0 ? 0 : state.annex?.rows.length ? 2 : 1}
          onGo={(step) => go(step)}
        />
      }
    >
      {isRestored && (
        <Note kind="info" icon={RotateCcw}>
          {w.restored}{" "}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              recording.startOver(fresh());
              setRestored(false);
            }}
          >
            {w.startOver}
          </button>
        </Note>
      )}
      {!recording.isKept && <Note kind="changed">{w.notKept}</Note>}
      {state.step === 0 && <FactsStep state={state} catalogs={catalogs} decision={known} onChange={recording.change} />}
      {state.step === 1 && (
        <AnnexStep
          annex={state.annex}
          fileName={state.fileName}
          isReading={recording.isReading}
          error={error}
          onSource={(from) => void recording.read(from)}
          onSheet={source.current ? (sheet) => void recording.read(source.current!, sheet) : undefined}
          onClear={() => recording.change({ annex: null, choices: {} })}
        />
      )}
      {state.step === 2 && (
        <>
          {own.length > 0 && (
            <Note kind="error">
              <b>{w.decisionProblems}</b>
              {own.map((problem) => (
                <p key={problem.code + problem.field}>{language === "vi" ? problem.messageVi : problem.messageEn}</p>
              ))}
            </Note>
          )}
          {(error || preview.error) && (
            <Note kind="error">
              {error ?? (preview.error instanceof ServerError ? preview.error.in(language) : "")}
            </Note>
          )}
          <PreviewStep
            lines={lines}
            effects={preview.data?.effects ?? []}
            isPreviewed={preview.data !== undefined && own.length === 0}
            problems={problems}
            onChoose={recording.choose}
          />
        </>
      )}
      {state.step < 2 ? (
        <div className="card import-foot">
          <span className="grow muted">{state.step === 0 && missing.length > 0 && w.needs(missing.join(", "))}</span>
          {state.step > 0 && (
            <Button variant="outlined" startIcon={<ArrowLeft size={16} />} onClick={() => go(0)}>
              {w.back}
            </Button>
          )}
          <Button
            variant="contained"
            endIcon={<ArrowRight size={16} />}
            disabled={state.step === 0 ? missing.length > 0 : !state.annex?.rows.length}
            onClick={() => go(state.step === 0 ? 1 : 2)}
          >
            {w.next}
          </Button>
        </div>
      ) : (
        <RecordFoot
          state={state}
          groups={groups}
          isCurrent={recording.isCurrent}
          isSending={recording.isSending}
          isRefused={own.length > 0}
          onNote={(note) => recording.change({ note })}
          onBack={() => go(1)}
          onRecord={(note) => void record(note)}
        />
      )}
      <details className="record-help">
        <summary>{w.help}</summary>
        <ul>
          {w.helpItems.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </details>
    </Page>
  );
}
