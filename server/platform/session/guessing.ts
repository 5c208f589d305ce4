import { createHash } from "node:crypto";
import type { Clock } from "../clock";
import type { Database, Transaction } from "../db/database";
import { Refusal } from "../errors/refusal";

/** Failures that are free, and for how long each further one locks: from one address, and from everywhere. */
const HERE = { free: 10, minutes: [1, 2, 4, 8, 15] };
const EVERYWHERE = { free: 200, minutes: [1] };
/** Failures are forgotten after a day without one. */
const FORGOTTEN_AFTER_MS = 86_400_000;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Slows guessing down per email, known or not. What counts is whence the guesses come, so that nobody is locked out by
 * a stranger elsewhere; many addresses together meet a second, looser bound.
 */
export class Guessing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt as a failure before it is looked at, so that many at once are no more guesses than one after the
   * other; the right password takes the count back. Refuses without looking while the email is locked for the address.
   */
  async countAttempt(email: string, address: string): Promise<void> {
    await this.database.write(async (tx) => {
      await tx.run("DELETE FROM sign_in_failure WHERE failed_at < ?", [this.ago(FORGOTTEN_AFTER_MS)]);
      await this.count(tx, sha256(`${email}\n${address}`), HERE);
      await this.count(tx, sha256(email), EVERYWHERE);
    });
  }

  /** The right password was given: what was counted from this address is taken back. */
  async forgive(email: string, address: string): Promise<void> {
    await this.database.write((tx) =>
      tx.run("DELETE FROM sign_in_failure WHERE subject = ?", [sha256(`${email}\n${address}`)]),
    );
  }

  private async count(tx: Transaction, subject: string, { free, minutes }: typeof HERE): Promise<void> {
    const lock = tx.engine === "mariadb" ? " FOR UPDATE" : "";
    const found = await tx.all(`SELECT count, locked_until FROM sign_in_failure WHERE subject = ?${lock}`, [subject]);
    const now = this.clock.now();
    const until = found[0]?.[1] as string | null | undefined;
    if (until && until > now) {
      const left = Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000);
      throw new Refusal("SIGN_IN", "email", { minutes: left }, "lockedOut");
    }
    const failures = Number(found[0]?.[0] ?? 0) + 1;
    const step = failures - free;
    const locked = step < 0 ? null : this.ago(-60_000 * minutes[Math.min(step, minutes.length - 1)]);
    const next = [failures, locked, now, subject];
    if (found.length > 0)
      await tx.run("UPDATE sign_in_failure SET count = ?, locked_until = ?, failed_at = ? WHERE subject = ?", next);
    else
      await tx.run("INSERT INTO sign_in_failure (count, locked_until, failed_at, subject) VALUES (?, ?, ?, ?)", next);
  }

  private ago(milliseconds: number): string {
    return new Date(Date.parse(this.clock.now()) - milliseconds).toISOString();
  }
}
