import Button from "@mui/material/Button";
import { useState } from "react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Segments } from "../../platform/ui/Segments";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { Demo } from "../../platform/ui/Status";
import { percent } from "../figures";
import type { LineBy, ScorecardLine } from "../scorecard.graphql";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { countsAddress } from "./figure-address";
import { restOf } from "./rest";
import { words } from "./scorecard.words";
import { useLines, type Figure } from "./use-figure";

/** Ways to take a figure apart: a province by its agencies first, an agency by its procedures. */
export function waysOf({ card, criterion }: Figure): LineBy[] {
  if (criterion.measure === "PROCEDURES") return card.agency ? ["PROCEDURE"] : ["PROCEDURE", "AGENCY"];
  return card.agency
    ? ["PROCEDURE", "RECEPTION_UNIT", "AGENCY", "PERIOD"]
    : ["AGENCY", "PROCEDURE", "RECEPTION_UNIT", "PERIOD"];
}

/** What a line is called and where it leads. */
export function useLine(
  view: TargetView,
  figure: Figure,
): (line: ScorecardLine, by: LineBy) => { name: string; to: string } {
  const name = useNames();
  const own = figure.card.agency?.id ?? null;
  return (line, by) => {
    if (by === "AGENCY" && line.agency) {
      return {
        name: name(line.agency),
        to: view.link("/scorecard", { agency: line.agency.id, criterion: figure.criterion.code }),
      };
    }
    if (by === "RECEPTION_UNIT" && line.agency) {
      return { name: name(line.agency), to: countsAddress(view.span, { agency: own, receptionUnit: line.agency.id }) };
    }
    if (by === "PERIOD" && line.period) {
      return { name: line.period.name, to: countsAddress(view.span, { agency: own, period: line.period.id }) };
    }
    return {
      name: line.procedure ? name(line.procedure) : "–",
      to: countsAddress(view.span, { agency: own, procedure: line.procedure?.id ?? null }),
    };
  };
}

/** The rows that a figure is the sum of; each leads to the counts behind it. */
export function FigureLines({ figure, view }: { figure: Figure; view: TargetView }) {
  const w = useWords(words);
  const language = useLanguage();
  const ways = waysOf(figure);
  const [chosen, setBy] = useState<LineBy>(ways[0]!);
  const by = ways.includes(chosen) ? chosen : ways[0]!;
  const [limit, setLimit] = useState(12);
  const { data, error, refetch } = useLines(view, figure, by, limit);
  const describe = useLine(view, figure);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones lines={6} />;
  const { items, total, numerator, denominator } = data.scorecardLines;
  const number = (value: number): string => formatNumber(value, language);
  const share = (above: number, below: number): string =>
    below === 0 ? "–" : percent({ numerator: above, denominator: below }, language);
  const procedures = figure.criterion.measure === "PROCEDURES" && by === "PROCEDURE";
  const rest = restOf(data.scorecardLines);
  const address = countsAddress(view.span, { agency: figure.card.agency?.id ?? null });
  return (
    <div className="stack tight">
      <div className="row wrap">
        <h3 className="grow">{w.makesUp(number(total), total)}</h3>
        <Link to={address}>{w.openCounts}</Link>
      </div>
      {ways.length > 1 && (
        <Segments<LineBy>
          label={w.by}
          value={by}
          options={ways.map((way) => ({ value: way, text: w[way] }))}
          onChange={setBy}
        />
      )}
      {total === 0 ? (
        <Empty title={w.noLines} />
      ) : (
        <table className="rows compact figure-lines">
          <thead>
            <tr>
              <th>{w[by]}</th>
              <th className="number">{procedures ? w.received : w.base}</th>
              <th className="number">{procedures ? w.atCounter : w.through}</th>
              <th className="number">{procedures ? w.counts : w.ratio}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((line) => {
              const { name, to } = describe(line, by);
              return (
                <tr key={`${line.procedure?.id}-${line.agency?.id}-${line.period?.id}`}>
                  <td>
                    <Link to={to} className="plain">
                      {name}
                    </Link>{" "}
                    {line.inCatalog === false && <Demo>{w.unlisted}</Demo>}
                  </td>
                  <td className="number">{number(procedures ? line.received : line.denominator)}</td>
                  <td className="number">{number(procedures ? line.counterReceived : line.numerator)}</td>
                  <td className="number">
                    {procedures ? (line.numerator > 0 ? w.yes : w.no) : share(line.numerator, line.denominator)}
                  </td>
                </tr>
              );
            })}
            {rest.count > 0 && figure.criterion.measure === "DOSSIERS" && (
              <tr>
                <td className="muted">{w.others(number(rest.count), rest.count)}</td>
                <td className="number">{number(rest.denominator)}</td>
                <td className="number">{number(rest.numerator)}</td>
                <td className="number">{share(rest.numerator, rest.denominator)}</td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <td>{w.total}</td>
              <td className="number">{number(denominator)}</td>
              <td className="number">{number(numerator)}</td>
              <td className="number">{share(numerator, denominator)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {rest.count > 0 && limit < 200 && (
        <p className="no-print">
          <Button variant="outlined" onClick={() => setLimit(Math.min(200, limit + 40))}>
            {w.more}
          </Button>
        </p>
      )}
    </div>
  );
}
