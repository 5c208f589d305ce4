/**
 * Vietnamese dictionary order as a string that any database compares byte by byte.
 *
 * Standard followed: the "vi" tailoring of the Unicode Collation Algorithm (CLDR, the order of ICU's
 * `new Intl.Collator("vi")`), three levels, spaces and punctuation not ignored:
 * 1. letters: white space, punctuation, signs, digits, then a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư
 *    v w x y z; ch, gh, kh, ng, ngh, nh, ph, qu, th, tr are not letters of their own;
 * 2. tones: ngang, huyền, hỏi, ngã, sắc, nặng, compared from the left once all letters are equal;
 * 3. case: lower before upper.
 *
 * Deviations: a character outside the table (other scripts, æ, ø, ß, emoji, rare signs) comes after z by its code
 * point, without case; marks that are not Vietnamese come after the tones by their code point; digits of other
 * scripts and compatibility forms (ﬁ, ２, …) are not taken apart; names that differ only beyond `max` characters of
 * the key share it. Control and zero-width characters do not count, as in ICU.
 *
 * The key uses the printable ASCII characters from "!" up and no space, so that comparisons that pad with spaces
 * and those that do not agree.
 */
export function sortKey(text: string, max = 255): string {
  const letters: string[] = [];
  const tones: string[] = [];
  const cases: string[] = [];
  let tonesEnd = 0;
  let casesEnd = 0;
  for (const group of text.normalize("NFD").match(GROUP) ?? []) {
    const [first, ...marks] = group;
    if (first === undefined || IGNORED.test(first)) continue;
    const startsWithMark = MARK.test(first);
    const weight = startsWithMark ? undefined : weigh(first, marks);
    if (weight !== undefined) {
      letters.push(weight.letter);
      tones.push(weight.tone);
      if (weight.tone !== LOWEST) tonesEnd = tones.length;
      cases.push(weight.case);
      if (weight.case !== LOWEST) casesEnd = cases.length;
    }
    for (const mark of startsWithMark ? [first, ...marks] : marks) {
      if (mark === weight?.takes || IGNORED.test(mark)) continue;
      tones.push(TONES.get(mark) ?? escaped(mark));
      tonesEnd = tones.length;
    }
  }
  // Lowest weights at the end of a level say nothing that the separator does not say.
  const key = [letters.join(""), tones.slice(0, tonesEnd).join(""), cases.slice(0, casesEnd).join("")].join(LEVEL);
  return key.replace(TRAILING_LEVELS, "").slice(0, max);
}

interface Weight {
  letter: string;
  tone: string;
  case: string;
  /** The mark that makes the letter another letter (a and breve are ă) and is therefore no tone. */
  takes?: string;
}

/** Ends a level; lower than every weight. */
const LEVEL = "!";
const TRAILING_LEVELS = /!+$/;
/** The weight of no tone and of lower case. */
const LOWEST = '"';
const UPPER = "#";
/** Begins the fixed-width form of a character outside the table; higher than every weight of the table. */
const ESCAPE = "~";

/** A character with the combining marks after it. */
const GROUP = /[^\p{M}]\p{M}*|\p{M}+/gsu;
const MARK = /^\p{M}/u;
/** Controls (but tab and the line ends), format characters and variation selectors. */
const IGNORED = /^[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\p{Cf}\ufe00-\ufe0f\u034f]/u;

const HORN = "\u031b";
const DOT_BELOW = "\u0323";
const TONES = new Map([
  ["\u0300", "#"], // huyền
  ["\u0309", "$"], // hỏi
  ["\u0303", "%"], // ngã
  ["\u0301", "&"], // sắc
  [DOT_BELOW, "'"], // nặng
]);

/** First-level weights in order; what shares a slot takes a second character in the order written. */
const SLOTS = [
  ...["\t", "\n", "\v", "\f", "\r", " ", "_", "-\u2011–—", ",", ";", ":", "!", "?", ".…·", "'", '"«»'],
  ...["(", ")", "[", "]", "{", "}", "§@", "*", "/", "\\", "&", "#", "%•", "`", "^°", "+×", "<", "=", ">", "|", "~"],
  ...["$₫€", ..."0123456789", ..."aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"],
];

/** Signs that are another sign on the first level: typographic quotation marks, the no-break spaces. */
const VARIANTS: [sign: string, like: string, level: Partial<Weight>][] = [
  ["‘", "'", { tone: "(" }],
  ["’", "'", { tone: ")" }],
  ["“", '"', { tone: "(" }],
  ["”", '"', { tone: ")" }],
  ["\u00a0", " ", { case: "$" }],
  ["\u202f", " ", { case: "%" }],
];

const TABLE = makeTable();

function makeTable(): Map<string, Weight> {
  const table = new Map<string, Weight>();
  SLOTS.forEach((slot, position) => {
    const key = String.fromCharCode(0x22 + position);
    const members = [...slot];
    members.forEach((member, index) => {
      const letter = members.length === 1 ? key : key + String.fromCharCode(0x22 + index);
      const takes = member.normalize("NFD").slice(1) || undefined;
      table.set(member, { letter, tone: LOWEST, case: LOWEST, takes });
      const upper = member.toUpperCase();
      if (upper !== member) table.set(upper, { letter, tone: LOWEST, case: UPPER, takes });
    });
  });
  for (const [sign, like, level] of VARIANTS) {
    const weight = table.get(like);
    if (weight !== undefined) table.set(sign, { ...weight, ...level });
  }
  return table;
}

function weigh(base: string, marks: string[]): Weight {
  // đ has no decomposition; the other letters are a base and one mark, which a mark of its own class before it
  // keeps from joining (a, grave, circumflex is a with two marks, not ầ).
  for (const [index, mark] of marks.entries()) {
    const joined = TABLE.get((base + mark).normalize("NFC"));
    if (joined?.takes === mark && !marks.slice(0, index).some((before) => sameClass(before, mark))) return joined;
  }
  return TABLE.get(base) ?? { letter: escaped(base), tone: LOWEST, case: LOWEST };
}

/** Canonical combining classes as far as Vietnamese needs them: horn, below, above. */
function sameClass(one: string, other: string): boolean {
  return combiningClass(one) === combiningClass(other);
}

function combiningClass(mark: string): "horn" | "below" | "above" {
  return mark === HORN ? "horn" : mark === DOT_BELOW ? "below" : "above";
}

function escaped(character: string): string {
  // Four base-36 digits hold every code point (36⁴ > 0x10FFFF), and 0-9 come before a-z in ASCII.
  return ESCAPE + (character.codePointAt(0) ?? 0).toString(36).padStart(4, "0");
}
