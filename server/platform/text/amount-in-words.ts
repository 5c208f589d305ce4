/**
 * An amount of whole đồng in Vietnamese words, as papers spell it out: 123,000 is "một trăm hai mươi ba nghìn đồng".
 * Lower case; "âm" before what is negative.
 *
 * No law says how an amount is spelt; followed is how schools read numbers (Toán 4: hàng và lớp), in the form used on
 * vouchers:
 * - tens: mười (10–19), else mươi; after them năm is lăm; after mươi một is mốt. "Bốn" stays bốn: "hai mươi tư" is as correct
 *   and both are in use;
 * - tens that are zero: linh ("một trăm linh năm"), not the southern lẻ;
 * - a class below another one has all three places ("một nghìn không trăm linh năm"); a class of zeros is not read;
 * - classes: nghìn, triệu, and tỷ, before which any number stands: "một nghìn tỷ", "một tỷ tỷ" (10¹⁸), "một tỷ không
 *   trăm linh năm tỷ". The last tỷ therefore multiplies all that stands before it, and no two amounts read alike.
 */
export function amountInWords(vnd: bigint): string {
  if (vnd === 0n) return "không đồng";
  return vnd < 0n ? `âm ${wordsOf(-vnd).join(" ")} đồng` : `${wordsOf(vnd).join(" ")} đồng`;
}

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/** What multiplies the words before it, the greatest first. */
const CLASSES: readonly (readonly [worth: bigint, name: string])[] = [
  [1_000_000_000n, "tỷ"],
  [1_000_000n, "triệu"],
  [1_000n, "nghìn"],
];

/** The words of a number; none for zero. Below another class its hundreds are read even if there are none. */
function wordsOf(number: bigint, below = false): string[] {
  for (const [worth, name] of CLASSES) {
    if (number >= worth) return [...wordsOf(number / worth, below), name, ...wordsOf(number % worth, true)];
  }
  return number === 0n ? [] : threePlaces(Number(number), below);
}

function threePlaces(number: number, below: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const hasHundreds = below || hundreds > 0;
  const words = hasHundreds ? [DIGITS[hundreds], "trăm"] : [];
  if (tens === 0) return ones === 0 ? words : [...words, ...(hasHundreds ? ["linh"] : []), DIGITS[ones]];
  words.push(...(tens === 1 ? ["mười"] : [DIGITS[tens], "mươi"]));
  if (ones === 0) return words;
  if (ones === 1 && tens > 1) return [...words, "mốt"];
  return [...words, ones === 5 ? "lăm" : DIGITS[ones]];
}
