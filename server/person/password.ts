import type { Context } from "../platform/context";
import { Refusal } from "../platform/errors/refusal";
import type { Person } from "../platform/policy/policy";
import { isPassword } from "../platform/session/passwords";

/**
 * Replaces a person's own password: a change set of the system's, since people in general are changed by administrators
 * alone. Every session of theirs ends with it.
 */
export async function replacePassword(
  { services }: Context,
  person: Person,
  current: string,
  next: string,
): Promise<void> {
  const { database, changes, registry } = services;
  const [row] = await database.read("SELECT version, password FROM person WHERE id = ?", [Number(person.id)]);
  const [version, stored] = row as [number, string | null];
  if (stored === null || !(await isPassword(stored, current)))
    throw new Refusal("BAD_INPUT", "current", {}, "wrongCurrentPassword");
  const answer = await changes.apply({
    person: null,
    source: "SYSTEM",
    note: `Đổi mật khẩu: ${person.name} / Own password changed`,
    mode: "ALL_OR_NONE",
    dryRun: false,
    key: null,
    changes: [
      { resource: registry.single("person"), input: { update: { id: person.id, version, set: { password: next } } } },
    ],
  });
  const [problem] = answer.problems;
  if (problem?.code === "LIMIT" || problem?.code === "BAD_INPUT")
    throw new Refusal("BAD_INPUT", "next", { min: 15 }, "tooShort");
  if (problem) throw new Refusal("BUSY", null);
}
