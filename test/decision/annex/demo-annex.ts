import { wordHtml, type Cell } from "./clipboard";

const band = (text: string): Cell[] => [{ text, columns: 6 }];
const HEAD: Cell[] = ["STT", "Mã số TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Cơ quan thực hiện", "Ghi chú"];

/**
 * An annex of thirty procedures on the demo's postal catalog, as an office would type it: 10 new ones, of which one is
 * known to nobody; 14 amended, two of them worded so that somebody has to look; 6 abolished.
 */
export const DEMO_ROWS: Cell[][] = [
  HEAD,
  ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
  band("A. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH"),
  band("I. LĨNH VỰC HỘ TỊCH"),
  ["1", "1.000656.000.00.00.H63", "Thủ tục đăng ký khai tử", "", "UBND cấp xã", ""],
  ["2", "1.001193", "Đăng ký khai sinh", "", "UBND cấp xã", ""],
  ["3", "", "ĐĂNG KÝ KHAI TỬ LƯU ĐỘNG", "", "UBND cấp xã", ""],
  ["4", "", "Cấp trích lục ghi chú việc nhận con nuôi nước ngoài", "", "Sở Tư pháp", "mới"],
  band("II. LĨNH VỰC BẢO TRỢ XÃ HỘI"),
  ["5", "1.001699", "Xác định, xác định lại mức độ khuyết tật", "", "UBND cấp xã", ""],
  ["6", "1.011606", "Công nhận hộ nghèo, hộ cận nghèo định kỳ hằng năm", "", "UBND cấp xã", ""],
  ["7", "1.011607", "Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm", "", "UBND cấp xã", ""],
  band("III. LĨNH VỰC ĐẤT ĐAI"),
  ["8", "1.012786", "Cấp lại giấy chứng nhận do bị mất", "", "", ""],
  ["9", "", "Cấp phù hiệu xe ô tô kinh doanh vận tải", "Đường bộ", "Sở Giao thông vận tải", ""],
  ["10", "", "Khai lệ phí trước bạ", "Khai thuế", "Cục Thuế tỉnh", ""],
  band("B. DANH MỤC THỦ TỤC HÀNH CHÍNH SỬA ĐỔI, BỔ SUNG"),
  HEAD,
  ["1", "1.012783", "Cấp đổi giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở", "Đất đai", "", ""],
  ["2", "3.000347", "Đổi giấy phép lái xe", "Đường bộ", "Sở Giao thông vận tải", ""],
  ["3", "3.000346", "Cấp giấy phép lái xe", "Đường bộ", "Sở Giao thông vận tải", ""],
  ["4", "1.012784", "Tách thửa, hợp thửa đất", "Đất đai", "", ""],
  ["5", "1.012790", "Đính chính giấy chứng nhận", "Đất đai", "", ""],
  ["6", "", "Cấp chứng chỉ hành nghề dược cho cá nhân", "Dược phẩm", "Sở Y tế", ""],
  ["7", "", "Đăng kí nội quy lao động", "Lao động", "", ""],
  ["8", "", "Bổ nhiệm lại công chứng viên", "Công chứng", "Sở Tư pháp", ""],
  ["9", "", "Cấp giấy phép hoạt động in", "Xuất bản", "", ""],
  ["10", "1.001612", "Đăng ký thành lập hộ kinh doanh", "", "UBND cấp huyện", ""],
  ["11", "2.000720", "Đăng ký thay đổi nội dung đăng ký hộ kinh doanh", "", "UBND cấp huyện", ""],
  ["12", "1.001570", "Tạm ngừng kinh doanh hộ kinh doanh", "", "UBND cấp huyện", ""],
  ["13", "", "Cấp hộ chiếu phổ thông", "", "Công an tỉnh", ""],
  ["14", "1.001613", "Hưởng bảo hiểm xã hội một lần", "Bảo hiểm xã hội", "", ""],
  band("C. DANH MỤC THỦ TỤC HÀNH CHÍNH BÃI BỎ"),
  band("I. Sở Y tế"),
  ["1", "", "Cấp giấy chứng nhận đủ điều kiện kinh doanh dược", "", "", ""],
  ["2", "", "Cấp chứng chỉ hành nghề khám bệnh, chữa bệnh", "", "", ""],
  band("II. THỦ TỤC HÀNH CHÍNH CẤP HUYỆN"),
  ["3", "1.001266", "Chấm dứt hoạt động hộ kinh doanh", "", "", ""],
  ["4", "2.000575", "Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh", "", "", ""],
  ["5", "2.002308", "Mai táng phí đối với thanh niên xung phong", "", "", ""],
  ["6", "1.002759", "Cấp lại sổ bảo hiểm xã hội", "", "", ""],
];

export const demoAnnex = (): string =>
  wordHtml([
    {
      before: ["PHỤ LỤC", "(Ban hành kèm theo Quyết định số 25/QĐ-UBND của Ủy ban nhân dân tỉnh)"],
      rows: DEMO_ROWS,
      after: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    },
  ]);
