import { createReadStream } from "node:fs";
import type { Database } from "../../platform/db/database";

/** Bytes that one statement writes or reads: a packet of MariaDB holds sixteen million of them, twice over when spelt. */
const PART = 1024 * 1024;

/**
 * Keeps the bytes of a file under their fingerprint, once whoever sends them: the same bytes again are known by it. They
 * are never changed and never deleted, since the history of claims names them.
 */
export async function keepContent(database: Database, path: string, sha256: string): Promise<void> {
  const [known] = await database.read("SELECT 1 FROM attachment_content WHERE sha256 = ?", [sha256]);
  if (known) return;
  const isSqlite = database.engine === "sqlite";
  const insert = isSqlite
    ? "INSERT INTO attachment_content (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING"
    : "INSERT IGNORE INTO attachment_content (sha256, content) VALUES (?, ?)";
  const joined = isSqlite ? "CAST(content || ? AS BLOB)" : "CONCAT(content, ?)";
  await database.write(async (tx) => {
    // Somebody else may be storing the same bytes: whoever comes second waits here, and then has nothing left to do.
    if ((await tx.run(insert, [sha256, Buffer.alloc(0)])) === 0) return;
    for await (const part of createReadStream(path, { highWaterMark: PART }))
      await tx.run(`UPDATE attachment_content SET content = ${joined} WHERE sha256 = ?`, [part as Buffer, sha256]);
  });
}

/** How many bytes are kept under a fingerprint; null where there are none. */
export async function contentLength(database: Database, sha256: string): Promise<number | null> {
  const [row] = await database.read("SELECT LENGTH(content) FROM attachment_content WHERE sha256 = ?", [sha256]);
  return row ? Number(row[0]) : null;
}

/** The bytes under a fingerprint, part by part, at the pace of the reader. */
export async function* contentOf(database: Database, sha256: string, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += PART) {
    const [[part]] = await database.read(
      `SELECT SUBSTR(content, ?, ${PART}) FROM attachment_content WHERE sha256 = ?`,
      [at + 1, sha256],
    );
    yield part as Buffer;
  }
}
