import { fold } from "../text/fold";

/** Suggestions made for one text, and how alike two texts must be for the one to be suggested for the other. */
const MOST = 3;
const ALIKE = 0.45;
/** Names whose pairs are remembered: many texts are compared with the same ones. */
const REMEMBERED = 5_000;

/** Finds the names that texts are most like: "Sở Giao thông" may have been "Sở Giao thông vận tải". */
export class Closest {
  private readonly known = new Map<string, Set<string>>();

  /** Of the names those that a text is most like, closest first. */
  to(text: string, names: Iterable<string>): string[] {
    const pairs = pairsOf(text);
    if (pairs.size === 0) return [];
    const scored: { name: string; score: number }[] = [];
    for (const name of names) {
      const score = likeness(pairs, this.pairsOfName(name));
      if (score >= ALIKE) scored.push({ name, score });
    }
    scored.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
    return scored.slice(0, MOST).map(({ name }) => name);
  }

  private pairsOfName(name: string): Set<string> {
    let pairs = this.known.get(name);
    if (pairs) return pairs;
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(name, (pairs = pairsOf(name)));
    return pairs;
  }
}

/** The pairs of neighbouring letters of a folded text. */
function pairsOf(text: string): Set<string> {
  const letters = ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2));
  return pairs;
}

/** The share of pairs that two texts have in common (Sørensen and Dice); a text within another is more alike than that. */
function likeness(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  const dice = (2 * common) / (a.size + b.size);
  return Math.max(dice, (0.9 * common) / Math.max(a.size, 4) - 0.1);
}
