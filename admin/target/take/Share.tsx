import { formatNumber } from "../../platform/format";
import { useLanguage } from "../../platform/language";
import { percent } from "../figures";
import type { Fraction } from "../scorecard.graphql";

/** "31/80" with 38,75% below it. */
export function Share({ ratio, threshold }: { ratio: Fraction; threshold: string }) {
  const language = useLanguage();
  return (
    <span className="take-share">
      {formatNumber(ratio.numerator, language)}/{formatNumber(ratio.denominator, language)}
      <small>{percent(ratio, language, { threshold })}</small>
    </span>
  );
}
