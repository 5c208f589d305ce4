/** The days a count is for, as a span whose end is the day after the period's last one. */
export function countedDays(period: Record<string, unknown> | null): Record<string, unknown> {
  if (!period?.firstDay || !period.lastDay) return { validFrom: null, validTo: null };
  const end = new Date(`${period.lastDay as string}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 1);
  return { validFrom: period.firstDay, validTo: end.toISOString().slice(0, 10) };
}
