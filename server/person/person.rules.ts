import type { RowRule } from "../platform/registry/rule";

/** A person has at least one role, and agency staff and the Post have the agency whose part of the tree is theirs. */
export const roleProblems: RowRule = (row) => {
  const email = row.email as string | null | undefined;
  // Sign-in lowers the case of what is typed, of Đ and Ơ too.
  if (email && email !== email.toLowerCase())
    return [{ code: "BAD_INPUT", field: "email", reason: "codeShape", values: { shape: email.toLowerCase() } }];
  const roles = (row.roles as string[] | null | undefined) ?? [];
  if (roles.length === 0) return [{ code: "REQUIRED", field: "roles", reason: "required" }];
  const bound = roles.includes("AGENCY") || roles.includes("POST");
  return bound && row.agency == null ? [{ code: "REQUIRED", field: "agency", reason: "roleNeedsAgency" }] : [];
};

/** Somebody who can let others in again. */
export const isActiveAdministrator = (row: Record<string, unknown>): boolean =>
  row.isActive === true && ((row.roles as string[] | null) ?? []).includes("ADMINISTRATOR");

/** What a person must fulfil, on the server and in the grid. */
export const personRules: readonly RowRule[] = [roleProblems];
