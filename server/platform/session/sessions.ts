import type { Clock } from "../clock";
import { inList, listParameter, type Database, type Transaction } from "../db/database";
import { Refusal } from "../errors/refusal";
import type { Person, Role } from "../policy/policy";
import { Guessing } from "./guessing";
import { compareWithNobody, isPassword } from "./passwords";
import { makeSecret, PERSON, personOf, secretHash } from "./secret";

/** A session lasts a working day. */
const HOURS = 12;

/** A session just opened: its secret, which is kept nowhere, and whose it is. */
export interface Opened {
  secret: string;
  person: Person;
}

/** Who is signed in, by session cookie. Only hashes of the secrets are kept. */
export class Sessions {
  private readonly guessing: Guessing;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.guessing = new Guessing(database, clock);
  }

  /** The person behind a session's secret, or null. */
  async person(secret: string): Promise<Person | null> {
    const found = await this.database.read(
      `SELECT ${PERSON} FROM session s JOIN person p ON p.id = s.person_id WHERE s.hash = ? AND s.expires_at > ? AND p.is_active = 1`,
      [secretHash(secret), this.clock.now()],
    );
    return found.length === 0 ? null : personOf(found[0], { readOnly: false });
  }

  /**
   * Opens a session for an email and password. Failures are slowed down, and answer alike whether the email is known or
   * not. `admit` may still refuse the person, before there is a session.
   */
  async signIn(
    email: string,
    password: string,
    address: string,
    admit: (person: Person) => void = () => undefined,
  ): Promise<Opened> {
    const name = email.trim().toLowerCase().normalize("NFC");
    await this.guessing.countAttempt(name, address);
    const found = await this.database.read(
      `SELECT ${PERSON}, p.password FROM person p WHERE p.email = ? AND p.is_active = 1`,
      [name],
    );
    const stored = found[0]?.[4] as string | null | undefined;
    const isRight = stored ? await isPassword(stored, password) : await compareWithNobody(password);
    if (!stored || !isRight) throw new Refusal("SIGN_IN", "password", {}, "wrongPassword");
    await this.guessing.forgive(name, address);
    const person = personOf(found[0], { readOnly: false });
    admit(person);
    return this.open(person, stored);
  }

  /**
   * Opens a session under a new secret, unless the person was switched off or given another password while theirs was
   * being compared. Sessions that have ended are swept out with it.
   */
  async open(person: Person, stored: string | null = null): Promise<Opened> {
    const secret = makeSecret();
    const now = this.clock.now();
    const end = new Date(Date.parse(now) + HOURS * 3_600_000).toISOString();
    const still = stored === null ? "" : " AND password = ?";
    await this.database.write(async (tx) => {
      await tx.run("DELETE FROM session WHERE expires_at <= ?", [now]);
      const made = await tx.run(
        `INSERT INTO session (hash, person_id, created_at, expires_at) SELECT ?, id, ?, ? FROM person WHERE id = ? AND is_active = 1${still}`,
        [secretHash(secret), now, end, Number(person.id), ...(stored === null ? [] : [stored])],
      );
      if (made !== 1) throw new Refusal("SIGN_IN", "password", {}, "wrongPassword");
    });
    return { secret, person };
  }

  /** Ends a session; false where there was none. */
  async close(secret: string): Promise<boolean> {
    const ended = await this.database.write((tx) => tx.run("DELETE FROM session WHERE hash = ?", [secretHash(secret)]));
    return ended > 0;
  }

  /**
   * Ends every session of people who were given another password or switched off; who is deleted loses tokens, jobs
   * and views as well.
   */
  async closeAllOf(tx: Transaction, personIds: number[], isDeleted: boolean): Promise<void> {
    if (isDeleted)
      await tx.run(`DELETE FROM job_row WHERE job_id IN (SELECT id FROM job WHERE ${inList(tx.engine, "person_id")})`, [
        listParameter(tx.engine, personIds),
      ]);
    for (const table of isDeleted ? ["session", "token", "job", "saved_view"] : ["session"])
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
    return found.length === 0 ? null : personOf(found[0], { readOnly: false });
  }
}
