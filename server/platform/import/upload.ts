import type { FastifyRequest } from "fastify";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { refuseFile, overLimit } from "../sheet/refuse-file";
import { SHEET_LIMITS } from "../sheet/sheet";
import { Fixes } from "./fixes";
import type { Upload } from "./import-request";

/** What a form may hold beside its file. */
export const FORM_LIMITS = { files: 1, fileSize: SHEET_LIMITS.bytes, fields: 4, fieldSize: 2 * 1024 * 1024, parts: 6 };

/** A file that was received, in a folder of its own that is taken away when it is done with. */
export interface Received {
  upload: Upload;
  fixes: Fixes;
  remove(): Promise<void>;
}

/** Receives the form of an import: the file goes to disk as it comes, never into memory. */
export async function receive(request: FastifyRequest): Promise<Received> {
  if (!request.isMultipart()) throw refuseFile("fileMissing");
  const folder = await mkdtemp(join(tmpdir(), "danh-muc-import-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    return { ...(await read(request, join(folder, "file"))), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function read(request: FastifyRequest, path: string): Promise<Omit<Received, "remove">> {
  let upload: Upload | null = null;
  let fixes = Fixes.NONE;
  for await (const part of request.parts({ limits: FORM_LIMITS })) {
    if (part.type === "field") {
      if (part.fieldname === "fixes") fixes = Fixes.read(String(part.value));
      continue;
    }
    if (part.fieldname !== "file") {
      part.file.resume();
      continue;
    }
    await pipeline(part.file, createWriteStream(path));
    if (part.file.truncated) throw overLimit("fileTooLarge", { max: `${SHEET_LIMITS.bytes / 1024 / 1024} MB` });
    upload = { path, name: nameOf(part.filename) };
  }
  if (!upload) throw refuseFile("fileMissing");
  return { upload, fixes };
}

/** The name alone: no folder of whoever sent it, no sign that would end a line, none cut in half. */
function nameOf(given: string | undefined): string {
  const name = (given ?? "")
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\u0000-\u001f\u007f]/g, "");
  return [...name].slice(-200).join("") || "file";
}
