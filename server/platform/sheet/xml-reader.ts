import { SaxesParser } from "saxes";
import { Refusal } from "../errors/refusal";
import { overLimit, refuseFile } from "./refuse-file";
import { SHEET_LIMITS } from "./sheet";

export type Attributes = Record<string, string>;

/** What happens at the parts of a document; names come without a prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** How many bytes may come without a tag begun or ended: a text or an attribute is gathered in memory. */
const SILENCE = 4 * 1024 * 1024;

/**
 * Reads XML piece by piece. A document type is refused, so that there is no entity to expand and no address to fetch;
 * broken XML is refused as an unreadable file.
 */
export class XmlReader {
  private readonly parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  private decoder: TextDecoder | null = null;
  private silent = 0;

  constructor(handlers: XmlHandlers) {
    const { parser } = this;
    parser.on("doctype", () => {
      throw refuseFile("fileHasEntities");
    });
    parser.on("error", () => {
      throw refuseFile("fileUnreadable");
    });
    parser.on("opentag", (tag) => {
      this.silent = 0;
      handlers.open(localName(tag.name), tag.attributes);
    });
    parser.on("closetag", (tag) => {
      this.silent = 0;
      handlers.close?.(localName(tag.name));
    });
    if (handlers.text) {
      const { text } = handlers;
      parser.on("text", text);
      parser.on("cdata", text);
    }
  }

  write(bytes: Buffer): void {
    this.decoder ??= new TextDecoder(encodingMark(bytes), { fatal: true });
    this.feed(this.decoded(this.decoder, bytes));
    if ((this.silent += bytes.length) > SILENCE) throw overLimit("fileTextTooLong", { max: SHEET_LIMITS.cell });
  }

  end(): void {
    if (!this.decoder) throw refuseFile("fileUnreadable");
    this.feed(this.decoded(this.decoder, null));
    this.parser.close();
  }

  private feed(text: string): void {
    try {
      this.parser.write(text);
    } catch (error) {
      throw error instanceof Refusal ? error : refuseFile("fileUnreadable");
    }
  }

  private decoded(decoder: TextDecoder, bytes: Buffer | null): string {
    try {
      return decoder.decode(bytes ?? undefined, { stream: bytes !== null });
    } catch {
      throw refuseFile("fileUnreadable");
    }
  }
}

/** Reads a whole part that is small by its nature and refuses one that is not. */
export async function readPart(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const reader = new XmlReader(handlers);
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > SHEET_LIMITS.part) throw overLimit("fileBomb", { max: `${SHEET_LIMITS.part / 1024 / 1024} MB` });
    reader.write(chunk);
  }
  reader.end();
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

const encodingMark = (bytes: Buffer): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
