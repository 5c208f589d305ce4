/**
 * Vietnamese as the old encodings have it, written the other way round than the product reads it: from letters to bytes,
 * from tables of their own (TCVN 5712:1993 VN3 and VNI for Windows, as converters print them).
 */
export const LETTERS = [
  ..."àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ",
  ..."ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ",
];

const TCVN3_SMALL = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô­õö÷øùúûüýþ®";
const TCVN3_LARGE: Record<string, string> = { Ă: "¡", Â: "¢", Ê: "£", Ô: "¤", Ơ: "¥", Ư: "¦", Đ: "§" };

/** The text in TCVN3: capitals with tones as a capital font has them, in the bytes of the small letters. */
export function asTcvn3(text: string): Buffer {
  const letters = [...text.normalize("NFC")].map((letter) => {
    const at = LETTERS.indexOf(letter);
    if (at < 0) return letter;
    return TCVN3_LARGE[letter] ?? TCVN3_SMALL[at % TCVN3_SMALL.length];
  });
  return Buffer.from(letters.join(""), "latin1");
}

const VNI_SMALL =
  "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î ñ".split(
    " ",
  );

export function asVni(text: string): Buffer {
  const letters = [...text.normalize("NFC")].map((letter) => {
    const at = LETTERS.indexOf(letter);
    if (at < 0) return letter;
    const small = VNI_SMALL[at % VNI_SMALL.length];
    return at < VNI_SMALL.length ? small : small.toUpperCase();
  });
  return Buffer.from(letters.join(""), "latin1");
}

const CP1258: Record<string, number> = {
  ă: 0xe3,
  Ă: 0xc3,
  â: 0xe2,
  Â: 0xc2,
  ê: 0xea,
  Ê: 0xca,
  ô: 0xf4,
  Ô: 0xd4,
  ơ: 0xf5,
  Ơ: 0xd5,
  ư: 0xfd,
  Ư: 0xdd,
  đ: 0xf0,
  Đ: 0xd0,
  "\u0300": 0xcc,
  "\u0309": 0xd2,
  "\u0303": 0xde,
  "\u0301": 0xec,
  "\u0323": 0xf2,
};
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

/** The text in Windows-1258 as Windows writes it: a letter and its tone as a mark after it. */
export function asWindows1258(text: string): Buffer {
  const bytes: number[] = [];
  for (const letter of text.normalize("NFC")) {
    const apart = letter.normalize("NFD");
    const tone = TONE.exec(apart)?.[0];
    const base = apart.replace(TONE, "").normalize("NFC");
    for (const sign of [base, ...(tone ? [tone] : [])]) bytes.push(CP1258[sign] ?? sign.charCodeAt(0));
  }
  return Buffer.from(bytes);
}

export function asUtf16(text: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
}
