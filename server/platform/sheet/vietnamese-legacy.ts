import { shareOf } from "./syllable";

/**
 * The two encodings of Vietnamese before Unicode that old files still have. Both put Vietnamese letters in the places of
 * Latin-1 letters, so both are read here from text whose characters are the bytes.
 */
export interface Legacy {
  name: string;
  /** The Unicode text. */
  decode(latin1: string): string;
  /** How many characters at the end of a piece have to wait for the next one. */
  waiting(latin1: string): number;
}

/** TCVN 5712:1993 from A1 to FE. ABC fonts use its VN3 part: capitals with tones are small letters in a capital font. */
const TCVN3 =
  "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ";

export const tcvn3: Legacy = {
  name: "TCVN3 (ABC)",
  decode: (latin1) =>
    latin1.replace(/[\u00a1-\u00fe]/g, (letter) => TCVN3[letter.charCodeAt(0) - 0xa1]).normalize("NFC"),
  waiting: () => 0,
};

/** VNI for Windows: a letter and a mark after it, by the mark's byte; capitals have the mark 20 lower. */
const VNI_MARKS: Record<string, string> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};
/** Letters that VNI has whole. */
const VNI_LETTERS: Record<string, string> = {
  ô: "ơ",
  ö: "ư",
  ñ: "đ",
  í: "í",
  ì: "ì",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  î: "ỵ",
};
const VNI_CLUSTER = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñíìæóòî]/gi;
const VNI_OPEN = /[aeouyôö]$/i;

export const vni: Legacy = {
  name: "VNI",
  decode: (latin1) =>
    latin1.replace(VNI_CLUSTER, (whole: string, base?: string, mark?: string) => {
      if (base === undefined || mark === undefined) return vniLetter(whole);
      return (vniLetter(base) + VNI_MARKS[mark.toLowerCase()]).normalize("NFC");
    }),
  waiting: (latin1) => (VNI_OPEN.test(latin1) ? 1 : 0),
};

function vniLetter(letter: string): string {
  const small = VNI_LETTERS[letter.toLowerCase()];
  if (small === undefined) return letter;
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
}

/**
 * In a capital ABC font the letters with tones are stored small, among ASCII letters stored large: "THñ TôC". A text
 * without plain small letters, one of whose words has a capital beside such a letter and not just at its head, is meant
 * in capitals.
 */
export function capitalsOfTcvn3(text: string): string {
  return !/[a-z]/.test(text) && CAPITAL_FONT.test(text) ? text.toUpperCase() : text;
}
const CAPITAL_FONT = /\p{L}\p{Lu}\p{Lu}*\p{Ll}|\p{Ll}\p{L}*\p{Lu}/u;

/** Bytes of a one-byte encoding as the characters of windows-1252, which the fonts of both encodings share. */
export const latinText = (bytes: Buffer): string =>
  bytes.toString("latin1").replace(/[\x80-\x9f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80]);
const WINDOWS_SIGNS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** A font of an old encoding, by the way such fonts are called: .VnTime, .VnTimeH (capitals), VNI-Times. */
export interface LegacyFont {
  legacy: Legacy;
  isCapital: boolean;
}

export function legacyOfFont(name: string): LegacyFont | null {
  if (/^\.vn/i.test(name)) return { legacy: tcvn3, isCapital: /H$/.test(name) };
  return /^vni[- ]/i.test(name) ? { legacy: vni, isCapital: false } : null;
}

/** Letters beyond ASCII are there, and all of them are Latin-1 or signs that Windows has beside it. */
export const isOnlyLatin = (text: string): boolean =>
  /[\u00a1-\u00ff]/.test(text) && !/(?![ŒœŠšŸŽžƒˆ˜])[\u0100-\u1fff]/.test(text);

/** The Unicode text of what was typed in an old font; text that is Unicode already is left as it is. */
export function unicodeOf(text: string, { legacy, isCapital }: LegacyFont): string {
  if (!isOnlyLatin(text)) return isCapital && /^[\0-\x7f]*$/.test(text) ? text.toUpperCase() : text;
  const decoded = legacy.decode(text);
  if (shareOf(decoded) < shareOf(text)) return text;
  if (isCapital) return decoded.toUpperCase();
  return legacy === tcvn3 ? capitalsOfTcvn3(decoded) : decoded;
}
