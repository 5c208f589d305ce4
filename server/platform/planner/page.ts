import { Refusal } from "../errors/refusal";
import { LIMITS } from "./limits";

/** Which part of a list is wanted. */
export interface Page {
  offset: number;
  limit: number;
}

/** The page that a figure is asked for, as lists of resources have it: 25 rows where nothing is said, 1,000 at most. */
export function pageOf(offset: number | null | undefined, limit: number | null | undefined): Page {
  const page = { offset: offset ?? 0, limit: limit ?? 25 };
  for (const [name, value] of Object.entries(page)) if (value < 0) throw new Refusal("BAD_INPUT", name, {}, "negative");
  if (page.limit > LIMITS.page)
    throw new Refusal("LIMIT", "limit", { value: page.limit, max: LIMITS.page }, "limitPage");
  if (page.offset > LIMITS.offset) throw new Refusal("LIMIT", "offset", { max: LIMITS.offset });
  return page;
}
