import fc from "fast-check";
import { amountInWords } from "../../server/platform/text/amount-in-words";

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/**
 * A reader of its own: it knows the grammar of spoken numbers as patterns of words, not how they are made of digits.
 * What is not well spoken ("hai mươi một", "một nghìn năm") it refuses.
 */
const ONES = "một hai ba bốn năm sáu bảy tám chín".split(" ");
const UNDER_HUNDRED = new Map<string, number>();
for (const [at, word] of ONES.entries()) UNDER_HUNDRED.set(word, at + 1);
for (const [at, tens] of ["mười", ...ONES.slice(1).map((word) => `${word} mươi`)].entries()) {
  const after = at === 0 ? "một hai ba bốn lăm sáu bảy tám chín" : "mốt hai ba bốn lăm sáu bảy tám chín";
  UNDER_HUNDRED.set(tens, 10 * at + 10);
  for (const [ones, word] of after.split(" ").entries()) UNDER_HUNDRED.set(`${tens} ${word}`, 10 * at + 11 + ones);
}
const HUNDREDS = new Map(["không", ...ONES].map((word, at) => [word, 100 * at]));

/** Up to 999 as spoken; below another class only with its hundreds. */
function readClass(words: string, isFirst: boolean): bigint {
  const [, hundreds, , linh, rest] = /^(?:(\S+) trăm(?:( linh) (\S+))?)?(?: ?(.+))?$/.exec(words) ?? [];
  const refuse = () => new Error(`not a class: “${words}”`);
  if (hundreds === undefined) {
    const read = UNDER_HUNDRED.get(words);
    if (!isFirst || read === undefined) throw refuse();
    return BigInt(read);
  }
  const worth = HUNDREDS.get(hundreds);
  if (worth === undefined || (isFirst && worth === 0)) throw refuse();
  if (linh !== undefined) {
    if (rest !== undefined || !ONES.includes(linh)) throw refuse();
    return BigInt(worth + ONES.indexOf(linh) + 1);
  }
  const under = rest === undefined ? 0 : UNDER_HUNDRED.get(rest);
  if (under === undefined || (rest !== undefined && under < 10)) throw refuse();
  if (worth + under === 0) throw refuse();
  return BigInt(worth + under);
}

/** Words back to the amount: the last tỷ multiplies whatever was said before it; then a million, a thousand, ones. */
function read(words: string): bigint {
  const spoken = /^(âm )?(.+) đồng$/.exec(words);
  if (!spoken) throw new Error(`not an amount: “${words}”`);
  if (spoken[2] === "không" && !spoken[1]) return 0n;
  let sum = 0n;
  let isFirst = true;
  for (const [at, between] of ` ${spoken[2]}`.split(/ tỷ(?= |$)/).entries()) {
    const stretch = between.trim();
    if (at > 0) sum *= 1_000_000_000n;
    if (stretch === "") {
      if (isFirst) throw new Error(`nothing before tỷ: “${words}”`);
      continue;
    }
    const [, millions, thousands, ones] = /^(?:(.+?) triệu ?)?(?:(.+?) nghìn ?)?(.+)?$/.exec(stretch)!;
    for (const [part, worth] of [
      [millions, 1_000_000n],
      [thousands, 1_000n],
      [ones, 1n],
    ] as const) {
      if (part === undefined) continue;
      sum += readClass(part, isFirst) * worth;
      isFirst = false;
    }
  }
  return spoken[1] ? -sum : sum;
}

