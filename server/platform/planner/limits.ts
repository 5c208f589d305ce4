/** What one request may ask for. Whatever is over a limit is refused before any statement is sent. */
export const LIMITS = {
  /** Rows of a root list. */
  page: 1000,
  /** Rows of a nested list under one parent. */
  nested: 200,
  /** Rows of the whole answer, as the limits multiply. */
  rows: 250_000,
  /** Fields after fragments are spread. */
  fields: 800,
  roots: 40,
  depth: 12,
  conditions: 200,
  filterDepth: 8,
  values: 1000,
  offset: 10_000_000,
  searchLength: 500,
  changes: 5000,
  tokens: 20_000,
} as const;
