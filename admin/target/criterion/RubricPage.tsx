import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { Save } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { NoRight } from "../../generic/NoRight";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { Note } from "../../platform/ui/Note";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { Demo } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import { useMay, useViewer } from "../../platform/viewer";
import { thresholdText } from "../figures";
import { useNames } from "../use-names";
import { BandRows } from "./BandRows";
import { CRITERION_PAGE, type CriterionData, type CriterionRow, type ScoringKind } from "./criterion.graphql";
import { words } from "./criterion.words";
import { changedRubric, isPoints, isRounding, rubricOf, rubricProblems } from "./rubric";
import { RubricTrial } from "./RubricTrial";
import { useCriterionChange } from "./use-criterion-change";
import "../target.css";
import "./criterion.css";

/** Entering the official rubric of a criterion: how points are made of its ratio. */
export function RubricPage() {
  const { id = "" } = useParams();
  const w = useWords(words);
  const may = useMay();
  const viewer = useViewer();
  const found = useGraphql<CriterionData>(CRITERION_PAGE, { id });
  if (!viewer) return null;
  if (!may("criterion.change")) return <NoRight resource={resourceOf("criterion")} />;
  const criterion = found.data?.criterion;
  if (criterion) return <RubricForm key={criterion.id} opened={criterion} />;
  return (
    <Page title={w.rubric} crumbs={[{ text: w.sets, to: "/targetSets" }]}>
      <div className="card">
        {found.error ? (
          <Failed error={found.error} onRetry={() => void found.refetch()} />
        ) : found.isPending ? (
          <Bones lines={6} />
        ) : (
          <Empty title={w.missing}>{w.missingHelp}</Empty>
        )}
      </div>
    </Page>
  );
}

function RubricForm({ opened }: { opened: CriterionRow }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const navigate = useNavigate();
  // What was opened is what is changed: a newer state is refused, not overwritten.
  const [criterion] = useState(opened);
  const [rubric, setRubric] = useState(() => rubricOf(criterion, language));
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const { change, busy, refusals } = useCriterionChange();
  const set = (part: Partial<typeof rubric>): void => setRubric((old) => ({ ...old, ...part }));
  const problems = rubricProblems(criterion, rubric, language);
  const isReadable = isPoints(rubric.points) && isRounding(rubric.rounding);
  const changed = changedRubric(criterion, rubric);
  const isChanged = Object.keys(changed).length > 0;
  const isMissing = note.trim() === "";
  const back = `/criteria/${criterion.id}/show`;
  const kinds: { value: ScoringKind; text: string; more: string }[] = [
    { value: "NONE", text: w.kindNONE, more: w.kindNONEMore },
    { value: "ALL_OR_NOTHING", text: w.kindALL, more: w.kindALLMore },
    { value: "CAPPED_LINEAR", text: w.kindLINEAR, more: w.kindLINEARMore },
    { value: "BANDS", text: w.kindBANDS, more: w.kindBANDSMore },
  ];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!isReadable || !isChanged || isMissing || problems.length > 0) return;
    if (await change(criterion, changed, note, (number) => w.saved(criterion.code, number))) void navigate(back);
  };
  const shown = asked ? problems : problems.filter(({ field }) => field === "bands" && rubric.bands.every(isFilled));
  return (
    <Page
      title={w.rubricTitle(criterion.code)}
      crumbs={[
        { text: w.sets, to: "/targetSets" },
        { text: `${criterion.code} ${name(criterion)}`, to: back },
      ]}
      heading={
        <>
          {w.rubricTitle(criterion.code)} {criterion.certainty === "DEMO" && <Demo />}
        </>
      }
      lead={`${name(criterion)}, ${w.threshold.toLowerCase()} ${thresholdText(criterion.thresholdPercent, language)}. ${w.rubricLead}`}
    >
      <form className="rubric" noValidate onSubmit={(event) => void submit(event)}>
        <section className="card" aria-label={w.kind}>
          <div className="card-body stack">
            <fieldset className="rubric-kinds">
              <legend>{w.kind}</legend>
              {kinds.map(({ value, text, more }) => (
                <label key={value}>
                  <input
                    type="radio"
                    name="scoring"
                    checked={rubric.scoring === value}
                    onChange={() =>
                      set({
                        scoring: value,
                        bands:
                          value === "BANDS" && rubric.bands.length === 0 ? [{ percent: "", points: "" }] : rubric.bands,
                      })
                    }
                  />
                  <span className="named">{text}</span>
                  <span className="hint">{more}</span>
                </label>
              ))}
            </fieldset>
            {rubric.scoring !== "NONE" && (
              <TextField
                label={w.maxPoints}
                value={rubric.points}
                required
                sx={{ maxWidth: 270 }}
                error={!isPoints(rubric.points) || (asked && problems.some(({ field }) => field === "points"))}
                helperText={isPoints(rubric.points) ? undefined : w.pointsBad}
                onChange={(event) => set({ points: event.target.value })}
                slotProps={{ htmlInput: { inputMode: "decimal" } }}
              />
            )}
            {rubric.scoring === "BANDS" && <BandRows bands={rubric.bands} onChange={(bands) => set({ bands })} />}
            <TextField
              label={w.rounding}
              value={rubric.rounding}
              sx={{ maxWidth: 270 }}
              error={!isRounding(rubric.rounding)}
              helperText={isRounding(rubric.rounding) ? w.roundingHelp : w.roundingBad}
              onChange={(event) => set({ rounding: event.target.value })}
              slotProps={{ htmlInput: { inputMode: "numeric" } }}
            />
            <TextField
              label={w.sourceLabel}
              value={rubric.source}
              helperText={w.sourceHelp}
              onChange={(event) => set({ source: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
            {shown.length > 0 && (
              <Note kind="error">
                <b>{w.fix}</b>
                {shown.map(({ field, text }) => (
                  <p key={field + text}>{text}</p>
                ))}
              </Note>
            )}
            {refusals.map((refusal) => (
              <Note key={refusal} kind="error">
                {refusal}
              </Note>
            ))}
            {asked && !isChanged && <Note>{w.unchanged}</Note>}
          </div>
          <div className="form-foot">
            <TextField
              label={w.reason}
              value={note}
              required
              sx={{ flex: 1, minWidth: 220 }}
              error={asked && isMissing}
              helperText={asked && isMissing ? w.reasonMissing : undefined}
              onChange={(event) => setNote(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
            <Button component={Link} to={back} variant="outlined">
              {w.cancel}
            </Button>
            <Button type="submit" variant="contained" disabled={busy} startIcon={<Save size={16} />}>
              {w.save}
            </Button>
          </div>
        </section>
        <RubricTrial criterion={criterion} rubric={rubric} />
      </form>
    </Page>
  );
}

/** A band that is still being typed is not told that it is wrong. */
const isFilled = ({ percent, points }: { percent: string; points: string }): boolean =>
  percent.trim() !== "" && points.trim() !== "";
