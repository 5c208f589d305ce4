import { formatDate, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { lacking, percent } from "../figures";
import type { LineBy, LinesData, ScorecardLine } from "../scorecard.graphql";
import { useNames } from "../use-names";
import { words } from "./scorecard.words";
import type { Figure } from "./use-figure";

/** Where dossiers are counted: the one line that lacks most, and since when it might have done better. */
function DossierReasons({ figure, by, lines }: { figure: Figure; by: LineBy; lines: ScorecardLine[] }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const { thresholdPercent: threshold, channel } = figure.criterion;
  const shortfall = figure.reading.shortfall ?? 0;
  const worst = lines
    .map((line) => ({ line, missing: lacking(line.numerator, line.denominator, threshold) }))
    .sort((left, right) => right.missing - left.missing)[0];
  if (!worst || worst.missing === 0) return null;
  const { line, missing } = worst;
  const lead =
    missing >= shortfall
      ? w.allOfIt
      : w.whyShare(
          percent({ numerator: missing, denominator: shortfall }, language, { decimals: 1 }).replace(/[.,]\d%/, "%"),
        );
  const called = line.procedure ? name(line.procedure) : line.agency ? name(line.agency) : "";
  return (
    <>
      <li>
        {by === "AGENCY" ? w.whyAgency(lead) : w.whyProcedure(lead)}
        {w.whyLacks(
          called,
          formatNumber(missing, language),
          formatNumber(line.denominator - line.numerator, language),
          channel,
        )}
      </li>
      {by === "PROCEDURE" && (
        <li>{line.lawfulFrom ? w.lawful(formatDate(line.lawfulFrom), channel) : w.notLawful(channel)}</li>
      )}
    </>
  );
}

/** Where procedures are counted: how many have none, and which of them has most at the counter. */
function ProcedureReasons({ figure, lines }: { figure: Figure; lines: ScorecardLine[] }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const { numerator, denominator } = figure.reading;
  const busiest = lines
    .filter((line) => line.numerator === 0 && line.counterReceived > 0 && line.procedure)
    .sort((left, right) => right.counterReceived - left.counterReceived)[0];
  return (
    <>
      <li>
        {w.whyNone(
          formatNumber(denominator - numerator, language),
          formatNumber(denominator, language),
          figure.criterion.channel,
        )}
      </li>
      {busiest?.procedure && (
        <li>{w.whyCounter(name(busiest.procedure), formatNumber(busiest.counterReceived, language))}</li>
      )}
    </>
  );
}

/** "Vì sao thiếu": the part that makes most of the shortfall, in a sentence. */
export function WhyShort({ figure, by, lines }: { figure: Figure; by: LineBy; lines: LinesData["scorecardLines"] }) {
  const w = useWords(words);
  if (figure.reading.state !== "MISSED" || lines.items.length === 0) return null;
  return (
    <section className="card why-short">
      <h2>{w.why}</h2>
      <ul>
        {figure.criterion.measure === "PROCEDURES" ? (
          <ProcedureReasons figure={figure} lines={lines.items} />
        ) : (
          <DossierReasons figure={figure} by={by} lines={lines.items} />
        )}
      </ul>
    </section>
  );
}
