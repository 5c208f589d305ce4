import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDecimal, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { words } from "./need.words";

/** A line of an estimate, live or as it was asked with. */
export interface ShownLine {
  route: { id: string; code: string; from: { name: string } | null; to: { name: string } | null } | null;
  rateUnit: string;
  rateVnd: string;
  quantity: string;
  sharePercent: string;
  amountVnd: string;
}

/** A decimal without the zeros that say nothing: 12, 1,548387. */
const tidy = (value: string): string => (value.includes(".") ? value.replace(/\.?0+$/, "") : value);

interface LineRowsProps {
  line: ShownLine;
  /** Said of the rate, where there is something to say. */
  rateHint?: string;
  /** Behind the route's code: how it is reckoned; without it the share stands below the quantity. */
  more?: ReactNode;
}

/** A route with rate × quantity × share and what they come to. */
export function LineRows({ line, rateHint, more }: LineRowsProps) {
  const w = useWords(words);
  const language = useLanguage();
  const { route, rateUnit, rateVnd, quantity, sharePercent, amountVnd } = line;
  return (
    <tr className="line">
      <td>
        {route && (
          <>
            <span className="route-ends">
              {route.from?.name} <ArrowRight size={12} aria-label="→" /> {route.to?.name}
            </span>
            <span className="hint">
              <Link to={`/transferRoutes/${route.id}/show`}>{route.code}</Link>
              {more && <> · {more}</>}
            </span>
          </>
        )}
      </td>
      <td className="number nowrap" title={rateHint}>
        {formatNumber(rateVnd, language)} <small>{w.perUnit[rateUnit]}</small>
      </td>
      <td className="number nowrap">
        {formatDecimal(tidy(quantity), language)} <small>{w.units(tidy(quantity) === "1")[rateUnit]}</small>
        {!more && tidy(sharePercent) !== "100" && (
          <small className="block">× {formatDecimal(tidy(sharePercent), language)}%</small>
        )}
      </td>
      <td className="number">{formatNumber(amountVnd, language)}</td>
    </tr>
  );
}
