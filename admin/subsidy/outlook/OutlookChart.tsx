import {
  Bar,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import { formatDecimal } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { tokens } from "../../platform/tokens";
import { barsOf } from "./months";
import type { Outlook } from "./outlook.graphql";
import { words } from "./outlook.words";

const text = { fontSize: 12, fontFamily: "inherit", fill: tokens["--ink-2"] };

/** Months as bars, known ones solid and expected ones hatched with their interval; the sum so far against the budget. */
export function OutlookChart({ outlook, year }: { outlook: Outlook; year: number }) {
  const w = useWords(words);
  const language = useLanguage();
  const bars = barsOf(outlook.months);
  const budget = Number(BigInt(outlook.budgetVnd) / 1000n) / 1000;
  const millions = (value: number): string => formatDecimal(String(Math.round(value * 10) / 10), language);
  return (
    <figure className="outlook-chart" role="img" aria-label={w.chart(String(year))}>
      <ResponsiveContainer width="100%" height={220}>
        <ComposedChart data={bars} margin={{ top: 14, right: 14, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <defs>
            <pattern id="expected" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="7" height="7" fill="#dfe9f5" />
              <rect width="3" height="7" fill={tokens["--accent"]} fillOpacity="0.55" />
            </pattern>
          </defs>
          <CartesianGrid stroke={tokens["--line-soft"]} vertical={false} />
          <XAxis dataKey="name" tick={text} tickLine={false} stroke={tokens["--line-control"]} />
          <YAxis
            tick={text}
            tickLine={false}
            axisLine={false}
            width={52}
            tickFormatter={millions}
            domain={[0, "auto"]}
          />
          <ReferenceLine
            y={budget}
            ifOverflow="extendDomain"
            stroke={tokens["--ink"]}
            strokeDasharray="6 4"
            label={{ value: w.budget, position: "insideTopLeft", ...text }}
          />
          <Bar dataKey="known" stackId="month" fill="#33566f" isAnimationActive={false} />
          <Bar dataKey="forecast" stackId="month" fill="url(#expected)" isAnimationActive={false}>
            <ErrorBar dataKey="spread" width={5} stroke={tokens["--ink-2"]} isAnimationActive={false} />
          </Bar>
          <Line dataKey="sum" stroke={tokens["--accent"]} strokeWidth={2} dot={false} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
      <figcaption>
        <span>
          <i className="is-known" aria-hidden /> {w.known}
        </span>
        <span>
          <i className="is-expected" aria-hidden /> {w.forecast}, {w.interval.toLowerCase()}
        </span>
        <span>
          <i className="is-sum" aria-hidden /> {w.sum}
        </span>
        <span>{language === "vi" ? "triệu đồng" : "million đồng"}</span>
      </figcaption>
    </figure>
  );
}
