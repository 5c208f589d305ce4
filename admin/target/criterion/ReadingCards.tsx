import Button from "@mui/material/Button";
import Tooltip from "@mui/material/Tooltip";
import { BadgeCheck, Lock } from "lucide-react";
import { Link } from "react-router";
import { formatDecimal, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Status } from "../../platform/ui/Status";
import { useMay } from "../../platform/viewer";
import { countedBy, percent } from "../figures";
import { Meter } from "../Meter";
import type { CriterionScore, ReadingScore } from "../scorecard.graphql";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { Verdict } from "../Verdict";
import { words } from "./criterion.words";

interface ReadingCardsProps {
  score: CriterionScore;
  view: TargetView;
  onChoose: (reading: ReadingScore) => void;
}

/** Every reading with its figure and its rule; the official one is marked, never the only one shown. */
export function ReadingCards({ score, view, onChoose }: ReadingCardsProps) {
  const w = useWords(words);
  return (
    <>
      <p className="muted reading-lead">{score.readings.length > 1 ? w.readingsLead : w.oneReading}</p>
      <div className="reading-cards">
        {score.readings.map((reading) => (
          <ReadingCard key={reading.code} score={score} reading={reading} view={view} onChoose={onChoose} />
        ))}
      </div>
    </>
  );
}

function ReadingCard({ score, reading, view, onChoose }: ReadingCardsProps & { reading: ReadingScore }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const may = useMay();
  const threshold = score.thresholdPercent;
  const number = (value: number): string => formatNumber(value, language);
  const allowed = may("criterion.change");
  return (
    <section className={reading.official ? "reading-card is-official" : "reading-card"} aria-label={name(reading)}>
      <div className="reading-head">
        <h3>{name(reading)}</h3>
        {reading.official && (
          <Status kind="info" icon={BadgeCheck}>
            {w.officialMark}
          </Status>
        )}
      </div>
      <Verdict score={reading} counted={countedBy(score)} />
      <Meter score={reading} threshold={threshold} />
      <p className="reading-figure">
        <b>{reading.ratio ? percent(reading.ratio, language, { threshold }) : "–"}</b> ={" "}
        {w.ratio(number(reading.numerator), number(reading.denominator))}
        {reading.points !== null && score.points !== null && (
          <span className="block">
            {w.points(formatDecimal(reading.points, language), formatDecimal(score.points, language))}
          </span>
        )}
      </p>
      <p className="muted">{language === "vi" ? reading.ruleVi : reading.ruleEn}</p>
      <div className="reading-acts">
        <Link
          className="in-text"
          to={view.link("/scorecard", { criterion: score.code, reading: reading.official ? null : reading.code })}
        >
          {w.open}
        </Link>
        {!reading.official &&
          (allowed ? (
            <Button
              size="small"
              variant="outlined"
              startIcon={<BadgeCheck size={16} />}
              aria-label={w.chooseNamed(name(reading))}
              onClick={() => onChoose(reading)}
            >
              {w.choose}
            </Button>
          ) : (
            <Tooltip title={w.onlyCatalog}>
              <Button
                size="small"
                variant="outlined"
                className="is-locked"
                aria-disabled
                aria-label={`${w.chooseNamed(name(reading))}. ${w.onlyCatalog}`}
                startIcon={<Lock size={16} />}
              >
                {w.choose}
              </Button>
            </Tooltip>
          ))}
      </div>
    </section>
  );
}
