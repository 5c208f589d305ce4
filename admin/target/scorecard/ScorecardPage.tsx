import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import useMediaQuery from "@mui/material/useMediaQuery";
import { Printer } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { DataLink } from "../../generic/DataLink";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Page } from "../../platform/ui/Page";
import { Segments } from "../../platform/ui/Segments";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { useMay } from "../../platform/viewer";
import { DownloadButton } from "../DownloadButton";
import { PublishButton } from "../publication/PublishButton";
import { SCORECARDS, type ScorecardsData } from "../scorecard.graphql";
import { spanName } from "../span";
import { SpanBar, StructureButton } from "../SpanBar";
import { words as shared } from "../target.words";
import { useTargetView, type TargetView } from "../use-span";
import { FigureDrawer } from "./FigureDrawer";
import { HeatLegend, HeatMap } from "./HeatMap";
import { AgencyTargets, PhoneAgencies } from "./PhoneAgencies";
import { Ranking } from "./Ranking";
import { ReasonPage } from "./ReasonPage";
import { words } from "./scorecard.words";
import "../target.css";
import "./scorecard.css";

/** Fetched with the library that draws, when somebody looks at a trend. */
const TrendPanel = lazy(async () => ({ default: (await import("../trend/TrendPanel")).TrendPanel }));

/** The target set that the span is judged by, which a publication names. */
const SET = `query ScorecardSet($from: Date!, $to: Date!, $targetSet: ID, $structure: Date) {
  scorecard(from: $from, to: $to, targetSet: $targetSet, structure: $structure) { targetSet { id } }
}`;

interface SetData {
  scorecard: { targetSet: { id: string } };
}

const STEP = 100;
const KINDS = ["DEPARTMENT", "DISTRICT_COMMITTEE", "COMMUNE_COMMITTEE", "CENTRAL_AGENCY"] as const;
type Way = "map" | "trend" | "ranking";

function KindChoice({ view }: { view: TargetView }) {
  const w = useWords(words);
  return (
    <TextField
      select
      fullWidth={false}
      sx={{ width: 190 }}
      value={view.get("kind") ?? ""}
      onChange={(event) => view.set({ kind: event.target.value || null }, true)}
      slotProps={{ select: { displayEmpty: true, SelectDisplayProps: { "aria-label": w.kinds } } }}
    >
      <MenuItem value="">{w.allKinds}</MenuItem>
      {KINDS.map((kind) => (
        <MenuItem key={kind} value={kind}>
          {w[kind]}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The table with the figure that stands open beside it. */
function Table({ view, variables }: { view: TargetView; variables: Record<string, unknown> }) {
  const w = useWords(words);
  const language = useLanguage();
  const [limit, setLimit] = useState(STEP);
  const { data, error, refetch } = useGraphql<ScorecardsData>(SCORECARDS, { ...variables, limit }, { keep: true });
  const left = useRef<HTMLElement | null>(null);
  const criterion = view.get("criterion");
  const agency = view.get("agency");
  if (error) {
    return (
      <div className="card">
        <Failed error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return <Bones lines={10} />;
  const { province, items, total } = data.scorecards;
  return (
    <div className="figure-columns">
      <div
        className="grow stack"
        onClick={(event) => {
          left.current = (event.target as HTMLElement).closest("a");
        }}
      >
        <HeatLegend />
        <HeatMap
          province={province}
          cards={items}
          open={criterion ? { agency, criterion } : null}
          to={(id, code) => view.link("/scorecard", { agency: id, criterion: code, kind: view.get("kind") })}
        />
        {items.length === 0 && <Empty title={w.noAgencies}>{w.noAgenciesHelp}</Empty>}
        {total > items.length && limit < 1000 && (
          <p className="no-print">
            <Button variant="outlined" onClick={() => setLimit(Math.min(1000, limit + STEP))}>
              {w.moreAgencies(formatNumber(total - items.length, language))}
            </Button>
          </p>
        )}
      </div>
      {criterion && (
        <FigureDrawer
          view={view}
          agency={agency}
          criterion={criterion}
          onClose={() => {
            view.set({ criterion: null, agency: null, reading: null });
            left.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** Agencies × criteria over a span, as a table, a trend or a ranking. */
function Results({ view, phone }: { view: TargetView; phone: boolean }) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const kind = view.get("kind");
  const variables = { ...view.variables, kinds: kind ? [kind] : null };
  const mayPublish = useMay()("publication.publish");
  const set = useGraphql<SetData>(SET, view.variables, { enabled: mayPublish });
  const said = view.get("view");
  const way: Way = said === "trend" || said === "ranking" ? said : "map";
  return (
    <Page
      title={w.title(spanName(view.span, language))}
      crumbs={[{ text: s.targets }]}
      actions={
        <>
          <StructureButton view={view} />
          <PublishButton view={view} targetSet={set.data?.scorecard.targetSet.id} />
          <DataLink operation={() => ({ query: SCORECARDS, variables: { ...variables, limit: STEP } })} />
          <Button
            className="wide-only"
            variant="outlined"
            startIcon={<Printer size={16} />}
            onClick={() => window.print()}
          >
            {s.print}
          </Button>
          <DownloadButton path="/documents/scorecard.xlsx" parts={view.variables} fallbackName="ket-qua-chi-tieu.xlsx">
            {w.xlsx}
          </DownloadButton>
        </>
      }
    >
      <div className="span-bar no-print">
        <SpanBar span={view.span} onChange={view.setSpan} />
        <span className="grow" />
        {way !== "trend" && <KindChoice view={view} />}
        <Segments<Way>
          label={w.view}
          value={way}
          options={[
            { value: "map", text: w.map },
            { value: "trend", text: w.trend },
            { value: "ranking", text: w.ranking },
          ]}
          onChange={(next) => view.set({ view: next === "map" ? null : next, criterion: null, reading: null }, true)}
        />
      </div>
      {way === "map" &&
        (phone ? <PhoneAgencies view={view} variables={variables} /> : <Table view={view} variables={variables} />)}
      {way === "ranking" && <Ranking view={view} variables={variables} />}
      {way === "trend" && (
        <Suspense fallback={<Bones lines={8} />}>
          <TrendPanel view={view} />
        </Suspense>
      )}
    </Page>
  );
}

/** "Kết quả thực hiện"; on a phone a figure that the address names is a page of its own. */
export function ScorecardPage() {
  const view = useTargetView();
  const phone = useMediaQuery("(max-width: 700px)");
  const criterion = view.get("criterion");
  const agency = view.get("agency");
  if (phone && criterion) return <ReasonPage view={view} agency={agency} criterion={criterion} />;
  if (phone && agency && !view.get("view")) return <AgencyTargets view={view} agency={agency} />;
  return <Results view={view} phone={phone} />;
}
