import { CHANNEL_FIGURES, COUNT_FIGURES } from "./count.roll-ups";

/** The ways of a dossier, in their order. */
export const CHANNELS = ["COUNTER", "POST", "ONLINE"] as const;
export type Channel = (typeof CHANNELS)[number];

/** The figures of a total; null where a figure says nothing of the channel that the line is of. */
export type TotalFigures = Record<string, number | null>;

const named = (leg: "received" | "returned", channel: Channel): string =>
  `${leg}${channel[0]}${channel.slice(1).toLowerCase()}`;

/** The sums of a group with what came in and went out in all; of one channel only what is counted by it. */
export function figuresOf(sums: Readonly<Record<string, number>>, channel: Channel | null): TotalFigures {
  const ways: readonly Channel[] = channel === null ? CHANNELS : [channel];
  const all = (leg: "received" | "returned"): number =>
    ways.reduce<number>((sum, way) => sum + sums[named(leg, way)], 0);
  const isOf = (name: string): boolean =>
    channel === null ||
    name === named("received", channel) ||
    name === named("returned", channel) ||
    (name === "registeredReturnPost" && channel === "POST");
  const own = COUNT_FIGURES.map((name): [string, number | null] => [name, isOf(name) ? sums[name] : null]);
  return { received: all("received"), returned: all("returned"), ...Object.fromEntries(own) };
}

/** What of the groups is read for a page of lines, of which each group has so many one after the other. */
export function groupsOfPage(
  { offset, limit }: { offset: number; limit: number },
  each: number,
): { offset: number; limit: number; skip: number } {
  const first = Math.floor(offset / each);
  const skip = offset - first * each;
  return { offset: first, limit: Math.ceil((skip + limit) / each), skip };
}

/** Every figure of a total, in order. */
export const TOTAL_FIGURES: readonly string[] = [
  "received",
  "returned",
  ...CHANNEL_FIGURES,
  ...COUNT_FIGURES.filter((name) => !CHANNEL_FIGURES.includes(name)),
];
