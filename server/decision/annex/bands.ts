import type { Band, AnnexList, LeftOut, Tier } from "./annex";
import { plainWords } from "./cell-text";

/** What the province calls things, by which a bare heading ("II. HỘ TỊCH") is known for a sector or an agency. */
export interface KnownNames {
  sectors: readonly string[];
  agencies: readonly string[];
}

/** "II.", "A)", "Phần I -", "1.2": what counts the bands and says nothing of its own. */
const COUNTED = /^\s*((phần|mục|chương)\s+)?([ivxlc]{1,6}|[a-h]|\d{1,2}(\.\d{1,2}){0,3})\s*[.):\-–/]+\s*/iu;
/** "(05 TTHC)", "(12 thủ tục)": how many follow. */
const COUNT = /\s*[([][^)\]]*\d+\s*(tthc|thủ tục|danh mục)?[^)\]]*[)\]]\s*$/iu;

/** Sentences that name lists and agencies without opening any: grounds, articles, notes. */
const SPEAKS =
  /^(can cu|theo|xet|dieu \d|quyet dinh|nghi (dinh|quyet)|thong tu|luat |ghi chu|luu y|tong|cong |kem theo|ban hanh kem)/;

/** What a line of one text says of the rows below it; null where it says nothing of them. */
export function bandOf(text: string, known: KnownNames): Band | null {
  const bare = text.replace(COUNTED, "").replace(COUNT, "").trim();
  const words = plainWords(bare);
  if (words === "" || words.length > 400 || SPEAKS.test(words)) return null;
  const band: Band = {};
  const list = listOf(words);
  if (list) band.list = list;
  const tiers = tiersOf(bare);
  if (tiers.length > 0) band.tiers = tiers;
  const sector = sectorOf(bare, known);
  if (sector) band.sector = sector;
  const agency = agencyOf(bare, known);
  if (agency) band.agency = agency;
  return Object.keys(band).length > 0 ? band : null;
}

/** Which of the three lists a heading opens; none where it names several of them, as the title of a Decision does. */
export function listOf(words: string): AnnexList | null {
  const amended = /sua doi/.test(words);
  const abolished = /bai bo|huy bo|khong con thuc hien/.test(words);
  const isNew = /moi ban hanh|ban hanh moi|(?<!sua doi )bo sung/.test(
    words.replace(/sua doi( va)? bo sung/g, "sua doi"),
  );
  const replaced = /thay the/.test(words) && !amended;
  const found: AnnexList[] = [];
  if (isNew) found.push("NEW");
  if (amended) found.push("AMENDED");
  if (replaced) found.push("REPLACED");
  if (abolished) found.push("ABOLISHED");
  return found.length === 1 ? found[0] : null;
}

const TIER_WORDS: [Tier, RegExp][] = [
  ["CENTRAL", /cap trung uong/],
  ["PROVINCE", /cap tinh|(ubnd|uy ban nhan dan) tinh/],
  ["DISTRICT", /cap huyen|(ubnd|uy ban nhan dan)( cac)? huyen/],
  ["COMMUNE", /cap xa|(ubnd|uy ban nhan dan)( cac)? xa/],
];

/** The tiers of government a text names: "UBND cấp huyện, cấp xã". */
export function tiersOf(text: string): Tier[] {
  // "Cấp tỉnh, huyện, xã" names three with one word.
  const words = plainWords(text).replace(
    /cap ((?:tinh|huyen|xa)(?: va)?(?: (?:tinh|huyen|xa))+)/g,
    (_, named: string) =>
      named
        .split(" ")
        .map((word) => `cap ${word}`)
        .join(" "),
  );
  return TIER_WORDS.filter(([, pattern]) => pattern.test(words)).map(([tier]) => tier);
}

function sectorOf(text: string, known: KnownNames): string | null {
  const named = /lĩnh vực\s*:?\s*["“]?(.+?)["”]?$/iu.exec(text)?.[1];
  // A title goes on after the sector: "lĩnh vực Hộ tịch thuộc phạm vi chức năng quản lý của Sở Tư pháp".
  if (named) return named.replace(/\s+(thuộc|trên địa bàn|áp dụng|tại|của)\s.*$/iu, "").trim();
  return known.sectors.find((name) => plainWords(name) === plainWords(text)) ?? null;
}

const AGENCY = /(sở|ban|cục|chi cục|thanh tra|bảo hiểm xã hội|kho bạc|ngân hàng|công an|văn phòng|trung tâm|phòng)\s/iu;

function agencyOf(text: string, known: KnownNames): string | null {
  const words = plainWords(text);
  const exact = known.agencies.find((name) => plainWords(name) === words);
  if (exact) return exact;
  const of =
    /(?:thẩm quyền(?: giải quyết| quản lý)?|phạm vi (?:chức năng )?quản lý(?: nhà nước)?|thực hiện tại|giải quyết)(?: của)?\s+(.+)$/iu.exec(
      text,
    )?.[1];
  if (of && AGENCY.test(`${of} `)) return of.replace(/\s+(tỉnh yên bái|trên địa bàn.*)$/iu, "").trim();
  const isAgency = new RegExp(`^${AGENCY.source}`, "iu").test(`${text} `) && words.split(" ").length <= 14;
  return isAgency && listOf(words) === null && !/^ban hanh/.test(words) ? text : null;
}

export type Counting = "ROMAN" | "LETTER" | "NUMBER" | "DEEPER";

/** How a band is counted. C, D and L are letters here: no annex has so many parts that they would be numbers. */
export function countingOf(text: string): Counting | null {
  const mark = /^\s*(?:(?:phần|mục|chương)\s+)?([ivx]{1,6}|[a-z]|\d{1,2}(?:\.\d{1,2}){0,3})\s*(?:[.):\-–/]|$)/iu.exec(
    text,
  )?.[1];
  if (mark === undefined) return null;
  if (/^[ivx]+$/i.test(mark)) return "ROMAN";
  return /^\d+$/.test(mark) ? "NUMBER" : /^\d/.test(mark) ? "DEEPER" : "LETTER";
}

/** Whether a text is counted the way bands are: by a Roman number or a letter, not as rows are. */
export const isCountedAsBand = (text: string): boolean =>
  /^\s*((phần|mục)\s+)?([IVXLC]{1,6}|[A-H])\s*[.)]?\s*$/u.test(text);

const REASONS: [LeftOut, RegExp][] = [
  ["PAGE_NUMBER", /^(trang |page )?\d{1,4}( \d{1,4})?$/],
  [
    "SIGNATURE",
    /^(tm|kt|tuq|tl|q) |^(pho )?chu tich( |$)|^(pho )?giam doc( |$)|^noi nhan|^da ky|^nguoi (lap|ky)|^(luu|nhu dieu) /,
  ],
  ["NOTE", /^(ghi chu|chu thich|luu y)( |$)/],
  ["TOTAL", /^(tong( cong| so)?|cong)( |$)/],
  ["TITLE", /^(phu luc|danh muc|ban hanh kem|kem theo|uy ban nhan dan|cong hoa xa hoi|doc lap tu do|noi dung|phan )/],
];

/** Why a line of one text is no procedure. */
export const reasonFor = (text: string, isParagraph: boolean): LeftOut =>
  text.startsWith("*")
    ? "NOTE"
    : (REASONS.find(([, pattern]) => pattern.test(plainWords(text)))?.[0] ?? (isParagraph ? "OUTSIDE_TABLE" : "TITLE"));
