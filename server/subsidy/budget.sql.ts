import { inList, listParameter, type Row } from "../platform/db/database";
import type { Engine } from "../platform/kinds/all";
import { BINDING_STATES } from "./claim.steps.rules";

/** Where statements are sent: the database outside a unit of work, or the transaction inside one. */
export type Ask = (sql: string, parameters: (string | number)[]) => Promise<Row[]>;

/** Sums of money are taken in two parts, so that no engine's sum leaves 64 bits or goes through a double. */
const PART = 1_000_000n;

/** The two columns by which an amount is summed exactly on both engines; `addMoney` puts them together. */
export const moneySums = (engine: Engine, column: string): string => {
  const whole = engine === "sqlite" ? `${column} / ${PART}` : `${column} DIV ${PART}`;
  return `COALESCE(SUM(${whole}), 0), COALESCE(SUM(${column} % ${PART}), 0)`;
};

export const addMoney = (millions: unknown, rest: unknown): bigint =>
  BigInt(String(millions)) * PART + BigInt(String(rest));

/** What a program has, has promised and has spent, in đồng. */
export interface BudgetSums {
  budgetVnd: bigint;
  /** Of approved claims that are not paid yet. */
  committedVnd: bigint;
  paidVnd: bigint;
}

/** The sums of programs by their ids. Two statements, whatever their number. */
export async function budgetSums(
  engine: Engine,
  ask: Ask,
  programs: readonly number[],
): Promise<Map<number, BudgetSums>> {
  const ids = listParameter(engine, programs) as string;
  const sums = new Map(programs.map((id) => [id, { budgetVnd: 0n, committedVnd: 0n, paidVnd: 0n }]));
  const granted = await ask(
    `SELECT program_id, ${moneySums(engine, "amount_vnd")} FROM subsidy_budget_line WHERE ${inList(engine, "program_id")} GROUP BY program_id`,
    [ids],
  );
  for (const [program, millions, rest] of granted) sums.get(program as number)!.budgetVnd = addMoney(millions, rest);
  const states = BINDING_STATES.map((state) => `'${state}'`).join(", ");
  const bound = await ask(
    `SELECT program_id, state, ${moneySums(engine, "total_vnd")} FROM subsidy_claim WHERE ${inList(engine, "program_id")} AND state IN (${states}) GROUP BY program_id, state`,
    [ids],
  );
  for (const [program, state, millions, rest] of bound)
    sums.get(program as number)![state === "PAID" ? "paidVnd" : "committedVnd"] = addMoney(millions, rest);
  return sums;
}
