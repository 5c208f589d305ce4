/** What the engines' own errors mean for a unit of work. TypeORM and mysql2 wrap them; the driver's code is what counts. */

interface DriverError {
  code?: string;
  errno?: number;
  message?: string;
  driverError?: DriverError;
  fatal?: boolean;
}

const driverErrorOf = (error: unknown): DriverError => {
  const e = error as DriverError | null;
  return e?.driverError ?? e ?? {};
};

/**
 * Deadlock, lock time-out, row changed since read, certification failure, read-only node, node not ready, server going
 * down, connection killed.
 */
const AGAIN = new Set([1213, 1205, 1020, 3101, 1290, 1792, 1836, 1047, 1053, 1927]);
const LOST = new Set([
  "PROTOCOL_CONNECTION_LOST",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ECONNREFUSED",
  "ER_SERVER_SHUTDOWN",
]);

/** The whole unit of work may be run again and may then succeed. */
export function isTransient(error: unknown): boolean {
  const e = driverErrorOf(error);
  return (
    (e.errno !== undefined && AGAIN.has(e.errno)) || LOST.has(e.code ?? "") || (e.code ?? "").startsWith("SQLITE_BUSY")
  );
}

/** A unique key was there first: a run of the unit of work that starts now will see it and say so by name. */
export const isUniqueViolation = (error: unknown): boolean => {
  const e = driverErrorOf(error);
  return e.errno === 1062 || e.code === "SQLITE_CONSTRAINT_UNIQUE" || e.code === "SQLITE_CONSTRAINT_PRIMARYKEY";
};

/** A row referred to went away, or a row to be deleted was referred to, between the check and the write. */
export const isForeignKeyViolation = (error: unknown): boolean => {
  const e = driverErrorOf(error);
  // SQLite enforces RESTRICT by triggers of its own making.
  const lite = ["SQLITE_CONSTRAINT_FOREIGNKEY", "SQLITE_CONSTRAINT_TRIGGER"];
  return e.errno === 1451 || e.errno === 1452 || lite.includes(e.code ?? "");
};

/** Somebody was faster: compare-and-set touched fewer rows than it should have. */
export class Outrun extends Error {
  constructor() {
    super("another unit of work changed a row first");
  }
}

export const mayRunAgain = (error: unknown): boolean =>
  error instanceof Outrun || isTransient(error) || isUniqueViolation(error) || isForeignKeyViolation(error);
