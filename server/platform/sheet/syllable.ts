/**
 * The syllables that Vietnamese orthography can make, as onset, rhyme and tone. They are the evidence by which the
 * encoding of a text is known: a text read in a wrong encoding is hardly ever made of them.
 */
const ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split(" ");

const RHYMES = new Set(
  (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et " +
    "ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang " +
    "oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong oc op ot oong ooc ô ôc ôi ôm ôn ông ôp ôt " +
    "ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uâ uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ uy " +
    "uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên " +
    "yêng yêt yêu ych yn ynh yp yt yu êng"
  ).split(" "),
);

/** The five tone marks; breve, circumflex and horn make letters and stay. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const STOP = /(?:c|ch|p|t)$/;
const SHARP_OR_HEAVY = /[\u0301\u0323]/;

/** Whether Vietnamese can have the word. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const letters = apart.replace(TONE, "").normalize("NFC");
  const isRhyme = (rhyme: string) =>
    RHYMES.has(rhyme) && (tones.length === 0 || !STOP.test(rhyme) || SHARP_OR_HEAVY.test(tones.join("")));
  if (isRhyme(letters)) return true;
  return ONSETS.some((onset) => letters.startsWith(onset) && isRhyme(letters.slice(onset.length)));
}

const WORD = /[\p{L}\p{M}]+/gu;
const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * How Vietnamese a text is: the share of its words with letters beyond ASCII that are syllables of the language. Words
 * of plain letters say nothing.
 */
export function shareOf(text: string): number {
  let words = 0;
  let syllables = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (!BEYOND_ASCII.test(word)) continue;
    words++;
    if (isSyllable(word)) syllables++;
  }
  return words === 0 ? 0 : syllables / words;
}
