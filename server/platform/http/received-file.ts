import type { FastifyInstance, FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { overLimit, refuseFile } from "../sheet/refuse-file";
import { SHEET_LIMITS } from "../sheet/sheet";

const MIB = 1024 * 1024;

/** What a form may hold beside its one file. */
export const FORM_LIMITS = { files: 1, fileSize: SHEET_LIMITS.bytes, fields: 4, fieldSize: 2 * MIB, parts: 6 };

/** A file that came with a request, kept on this machine until it was looked at. */
export interface ReceivedFile {
  path: string;
  /** What it was called where it comes from; never used as a path. */
  name: string;
}

/** A form that was received; its file lies in a folder of its own that is taken away when it is done with. */
export interface ReceivedForm extends ReceivedFile {
  /** What else stood in the form, as text. */
  fields: ReadonlyMap<string, string>;
  remove(): Promise<void>;
}

/** A request whose body is the file itself. */
export interface ReceivedBody {
  path: string;
  /** Bytes. */
  size: number;
  /** In hexadecimal. */
  sha256: string;
  remove(): Promise<void>;
}

/** Receives a multipart form with its part "file", which goes to disk as it comes, never into memory. */
export async function receiveForm(request: FastifyRequest): Promise<ReceivedForm> {
  if (!request.isMultipart()) throw refuseFile("fileMissing");
  return inOwnFolder(async (path) => {
    const fields = new Map<string, string>();
    let name: string | null = null;
    for await (const part of request.parts({ limits: FORM_LIMITS })) {
      if (part.type === "field") fields.set(part.fieldname, String(part.value));
      else if (part.fieldname !== "file") part.file.resume();
      else {
        await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
        // Whoever sends more than the limit is cut off there.
        if (part.file.truncated) throw tooLarge(SHEET_LIMITS.bytes);
        name = nameOf(part.filename);
      }
    }
    if (name === null) throw refuseFile("fileMissing");
    return { path, name, fields };
  });
}

/** Takes the file of a form, hands it over and removes it whatever comes of it. */
export async function withReceivedFile<T>(
  request: FastifyRequest,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const received = await receiveForm(request);
  try {
    return await use(received);
  } finally {
    await received.remove();
  }
}

/** Lets the routes of a scope receive bodies of any type as they come. */
export function passBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
}

/**
 * Receives the body of a request as a file of at most so many bytes, fingerprinted while it comes. The scope of the route
 * hands bodies on as streams (`passBodies`).
 */
export async function receiveBody(request: FastifyRequest, most: number): Promise<ReceivedBody> {
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLarge(most);
  const body = request.body as Readable | null | undefined;
  return inOwnFolder(async (path) => {
    const hash = createHash("sha256");
    const file = await open(path, "wx", 0o600);
    let size = 0;
    try {
      // A stream that is destroyed takes its connection with it, and with that the answer.
      for await (const chunk of (body?.iterator({ destroyOnReturn: false }) ?? []) as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > most) throw tooLarge(most);
        hash.update(chunk);
        await file.writeFile(chunk);
      }
    } finally {
      await file.close();
      // What is still to come is thrown away, so that whoever sends it gets to read the answer.
      body?.resume();
    }
    if (size === 0) throw refuseFile("fileEmpty");
    return { path, size, sha256: hash.digest("hex") };
  });
}

/** The name alone: no folder of whoever sent it, no sign that would end a line, none cut in half. */
export function nameOf(given: string | undefined): string {
  const name = (given ?? "")
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\u0000-\u001f\u007f]/g, "");
  return [...name].slice(-200).join("") || "file";
}

const tooLarge = (most: number) => overLimit("fileTooLarge", { max: `${most / MIB} MB` });

/** A place for a file in a folder of its own, which is taken away again where nothing comes of it. */
async function inOwnFolder<T>(fill: (path: string) => Promise<T>): Promise<T & { remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "danh-muc-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    return { ...(await fill(join(folder, "received"))), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
