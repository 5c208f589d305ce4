import type { Cell } from "./cells";
import type { Candidate, Named } from "./references";

interface Said {
  text: string;
  named: Named;
}

/**
 * Reads a reference from two columns, its code and its name in whatever order. The code decides where it is known; the
 * name does where there is no code. A name that is another entry's, and a code that nothing has while the entry of the
 * name has another, are told of.
 */
export function agree(first: Said, second: Said): Cell {
  const { text } = first;
  const meant = (named: Named): Cell => ({ state: "NAMES", text, named });
  const exact = [first, second].find(({ named }) => named.candidates.length === 1 && named.candidates[0].isExact);
  if (exact) return meant(exact.named);
  const [a, b] = [first.named.candidates, second.named.candidates];
  if (a.length > 0 && b.length > 0) {
    const both = a.filter(({ id }) => b.some((other) => other.id === id));
    return both.length > 0 ? meant({ candidates: both, suggestions: [] }) : differ(first, second);
  }
  if (a.length === 0 && b.length === 0) return meant(first.named);
  const [known, unknown] = a.length > 0 ? [first, second] : [second, first];
  const [row] = known.named.candidates;
  // A name may be written in another way where the code says which row is meant.
  if (known.named.candidates.length > 1 || row.isCoded || row.code === null) return meant(known.named);
  return otherCode(known, unknown, row);
}

const wrong = (reason: string, values: Record<string, string>, candidates: readonly Candidate[]): Cell => ({
  state: "WRONG",
  problem: { code: "BAD_INPUT", reason, values, suggestions: candidates.map(({ words }) => words) },
});

const differ = (first: Said, second: Said): Cell =>
  wrong("codeAndNameDiffer", { first: first.text, name: second.text }, [
    ...first.named.candidates,
    ...second.named.candidates,
  ]);

const otherCode = (known: Said, unknown: Said, row: Candidate): Cell =>
  wrong("otherCode", { code: row.code ?? "", name: known.text, unknown: unknown.text }, [row]);
