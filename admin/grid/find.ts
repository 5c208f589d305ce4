import { fold } from "../../server/platform/text/fold";

/** What is looked for in the cells of a view. */
export interface FindQuery {
  text: string;
  /** One column, or all that are shown. */
  field: string | null;
  /** With accents and case as typed; else without. */
  exact: boolean;
  /** The whole cell, not a part of it. */
  whole: boolean;
}

export interface Matcher {
  fits(text: string): boolean;
  /** The text with every match replaced. */
  replace(text: string, by: string): string;
}

/** A text as it is compared, and for each of its characters where in the original it stands. */
function folded(text: string, exact: boolean): { form: string; places: number[] } {
  let form = "";
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    // Letter by letter, so that a match can be found again in the original: "đ" is one of both, a composed "ễ" too.
    const part = exact ? letter : fold(letter);
    for (let unit = 0; unit < part.length; unit++) places.push(at);
    form += part;
    at += letter.length;
  }
  places.push(at);
  return { form, places };
}

/** Reads a question once, to be asked of many cells. Composed and decomposed letters are alike. */
export function matcherOf({ text, exact, whole }: FindQuery): Matcher {
  const compare = (each: string) => (exact ? each.normalize("NFC") : fold(each.normalize("NFC")));
  const wanted = compare(text);
  if (wanted === "") return { fits: () => false, replace: (each) => each };
  const fits = (each: string) => (whole ? compare(each).trim() === wanted.trim() : compare(each).includes(wanted));
  return {
    fits,
    replace: (given, by) => {
      const each = given.normalize("NFC");
      if (!fits(each)) return given;
      if (whole) return by;
      const { form, places } = folded(each, exact);
      let out = "";
      let from = 0;
      for (let at = form.indexOf(wanted); at >= 0; at = form.indexOf(wanted, at + wanted.length)) {
        out += each.slice(from, places[at]) + by;
        from = places[at + wanted.length];
      }
      return out + each.slice(from);
    },
  };
}
