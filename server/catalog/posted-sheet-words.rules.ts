import type { Locale } from "../platform/kinds/kind";

/** The words of the posted lists on paper. The Vietnamese sheet is the one that hangs at a counter; the English one translates it. */
export interface SheetWords {
  nation: string;
  motto: string;
  translation: string | null;
  title: string;
  subtitle: string;
  asOf(day: string): string;
  byPost: string;
  notByPost: string;
  presence: string;
  notListed: string;
  online: string;
  none: string;
  band(sector: string): string;
  count(procedures: number): string;
  columns: Record<"number" | "code" | "name" | "agency" | "send" | "receive" | "decision" | "level" | "scheme", string>;
  noCode: string;
  presenceForOneLeg: string;
  committees: Record<string, string>;
  everyCommittee(tiers: string): string;
  tier: Record<string, string>;
  kinds: Record<string, string>;
  ground(kind: string, number: string, day: string | null, issuer: string, title: string): string;
  rule: { PROVINCE(): string; COUNTER(tier: string, committee: string): string; AGENCY(agency: string): string };
  legs: string;
  presenceLaw: string;
  demoMark: string;
  demo: string;
  placeAndDay: string;
  signs: string;
  signHow: string;
  page: string;
}

/** "Về việc …" goes on after the issuer in small letters, as grounds are written. */
const running = (title: string): string => title.charAt(0).toLocaleLowerCase("vi") + title.slice(1);

const vi: SheetWords = {
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  translation: null,
  title: "DANH MỤC THỦ TỤC HÀNH CHÍNH NIÊM YẾT",
  subtitle:
    "Thủ tục thực hiện và không thực hiện tiếp nhận hồ sơ, trả kết quả qua dịch vụ bưu chính công ích; dịch vụ công trực tuyến",
  asOf: (day) => `Tính đến ngày ${day}`,
  byPost: "I. THỦ TỤC THỰC HIỆN QUA DỊCH VỤ BƯU CHÍNH CÔNG ÍCH",
  notByPost: "II. THỦ TỤC KHÔNG THỰC HIỆN QUA DỊCH VỤ BƯU CHÍNH CÔNG ÍCH",
  presence: "A. Phải có mặt trực tiếp",
  notListed: "B. Không thuộc danh mục thực hiện qua bưu chính",
  online: "III. DỊCH VỤ CÔNG TRỰC TUYẾN",
  none: "Không có thủ tục nào.",
  band: (sector) => `LĨNH VỰC ${sector.toLocaleUpperCase("vi")}`,
  count: (procedures) => `${procedures} thủ tục`,
  columns: {
    number: "STT",
    code: "Mã TTHC",
    name: "Tên thủ tục hành chính",
    agency: "Cơ quan giải quyết",
    send: "Gửi hồ sơ",
    receive: "Nhận kết quả",
    decision: "Theo Quyết định",
    level: "Mức độ",
    scheme: "Thang mức độ",
  },
  noCode: "chưa có mã",
  presenceForOneLeg: "phải có mặt khi nộp hồ sơ",
  committees: {
    PROVINCE: "UBND cấp tỉnh",
    DISTRICT: "UBND cấp huyện",
    COMMUNE: "UBND cấp xã",
    CENTRAL: "cấp trung ương",
  },
  everyCommittee: (tiers) => tiers,
  tier: { PROVINCE: "tỉnh", DISTRICT: "huyện", COMMUNE: "xã", CENTRAL: "trung ương" },
  kinds: {
    DECISION: "Quyết định",
    DECREE: "Nghị định",
    CIRCULAR: "Thông tư",
    RESOLUTION: "Nghị quyết",
    DIRECTIVE: "Chỉ thị",
  },
  ground: (kind, number, day, issuer, title) =>
    `Căn cứ ${kind} số ${number}${day ? ` ngày ${day}` : ""} của ${issuer} ${running(title)}`,
  rule: {
    PROVINCE: () => "Danh mục gồm mọi thủ tục hành chính còn hiệu lực trên địa bàn tỉnh vào ngày nêu trên.",
    COUNTER: (tier, committee) =>
      `Danh mục gồm các thủ tục cấp ${tier} còn hiệu lực vào ngày nêu trên do ${committee} và các cơ quan trực thuộc giải quyết, cùng thủ tục có giải quyết ở cấp ${tier} của cơ quan có đơn vị trên địa bàn. Cơ quan không trực thuộc thì niêm yết danh mục riêng.`,
    AGENCY: (agency) =>
      `Danh mục gồm các thủ tục còn hiệu lực vào ngày nêu trên mà ${agency} hoặc đơn vị trực thuộc được chỉ đích danh giải quyết; chi nhánh thì thêm thủ tục mà cơ quan cấp trên giải quyết ở cấp của chi nhánh. Thủ tục thuộc thẩm quyền chung của Ủy ban nhân dân được niêm yết tại bộ phận một cửa.`,
  },
  legs: "“x”: tổ chức, cá nhân được chọn gửi hồ sơ hoặc nhận kết quả qua dịch vụ bưu chính công ích.",
  presenceLaw:
    "Điều 13 Quyết định 45/2016/QĐ-TTg: cơ quan niêm yết danh mục thủ tục thực hiện và danh mục thủ tục không thực hiện qua dịch vụ bưu chính công ích.",
  demoMark: "(minh\u00a0họa)",
  demo: "Dòng và văn bản ghi “(minh họa)” là dữ liệu minh họa, không dùng để niêm yết.",
  placeAndDay: "…………, ngày …… tháng …… năm ………",
  signs: "THỦ TRƯỞNG CƠ QUAN",
  signHow: "(Ký, ghi rõ họ tên và đóng dấu)",
  page: "Trang",
};

