/**
 * The membership of the demo's catalogs, procedure by procedure. It is invented: the annexes of 1320/QĐ-UBND,
 * 846/QĐ-TTg and 877/QĐ-TTg were not found. Procedures are named by their code, or by name while they have none.
 */

export type Leg = "IN" | "OUT";

const BOTH: readonly Leg[] = ["IN", "OUT"];
const OUT: readonly Leg[] = ["OUT"];

/** What an invented amending Decision does to one procedure of the postal catalog. */
export interface StoryEvent {
  by: string;
  procedure: string;
  /** The legs until then; absent where the procedure is new. */
  before?: readonly Leg[];
  /** The legs from then on; absent where it is abolished. */
  after?: readonly Leg[];
}

/** MH-02: three new, one abolished, one amended. MH-03: two new, two abolished, two amended. */
export const STORY: readonly StoryEvent[] = [
  { by: "MH-02/QĐ-UBND", procedure: "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam", after: BOTH },
  { by: "MH-02/QĐ-UBND", procedure: "1.011442", after: BOTH },
  { by: "MH-02/QĐ-UBND", procedure: "1.014200", after: BOTH },
  { by: "MH-02/QĐ-UBND", procedure: "1.012812", before: ["IN"] },
  { by: "MH-02/QĐ-UBND", procedure: "1.014748", before: OUT, after: BOTH },
  { by: "MH-03/QĐ-UBND", procedure: "3.000348", after: BOTH },
  { by: "MH-03/QĐ-UBND", procedure: "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc", after: OUT },
  { by: "MH-03/QĐ-UBND", procedure: "Cử đoàn đi công tác nước ngoài", before: OUT },
  { by: "MH-03/QĐ-UBND", procedure: "1.001639", before: OUT },
  { by: "MH-03/QĐ-UBND", procedure: "3.000346", before: BOTH, after: OUT },
  { by: "MH-03/QĐ-UBND", procedure: "1.012783", before: OUT, after: BOTH },
];

/** Excluded from the postal service: the person must be present. */
export const PRESENCE_REQUIRED: readonly string[] = [
  "1.000894", // Đăng ký kết hôn
  "1.004746", // Đăng ký lại kết hôn
  "1.000593", // Đăng ký kết hôn lưu động
  "2.000806", // Đăng ký kết hôn có yếu tố nước ngoài
  "2.000884", // Chứng thực chữ ký
  "2.000992", // Chứng thực chữ ký người dịch (cộng tác viên)
  "2.001008", // Chứng thực chữ ký người dịch (không phải cộng tác viên)
  "2.001263", // Đăng ký việc nuôi con nuôi trong nước
];

/** In neither list: not excluded, and not in the postal catalog. */
export const NOT_LISTED: readonly string[] = [
  "1.001193", // Đăng ký khai sinh
  "1.000689", // Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con
  "1.000110", // Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới
  "1.000656", // Đăng ký khai tử
  "1.000419", // Đăng ký khai tử lưu động
  "2.000815", // Chứng thực bản sao từ bản chính
  "1.001699", // Xác định, xác định lại mức độ khuyết tật
  "1.011606", // Công nhận hộ nghèo, hộ cận nghèo định kỳ hằng năm
  "1.011607", // Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm
  "1.011608", // Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm
  "2.000950", // Công nhận tổ trưởng tổ hòa giải
  "2.000930", // Thôi làm hòa giải viên
  "1.004222", // Đăng ký thường trú
  "1.004194", // Đăng ký tạm trú
  "1.002755", // Gia hạn tạm trú
  "1.003197", // Xóa đăng ký thường trú
  "1.010028", // Xóa đăng ký tạm trú
  "1.012786", // Cấp lại giấy chứng nhận do bị mất
  "Cấp phù hiệu xe ô tô kinh doanh vận tải",
  "Giải quyết khiếu nại lần đầu tại cấp tỉnh",
  "Giải quyết tố cáo tại cấp tỉnh",
  "Công nhận người có uy tín trong đồng bào dân tộc thiểu số",
  "Đưa ra khỏi danh sách người có uy tín",
  "Quyết định giá thuộc thẩm quyền của cấp tỉnh",
  "Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
  "Đăng ký mở và sử dụng tài khoản tại Kho bạc Nhà nước",
  "Yêu cầu thi hành án dân sự",
  "Khai lệ phí trước bạ",
];