test.each([
  [0n, "không đồng"],
  [1n, "một đồng"],
  [4n, "bốn đồng"],
  [5n, "năm đồng"],
  [10n, "mười đồng"],
  [11n, "mười một đồng"],
  [14n, "mười bốn đồng"],
  [15n, "mười lăm đồng"],
  [20n, "hai mươi đồng"],
  [21n, "hai mươi mốt đồng"],
  [24n, "hai mươi bốn đồng"],
  [25n, "hai mươi lăm đồng"],
  [55n, "năm mươi lăm đồng"],
  [91n, "chín mươi mốt đồng"],
  [100n, "một trăm đồng"],
  [101n, "một trăm linh một đồng"],
  [104n, "một trăm linh bốn đồng"],
  [105n, "một trăm linh năm đồng"],
  [110n, "một trăm mười đồng"],
  [111n, "một trăm mười một đồng"],
  [115n, "một trăm mười lăm đồng"],
  [121n, "một trăm hai mươi mốt đồng"],
  [500n, "năm trăm đồng"],
  [555n, "năm trăm năm mươi lăm đồng"],
  [1_000n, "một nghìn đồng"],
  [1_001n, "một nghìn không trăm linh một đồng"],
  [1_005n, "một nghìn không trăm linh năm đồng"],
  [1_010n, "một nghìn không trăm mười đồng"],
  [1_015n, "một nghìn không trăm mười lăm đồng"],
  [1_021n, "một nghìn không trăm hai mươi mốt đồng"],
  [1_105n, "một nghìn một trăm linh năm đồng"],
  [15_000n, "mười lăm nghìn đồng"],
  [21_000n, "hai mươi mốt nghìn đồng"],
  [100_000n, "một trăm nghìn đồng"],
  [105_000n, "một trăm linh năm nghìn đồng"],
  [123_000n, "một trăm hai mươi ba nghìn đồng"],
  [1_000_000n, "một triệu đồng"],
  [1_000_001n, "một triệu không trăm linh một đồng"],
  [1_005_000n, "một triệu không trăm linh năm nghìn đồng"],
  [1_021_015n, "một triệu không trăm hai mươi mốt nghìn không trăm mười lăm đồng"],
  [21_000_000n, "hai mươi mốt triệu đồng"],
  [1_000_000_000n, "một tỷ đồng"],
  [1_000_000_005n, "một tỷ không trăm linh năm đồng"],
  [1_000_050_000n, "một tỷ không trăm năm mươi nghìn đồng"],
  [1_005_000_000n, "một tỷ không trăm linh năm triệu đồng"],
  [15_000_000_000n, "mười lăm tỷ đồng"],
  [105_000_000_000n, "một trăm linh năm tỷ đồng"],
  [1_000_000_000_000n, "một nghìn tỷ đồng"],
  [1_005_000_000_000n, "một nghìn không trăm linh năm tỷ đồng"],
  [1_000_005_000_000n, "một nghìn tỷ không trăm linh năm triệu đồng"],
  [1_000_000_000_000_000n, "một triệu tỷ đồng"],
  [
    9_007_199_254_740_993n,
    "chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi bốn triệu bảy trăm bốn mươi " +
      "nghìn chín trăm chín mươi ba đồng",
  ],
  [1_000_000_000_000_000_000n, "một tỷ tỷ đồng"],
  [1_000_000_000_000_000_007n, "một tỷ tỷ không trăm linh bảy đồng"],
  [1_000_000_005_000_000_000n, "một tỷ không trăm linh năm tỷ đồng"],
  [1_000_000_000_005_000_000n, "một tỷ tỷ không trăm linh năm triệu đồng"],
  [
    MOST,
    "chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi bốn " +
      "triệu bảy trăm bảy mươi lăm nghìn tám trăm linh bảy đồng",
  ],
  [
    LEAST,
    "âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi bốn " +
      "triệu bảy trăm bảy mươi lăm nghìn tám trăm linh tám đồng",
  ],
  [-1n, "âm một đồng"],
  [-123_000n, "âm một trăm hai mươi ba nghìn đồng"],
])("%s is read “%s”", (amount, words) => {
  expect(amountInWords(amount)).toBe(words);
  expect(read(words)).toBe(amount);
});

test("the reader refuses what is not well spoken, so that reading back proves something", () => {
  for (const words of [
    "hai mươi một đồng",
    "mười mốt đồng",
    "hai mươi năm đồng",
    "một trăm năm đồng",
    "một trăm lẻ năm đồng",
    "một nghìn năm đồng",
    "một nghìn linh năm đồng",
    "không trăm linh năm đồng",
    "một triệu không trăm đồng",
    "tỷ đồng",
    "âm không đồng",
    "một trăm linh mười đồng",
    "một nghìn",
  ])
    expect(() => read(words)).toThrow();
});

/** Amounts of every size as often, those around powers of ten and with many zeros most. */
const amounts = fc.oneof(
  fc.bigInt({ min: LEAST, max: MOST }),
  fc
    .tuple(fc.integer({ min: 0, max: 18 }), fc.bigInt({ min: -1_100n, max: 1_100n }), fc.bigInt({ min: -9n, max: 9n }))
    .map(([places, off, times]) => times * 10n ** BigInt(places) + off),
  fc
    .array(fc.constantFrom("000", "001", "005", "010", "011", "015", "021", "105", "115", "555", "999"), {
      minLength: 1,
      maxLength: 6,
    })
    .map((classes) => BigInt(classes.join(""))),
  fc.bigInt({ min: 0n, max: 62n }).chain((bits) => fc.bigInt({ min: -(2n ** bits), max: 2n ** bits })),
);

test("every amount of 64 bits reads back to itself", () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      fc.pre(amount >= LEAST && amount <= MOST);
      expect(read(amountInWords(amount))).toBe(amount);
    }),
    { numRuns: 20_000 },
  );
});

test("every amount near a power of ten reads back to itself, on both sides of zero", () => {
  for (let power = 1n; power <= MOST; power *= 10n) {
    for (let off = -1_025n; off <= 1_025n; off++) {
      for (const amount of [power + off, -power + off]) {
        if (read(amountInWords(amount)) !== amount) throw new Error(`${amount} reads “${amountInWords(amount)}”`);
      }
    }
  }
});
