import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "../clock";
import { inList, listParameter, type Database, type Transaction } from "../db/database";
import type { Ids } from "../db/ids";
import { Refusal } from "../errors/refusal";
import type { Person, Role } from "../policy/policy";
import { compareWithNobody, isPassword } from "./passwords";

/** A session lasts a working day. */
const HOURS = 12;
const FREE_ATTEMPTS = 5;
const LOCK_MINUTES = [1, 2, 4, 8, 15];

export interface Token {
  id: string;
  name: string;
  createdAt: string;
  expiresOn: string | null;
  lastUsedAt: string | null;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
/** 256 bits, in letters that go into a cookie or a header. */
const makeSecret = (): string => randomBytes(32).toString("base64url");

const PERSON = "p.id, p.name, p.roles, p.agency_id";

/** Who is signed in, by session cookie or by API token. Only hashes of the secrets are kept. */
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The person behind a session's secret, or null. */
  async bySession(secret: string): Promise<Person | null> {
    const found = await this.database.read(
      `SELECT ${PERSON} FROM session s JOIN person p ON p.id = s.person_id WHERE s.hash = ? AND s.expires_at > ? AND p.is_active = 1`,
      [sha256(secret), this.clock.now()],
    );
    return found.length === 0 ? null : personOf(found[0], false);
  }

  /** The person on whose behalf a token reads, or null. */
  async byToken(secret: string): Promise<Person | null> {
    const found = await this.database.read(
      `SELECT ${PERSON}, t.id, t.last_used_at FROM token t JOIN person p ON p.id = t.person_id WHERE t.hash = ? AND (t.expires_on IS NULL OR t.expires_on > ?) AND p.is_active = 1`,
      [sha256(secret), this.clock.calendarDay()],
    );
    if (found.length === 0) return null;
    await this.noteUse(found[0][4] as number, found[0][5] as string | null);
    return personOf(found[0], true);
  }

  /** To the hour: a busy tool does not write at every read. */
  private async noteUse(id: number, last: string | null): Promise<void> {
    const hour = this.clock.now().slice(0, 13);
    if (last?.slice(0, 13) === hour) return;
    await this.database.write((tx) => tx.run("UPDATE token SET last_used_at = ? WHERE id = ?", [this.clock.now(), id]));
  }

  /** Opens a session for an email and password. Failures are slowed down per email, known or not, and answer alike. */
  async signIn(email: string, password: string): Promise<{ secret: string; person: Person }> {
    const name = sha256(email.trim().toLowerCase().normalize("NFC"));
    await this.countAttempt(name);
    const found = await this.database.read(
      `SELECT ${PERSON}, p.password FROM person p WHERE p.email = ? AND p.is_active = 1`,
      [email.trim().toLowerCase().normalize("NFC")],
    );
    const stored = found[0]?.[4] as string | null | undefined;
    const isRight = stored ? await isPassword(stored, password) : await compareWithNobody(password);
    if (!isRight) throw new Refusal("SIGN_IN", "password", {}, "wrongPassword");
    await this.database.write((tx) => tx.run("DELETE FROM sign_in_failure WHERE email = ?", [name]));
    return this.open(personOf(found[0], false));
  }

  /** Opens a session for a person: always under a new secret. Sessions that have ended are swept out with it. */
  async open(person: Person): Promise<{ secret: string; person: Person }> {
    const secret = makeSecret();
    const now = this.clock.now();
    const end = new Date(Date.parse(now) + HOURS * 3_600_000).toISOString();
    await this.database.write(async (tx) => {
      await tx.run("DELETE FROM session WHERE expires_at <= ?", [now]);
      await tx.run("INSERT INTO session (hash, person_id, created_at, expires_at) VALUES (?, ?, ?, ?)", [
        sha256(secret),
        Number(person.id),
        now,
        end,
      ]);
    });
    return { secret, person };
  }

  async close(secret: string): Promise<void> {
    await this.database.write((tx) => tx.run("DELETE FROM session WHERE hash = ?", [sha256(secret)]));
  }

