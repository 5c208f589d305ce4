/** The same day so many months earlier; the last one of a shorter month. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** How many days ago a day was; 0 where it is still to come. */
export const daysSince = (day: string, today: string): number =>
  Math.max(0, (Date.parse(today) - Date.parse(day)) / 86_400_000);

/** The committees that settle at each tier what names no agency. */
const COMMITTEES: Readonly<Record<string, string>> = {
  PROVINCE: "PROVINCE_COMMITTEE",
  DISTRICT: "DISTRICT_COMMITTEE",
  COMMUNE: "COMMUNE_COMMITTEE",
};

/** Who settles procedures in force: agencies by name, and the kinds of committees that settle what names none. */
export function settlers(procedures: readonly { agency: number | null; tiers: readonly string[] }[]): {
  agencies: number[];
  kinds: string[];
} {
  const agencies = new Set<number>();
  const kinds = new Set<string>();
  for (const { agency, tiers } of procedures) {
    if (agency !== null) agencies.add(agency);
    else for (const tier of tiers) if (tier in COMMITTEES) kinds.add(COMMITTEES[tier]);
  }
  return { agencies: [...agencies], kinds: [...kinds] };
}
