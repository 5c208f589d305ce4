import type { Transaction } from "../db/database";
import type { RefusalCode, Values } from "../errors/refusal";

/** A row as a rule over several rows sees it written: API values before and after, null where it was not or is no more. */
export interface RuleWrite {
  id: number;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What such a rule finds wrong with one of the writes. */
export interface SetProblem {
  write: RuleWrite;
  code: RefusalCode;
  field: string;
  /** The sentence's key; the code's own where absent. */
  reason?: string;
  values?: Values;
}

/**
 * A rule of a noun that looks at other rows than the one written. It is looked at after the rows are written, while the
 * guard rows are held that it names: every writer whom it concerns holds the same ones, so that none overtakes another.
 */
export interface SetRule {
  /** The guards that a write needs; none where the rule is not concerned. */
  guards(write: RuleWrite): string[];
  /** What is wrong, asked with all writes of the resource at once: a fixed number of statements. */
  problems(writes: readonly RuleWrite[], tx: Transaction): Promise<SetProblem[]>;
}
