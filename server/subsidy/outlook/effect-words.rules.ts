import type { Label } from "../../platform/text/label";

/** What is tried out, as far as a sentence goes by it. */
export interface Tried {
  ratePercent?: string;
  rates: number;
  sharePercent?: string;
  moveToPost: number;
}

const comma = (percent: string): string => percent.replace(".", ",").replace("-", "−");

/** What a trial assumes, a sentence each. */
export function effectSentences(source: "COUNTS" | "HAND_OVERS", isCounterPaid: boolean, tried: Tried): Label[] {
  const out: Label[] = [];
  const { ratePercent, rates, sharePercent, moveToPost } = tried;
  if (ratePercent !== undefined)
    out.push({
      vi: `Mọi đơn giá thay đổi ${comma(ratePercent)}%, làm tròn đến đồng.`,
      en: `Every rate changes by ${ratePercent}%, rounded to the đồng.`,
    });
  if (rates > 0)
    out.push({
      vi: `${rates} tuyến có đơn giá mới nhập riêng, giữ đơn vị tính.`,
      en: `${rates} routes have a new rate of their own, by the same unit.`,
    });
  if (sharePercent !== undefined)
    out.push({
      vi: `Mức hỗ trợ ${comma(sharePercent)}% cho mọi tuyến.`,
      en: `A share of ${sharePercent}% on every route.`,
    });
  if (moveToPost > 0) out.push(...postSentences(source, isCounterPaid, moveToPost));
  return out;
}

function postSentences(source: "COUNTS" | "HAND_OVERS", isCounterPaid: boolean, procedures: number): Label[] {
  const moved: Label = {
    vi: `Mọi hồ sơ nộp và trả trực tiếp của ${procedures} thủ tục chuyển sang bưu chính công ích nên không còn phải luân chuyển; cước do người nộp trả.`,
    en: `All counter dossiers of ${procedures} procedures go by post, in and out, and are no longer carried; applicants pay the tariff.`,
  };
  if (!isCounterPaid)
    return [
      {
        vi: "Kế hoạch không chi cho hồ sơ nộp trực tiếp, nên chuyển sang bưu chính không làm thay đổi gì.",
        en: "The program does not pay for counter dossiers, so that going by post changes nothing.",
      },
    ];
  if (source === "COUNTS") return [moved];
  return [
    moved,
    {
      vi: "Biên bản giao nhận không ghi thủ tục: số hồ sơ giảm theo tỷ lệ của các thủ tục ấy trong số liệu của tuyến và tháng; số chuyến giữ nguyên.",
      en: "Hand-overs do not name procedures: their dossiers become fewer as these procedures' share of the counts of route and month says; trips stay as they are.",
    },
  ];
}
