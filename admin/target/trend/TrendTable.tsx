import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { percent, thresholdText } from "../figures";
import type { ShortCard } from "../scorecard.graphql";
import { spanShort } from "../span";
import { words } from "./trend.words";
import type { TrendStep } from "./trend.graphql";

/** The figures of the charts, for those who read and for paper. */
export function TrendTable({ cards, step }: { cards: ShortCard[]; step: TrendStep }) {
  const w = useWords(words);
  const language = useLanguage();
  const criteria = cards[0]?.criteria ?? [];
  return (
    <section className="card" aria-labelledby="trend-table">
      <div className="card-head">
        <h2 id="trend-table">{w.table}</h2>
      </div>
      <div className="scroll-x" tabIndex={0} role="region" aria-labelledby="trend-table">
        <table className="rows compact still">
          <thead>
            <tr>
              <th scope="col">{w.period}</th>
              {criteria.map((criterion) => (
                <th key={criterion.id} scope="col" className="number">
                  {criterion.code} ≥ {thresholdText(criterion.thresholdPercent, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cards.map((card) => (
              <tr key={card.from}>
                <th scope="row" className="plain-head">
                  {spanShort({ kind: step, from: card.from, to: card.to }, language)}
                </th>
                {card.criteria.map(({ id, official, thresholdPercent }) => (
                  <td key={id} className="number">
                    {official.ratio ? (
                      <>
                        <b className="strong">{percent(official.ratio, language, { threshold: thresholdPercent })}</b>
                        <br />
                        <span className="hint">
                          {formatNumber(official.numerator, language)} / {formatNumber(official.denominator, language)}
                        </span>
                      </>
                    ) : (
                      "–"
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
