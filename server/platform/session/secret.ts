import { createHash, randomBytes } from "node:crypto";
import type { Person, Role } from "../policy/policy";

/** What is kept of a session's or token's secret. */
export const secretHash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** 256 bits, in letters that go into a cookie or a header. */
export const makeSecret = (): string => randomBytes(32).toString("base64url");

/** The columns of a person, under the alias p, that `personOf` reads first. */
export const PERSON = "p.id, p.name, p.roles, p.agency_id";

/** Somebody who asks, from a row of their columns. */
export function personOf(row: unknown[], came: Pick<Person, "readOnly" | "byToken">): Person {
  const [id, name, roles, agency] = row;
  return {
    id: String(id),
    name: name as string,
    roles: JSON.parse(roles as string) as Role[],
    agencyId: agency === null ? null : String(agency),
    ...came,
  };
}
