import type { CountsResult } from "./counts";

const two = (n: number): string => n.toFixed(2);
const whole = (n: number): string => n.toLocaleString("en");

/** What the bench of counts found, as a table of the page about benches. */
export function countsTable({ rows: [few, many], scorecards, push }: CountsResult): string[] {
  const range = `${two(Math.min(...push.ratios))}–${two(Math.max(...push.ratios))}`;
  return [
    `Scorecards of all agencies and the province through GraphQL with ${whole(many)} counts, MariaDB, median ms:`,
    "",
    "| days | ours | server by hand on the roll-ups, same figures of every agency | ours to the server by hand |",
    "| --- | --- | --- | --- |",
    ...scorecards.map(
      ({ title, ours, byHand, ratio }) =>
        `| ${title} | ${ours.toFixed(0)} | ${byHand.toFixed(0)} | **${two(ratio)}** |`,
    ),
    "",
    "10,000 counts of a new month pushed by `changeCounts` in two batches, MariaDB, median ms of 5 rounds:",
    "",
    `| with ${whole(few)} counts | with ${whole(many)} counts | many to few (range) |`,
    "| --- | --- | --- |",
    `| ${push.few.toFixed(0)} | ${push.many.toFixed(0)} | **${two(push.ratio)}** (${range}) |`,
    "",
  ];
}
