import { plainWords } from "./cell-text";

/** A name for comparing: without case, accents and punctuation, and without the words every procedure could begin with. */
export const comparableName = (name: string): string =>
  plainWords(name).replace(/^(thu tuc hanh chinh|thu tuc|tthc) (?=.)/, "");

/** The three-letter pieces of a text, with the spaces at its ends. */
function pieces(text: string): Set<string> {
  const padded = ` ${text} `;
  const out = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) out.add(padded.slice(at, at + 3));
  return out;
}

const dice = (shared: number, a: number, b: number): number => (a + b === 0 ? 1 : (2 * shared) / (a + b));

function sharedOf<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const one of a) if (b.has(one)) count++;
  return count;
}

interface Named {
  name: string;
  pieces: Set<string>;
  words: Set<string>;
}

const named = (name: string): Named => ({ name, pieces: pieces(name), words: new Set(name.split(" ")) });

/** How alike two compared names are, from 0 to 1: half by their pieces of letters, half by their words. */
function likenessOf(a: Named, b: Named): number {
  if (a.name === b.name) return 1;
  const byPieces = dice(sharedOf(a.pieces, b.pieces), a.pieces.size, b.pieces.size);
  const byWords = dice(sharedOf(a.words, b.words), a.words.size, b.words.size);
  // Only the same name is wholly alike, however the pieces fall.
  return Math.min(0.99, (byPieces + byWords) / 2);
}

export const likeness = (a: string, b: string): number =>
  likenessOf(named(comparableName(a)), named(comparableName(b)));

export interface Like<T> {
  item: T;
  likeness: number;
}

/** How many of the names with the most pieces in common are looked at closely. */
const CLOSER = 40;

/** Finds the names most like another among many, without comparing each with each. */
export class NameIndex<T> {
  private readonly names: Named[];
  private readonly holders = new Map<string, number[]>();
  private readonly byName = new Map<string, T[]>();

  constructor(
    private readonly items: readonly T[],
    nameOf: (item: T) => string,
  ) {
    this.names = items.map((item) => named(comparableName(nameOf(item))));
    for (const [at, { name, pieces: own }] of this.names.entries()) {
      this.byName.set(name, [...(this.byName.get(name) ?? []), items[at]]);
      for (const piece of own) {
        const holders = this.holders.get(piece);
        if (holders) holders.push(at);
        else this.holders.set(piece, [at]);
      }
    }
  }

  /** Those of the very same name, as names are compared. */
  same(name: string): readonly T[] {
    return this.byName.get(comparableName(name)) ?? [];
  }

  /** The most alike first, none below `least`. */
  like(name: string, least: number, count: number): Like<T>[] {
    const wanted = named(comparableName(name));
    const shared = new Uint16Array(this.items.length);
    const touched: number[] = [];
    for (const piece of wanted.pieces)
      for (const at of this.holders.get(piece) ?? []) if (shared[at]++ === 0) touched.push(at);
    const rough = (at: number): number => dice(shared[at], wanted.pieces.size, this.names[at].pieces.size);
    // Words can make up for half of what the pieces lack, and for no more.
    const closest = touched
      .filter((at) => rough(at) >= 2 * least - 1)
      .sort((a, b) => rough(b) - rough(a))
      .slice(0, CLOSER);
    return closest
      .map((at) => ({ item: this.items[at], likeness: likenessOf(wanted, this.names[at]) }))
      .filter((found) => found.likeness >= least)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, count);
  }
}
