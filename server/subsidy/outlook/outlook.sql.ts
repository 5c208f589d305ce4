import { inList, listParameter, type Database } from "../../platform/db/database";
import type { Fragment } from "../../platform/planner/statement";
import { addMoney, moneySums } from "../budget.sql";
import { BINDING_STATES } from "../claim.steps.rules";
import { dayBefore } from "../computation/day.rules";
import type { ClaimedLine } from "./known.rules";

/** Whether there is a program whose payer lies in the person's part of the tree. */
export async function hasProgram(database: Database, id: number, own: Fragment | null): Promise<boolean> {
  const seen = own ? ` AND payer_id IN (${own.sql})` : "";
  const rows = await database.read(`SELECT id FROM subsidy_program WHERE id = ?${seen}`, [
    id,
    ...(own?.parameters ?? []),
  ]);
  return rows.length > 0;
}

/** A program's money on a day. */
export interface MoneyOn {
  budgetVnd: bigint;
  /** Claims that are paid; approved and not yet paid; submitted and not yet approved. */
  paidVnd: bigint;
  committedVnd: bigint;
  pendingVnd: bigint;
}

const BINDING = BINDING_STATES.map((state) => `'${state}'`).join(", ");

/** What a program had, had promised and had spent on a day, by the dates of Decisions and of the claims' steps. */
export async function readMoney(database: Database, program: number, day: string): Promise<MoneyOn> {
  const { engine } = database;
  const status = `CASE WHEN state = 'PAID' AND paid_on <= ? THEN 'PAID' WHEN state IN (${BINDING}) AND approved_on <= ? THEN 'COMMITTED'
      WHEN state IN ('SUBMITTED', 'CHECKED', ${BINDING}) AND submitted_on <= ? THEN 'PENDING' END`;
  const [[[millions, rest]], claims] = await Promise.all([
    database.read(
      `SELECT ${moneySums(engine, "amount_vnd")} FROM subsidy_budget_line WHERE program_id = ? AND decided_on <= ?`,
      [program, day],
    ),
    database.read(
      `SELECT c.status, ${moneySums(engine, "c.total_vnd")} FROM (SELECT ${status} AS status, total_vnd FROM subsidy_claim WHERE program_id = ?) c
        WHERE c.status IS NOT NULL GROUP BY c.status`,
      [day, day, day, program],
    ),
  ]);
  const sums = new Map(claims.map(([name, whole, part]) => [name as string, addMoney(whole, part)]));
  return {
    budgetVnd: addMoney(millions, rest),
    paidVnd: sums.get("PAID") ?? 0n,
    committedVnd: sums.get("COMMITTED") ?? 0n,
    pendingVnd: sums.get("PENDING") ?? 0n,
  };
}

/** A claimed line with the claim period whose cap it took of. */
export interface ClaimedInWindow extends ClaimedLine {
  windowFrom: string;
}

/** What claims approved up to a day pay, by route, claim period and days; lines of adjusting claims are in it. */
export async function readClaimed(database: Database, program: number, day: string): Promise<ClaimedInWindow[]> {
  const rows = await database.read(
    `SELECT l.route_id, l.window_from, l.valid_from, l.valid_to, ${moneySums(database.engine, "l.amount_vnd")}
      FROM subsidy_claim_line l JOIN subsidy_claim c ON c.id = l.claim_id
      WHERE c.program_id = ? AND c.state IN (${BINDING}) AND c.approved_on <= ?
      GROUP BY l.route_id, l.window_from, l.valid_from, l.valid_to ORDER BY l.valid_from, l.route_id`,
    [program, day],
  );
  return rows.map(([route, windowFrom, from, to, millions, rest]) => ({
    route: String(route),
    windowFrom: windowFrom as string,
    from: from as string,
    to: dayBefore(to as string),
    amountVnd: addMoney(millions, rest),
  }));
}

/** The units that carry on some routes, where one is named. */
export async function readCarriers(database: Database, routes: readonly number[]): Promise<Map<string, number>> {
  const rows = await database.read(
    `SELECT id, carried_by_id FROM transfer_route WHERE ${inList(database.engine, "id")} AND carried_by_id IS NOT NULL`,
    [listParameter(database.engine, routes)],
  );
  return new Map(rows.map(([id, carriedBy]) => [String(id), carriedBy as number]));
}
