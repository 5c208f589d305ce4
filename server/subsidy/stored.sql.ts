import { BEGINNING, FOREVER, type Engine } from "../platform/kinds/all";

/** Money leaves the database as text: no driver rounds it. */
export const moneyText = (engine: Engine, column: string): string =>
  `CAST(${column} AS ${engine === "sqlite" ? "TEXT" : "CHAR"})`;

/** Sums as whole numbers on both engines: MariaDB sums to decimals, which arrive as text. */
export const wholeSum = (engine: Engine, expression: string): string =>
  engine === "sqlite" ? `SUM(${expression})` : `CAST(SUM(${expression}) AS SIGNED)`;

/** The first day of a validity as rules have it; null where it has no beginning. */
export const beginOf = (day: unknown): string | null => (day === BEGINNING ? null : (day as string));
/** The day after the last; null where it has no end. */
export const endOf = (day: unknown): string | null => (day === FOREVER ? null : (day as string));

/** The columns of a count by channel, after the leg: `received_counter`. */
export const CHANNEL_COLUMNS = { COUNTER: "counter", POST: "post", ONLINE: "online" } as const;

/** The hand-overs `h` of routes `r` that are paid. The same rule as `fromHandOver`, which a test holds this against. */
export const PAID_HAND_OVER = "h.is_signed = 1 AND h.carrier = r.carrier";