const en: SheetWords = {
  nation: "SOCIALIST REPUBLIC OF VIET NAM",
  motto: "Independence - Freedom - Happiness",
  translation: "Translation. The Vietnamese sheet is the one that is posted.",
  title: "POSTED LIST OF ADMINISTRATIVE PROCEDURES",
  subtitle: "Procedures that can and cannot be filed and returned by the public postal service; online procedures",
  asOf: (day) => `As of ${day}`,
  byPost: "I. PROCEDURES CARRIED OUT BY THE PUBLIC POSTAL SERVICE",
  notByPost: "II. PROCEDURES NOT CARRIED OUT BY THE PUBLIC POSTAL SERVICE",
  presence: "A. The applicant must be present",
  notListed: "B. Not in a postal catalog",
  online: "III. ONLINE PROCEDURES",
  none: "None.",
  band: (sector) => `SECTOR: ${sector.toLocaleUpperCase("en")}`,
  count: (procedures) => (procedures === 1 ? "1 procedure" : `${procedures} procedures`),
  columns: {
    number: "No.",
    code: "Code",
    name: "Procedure",
    agency: "Competent agency",
    send: "Send",
    receive: "Receive",
    decision: "By Decision",
    level: "Level",
    scheme: "Level scheme",
  },
  noCode: "no code yet",
  presenceForOneLeg: "presence required when filing",
  committees: {
    PROVINCE: "provincial committee",
    DISTRICT: "district committees",
    COMMUNE: "commune committees",
    CENTRAL: "central tier",
  },
  everyCommittee: (tiers) => tiers.charAt(0).toUpperCase() + tiers.slice(1),
  tier: { PROVINCE: "province", DISTRICT: "district", COMMUNE: "commune", CENTRAL: "central" },
  kinds: {
    DECISION: "Decision",
    DECREE: "Decree",
    CIRCULAR: "Circular",
    RESOLUTION: "Resolution",
    DIRECTIVE: "Directive",
  },
  ground: (kind, number, day, issuer, title) =>
    `Pursuant to ${kind} ${number}${day ? ` of ${day}` : ""}, ${issuer}: ${title}`,
  rule: {
    PROVINCE: () => "The lists hold every procedure of the province that is in force on the day above.",
    COUNTER: (tier, committee) =>
      `The lists hold the ${tier} procedures in force on the day above that ${committee} and the agencies below it settle, and those that an agency with a branch in the unit settles at ${tier} tier. Agencies that are not below it post their own.`,
    AGENCY: (agency) =>
      `The lists hold the procedures in force on the day above for which ${agency} or an agency below it is named as competent, and for a branch those that its agency settles at the branch's tier. Procedures that every committee settles are posted at the one-stop unit.`,
  },
  legs: "“x”: the dossier may be sent, or the result received, by the public postal service.",
  presenceLaw:
    "Decision 45/2016/QĐ-TTg, Article 13: an agency posts the list of procedures that are carried out by the public postal service and the list of those that are not.",
  demoMark: "(demo)",
  demo: "Lines and documents marked “(demo)” are invented and not to be posted.",
  placeAndDay: "…………, date ………………",
  signs: "HEAD OF THE AGENCY",
  signHow: "(Signature, full name and seal)",
  page: "Page",
};

export const sheetWords: Record<Locale, SheetWords> = { vi, en };
