import type { ChangePath } from "../platform/changes/change-path";
import type { Database } from "../platform/db/database";
import type { Registry } from "../platform/registry/registry";
import { isPassword } from "../platform/session/passwords";

/** The administrator that the environment names: created, or given the password and the role where they lack them. */
export async function ensureAdministrator(
  database: Database,
  changes: ChangePath,
  registry: Registry,
  admin: { email: string; password: string },
): Promise<void> {
  const resource = registry.single("person");
  const found = await database.read("SELECT id, version, roles, is_active, password FROM person WHERE email = ?", [
    admin.email,
  ]);
  const write = async (input: Parameters<ChangePath["apply"]>[0]["changes"][number]["input"]) => {
    const answer = await changes.apply({
      person: null,
      source: "SYSTEM",
      note: "ADMIN_EMAIL",
      mode: "ALL_OR_NONE",
      dryRun: false,
      key: null,
      changes: [{ resource, input }],
    });
    if (answer.problems.length > 0)
      throw new Error(answer.problems.map((p) => `${p.messageVi} / ${p.messageEn}`).join("\n"));
  };
  if (found.length === 0) {
    await write({
      create: {
        name: "Quản trị",
        email: admin.email,
        roles: ["ADMINISTRATOR"],
        isActive: true,
        password: admin.password,
      },
    });
    return;
  }
  const [id, version, roles, isActive, password] = found[0];
  const held = JSON.parse(roles as string) as string[];
  const isSet = password !== null && (await isPassword(password as string, admin.password));
  if (isSet && isActive && held.includes("ADMINISTRATOR")) return;
  const set: Record<string, unknown> = { isActive: true, roles: [...new Set([...held, "ADMINISTRATOR"])] };
  if (!isSet) set.password = admin.password;
  await write({ update: { id: String(id), version: version as number, set } });
}
