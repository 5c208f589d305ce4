import type { Clock } from "../clock";
import type { Database } from "../db/database";
import type { Ids } from "../db/ids";
import { Refusal } from "../errors/refusal";
import type { Person } from "../policy/policy";
import { makeSecret, PERSON, personOf, secretHash } from "./secret";

/** A token as its maker sees it again: without its secret. */
export interface Token {
  id: string;
  name: string;
  createdAt: string;
  /** Whether it writes as well as reads. */
  mayChange: boolean;
  expiresOn: string | null;
  lastUsedAt: string | null;
}

/** Tokens of one person; more than this is a token per person, not per tool. */
const MOST = 50;

/** API tokens with which programs work on somebody's behalf. Only hashes of their secrets are kept. */
export class Tokens {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The person on whose behalf a token works, or null. */
  async person(secret: string): Promise<Person | null> {
    const found = await this.database.read(
      `SELECT ${PERSON}, t.id, t.last_used_at, t.may_change FROM token t JOIN person p ON p.id = t.person_id WHERE t.hash = ? AND (t.expires_on IS NULL OR t.expires_on > ?) AND p.is_active = 1`,
      [secretHash(secret), this.clock.calendarDay()],
    );
    if (found.length === 0) return null;
    await this.noteUse(found[0][4] as number, found[0][5] as string | null);
    return personOf(found[0], { readOnly: Number(found[0][6]) !== 1, byToken: true });
  }

  /** To the hour: a busy tool does not write at every read. */
  private async noteUse(id: number, last: string | null): Promise<void> {
    const hour = this.clock.now().slice(0, 13);
    if (last?.slice(0, 13) === hour) return;
    await this.database.write((tx) => tx.run("UPDATE token SET last_used_at = ? WHERE id = ?", [this.clock.now(), id]));
  }

  async of(person: Person): Promise<Token[]> {
    const found = await this.database.read(
      "SELECT id, name, created_at, may_change, expires_on, last_used_at FROM token WHERE person_id = ? ORDER BY id DESC LIMIT ?",
      [Number(person.id), MOST],
    );
    return found.map(
      ([id, name, createdAt, mayChange, expiresOn, lastUsedAt]) =>
        ({ id: String(id), name, createdAt, mayChange: Number(mayChange) === 1, expiresOn, lastUsedAt }) as Token,
    );
  }

  /** Makes a token; its secret is shown this once. */
  async create(
    person: Person,
    { name, expiresOn, mayChange }: Pick<Token, "name" | "expiresOn" | "mayChange">,
  ): Promise<{ id: string; secret: string }> {
    const given = name.normalize("NFC").trim();
    if (given.length < 1 || [...given].length > 100) throw new Refusal("BAD_INPUT", "name", {}, "tokenName");
    if (expiresOn !== null && expiresOn <= this.clock.calendarDay())
      throw new Refusal("BAD_INPUT", "expiresOn", {}, "tokenExpiry");
    const secret = `dm_${makeSecret()}`;
    const [id] = await this.ids.take("token", 1);
    await this.database.write(async (tx) => {
      const [[count]] = await tx.all("SELECT COUNT(*) FROM token WHERE person_id = ?", [Number(person.id)]);
      if (Number(count) >= MOST) throw new Refusal("LIMIT", "token", { max: MOST }, "tooManyTokens");
      await tx.run(
        "INSERT INTO token (id, hash, person_id, name, created_at, may_change, expires_on, last_used_at) VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
        [id, secretHash(secret), Number(person.id), given, this.clock.now(), mayChange ? 1 : 0, expiresOn],
      );
    });
    return { id: String(id), secret };
  }

  async revoke(person: Person, id: string): Promise<boolean> {
    const changed = await this.database.write((tx) =>
      tx.run("DELETE FROM token WHERE id = ? AND person_id = ?", [Number(id), Number(person.id)]),
    );
    return changed === 1;
  }
}
