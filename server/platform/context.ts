import type { ChangePath } from "./changes/change-path";
import type { Clock } from "./clock";
import type { Database } from "./db/database";
import type { Ids } from "./db/ids";
import type { Jobs } from "./jobs/jobs";
import type { Planned, Planner } from "./planner/planner";
import type { Request } from "./planner/request";
import type { Variables } from "./planner/normalise";
import type { Person } from "./policy/policy";
import type { Registry } from "./registry/registry";
import type { Sessions } from "./session/sessions";
import type { Tokens } from "./session/tokens";

/** What every request works with. */
export interface Services {
  database: Database;
  ids: Ids;
  registry: Registry;
  planner: Planner;
  changes: ChangePath;
  jobs: Jobs;
  sessions: Sessions;
  tokens: Tokens;
  clock: Clock;
  /** Whether the demo was seeded and its sign-in buttons are there. */
  isDemo: boolean;
}

/** The cookie of an answer: set under a new secret at sign-in, taken away at sign-out. */
export interface SessionCookie {
  secret: string | null;
  set(secret: string): void;
  clear(): void;
}

/** One request: who asks, in what, and for operations that graphql-js executes, what the planner prepared. */
export interface Context {
  services: Services;
  person: Person | null;
  cookie: SessionCookie;
  /** Whence the request came: what guessing is counted by. */
  address: string;
  /** From the product's own pages, or from a program. */
  source: "ADMIN" | "API";
  planned?: Planned;
  variables?: () => Variables;
  /** The batch of a change mutation as it was sent: the change path reads it row by row. */
  batch?: unknown[];
  reads?: Map<string, () => Promise<unknown>>;
}

/** For whom and when the planner works. */
export function requestOf(context: Context, meter: Request["meter"]): Request {
  const { database, registry, clock } = context.services;
  return { database, registry, person: context.person, today: clock.today(), meter };
}
