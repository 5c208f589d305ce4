import { crc32, createDeflateRaw, type DeflateRaw } from "node:zlib";
import type { Outlet } from "./outlet";

/** Names are UTF-8, and sizes follow the data: it is not known beforehand how large an entry becomes. */
const FLAGS = 0x0808;
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980: an export of the same rows is the same file. */
const DATE = 0x21;
/** What the fields of a plain ZIP can say. */
const MOST = 0xffffffff;

interface Written {
  name: Buffer;
  crc: number;
  compressed: number;
  size: number;
  offset: number;
}

/** Writes a ZIP entry by entry while it is being sent: nothing is kept but the directory. */
export class ZipWriter {
  private readonly written: Written[] = [];
  private offset = 0;

  constructor(private readonly outlet: Outlet) {}

  /** Begins an entry; the one before has to be ended. */
  async entry(name: string): Promise<ZipEntry> {
    const entry = { name: Buffer.from(name), crc: 0, compressed: 0, size: 0, offset: this.offset };
    this.written.push(entry);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(VERSION, 4);
    header.writeUInt16LE(FLAGS, 6);
    header.writeUInt16LE(DEFLATED, 8);
    header.writeUInt16LE(DATE, 12);
    header.writeUInt16LE(entry.name.length, 26);
    await this.send(Buffer.concat([header, entry.name]));
    return new ZipEntry(entry, (bytes) => this.send(bytes));
  }

  /** A whole entry at once. */
  async file(name: string, content: string): Promise<void> {
    const entry = await this.entry(name);
    await entry.write(content);
    await entry.end();
  }

  async end(): Promise<void> {
    const start = this.offset;
    for (const { name, crc, compressed, size, offset } of this.written) {
      const header = Buffer.alloc(46);
      header.writeUInt32LE(0x02014b50, 0);
      header.writeUInt16LE(VERSION, 4);
      header.writeUInt16LE(VERSION, 6);
      header.writeUInt16LE(FLAGS, 8);
      header.writeUInt16LE(DEFLATED, 10);
      header.writeUInt16LE(DATE, 14);
      header.writeUInt32LE(crc, 16);
      header.writeUInt32LE(compressed, 20);
      header.writeUInt32LE(size, 24);
      header.writeUInt16LE(name.length, 28);
      header.writeUInt32LE(offset, 42);
      await this.send(Buffer.concat([header, name]));
    }
    const close = Buffer.alloc(22);
    close.writeUInt32LE(0x06054b50, 0);
    close.writeUInt16LE(this.written.length, 8);
    close.writeUInt16LE(this.written.length, 10);
    close.writeUInt32LE(this.offset - start, 12);
    close.writeUInt32LE(start, 16);
    await this.send(close);
    await this.outlet.end();
  }

  private async send(bytes: Buffer): Promise<void> {
    this.offset += bytes.length;
    if (this.offset > MOST) throw new RangeError("A plain ZIP ends at 4 GiB.");
    await this.outlet.write(bytes);
  }
}

/** An entry being written: deflated piece by piece, each sent before the next is taken. */
export class ZipEntry {
  private readonly deflate: DeflateRaw = createDeflateRaw({ level: 6 });
  private readonly ready: Buffer[] = [];

  constructor(
    private readonly entry: Written,
    private readonly send: (bytes: Buffer) => Promise<void>,
  ) {
    this.deflate.on("data", (bytes: Buffer) => this.ready.push(bytes));
  }

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.entry.crc = crc32(bytes, this.entry.crc);
    this.entry.size += bytes.length;
    await new Promise<void>((resolve, reject) => {
      this.deflate.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
    await this.sendReady();
  }

  async end(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.deflate.once("error", reject).once("end", resolve).end();
    });
    await this.sendReady();
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(0x08074b50, 0);
    sizes.writeUInt32LE(this.entry.crc, 4);
    sizes.writeUInt32LE(this.entry.compressed, 8);
    sizes.writeUInt32LE(this.entry.size, 12);
    await this.send(sizes);
  }

  private async sendReady(): Promise<void> {
    for (const bytes of this.ready.splice(0)) {
      this.entry.compressed += bytes.length;
      await this.send(bytes);
    }
  }
}
