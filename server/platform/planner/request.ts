import type { Database } from "../db/database";
import type { Person } from "../policy/policy";
import type { Registry } from "../registry/registry";

/** For whom and when an operation is planned and run. */
export interface Request {
  database: Database;
  registry: Registry;
  person: Person | null;
  /** The working date or today: the day identities are shown as of where no other is asked for. */
  today: string;
  meter: Meter;
}

/** Counts what a request adds up to, so that limits hold for the operation as a whole. */
export class Meter {
  conditions = 0;
  rows = 0;
  aliases = 0;
}
