import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatDecimal, type Language } from "../../platform/format";
import { tokens } from "../../platform/tokens";
import { ticksOf, type ChartMark, type Point } from "./points";

interface TrendChartProps {
  points: Point[];
  threshold: number;
  marks: ChartMark[];
  label: string;
  /** What the line is called where a point is read out. */
  name: string;
  language: Language;
}

const text = { fontSize: 12, fontFamily: "inherit", fill: tokens["--ink-2"] };

/** Two lines that differ in dash and mark, not in colour alone: what was reached, and what is asked for. */
export function TrendChart({ points, threshold, marks, label, name, language }: TrendChartProps) {
  const shown = (value: number): string => `${formatDecimal(String(Math.round(value * 100) / 100), language)}%`;
  const ticks = ticksOf(points, threshold);
  return (
    <div className="trend-chart" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={210}>
        <LineChart data={points} margin={{ top: 20, right: 14, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke={tokens["--line-soft"]} vertical={false} />
          <XAxis dataKey="label" tick={text} tickLine={false} stroke={tokens["--line-control"]} minTickGap={12} />
          <YAxis
            tick={text}
            tickLine={false}
            axisLine={false}
            width={44}
            tickFormatter={(value: number) => `${value}%`}
            ticks={ticks}
            domain={[0, ticks.at(-1)!]}
          />
          <Tooltip
            formatter={(value) => [shown(Number(value)), name]}
            contentStyle={{ font: "inherit", borderRadius: 5 }}
            isAnimationActive={false}
          />
          <ReferenceLine y={threshold} stroke={tokens["--ink"]} strokeDasharray="6 4" />
          {marks.map((mark) => (
            <ReferenceLine
              key={mark.label}
              x={mark.label}
              stroke={tokens["--conflict-solid"]}
              strokeDasharray="2 3"
              label={{ value: `◆ ${mark.text}`, position: "top", ...text, fill: tokens["--conflict"] }}
            />
          ))}
          <Line
            dataKey="percent"
            stroke={tokens["--accent"]}
            strokeWidth={2}
            dot={{ r: 3, fill: tokens["--surface"], strokeWidth: 2 }}
            isAnimationActive={false}
            connectNulls={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
