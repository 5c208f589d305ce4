import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { clean } from "../../server/platform/text/clean";
import { fold } from "../../server/platform/text/fold";
import { sortKey } from "../../server/platform/text/sort-key";

const FACTS = join(__dirname, "../../seeds/facts");
const collator = new Intl.Collator("vi");
const binary = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byKey = (a: string, b: string) => binary(sortKey(a, 4000), sortKey(b, 4000));

/** Every text of the facts: names, titles, notes. */
function factTexts(): string[] {
  const texts = new Set<string>();
  for (const file of ["units-until-2025", "units-from-2025-07", "agencies", "decisions", "procedures"]) {
    const rows = parse(readFileSync(join(FACTS, `${file}.csv`)), { columns: true }) as Record<string, string>[];
    for (const row of rows) for (const value of Object.values(row)) if (value !== "") texts.add(value);
  }
  return [...texts];
}

const VOWELS = [..."aăâeêioôơuưy"];
const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

/** Every vowel with every tone behind some consonants, in both cases, with and without a word after it. */
function syllables(): string[] {
  const found: string[] = [];
  for (const onset of ["", "b", "c", "ch", "d", "đ", "ng", "t"]) {
    for (const vowel of VOWELS) {
      for (const tone of TONES) {
        for (const rest of ["", "n", " b"]) found.push((onset + vowel + tone + rest).normalize("NFC"));
      }
    }
  }
  return [...found, ...found.map((syllable) => syllable.charAt(0).toUpperCase() + syllable.slice(1))];
}

/** Sorted by ICU, every neighbour and every farther sample must stand alike by key. */
function expectSameOrder(texts: string[]): void {
  const sorted = [...texts].sort((a, b) => collator.compare(a, b) || binary(a, b));
  const wrong: string[] = [];
  for (let index = 0; index < sorted.length; index++) {
    for (const step of [1, 2, 7, 101]) {
      const [a, b] = [sorted[index], sorted[index + step]];
      if (a === undefined || b === undefined) continue;
      if (Math.sign(collator.compare(a, b)) !== byKey(a, b)) wrong.push(`${a} | ${b}`);
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
}

describe("sort key", () => {
  test("orders all names of the facts as ICU does", () => {
    expect(factTexts().length).toBeGreaterThan(300);
    expectSameOrder(factTexts());
  });

  test("orders Vietnamese syllables of every vowel and tone as ICU does", () => {
    expectSameOrder(syllables());
  });

  test.each([
    ["first level", "an", "ăn"],
    ["first level over tone", "án", "ăn"],
    ["first level over case", "Dao", "đao"],
    ["a later letter over an earlier tone", "bạ", "bán"],
    ["second level: ngang, huyền", "ma", "mà"],
    ["second level: huyền, hỏi", "mà", "mả"],
    ["second level: hỏi, ngã", "mả", "mã"],
    ["second level: ngã, sắc", "mã", "má"],
    ["second level: sắc, nặng", "má", "mạ"],
    ["second level of the first syllable that differs", "ma mạ", "mà ma"],
    ["second level over case", "Ma", "mà"],
    ["third level", "ma", "Ma"],
    ["third level from the left", "mA", "Ma"],
    ["a space before a letter", "Yên Bái", "Yên"],
    ["a comma before a digit", "cấp, 1", "cấp,1"],
    ["digits before letters", "9", "a"],
    ["two words and one", "an bình", "anb"],
    ["f between ê and g", "ê", "f"],
    ["w between v and x", "w", "x"],
    ["the dot below before the circumflex", "â", "ậ"],
    ["horn and tone", "ơ", "ợ"],
    ["a hyphen and a dash", "-a", "–a"],
    ["a quotation mark", "“a”", "a"],
    ["a foreign mark after the tones", "u", "ü"],
  ])("%s: %s, %s", (_, a, b) => {
    expect(byKey(a, b)).toBe(Math.sign(collator.compare(a, b)));
    expect(byKey(a, b)).not.toBe(0);
  });

  test("orders the printable ASCII characters, the letters and usual punctuation as ICU does", () => {
    const characters = [..."\t\n\v\f\r ăâđêôơưĂÂĐÊÔƠƯ–—…·‘’“”«»§°×•₫€\u00a0\u2011"];
    for (let code = 0x21; code < 0x7f; code++) characters.push(String.fromCharCode(code));
    expectSameOrder(characters);
    // ICU takes … apart into three full stops and knows the Catalan l·; here both are signs of their own.
    const whole = characters.filter((character) => !"…·".includes(character));
    expectSameOrder(whole.flatMap((a) => whole.map((b) => `x${a}${b}`)));
  });

  test("is the same for composed and decomposed text", () => {
    for (const text of [...factTexts(), ...syllables()]) {
      expect(sortKey(text.normalize("NFD"))).toBe(sortKey(text.normalize("NFC")));
    }
  });

  test("puts other scripts after Vietnamese letters, in the order of their code points", () => {
    const sorted = ["zz", "æ", "Ω", "я", "ก", "中", "😀", "\u{10ffff}"];
    expect([...sorted].reverse().sort(byKey)).toEqual(sorted);
  });

  test("does not count controls and zero-width characters", () => {
    for (const ignored of ["\u0000", "\u0001", "\u200b", "\ufeff", "\u00ad"]) {
      expect(sortKey(`a${ignored}b`)).toBe(sortKey("ab"));
    }
  });

  test("uses printable ASCII without space, and at most max characters", () => {
    for (const text of [...factTexts(), "", " ", "\u0301", "𝒳́", "\ud800", "क्षि", "x".repeat(1000)]) {
      expect(sortKey(text)).toMatch(/^[!-~]{0,255}$/);
      expect(sortKey(text, 20)).toBe(sortKey(text, 4000).slice(0, 20));
    }
  });
});

describe("fold", () => {
  test.each([
    ["Đường bộ", "duong bo"],
    ["ĐĂNG KÝ, QUẢN LÝ CƯ TRÚ", "dang ky, quan ly cu tru"],
    ["Ẩ Ễ Ộ Ự Ặ ễ ậ ở ỡ ặ ộ ự ỹ ẵ ẫ ẳ ẩ", "a e o u a e a o o a o u y a a a a"],
    ["İstanbul Žižek", "istanbul zizek"],
    ["ภาษาไทย", "ภาษาไทย"],
    ["1320/QĐ-UBND  ", "1320/qd-ubnd  "],
  ])("%s", (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text.normalize("NFD"))).toBe(folded.normalize("NFD"));
    expect(fold(fold(text))).toBe(fold(text));
  });
});

describe("clean", () => {
  test("keeps one form of composed and decomposed text", () => {
    for (const text of syllables()) expect(clean(text.normalize("NFD"))).toBe(text);
  });

  test("keeps spaces and controls where they are", () => {
    expect(clean("  Yên Bái \t\n ")).toBe("  Yên Bái \t\n ");
    expect(clean("a\u0000b\u200b")).toBe("a\u0000b\u200b");
  });
});
