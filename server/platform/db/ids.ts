import type { Database } from "./database";
import { Outrun } from "./failures";

interface Block {
  next: number;
  end: number;
}

/**
 * Hands out ids: integers under 2^53, from a table in blocks, by compare-and-set in a transaction of its own. They are
 * taken before a unit of work begins, since SQLite's one writer would wait for itself. Gaps are no fault.
 */
export class Ids {
  private readonly blocks = new Map<string, Block>();

  constructor(
    private readonly database: Database,
    private readonly blockSize: Record<string, number> = {},
  ) {}

  /** `count` ids of a sequence, in ascending order. */
  async take(sequence: string, count: number): Promise<number[]> {
    if (count === 0) return [];
    const block = this.blocks.get(sequence);
    if (block && block.end - block.next >= count) {
      const first = block.next;
      block.next += count;
      return Array.from({ length: count }, (_, i) => first + i);
    }
    const size = Math.max(count, this.blockSize[sequence] ?? 100);
    const first = await this.reserve(sequence, size);
    // What was left of the old block is given up: a later id is never smaller than an earlier one of this process.
    this.blocks.set(sequence, { next: first + count, end: first + size });
    return Array.from({ length: count }, (_, i) => first + i);
  }

  private reserve(sequence: string, size: number): Promise<number> {
    return this.database.write(async (tx) => {
      const rows = await tx.all("SELECT next FROM id_block WHERE name = ?", [sequence]);
      if (rows.length === 0) {
        await tx.run("INSERT INTO id_block (name, next) VALUES (?, ?)", [sequence, 1 + size]);
        return 1;
      }
      const next = Number(rows[0][0]);
      const changed = await tx.run("UPDATE id_block SET next = ? WHERE name = ? AND next = ?", [
        next + size,
        sequence,
        next,
      ]);
      if (changed !== 1) throw new Outrun();
      return next;
    });
  }
}
