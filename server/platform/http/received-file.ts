import type { FastifyRequest } from "fastify";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { overLimit, refuseFile } from "../sheet/refuse-file";
import { SHEET_LIMITS } from "../sheet/sheet";

/** A file that came with a request, kept on this machine until it was looked at. */
export interface ReceivedFile {
  path: string;
  /** What it was called where it comes from; never used as a path. */
  name: string;
}

/**
 * Takes the one file of a multipart request, hands it over and removes it whatever comes of it. The limit of its size is
 * the parser's; the scope of the route registers that.
 */
export async function withReceivedFile<T>(
  request: FastifyRequest,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const part = await request.file();
  if (!part) throw refuseFile("fileMissing");
  const folder = await mkdtemp(join(tmpdir(), "danh-muc-"));
  try {
    const path = join(folder, "received");
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    // Whoever sends more than the limit is cut off there.
    if (part.file.truncated) throw overLimit("fileTooLarge", { max: `${SHEET_LIMITS.bytes / 1024 / 1024} MB` });
    return await use({ path, name: part.filename });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
