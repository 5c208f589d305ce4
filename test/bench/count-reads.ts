import type { App } from "../../server/app";

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
type Span = (typeof SPANS)[number];

const ROUNDS = 21;
const WARM_UP = 10;

const UP = `WITH RECURSIVE up AS (
    SELECT agency_id AS agency, agency_id AS place, parent_id FROM agency_state WHERE valid_from <= ? AND valid_to > ?
    UNION ALL SELECT up.agency, s.agency_id, s.parent_id FROM up JOIN agency_state s
      ON s.agency_id = up.parent_id AND s.valid_from <= ? AND s.valid_to > ?),
  listed AS (
    SELECT e.procedure_id, c.kind, (SELECT MAX(l.level) FROM channel l WHERE l.procedure_id = e.procedure_id) AS level
    FROM catalog_entry e JOIN catalog c ON c.id = e.catalog_id WHERE e.valid_from <= ? AND e.valid_to > ?)`;
const IN = "SELECT id FROM period WHERE first_day >= ? AND last_day <= ?";
const RECEIVED = "received_counter + received_post + received_online";

/** [place, T1, T3, T4 and its denominator, T5 and its denominator]: from the roll-up, by hand. */
const OF_PROCEDURES = `${UP}, sums AS (
    SELECT procedure_id, agency_id, SUM(received_post + returned_post) AS post, SUM(received_online) AS web,
      SUM(${RECEIVED}) AS received
    FROM count_agency_procedure_sum
    WHERE period_id IN (${IN}) AND procedure_id IN (SELECT procedure_id FROM catalog_entry)
    GROUP BY procedure_id, agency_id)
  SELECT up.place, COUNT(DISTINCT CASE WHEN l.kind = 'POSTAL' AND s.post > 0 THEN s.procedure_id END),
    COUNT(DISTINCT CASE WHEN l.kind = 'ONLINE' AND s.web > 0 THEN s.procedure_id END),
    SUM(CASE WHEN l.kind = 'ONLINE' AND l.level = 3 THEN s.web ELSE 0 END),
    SUM(CASE WHEN l.kind = 'ONLINE' AND l.level = 3 THEN s.received ELSE 0 END),
    SUM(CASE WHEN l.kind = 'ONLINE' AND l.level = 4 THEN s.web ELSE 0 END),
    SUM(CASE WHEN l.kind = 'ONLINE' AND l.level = 4 THEN s.received ELSE 0 END)
  FROM sums s JOIN listed l ON l.procedure_id = s.procedure_id JOIN up ON up.agency = s.agency_id GROUP BY up.place`;

/** [place, received, of them by post, returned by post]. */
const OF_AGENCIES = `${UP}
  SELECT up.place, SUM(${RECEIVED}), SUM(s.received_post), SUM(s.returned_post)
  FROM count_agency_sum s JOIN up ON up.agency = s.agency_id WHERE s.period_id IN (${IN}) GROUP BY up.place`;

/** [place, listed procedures that it is competent for in the postal catalog, and in the online one]. */
const COMPETENT = `${UP}
  SELECT up.place, COUNT(DISTINCT CASE WHEN l.kind = 'POSTAL' THEN l.procedure_id END),
    COUNT(DISTINCT CASE WHEN l.kind = 'ONLINE' THEN l.procedure_id END)
  FROM listed l JOIN procedure_state p ON p.procedure_id = l.procedure_id JOIN agency a
    ON a.id = p.agency_id OR (p.agency_id IS NULL AND (
      (a.kind = 'COMMUNE_COMMITTEE' AND INSTR(p.tiers, 'COMMUNE')) OR (a.kind = 'DISTRICT_COMMITTEE' AND INSTR(p.tiers, 'DISTRICT'))))
  JOIN up ON up.agency = a.id GROUP BY up.place`;

/** Numerators and denominators of the six, by place. */
type Figures = Record<string, string>;

async function byHand(app: App, { from, to }: Span): Promise<Figures> {
  const listed = [to, to, to, to, to, to];
  const [procedures, agencies, competent] = await Promise.all([
    app.database.read(OF_PROCEDURES, [...listed, from, to]),
    app.database.read(OF_AGENCIES, [...listed, from, to]),
    app.database.read(COMPETENT, listed),
  ]);
  const asked = new Map(competent.map(([place, ...values]) => [String(place), values.map(Number)]));
  const whole = new Map(agencies.map(([place, ...values]) => [String(place), values.map(Number)]));
  const out: Figures = {};
  for (const [place, ...values] of procedures) {
    const [t1, t3, t4, of4, t5, of5] = values.map(Number);
    const [received, post, returned] = whole.get(String(place))!;
    const [postal, online] = asked.get(String(place))!;
    out[String(place)] =
      `${t1}/${postal} ${post}/${received} ${returned}/${received} ${t3}/${online} ${t4}/${of4} ${t5}/${of5}`;
  }
  JSON.stringify(out);
  return out;
}

interface Card {
  agency: { id: string };
  criteria: { official: { numerator: number; denominator: number } }[];
}

const figuresOf = (cards: Card[]): Figures =>
  Object.fromEntries(
    cards.map(({ agency, criteria }) => [
      agency.id,
      criteria.map(({ official }) => `${official.numerator}/${official.denominator}`).join(" "),
    ]),
  );

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export interface ReadFigures {
  title: string;
  ours: number;
  byHand: number;
  ratio: number;
}

/** Scorecards of all agencies through GraphQL, in turn with statements by hand that say the same of every agency. */
export async function benchScorecards(
  app: App,
  ask: (query: string, variables: object) => Promise<Record<string, unknown>>,
): Promise<ReadFigures[]> {
  const out: ReadFigures[] = [];
  for (const span of SPANS) {
    const { from, to, title } = span;
    const times: { ours: number[]; byHand: number[] } = { ours: [], byHand: [] };
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const start = performance.now();
      const { items } = (await ask(CARDS, { from, to })).scorecards as { items: Card[] };
      const between = performance.now();
      const hand = await byHand(app, span);
      const end = performance.now();
      if (round === 0) checkSame(figuresOf(items), hand);
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
