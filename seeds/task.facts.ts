import { committeeKey } from "./agency.facts";
import { agencyKey } from "./agency.plan";
import { ref, type PlannedRow } from "./plan";

/**
 * The deadline is printed as 30/7/2018, but the text names an office that exists since 1/1/2019 and stands on a page of
 * 20/7/2019: most likely a misprint. The tasks are due on the likely day and keep the printed one as the source's words.
 */
const DUE = { dueOn: "2019-07-30", dueNote: "30/7/2018, nguyên văn; nhiều khả năng là 30/7/2019" } as const;

interface Task {
  name: string;
  nameEn: string;
  /** The agency's key; absent where the directive names none, or every agency. */
  owner?: string;
  isDated?: boolean;
  /** Invented: how far it has come on the working date, and what was reported. */
  progress?: { status: "IN_PROGRESS" | "DONE"; report: string };
}

const CENTER = agencyKey("TTPVHCC");
const POST = agencyKey("BD");
const PROVINCE = committeeKey("unit/15");

/** The directive's tasks, in shortened words. Who is not named as their owner there is not named here. */
const TASKS: readonly Task[] = [
  {
    name: "Rà soát danh mục TTHC thực hiện qua BCCI: lập danh sách TTHC đã hủy bỏ, bổ sung, thay thế hoặc không phù hợp, gửi Bộ phận Kiểm soát TTHC",
    nameEn:
      "Review the postal catalog: list what was abolished, added, replaced or is unsuitable, for the control unit",
    isDated: true,
    progress: { status: "IN_PROGRESS", report: "9 trên 19 sở, ban, ngành đã gửi danh sách." },
  },
  {
    name: "Rà soát danh mục dịch vụ công trực tuyến mức độ 3, mức độ 4: lập danh sách TTHC đã hủy bỏ, bổ sung, thay thế hoặc không thể thực hiện được, gửi Bộ phận Kiểm soát TTHC",
    nameEn:
      "Review the level-3 and level-4 lists: list what was abolished, added, replaced or cannot be done, for the control unit",
    isDated: true,
    progress: { status: "IN_PROGRESS", report: "7 trên 19 sở, ban, ngành đã gửi danh sách." },
  },
  {
    name: "Điều chỉnh Quyết định của UBND tỉnh về danh mục TTHC thực hiện qua BCCI theo kết quả rà soát",
    nameEn: "Adjust the province's Decision on the postal catalog by what the review found",
    owner: PROVINCE,
  },
  {
    name: "Kiến nghị cơ quan có thẩm quyền điều chỉnh danh mục mức độ 3, mức độ 4 của Thủ tướng Chính phủ",
    nameEn: "Propose to the competent authority that the Prime Minister's level-3 and level-4 lists be adjusted",
    owner: PROVINCE,
  },
  {
    name: "Báo cáo UBND tỉnh việc hỗ trợ kinh phí luân chuyển hồ sơ, kết quả giữa Trung tâm và các sở, ban, ngành",
    nameEn: "Report to the provincial committee on support for transfers between the Center and the departments",
    owner: CENTER,
    progress: { status: "DONE", report: "Đã có báo cáo đề xuất mức hỗ trợ." },
  },
  {
    name: "UBND cấp huyện xem xét hỗ trợ kinh phí luân chuyển hồ sơ, kết quả giữa Bộ phận Phục vụ hành chính công cấp huyện và cơ quan giải quyết",
    nameEn: "District committees: consider support for transfers between the district one-stop and the deciding agency",
  },
  {
    name: "Bố trí người tiếp nhận: nhân viên bưu điện ở lĩnh vực ít TTHC và không phức tạp, luân phiên công chức ở cơ quan ít TTHC, hoặc công chức chuyên trách",
    nameEn:
      "Staff the reception: postal staff for few and simple procedures, an officer in rotation, or a dedicated officer",
  },
  {
    name: "Phối hợp với UBND cấp huyện chọn đơn vị thí điểm chuyển nơi tiếp nhận hồ sơ sang bưu cục",
    nameEn: "With the districts, choose units for a pilot of moving the place of reception to post offices",
    owner: POST,
    progress: { status: "IN_PROGRESS", report: "Đã khảo sát Bộ phận Phục vụ hành chính công thị trấn Mậu A." },
  },
  {
    name: "Kết nối Cổng của Bưu điện Việt Nam với Cổng dịch vụ công của tỉnh",
    nameEn: "Link the portal of Vietnam Post with the portal of the province",
  },
];

/** The tasks. On the directive's own day nothing has begun; what the demo says beyond that is invented and marked. */
export function taskRows(): PlannedRow[] {
  return TASKS.map(({ name, nameEn, owner, isDated, progress }, index) => ({
    resource: "Task",
    key: `task/${index + 1}`,
    create: {
      position: index + 1,
      name,
      nameEn,
      ...(owner === undefined ? {} : { agency: ref(owner) }),
      ...(isDated ? DUE : {}),
      status: progress?.status ?? "NOT_STARTED",
      ...(progress === undefined ? {} : { report: progress.report }),
      ...(progress === undefined
        ? { source: "directive; shortened", certainty: "VERIFIED" }
        : { source: "directive; shortened; status and report: demo", certainty: "DEMO" }),
    },
  }));
}
