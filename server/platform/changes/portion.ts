import type { Transaction } from "../db/database";
import type { ChangedRow, Fault } from "./change";
import type { Loading } from "./load";
import type { Work } from "./work";

/**
 * Part of a batch. A batch that fits into memory is one; a larger one, an import of a hundred thousand rows say, comes
 * portion by portion, each written before the next is asked for, all of them in one unit of work.
 */
export interface Portion {
  /** What was found wrong before anything was asked of the database. */
  faults: readonly Fault[];
  /** Whether a change is one of this portion's, by its number in the batch. */
  holds(index: number): boolean;
  /** Adds to the work what the portion writes. Asked again, with the refused rows left out, where some are refused. */
  fill(work: Work): Promise<void> | void;
  /** Told what becomes of the portion: the rows as they are changed, and what was refused. */
  report(rows: ChangedRow[], faults: Fault[]): Promise<void> | void;
}

/** The portions of a batch, in order; asked anew for every run of the unit of work. */
export type Portions = (tx: Transaction, loading: Loading) => AsyncIterable<Portion> | Iterable<Portion>;

/** Lets whoever else waits have the process for a moment: a large unit of work holds the writer, not the server. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
