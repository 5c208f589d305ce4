import type { ShortCard, ShortCriterion } from "../scorecard.graphql";
import { spanShort, type Span } from "../span";
import type { Language } from "../../platform/format";
import type { TrendStep } from "./trend.graphql";

/** One point of a line: its label on the axis and its ratio in percent; null leaves a gap. */
export interface Point {
  label: string;
  from: string;
  to: string;
  percent: number | null;
  criterion: ShortCriterion | undefined;
}

const spanOfCard = (card: ShortCard, step: TrendStep): Span => ({ kind: step, from: card.from, to: card.to });

/** The line of one criterion through the cards of a trend. */
export function pointsOf(cards: ShortCard[], code: string, step: TrendStep, language: Language): Point[] {
  return cards.map((card) => {
    const criterion = card.criteria.find((each) => each.code === code);
    const ratio = criterion?.official.ratio;
    return {
      label: spanShort(spanOfCard(card, step), language),
      from: card.from,
      to: card.to,
      percent: ratio ? (ratio.numerator * 100) / ratio.denominator : null,
      criterion,
    };
  });
}

/** A Decision at the first point whose span ends on or after the day it came into force. */
export interface ChartMark {
  label: string;
  text: string;
}

/** Where Decisions stand among the points; those of one point share its upright. */
export function marksOf(points: Point[], decisions: { number: string; actsFrom: string }[]): ChartMark[] {
  const found = new Map<string, string[]>();
  for (const { number, actsFrom } of decisions) {
    const point = points.find(({ to }) => to >= actsFrom);
    if (!point || actsFrom < points[0]!.from) continue;
    found.set(point.label, [...(found.get(point.label) ?? []), number.replace(/\/.*/, "")]);
  }
  return [...found].map(([label, numbers]) => ({ label, text: numbers.join(", ") }));
}

const STEPS = [1, 2, 5, 10, 15, 20, 25, 50];

/** Where the lines of a chart stand, in percent: evenly, from 0 to above its highest point and its target. */
export function ticksOf(points: Point[], threshold: number): number[] {
  const highest = Math.max(threshold, ...points.map((point) => point.percent ?? 0)) * 1.05;
  const step = STEPS.find((each) => each * 5 >= highest) ?? Math.ceil(highest / 500) * 100;
  return Array.from({ length: Math.max(1, Math.ceil(highest / step)) + 1 }, (_, place) => place * step);
}