/** In the postal catalog with the return of results only. */
export const RETURN_ONLY: readonly string[] = [
  "1.013831", // Đăng ký biến động (chuyển nhượng, thừa kế, tặng cho)
  "1.012784", // Tách thửa, hợp thửa đất
  "1.012790", // Đính chính giấy chứng nhận
  "1.001029", // Cấp giấy phép đủ điều kiện kinh doanh dịch vụ karaoke
  "1.001613", // Hưởng bảo hiểm xã hội một lần
  "1.010803", // Giải quyết trợ cấp thờ cúng liệt sĩ
  "Bổ nhiệm lại công chứng viên",
  "Cấp hộ chiếu phổ thông",
  "Cấp, đổi, cấp lại chứng minh nhân dân",
  "Đăng ký, cấp biển số xe",
  "Cấp giấy phép sử dụng thiết bị X-quang chẩn đoán trong y tế",
  "Thẩm định báo cáo đánh giá tác động môi trường",
  "Cho phép thành lập hội có phạm vi hoạt động trong tỉnh",
];

/** Level 3 in the list of 846/QĐ-TTg. */
export const LEVEL_THREE_OF_2017: readonly string[] = [
  "3.000347", // Đổi giấy phép lái xe
  "3.000348", // Cấp lại giấy phép lái xe
  "Cấp giấy phép kinh doanh vận tải bằng xe ô tô",
  "1.011441", // Đăng ký biện pháp bảo đảm
  "1.011443", // Xóa đăng ký biện pháp bảo đảm
  "2.000635", // Cấp bản sao Trích lục hộ tịch
  "1.001193", // Đăng ký khai sinh
  "2.000720", // Đăng ký thay đổi nội dung đăng ký hộ kinh doanh
  "1.014199", // Cấp giấy phép lao động cho người lao động nước ngoài
  "Đăng ký hoạt động chi nhánh, văn phòng đại diện",
  "Cấp giấy phép bán buôn rượu trên địa bàn tỉnh",
  "Cấp giấy chứng nhận đủ điều kiện an toàn thực phẩm (ngành công thương)",
];

/** Level 4 in the list of 846/QĐ-TTg. */
export const LEVEL_FOUR_OF_2017: readonly string[] = [
  "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam",
  "1.001612", // Đăng ký thành lập hộ kinh doanh
  "Đăng ký thành lập công ty trách nhiệm hữu hạn một thành viên",
  "Đăng ký thay đổi địa chỉ trụ sở chính của doanh nghiệp",
  "Thông báo hoạt động khuyến mại",
];

/** Level 3 in the list of 877/QĐ-TTg. */
export const LEVEL_THREE_OF_2018: readonly string[] = [
  "1.011442", // Đăng ký thay đổi biện pháp bảo đảm
  "1.004873", // Cấp Giấy xác nhận tình trạng hôn nhân
  "Cấp thẻ hướng dẫn viên du lịch nội địa",
  "Cấp chứng chỉ hành nghề hoạt động xây dựng hạng II, hạng III",
  "Cấp chứng chỉ năng lực hoạt động xây dựng hạng II, hạng III",
  "Cấp giấy phép xuất bản tài liệu không kinh doanh",
  "Cấp giấy phép hoạt động in",
  "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc",
];

/** Listed, but not yet provided at that level by the province: the listed and the provided level are two facts. */
export const NOT_YET_PROVIDED: readonly string[] = [
  "Cấp chứng chỉ năng lực hoạt động xây dựng hạng II, hạng III",
  "Cấp giấy phép xuất bản tài liệu không kinh doanh",
  "Cấp giấy phép hoạt động in",
];
