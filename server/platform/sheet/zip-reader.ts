import { openPromise, type Entry, type ZipFile } from "yauzl";
import { Refusal } from "../errors/refusal";
import { overLimit, refuseFile } from "./refuse-file";
import { SHEET_LIMITS } from "./sheet";

const STORED = 0;
const DEFLATED = 8;
/** Bytes of a local header before its name. */
const LOCAL_HEADER = 30;

/**
 * A ZIP file whose directory was looked through before anything of it is inflated: how many entries, how large and how
 * much smaller they say they are, whether they share bytes. What they say is held against what comes out while inflating.
 */
export class ZipReader {
  private inflated = 0;

  private constructor(
    private readonly file: ZipFile,
    private readonly entries: Map<string, Entry>,
    private readonly limit: number,
  ) {}

  static async open(path: string, limit: number = SHEET_LIMITS.inflated): Promise<ZipReader> {
    const file = await openPromise(path, { autoClose: false }).catch((error) => {
      throw asRefusal(error);
    });
    try {
      return new ZipReader(file, await directoryOf(file, limit), limit);
    } catch (error) {
      file.close();
      throw asRefusal(error);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The bytes of an entry as they are inflated, at the pace of the reader. */
  async *bytes(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw refuseFile("fileUnreadable");
    try {
      const stream = await this.file.openReadStreamPromise(entry);
      // yauzl fails when more or less comes out than the directory says.
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        this.inflated += chunk.length;
        if (this.inflated > this.limit) throw bomb();
        yield chunk;
      }
    } catch (error) {
      throw asRefusal(error);
    }
  }

  close(): void {
    this.file.close();
  }
}

/** Refuses a ZIP bomb, also one whose directory lies: everything is inflated once, counted, and thrown away. */
export async function guardZip(path: string, limit: number = SHEET_LIMITS.inflated): Promise<void> {
  const zip = await ZipReader.open(path, limit);
  try {
    for (const name of zip.names) for await (const chunk of zip.bytes(name)) void chunk;
  } finally {
    zip.close();
  }
}

const bomb = (): Refusal => overLimit("fileBomb", { max: `${SHEET_LIMITS.inflated / 1024 / 1024} MB` });

async function directoryOf(file: ZipFile, limit: number): Promise<Map<string, Entry>> {
  if (file.entryCount > SHEET_LIMITS.entries) throw bomb();
  const entries = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of file.eachEntry()) {
    if (entry.isEncrypted()) throw refuseFile("fileLocked");
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) throw refuseFile("fileUnreadable");
    const { compressedSize, uncompressedSize } = entry;
    inflated += uncompressedSize;
    const isSqueezed =
      uncompressedSize > SHEET_LIMITS.ratioFrom && uncompressedSize > compressedSize * SHEET_LIMITS.ratio;
    if (inflated > limit || isSqueezed) throw bomb();
    const name = entry.fileName.toLowerCase();
    // Two entries of one name are two files to two readers.
    if (entries.has(name)) throw refuseFile("fileUnreadable");
    entries.set(name, entry);
  }
  checkApart([...entries.values()]);
  return entries;
}

/** Entries that share bytes make much out of little without a high ratio of any one of them. */
function checkApart(entries: Entry[]): void {
  let end = 0;
  for (const entry of entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end) throw bomb();
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize;
  }
}

/** What yauzl and zlib find wrong with the file is about the file; a fault of the disk stays what it is. */
function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall && !code?.startsWith("Z_") ? error : refuseFile("fileUnreadable");
}
