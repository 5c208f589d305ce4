import { createServer, type Server } from "node:http";
import type { Database, Parameter, Row } from "../../server/platform/db/database";

/**
 * The six targets of every agency as somebody would write them who knows this province, these criteria and the roll-ups,
 * and needs nothing else: plain sums over the narrowest keys, added up along the tree in memory. Recursion, joins with the
 * tree and COUNT(DISTINCT) inside the database are slower: they multiply every sum by the agencies above it.
 */

const TARGETS = { T1: 50, T2A: 15, T2B: 15, T3: 60, T4: 40, T5: 30 };

/** An agency's scorecard, as the bench asks for it of either side. */
export interface Card {
  agency: { id: string };
  criteria: {
    code: string;
    official: { numerator: number; denominator: number; state: string; shortfall: number | null };
  }[];
}

const TREE = `SELECT s.agency_id, s.parent_id, a.kind FROM agency_state s JOIN agency a ON a.id = s.agency_id
  WHERE s.valid_from <= ? AND s.valid_to > ?`;
const LISTED = `SELECT e.procedure_id, c.kind, p.agency_id, p.tiers,
    (SELECT MAX(l.level) FROM channel l WHERE l.procedure_id = e.procedure_id)
  FROM catalog_entry e JOIN catalog c ON c.id = e.catalog_id
    JOIN procedure_state p ON p.procedure_id = e.procedure_id AND p.valid_from <= ? AND p.valid_to > ?
  WHERE e.valid_from <= ? AND e.valid_to > ?`;
const PERIODS = "SELECT id FROM period WHERE first_day >= ? AND last_day <= ?";
const RECEIVED = "SUM(received_counter + received_post + received_online)";
const OF_AGENCIES = `SELECT agency_id, ${RECEIVED}, SUM(received_post), SUM(returned_post)
  FROM count_agency_sum WHERE period_id IN (?) GROUP BY agency_id`;
const OF_PROCEDURES = `SELECT procedure_id, agency_id, ${RECEIVED}, SUM(received_post + returned_post), SUM(received_online)
  FROM count_agency_procedure_sum WHERE procedure_id IN (?) AND period_id IN (?) GROUP BY procedure_id, agency_id`;

/** What is known of an agency, everything below it included. */
class Sums {
  received = 0;
  byPost = 0;
  returnedByPost = 0;
  level = { 3: [0, 0], 4: [0, 0] } as Record<number, [above: number, below: number]>;
  /** Procedures that it is competent for, and those that had dossiers by the channel. */
  competent = { POSTAL: new Set<unknown>(), ONLINE: new Set<unknown>() };
  arisen = { POSTAL: new Set<unknown>(), ONLINE: new Set<unknown>() };

  card(id: unknown): Card {
    const { received, byPost, returnedByPost, level, competent, arisen } = this;
    const figures: [above: number, below: number][] = [
      [arisen.POSTAL.size, competent.POSTAL.size],
      [byPost, received],
      [returnedByPost, received],
      [arisen.ONLINE.size, competent.ONLINE.size],
      level[3],
      level[4],
    ];
    const criteria = Object.entries(TARGETS).map(([code, percent], i) => {
      const [numerator, denominator] = figures[i];
      const missing = Math.ceil((denominator * percent) / 100) - numerator;
      const judged =
        denominator === 0
          ? { state: "NOT_APPLICABLE", shortfall: null }
          : { state: missing > 0 ? "MISSED" : "MET", shortfall: Math.max(0, missing) };
      return { code, official: { numerator, denominator, ...judged } };
    });
    return { agency: { id: String(id) }, criteria };
  }
}

interface Listed {
  kind: "POSTAL" | "ONLINE";
  level: number;
}

async function cardsOf(database: Database, { from, to }: { from: string; to: string }): Promise<Card[]> {
  const read = (sql: string, parameters: Parameter[]): Promise<Row[]> => database.read(sql, parameters);
  const [tree, listed, periods] = await Promise.all([
    read(TREE, [to, to]),
    read(LISTED, [to, to, to, to]),
    read(PERIODS, [from, to]),
  ]);
  const inSpan = periods.map(([id]) => id as number);
  const [ofAgencies, ofProcedures] = await Promise.all([
    read(OF_AGENCIES, [inSpan]),
    read(OF_PROCEDURES, [[...new Set(listed.map(([id]) => id as number))], inSpan]),
  ]);

  const sums = new Map(tree.map(([id]) => [id, new Sums()]));
  const parents = new Map(tree.map(([id, parent]) => [id, parent]));
  const chains = new Map<unknown, Sums[]>();
  for (const [id] of tree) {
    const chain: Sums[] = [];
    for (let at = id; at !== null; at = parents.get(at)!) chain.push(sums.get(at)!);
    chains.set(id, chain);
  }

  for (const [agency, received, byPost, returnedByPost] of ofAgencies)
    for (const each of chains.get(agency)!) {
      each.received += Number(received);
      each.byPost += Number(byPost);
      each.returnedByPost += Number(returnedByPost);
    }
  const lists = new Map<unknown, Listed[]>();
  for (const [procedure, kind, agency, tiers, level] of listed) {
    const list = { kind, level } as Listed;
    lists.set(procedure, [...(lists.get(procedure) ?? []), list]);
    for (const [id, , of] of tree) {
      const isTheirs = (tier: string) => of === `${tier}_COMMITTEE` && String(tiers).includes(tier);
      if (agency === null ? !isTheirs("COMMUNE") && !isTheirs("DISTRICT") : agency !== id) continue;
      for (const each of chains.get(id)!) each.competent[list.kind].add(procedure);
    }
  }
  for (const [procedure, agency, received, byPost, online] of ofProcedures)
    for (const { kind, level } of lists.get(procedure)!)
      for (const each of chains.get(agency)!) {
        if (Number(kind === "POSTAL" ? byPost : online) > 0) each.arisen[kind].add(procedure);
        if (kind !== "ONLINE") continue;
        each.level[level][0] += Number(online);
        each.level[level][1] += Number(received);
      }
  return [...sums].map(([id, each]) => each.card(id));
}

/** A server that answers nothing but this question. */
export async function serveByHand(database: Database): Promise<Server> {
  const server = createServer((request, response) => {
    const days = new URL(request.url!, "http://127.0.0.1").searchParams;
    cardsOf(database, { from: days.get("from")!, to: days.get("to")! }).then(
      (items) => response.setHeader("Content-Type", "application/json").end(JSON.stringify({ items })),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
