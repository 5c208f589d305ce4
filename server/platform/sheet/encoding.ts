import { createReadStream } from "node:fs";
import { refuseFile } from "./refuse-file";
import { shareOf } from "./syllable";
import { isOnlyLatin, latinText, tcvn3, vni, type Legacy } from "./vietnamese-legacy";

/** An encoding that a file was found to have, and how its bytes become text piece by piece. */
export interface Encoding {
  /** As people know it; the answer of an import carries it. */
  name: string;
  /** Where two encodings lie upon each other, what the words are in after the bytes were read. */
  legacy: Legacy | null;
  decoder(): (bytes: Buffer, isEnd: boolean) => string;
}

type Label = "utf-8" | "utf-16le" | "utf-16be" | "windows-1258";

/** How much text with letters beyond ASCII is looked at. */
const EVIDENCE = 64 * 1024;
const PIECE = 16 * 1024;
/** A reading is believed when so many of its words are Vietnamese, and clearly more than in the next best. */
const BELIEVED = 0.8;
const LEAD = 0.15;

const UTF8 = "UTF-8";

const known = (label: Label, name: string): Encoding & { label: Label } => ({
  label,
  name,
  legacy: null,
  decoder: () => {
    const decoder = new TextDecoder(label, { fatal: true });
    return (bytes, isEnd) => {
      try {
        return decoder.decode(bytes, { stream: !isEnd });
      } catch {
        throw refuseFile("fileTextBroken", { encoding: name });
      }
    };
  },
});

/** The words of a text whose characters are still Latin-1, kept whole across pieces. */
function legacyWords(legacy: Legacy, latin: (bytes: Buffer, isEnd: boolean) => string) {
  let kept = "";
  return (bytes: Buffer, isEnd: boolean): string => {
    const text = kept + latin(bytes, isEnd);
    const ready = isEnd ? text.length : text.length - legacy.waiting(text);
    kept = text.slice(ready);
    return legacy.decode(text.slice(0, ready));
  };
}

const oneByte = (legacy: Legacy): Encoding => ({
  name: legacy.name,
  legacy,
  decoder: () => legacyWords(legacy, latinText),
});

/** Text typed in a font of the old encodings and saved as Unicode: Latin-1 letters that only the font made Vietnamese. */
const within = (outer: Encoding, legacy: Legacy): Encoding => ({
  name: `${outer.name}, ${legacy.name}`,
  legacy,
  decoder: () => legacyWords(legacy, outer.decoder()),
});

/** Finds out how a text file is encoded, by its marks and its words, or refuses it: nothing is guessed in silence. */
export async function encodingOf(path: string): Promise<Encoding> {
  const signs = await lookOver(path);
  const outer = signs.utf16 ?? (signs.isUtf8 ? known("utf-8", UTF8) : null);
  if (outer) {
    // The evidence is cut out of the file and may begin or end within a character.
    const text = new TextDecoder(outer.label).decode(signs.evidence);
    const legacy = isOnlyLatin(text) ? likeliest(text) : null;
    return legacy ? within(outer, legacy) : outer;
  }
  const bytes = signs.evidence;
  const [first, second] = [
    { encoding: known("windows-1258", "Windows-1258"), text: new TextDecoder("windows-1258").decode(bytes) },
    ...[tcvn3, vni].map((legacy) => ({ encoding: oneByte(legacy), text: legacy.decode(latinText(bytes)) })),
  ]
    .map((reading) => ({ ...reading, share: shareOf(reading.text) }))
    .sort((a, b) => b.share - a.share);
  const isClear = first.share >= BELIEVED && (first.share - second.share >= LEAD || first.text === second.text);
  if (!isClear) throw refuseFile("fileEncodingUnknown");
  return first.encoding;
}

/** The old encoding that Latin-1 text was typed in, or null where it reads better as it stands. */
function likeliest(text: string): Legacy | null {
  const asItIs = shareOf(text);
  const readings = [tcvn3, vni].map((legacy) => ({ legacy, share: shareOf(legacy.decode(text)) }));
  const [first, second] = readings.sort((a, b) => b.share - a.share);
  const isBetter = first.share >= BELIEVED && first.share - asItIs >= LEAD;
  return isBetter && first.share - second.share >= LEAD ? first.legacy : null;
}

interface Signs {
  utf16: ReturnType<typeof known> | null;
  isUtf8: boolean;
  evidence: Buffer;
}

/** Reads the file once from end to end, for what it cannot be, and keeps a bounded part of it as evidence. */
async function lookOver(path: string): Promise<Signs> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const evidence: Buffer[] = [];
  let kept = 0;
  let isUtf8 = true;
  let utf16: ReturnType<typeof known> | null = null;
  let at = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
    if (at === 0) utf16 = utf16Of(chunk);
    at += chunk.length;
    if (utf16) {
      evidence.push(chunk);
      break;
    }
    if (isUtf8) isUtf8 = decodes(decoder, chunk);
    const piece = kept < EVIDENCE ? pieceOf(chunk) : null;
    if (piece) {
      evidence.push(piece);
      kept += piece.length;
    }
    if (!isUtf8 && kept >= EVIDENCE) break;
  }
  if (isUtf8 && !utf16) isUtf8 = decodes(decoder, null);
  return { utf16, isUtf8, evidence: Buffer.concat(evidence) };
}

function decodes(decoder: TextDecoder, chunk: Buffer | null): boolean {
  try {
    decoder.decode(chunk ?? undefined, { stream: chunk !== null });
    return true;
  } catch {
    return false;
  }
}

/** The part of a chunk from its first byte beyond ASCII on, with the word that it stands in. */
function pieceOf(chunk: Buffer): Buffer | null {
  let first = chunk.findIndex((byte) => byte >= 0x80);
  if (first < 0) return null;
  const end = Math.min(chunk.length, first + PIECE);
  while (first > 0 && (chunk[first - 1] | 0x20) >= 0x61 && (chunk[first - 1] | 0x20) <= 0x7a) first--;
  return chunk.subarray(first, end);
}

/** UTF-16 by its mark, or by the zero bytes that every second byte is in text of our alphabet. */
function utf16Of(start: Buffer): Signs["utf16"] {
  const little = known("utf-16le", "UTF-16 LE");
  const big = known("utf-16be", "UTF-16 BE");
  if (start[0] === 0xff && start[1] === 0xfe) return little;
  if (start[0] === 0xfe && start[1] === 0xff) return big;
  const zeros = [0, 0];
  for (let i = 0; i < start.length; i++) if (start[i] === 0) zeros[i & 1]++;
  const pairs = start.length >> 1;
  const [even, odd] = zeros.map((count) => count / Math.max(1, pairs));
  if (odd > 0.25 && even < odd / 8) return little;
  return even > 0.25 && odd < even / 8 ? big : null;
}
