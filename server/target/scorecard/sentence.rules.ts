import { date } from "../../platform/kinds/all";
import type { Label } from "../../platform/text/label";
import { isApplicable, type Counting } from "./tally.rules";

/** The rule by which a figure was made, as one sentence to stand beside it. */

type Language = "vi" | "en";

interface Ruled extends Counting {
  catalogNames: readonly { nameVi: string; nameEn: string | null }[];
}

const CHANNELS: Record<string, Label> = {
  COUNTER: { vi: "trực tiếp tại quầy", en: "at the counter" },
  POST: { vi: "qua bưu chính công ích", en: "by the public postal service" },
  ONLINE: { vi: "trực tuyến", en: "online" },
};

const SCHEMES: Record<string, Label> = {
  ND43_2011: { vi: "Nghị định 43/2011/NĐ-CP", en: "Decree 43/2011/NĐ-CP" },
  ND42_2022: { vi: "Nghị định 42/2022/NĐ-CP", en: "Decree 42/2022/NĐ-CP" },
};

/** The sentence of a reading, in both languages; `to` is the last day of the span. */
export function ruleOf(criterion: Ruled, reading: string, to: string): Label {
  return { vi: sentence(criterion, reading, to, "vi"), en: sentence(criterion, reading, to, "en") };
}

function sentence(criterion: Ruled, reading: string, to: string, language: Language): string {
  const say = (label: Label): string => label[language];
  if (!isApplicable(criterion, reading)) {
    return criterion.measure === "PROCEDURES" && criterion.attribution === "RECEPTION"
      ? say({
          vi: "Không áp dụng: thủ tục không tính theo đơn vị tiếp nhận.",
          en: "Not applicable: procedures are not counted by reception unit.",
        })
      : say({
          vi: "Không áp dụng: cách hiểu này không đi với cách đếm của chỉ tiêu.",
          en: "Not applicable: this reading does not go with what the criterion counts.",
        });
  }
  const parts =
    criterion.measure === "DOSSIERS" ? dossiers(criterion, reading, to) : procedures(criterion, reading, to);
  return say(parts) + say(kinds(criterion));
}

const quoted = (criterion: Ruled, language: Language): string =>
  criterion.catalogNames
    .map(({ nameVi, nameEn }) => (language === "vi" ? `“${nameVi}”` : `“${nameEn ?? nameVi}”`))
    .join(language === "vi" ? " và " : " and ");

const day = (to: string, language: Language): string => date().toText(to, language);

function procedures(criterion: Ruled, reading: string, to: string): Label {
  const channel = CHANNELS[criterion.channel];
  const by: Record<string, Label> = {
    ANY: {
      vi: "có hồ sơ tiếp nhận hoặc kết quả trả, qua bất kỳ kênh nào",
      en: "with a dossier received or a result returned by any channel",
    },
    RECEIVED: { vi: `có hồ sơ tiếp nhận ${channel.vi}`, en: `with a dossier received ${channel.en}` },
    RETURNED: { vi: `có kết quả trả ${channel.vi}`, en: `with a result returned ${channel.en}` },
    EITHER: {
      vi: `có hồ sơ tiếp nhận hoặc kết quả trả ${channel.vi}`,
      en: `with a dossier received or a result returned ${channel.en}`,
    },
  };
  const many = criterion.catalogNames.length > 1;
  const scope =
    criterion.catalogNames.length > 0
      ? {
          vi: `trong ${quoted(criterion, "vi")}${many ? " (mỗi thủ tục tính một lần)" : ""}`,
          en: `in ${quoted(criterion, "en")}${many ? " (each procedure once)" : ""}`,
        }
      : { vi: "", en: "" };
  const level = levelOf(criterion);
  return {
    vi: `Số thủ tục ${by[reading].vi}, trên số thủ tục còn hiệu lực ${scope.vi}${level.vi && ` ${level.vi}`} tại ngày ${day(to, "vi")}. Mỗi thủ tục tính một lần dù nhiều đơn vị có hồ sơ.`,
    en: `Procedures ${by[reading].en}, of the procedures in force ${scope.en}${level.en && ` ${level.en}`} on ${day(to, "en")}. A procedure counts once, however many units had one.`,
  };
}

function levelOf({ level, levelScheme }: Ruled): Label {
  if (level === null) return { vi: "", en: "" };
  const scheme = levelScheme === null ? null : SCHEMES[levelScheme];
  return {
    vi: `được cung cấp ở mức độ ${level}${scheme ? ` (${scheme.vi})` : ""}`,
    en: `provided at level ${level}${scheme ? ` (${scheme.en})` : ""}`,
  };
}

function dossiers(criterion: Ruled, reading: string, to: string): Label {
  const channel = CHANNELS[criterion.channel];
  const isOut = criterion.leg === "OUT";
  const level = levelOf(criterion);
  const hasLevel = criterion.level !== null;
  const at = { vi: "vào ngày cuối của kỳ số liệu", en: "on the last day of the count's period" };
  const listed: Label = hasLevel
    ? { vi: `thủ tục ${level.vi} ${at.vi}`, en: `procedures ${level.en} ${at.en}` }
    : {
        vi: `thủ tục còn hiệu lực trong ${quoted(criterion, "vi")} tại ngày ${day(to, "vi")}`,
        en: `procedures in force in ${quoted(criterion, "en")} on ${day(to, "en")}`,
      };
  const isWhole = reading === "AGENCY";
  const above = {
    vi: `${isOut ? "Số kết quả trả" : "Số hồ sơ tiếp nhận"} ${channel.vi}`,
    en: `${isOut ? "Results returned" : "Dossiers received"} ${channel.en}`,
  };
  const below =
    criterion.base === "RETURNED"
      ? { vi: "kết quả đã trả", en: "results returned" }
      : { vi: "hồ sơ đã tiếp nhận", en: "dossiers received" };
  const who =
    criterion.attribution === "RECEPTION"
      ? { vi: "của đơn vị tiếp nhận", en: "of the reception unit" }
      : { vi: "của cơ quan giải quyết", en: "of the settling agency" };
  if (isWhole) {
    const of = hasLevel ? { vi: ` của ${listed.vi}`, en: ` for ${listed.en}` } : { vi: "", en: "" };
    return {
      vi: `${above.vi}${of.vi}, trên toàn bộ ${below.vi} ${who.vi}.`,
      en: `${above.en}${of.en}, of all ${below.en} ${who.en}.`,
    };
  }
  return {
    vi: `${above.vi}, trên ${below.vi} ${who.vi}, chỉ tính ${listed.vi}.`,
    en: `${above.en}, of the ${below.en} ${who.en}, counting only ${listed.en}.`,
  };
}

function kinds({ agencyKinds }: Ruled): Label {
  return agencyKinds?.length
    ? {
        vi: " Chỉ tính các loại cơ quan mà chỉ tiêu nêu.",
        en: " Only the kinds of agencies that the criterion names count.",
      }
    : { vi: "", en: "" };
}
