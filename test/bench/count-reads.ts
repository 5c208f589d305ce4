import type { AddressInfo } from "node:net";
import type { App } from "../../server/app";
import { serveByHand, type Card } from "./count-by-hand";

/** Every agency's six official figures, and the province's. */
const CARDS = `query Cards($from: Date!, $to: Date!) {
  scorecards(from: $from, to: $to, limit: 1000) {
    province { criteria { code official { numerator denominator state shortfall } } }
    items { agency { id } criteria { code official { numerator denominator state shortfall } } }
  }
}`;

const SPANS = [
  { title: "a month", from: "2019-06-01", to: "2019-06-30" },
  { title: "a quarter", from: "2019-04-01", to: "2019-06-30" },
  { title: "twelve months", from: "2018-07-01", to: "2019-06-30" },
] as const;

const ROUNDS = 21;
const WARM_UP = 10;

/** Numerator, denominator, state and shortfall of the six, by agency. */
type Figures = Record<string, string>;

const figuresOf = (cards: Card[]): Figures =>
  Object.fromEntries(
    cards.map(({ agency, criteria }) => [
      agency.id,
      criteria.map(({ code, official }) => `${code} ${Object.values(official).join(" ")}`).join(", "),
    ]),
  );

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export interface ReadFigures {
  title: string;
  ours: number;
  byHand: number;
  ratio: number;
}

/** Scorecards of all agencies through GraphQL, in turn with a server by hand that says the same of every agency. */
export async function benchScorecards(
  app: App,
  ask: (query: string, variables: object) => Promise<Record<string, unknown>>,
): Promise<ReadFigures[]> {
  const server = await serveByHand(app.database);
  try {
    return await inTurn(ask, (server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function inTurn(
  ask: (query: string, variables: object) => Promise<Record<string, unknown>>,
  port: number,
): Promise<ReadFigures[]> {
  const out: ReadFigures[] = [];
  for (const span of SPANS) {
    const { from, to, title } = span;
    const times: { ours: number[]; byHand: number[] } = { ours: [], byHand: [] };
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const start = performance.now();
      const { items } = (await ask(CARDS, { from, to })).scorecards as { items: Card[] };
      const between = performance.now();
      const answer = await fetch(`http://127.0.0.1:${port}/?from=${from}&to=${to}`);
      const hand = (await answer.json()) as { items: Card[] };
      const end = performance.now();
      if (round === 0) checkSame(figuresOf(items), figuresOf(hand.items));
      if (round < WARM_UP) continue;
      times.ours.push(between - start);
      times.byHand.push(end - between);
    }
    const ratios = times.ours.map((time, i) => time / times.byHand[i]);
    out.push({ title, ours: median(times.ours), byHand: median(times.byHand), ratio: median(ratios) });
  }
  return out;
}

function checkSame(ours: Figures, hand: Figures): void {
  for (const [place, said] of Object.entries(ours))
    if (hand[place] !== said)
      throw new Error(`the figures of agency ${place} are not the same: ${said}, by hand ${hand[place]}`);
}
