import Button from "@mui/material/Button";
import { formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, resourceOf } from "../../platform/model";
import { Empty } from "../../platform/ui/states";
import { Status } from "../../platform/ui/Status";
import { percent } from "../figures";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import type { ComparedFigure, PublicationData } from "./publication.graphql";
import { words } from "./publication.words";

/** 31 / 80 = 38,75%. */
export function FigureText({
  figure,
}: {
  figure: Pick<ComparedFigure, "numerator" | "denominator" | "thresholdPercent">;
}) {
  const language = useLanguage();
  const { numerator, denominator, thresholdPercent } = figure;
  return (
    <span className="nowrap">
      <b className="strong">
        {formatNumber(numerator, language)} / {formatNumber(denominator, language)}
      </b>
      {denominator > 0 && ` = ${percent({ numerator, denominator }, language, { threshold: thresholdPercent })}`}
    </span>
  );
}

function Side({ figure }: { figure: ComparedFigure | null }) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  if (!figure) return <span className="muted">{w.gone}</span>;
  return (
    <>
      <FigureText figure={figure} />{" "}
      {figure.state === "MET" ? (
        <Status kind="met">{s.metSmall}</Status>
      ) : figure.state === "MISSED" ? (
        <Status kind="short">{s.shortOf(formatNumber(figure.shortfall ?? 0, language))}</Status>
      ) : (
        <Status kind="na">{s.notApplicable}</Status>
      )}
    </>
  );
}

/** Every figure that is not what it was when it was published, both values side by side. */
export function Differences({
  found,
  onMore,
}: {
  found: PublicationData["publicationDifferences"];
  onMore: (() => void) | undefined;
}) {
  const w = useWords(words);
  const s = useWords(shared);
  const label = useLabel();
  const name = useNames();
  const readings = fieldOf(resourceOf("criterion"), "officialReading")?.kind.choices ?? [];
  const readingName = (code: string): string => {
    const known = readings.find(({ value }) => value.toLowerCase() === code.toLowerCase());
    return known ? label(known) : code;
  };
  return (
    <section className="card" aria-labelledby="differences">
      <div className="card-head">
        <h2 id="differences">{w.differences}</h2>
      </div>
      {found.total === 0 ? (
        <Empty title={w.none}>{w.noneHelp}</Empty>
      ) : (
        <table className="rows folding">
          <thead>
            <tr>
              <th>{w.agency}</th>
              <th>{w.criterion}</th>
              <th>{w.reading}</th>
              <th>{w.before}</th>
              <th>{w.now}</th>
            </tr>
          </thead>
          <tbody>
            {found.items.map(({ agency, criterion, reading, published, now }) => (
              <tr key={`${agency?.id}-${agency?.isSplit}-${criterion.id}-${reading}`}>
                <td className="lead-cell">{agency ? name(agency) : s.province}</td>
                <td>
                  <span className="criterion-code">{criterion.code}</span>
                </td>
                <td>{readingName(reading)}</td>
                <td>
                  <Side figure={published} />
                </td>
                <td>
                  <Side figure={now} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {onMore && (
        <p className="card-foot no-print">
          <Button variant="outlined" onClick={onMore}>
            {w.more}
          </Button>
        </p>
      )}
    </section>
  );
}
