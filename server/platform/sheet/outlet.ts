import { finished, type Writable } from "node:stream";

/** How much is gathered before it is handed on: few large writes instead of one per row. */
const GATHERED = 64 * 1024;

/** The other end went away before everything was written. */
export class OutletClosed extends Error {
  constructor() {
    super("The reader closed the connection.");
  }
}

/** A stream written to at the pace of its reader. A write waits while the reader is behind and fails once it is gone. */
export class Outlet {
  private readonly gathered: (string | Buffer)[] = [];
  private size = 0;
  private failure: Error | null = null;
  private readonly isDone: Promise<void>;
  private wake: (() => void) | null = null;

  constructor(private readonly out: Writable) {
    this.isDone = new Promise((resolve, reject) => {
      finished(out, { readable: false }, (error) => {
        if (error) this.failure = new OutletClosed();
        this.wake?.();
        if (this.failure) reject(this.failure);
        else resolve();
      });
    });
    // Whoever ends the outlet hears of a failure; nobody has to.
    this.isDone.catch(() => undefined);
  }

  async write(part: string | Buffer): Promise<void> {
    this.gathered.push(part);
    this.size += part.length;
    if (this.size >= GATHERED) await this.flush();
  }

  /** Sends what is gathered and waits until all of it is taken. */
  async end(): Promise<void> {
    await this.flush();
    this.out.end();
    await this.isDone;
  }

  private async flush(): Promise<void> {
    if (this.failure) throw this.failure;
    if (this.out.destroyed) throw new OutletClosed();
    const parts = this.gathered.splice(0);
    this.size = 0;
    if (parts.length === 0) return;
    const whole = parts.every((part) => typeof part === "string")
      ? parts.join("")
      : Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
    if (this.out.write(whole)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        this.out.off("drain", go);
        this.wake = null;
        resolve();
      };
      this.wake = go;
      this.out.once("drain", go);
    });
    if (this.failure) throw this.failure;
  }
}
