import type { Span } from "../span";

/** The list of the counts that a line of a figure was made of. */
export function countsAddress(
  span: Span,
  of: { agency?: string | null; receptionUnit?: string | null; procedure?: string | null; period?: string | null },
): string {
  const filter: Record<string, unknown> = {
    period: of.period ? { eq: of.period } : { is: { firstDay: { gte: span.from }, lastDay: { lte: span.to } } },
  };
  if (of.agency) filter.agency = { eq: of.agency };
  if (of.receptionUnit) filter.receptionUnit = { eq: of.receptionUnit };
  if (of.procedure) filter.procedure = { eq: of.procedure };
  return `/counts?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
