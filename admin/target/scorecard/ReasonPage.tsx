import Button from "@mui/material/Button";
import { ChevronRight, Target } from "lucide-react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Page } from "../../platform/ui/Page";
import { Bones, Failed } from "../../platform/ui/states";
import { countedBy, percent, thresholdText } from "../figures";
import { Meter } from "../Meter";
import { spanName } from "../span";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { Verdict } from "../Verdict";
import { FigureGaps } from "./FigureGaps";
import { useLine, waysOf } from "./FigureLines";
import { RuleBlock, useCounted } from "./FigureParts";
import { BackButton, ShareButton } from "./ReasonActs";
import { restOf } from "./rest";
import { words } from "./scorecard.words";
import { useFigure, useLines, type Figure } from "./use-figure";
import { WhyShort } from "./WhyShort";

/** The figure as one sentence with its bar. */
function FigureSentence({ figure }: { figure: Figure }) {
  const { reading, criterion } = figure;
  const { above } = useCounted(figure);
  const w = useWords(words);
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  const threshold = criterion.thresholdPercent;
  return (
    <div className="stack">
      <Verdict score={reading} counted={countedBy(criterion)} />
      {reading.ratio && (
        <p className="muted">
          {w.sentence(
            above.charAt(0).toUpperCase() + above.slice(1),
            number(reading.numerator),
            number(reading.denominator),
            percent(reading.ratio, language, { threshold }),
          )}{" "}
          {w.targetSentence(thresholdText(threshold, language), number(reading.needed ?? 0))}
        </p>
      )}
      <Meter score={reading} threshold={threshold} />
    </div>
  );
}

const ROWS = 20;

/** The parts of the figure, each a row to touch. */
function ReasonRows({ figure, view }: { figure: Figure; view: TargetView }) {
  const w = useWords(words);
  const language = useLanguage();
  const by = waysOf(figure)[0]!;
  // Procedures are looked through for the busiest, so more of them are asked for than are shown.
  const procedures = figure.criterion.measure === "PROCEDURES";
  const { data, error } = useLines(view, figure, by, procedures ? 200 : ROWS);
  const describe = useLine(view, figure);
  if (error) return <Failed error={error} />;
  if (!data) return <Bones lines={5} />;
  const { items } = data.scorecardLines;
  const number = (value: number): string => formatNumber(value, language);
  const rest = restOf(data.scorecardLines);
  const share = (above: number, below: number): string =>
    below === 0 ? "–" : percent({ numerator: above, denominator: below }, language);
  return (
    <>
      <WhyShort figure={figure} by={by} lines={data.scorecardLines} />
      <section className="stack tight">
        <h2>{w.splitBy(w[by])}</h2>
        <ul className="phone-rows card">
          {items.slice(0, ROWS).map((line) => {
            const { name, to } = describe(line, by);
            return (
              <li key={`${line.procedure?.id}-${line.agency?.id}`}>
                <Link to={to}>
                  <span>{name}</span>
                  <span className="phone-figures muted">
                    {procedures ? (
                      <>
                        <span>
                          {w.received} {number(line.received)}
                        </span>
                        <span>{line.numerator > 0 ? w.yes : w.no}</span>
                      </>
                    ) : (
                      <>
                        <span>
                          {number(line.numerator)} / {number(line.denominator)}
                        </span>
                        <span>{share(line.numerator, line.denominator)}</span>
                      </>
                    )}
                  </span>
                  <ChevronRight size={16} aria-hidden />
                </Link>
              </li>
            );
          })}
          {rest.count > 0 && !procedures && (
            <li className="rest">
              <span>{w.others(number(rest.count), rest.count)}</span>
              <span className="phone-figures muted">
                <span>
                  {number(rest.numerator)} / {number(rest.denominator)}
                </span>
                <span>{share(rest.numerator, rest.denominator)}</span>
              </span>
            </li>
          )}
        </ul>
      </section>
    </>
  );
}

/** On a phone a figure is a page of its own: what is missing, why, and what it is made of. */
export function ReasonPage({
  view,
  agency,
  criterion,
}: {
  view: TargetView;
  agency: string | null;
  criterion: string;
}) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const { figure, isMissing, error, refetch } = useFigure(view, agency, criterion);
  const title = figure?.card.agency ? name(figure.card.agency) : s.province;
  const span = spanName(view.span, language);
  return (
    <Page
      title={agency && !figure ? criterion : title}
      before={<BackButton otherwise={view.link("/scorecard", { agency: null, criterion: null })} />}
      actions={<ShareButton title={`${criterion}, ${title}`} />}
      lead={`${criterion}${figure ? ` · ${name(figure.criterion)}` : ""} · ${span}`}
    >
      {error ? (
        <div className="card">
          <Failed error={error} onRetry={() => void refetch()} />
        </div>
      ) : isMissing ? (
        <p className="note">{w.notApplicable}</p>
      ) : !figure ? (
        <Bones lines={8} />
      ) : (
        <>
          <FigureSentence figure={figure} />
          <ReasonRows figure={figure} view={view} />
          <details className="card reason-rule">
            <summary>{w.ruleAndOthers}</summary>
            <RuleBlock figure={figure} view={view} />
          </details>
          <FigureGaps card={figure.card} view={view} />
          <Button
            component={Link}
            to={view.link("/take", { criterion, agency })}
            variant="contained"
            startIcon={<Target size={16} />}
          >
            {w.take}
          </Button>
        </>
      )}
    </Page>
  );
}