  /** Ends every session of people whose passwords were replaced; who is deleted loses the tokens too. */
  async closeAllOf(tx: Transaction, personIds: number[], isDeleted: boolean): Promise<void> {
    for (const table of isDeleted ? ["session", "token"] : ["session"])
      await tx.run(`DELETE FROM ${table} WHERE ${inList(tx.engine, "person_id")}`, [
        listParameter(tx.engine, personIds),
      ]);
  }

  /** The demo's invented person of a role, the one made first: who the sign-in buttons stand for. */
  async demoPersonOf(role: Role): Promise<Person | null> {
    const found = await this.database.read(
      `SELECT ${PERSON} FROM person p WHERE p.certainty = 'DEMO' AND INSTR(p.roles, ?) > 0 AND p.is_active = 1 ORDER BY p.id LIMIT 1`,
      [JSON.stringify(role)],
    );
    return found.length === 0 ? null : personOf(found[0], false);
  }

  async tokensOf(person: Person): Promise<Token[]> {
    const found = await this.database.read(
      "SELECT id, name, created_at, expires_on, last_used_at FROM token WHERE person_id = ? ORDER BY id DESC LIMIT 200",
      [Number(person.id)],
    );
    return found.map(
      ([id, name, createdAt, expiresOn, lastUsedAt]) =>
        ({ id: String(id), name, createdAt, expiresOn, lastUsedAt }) as Token,
    );
  }

  /** A token whose secret is shown this once. */
  async createToken(person: Person, name: string, expiresOn: string | null): Promise<{ id: string; secret: string }> {
    const given = name.normalize("NFC").trim();
    if (given.length < 1 || [...given].length > 100) throw new Refusal("BAD_INPUT", "name", {}, "tokenName");
    if (expiresOn !== null && expiresOn <= this.clock.calendarDay())
      throw new Refusal("BAD_INPUT", "expiresOn", {}, "tokenExpiry");
    const secret = `dm_${makeSecret()}`;
    const [id] = await this.ids.take("token", 1);
    await this.database.write((tx) =>
      tx.run(
        "INSERT INTO token (id, hash, person_id, name, created_at, expires_on, last_used_at) VALUES (?, ?, ?, ?, ?, ?, NULL)",
        [id, sha256(secret), Number(person.id), given, this.clock.now(), expiresOn],
      ),
    );
    return { id: String(id), secret };
  }

  async revokeToken(person: Person, id: string): Promise<boolean> {
    const changed = await this.database.write((tx) =>
      tx.run("DELETE FROM token WHERE id = ? AND person_id = ?", [Number(id), Number(person.id)]),
    );
    return changed === 1;
  }

  /**
   * Counts an attempt as a failure before it is looked at, so that many at once are no more guesses than one after the
   * other; the right password takes the count back. Refuses without looking while the address is locked.
   */
  private async countAttempt(email: string): Promise<void> {
    await this.database.write(async (tx) => {
      const lock = tx.engine === "mariadb" ? " FOR UPDATE" : "";
      const found = await tx.all(`SELECT count, locked_until FROM sign_in_failure WHERE email = ?${lock}`, [email]);
      const now = this.clock.now();
      const until = found[0]?.[1] as string | null | undefined;
      if (until && until > now) {
        const minutes = Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000);
        throw new Refusal("SIGN_IN", "email", { minutes }, "lockedOut");
      }
      const count = Number(found[0]?.[0] ?? 0) + 1;
      const next = [count, lockedUntil(count, now), email];
      if (found.length > 0)
        await tx.run("UPDATE sign_in_failure SET count = ?, locked_until = ? WHERE email = ?", next);
      else await tx.run("INSERT INTO sign_in_failure (count, locked_until, email) VALUES (?, ?, ?)", next);
    });
  }
}

/** Until when the address is locked after so many failures in a row: longer each time. */
function lockedUntil(failures: number, now: string): string | null {
  const step = failures - FREE_ATTEMPTS;
  if (step < 0) return null;
  const minutes = LOCK_MINUTES[Math.min(step, LOCK_MINUTES.length - 1)];
  return new Date(Date.parse(now) + minutes * 60_000).toISOString();
}

function personOf(row: unknown[], readOnly: boolean): Person {
  const [id, name, roles, agency] = row;
  return {
    id: String(id),
    name: name as string,
    roles: JSON.parse(roles as string) as Role[],
    agencyId: agency === null ? null : String(agency),
    readOnly,
  };
}
