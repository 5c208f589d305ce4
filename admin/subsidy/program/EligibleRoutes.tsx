import { ArrowRight } from "lucide-react";
import { Link } from "react-router";
import { useAsOf } from "../../platform/as-of";
import { formatDate, formatDecimal, formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, resourceOf } from "../../platform/model";
import { Empty } from "../../platform/ui/states";
import { Status } from "../../platform/ui/Status";
import type { EligibleRoute } from "./program.graphql";
import { words } from "./program.words";

interface EligibleRoutesProps {
  routes: readonly EligibleRoute[];
  /** The program's share in percent, for routes that have none of their own. */
  share: string | null;
}

const shownShare = (share: string, language: "vi" | "en"): string =>
  formatDecimal(share.includes(".") ? share.replace(/\.?0+$/, "") : share, language);

/** The routes that a program pays for, whence and whither, with the rate that holds on the day seen. */
export function EligibleRoutes({ routes, share }: EligibleRoutesProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const { date } = useAsOf();
  const choice = (field: string, value: string): string => {
    const found = fieldOf(resourceOf("transferRoute"), field)?.kind.choices?.find((each) => each.value === value);
    return found ? label(found) : value;
  };
  if (routes.length === 0) return <Empty title={w.noRoutes}>{w.noRoutesHelp}</Empty>;
  return (
    <div className="scroll-x">
      <table className="rows folding">
        <thead>
          <tr>
            <th>{w.route}</th>
            <th>{w.direction}</th>
            <th>{w.carrier}</th>
            <th className="number">{w.rate(formatDate(date))}</th>
            <th className="number">{w.share}</th>
          </tr>
        </thead>
        <tbody>
          {routes.map(({ id, route, sharePercent }) => {
            if (!route) return null;
            const [rate] = route.rates.items;
            return (
              <tr key={id}>
                <td className="lead-cell named">
                  <Link to={`/transferRoutes/${route.id}/show`}>{route.code}</Link>
                  <span className="route-way">
                    {route.from?.name} <ArrowRight size={12} aria-label="→" /> {route.to?.name}
                  </span>
                </td>
                <td className="muted">{choice("direction", route.direction)}</td>
                <td className="muted">{choice("carrier", route.carrier)}</td>
                <td className="number nowrap">
                  {rate ? (
                    `${formatNumber(rate.amountVnd, language)} ${w.perUnit[rate.rateUnit]}`
                  ) : (
                    <Status kind="short">{w.noRate}</Status>
                  )}
                </td>
                <td className="number nowrap">
                  {sharePercent === null
                    ? `${shownShare(share ?? "100", language)}%`
                    : w.ownShare(shownShare(sharePercent, language))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
