/**
 * What the demo's dossier counts tell of 2018, line by line; all of it is invented. The sums are the published shares of
 * Yên Bái (480 of 48,000 received by post, 3,168 results returned by post) and the baseline of the six targets, which
 * test/seeds/story-counts.test.ts adds up again. Procedures are named by their code, or by name while they have none.
 */

/** One procedure of one settling agency, or of all districts or communes of the demo together. */
export interface CountLine {
  procedure: string;
  agency: string;
  /** Who receives: the provincial service center, the agency itself, or the one-stops of districts or communes. */
  at: Reception;
  /** Dossiers of 2018: received in all, of them by post and online, and results returned by post. */
  received: number;
  post: number;
  online: number;
  returnedPost: number;
  /** Goes by post although the catalog does not list it, or did not yet: then no month is left out. */
  isUnlisted?: boolean;
  /** Dossiers a month that begin to come in 2019, from the first month in which the channel is lawful. */
  later?: { post?: number; online?: number; returnedPost?: number };
}

export type Reception = "CENTER" | "SELF" | "DISTRICTS" | "COMMUNES";

type More = Pick<CountLine, "isUnlisted" | "later">;
type Line = [procedure: string, received: number, post?: number, online?: number, returnedPost?: number, more?: More];

const of = (agency: string, at: Reception, lines: Line[]): CountLine[] =>
  lines.map(([procedure, received, post = 0, online = 0, returnedPost = 0, more = {}]) => ({
    procedure,
    agency,
    at,
    received,
    post,
    online,
    returnedPost,
    ...more,
  }));

const UNLISTED: More = { isUnlisted: true };

export const COUNT_LINES: readonly CountLine[] = [
  ...of("STP", "CENTER", [
    ["Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam", 320, 6, 138, 55, UNLISTED],
    ["Đăng ký hoạt động của văn phòng luật sư, công ty luật", 30, 1, 0, 3],
    ["Bổ nhiệm lại công chứng viên", 0],
  ]),
  ...of("SKHDT", "CENTER", [
    ["Đăng ký hoạt động chi nhánh, văn phòng đại diện", 2740, 30, 1260, 230],
    ["Đăng ký thành lập công ty trách nhiệm hữu hạn một thành viên", 250, 8, 92, 54],
    ["Đăng ký thay đổi địa chỉ trụ sở chính của doanh nghiệp", 160, 0, 50],
  ]),
  ...of("SGTVT", "CENTER", [
    ["3.000346", 9830, 74, 0, 460], // Cấp giấy phép lái xe
    ["3.000347", 1110, 28, 420, 222], // Đổi giấy phép lái xe
    ["3.000348", 302, 0, 0, 0, { later: { post: 2, returnedPost: 4 } }], // Cấp lại giấy phép lái xe
    ["Cấp giấy phép kinh doanh vận tải bằng xe ô tô", 688],
  ]),
  ...of("SGTVT", "SELF", [["Cấp phù hiệu xe ô tô kinh doanh vận tải", 2270, 16, 0, 20, UNLISTED]]),
  ...of("STNMT", "CENTER", [
    ["1.013831", 3800, 0, 0, 60], // Đăng ký biến động
    ["1.012783", 1400, 0, 0, 31], // Cấp đổi giấy chứng nhận quyền sử dụng đất
    ["1.012784", 1150], // Tách thửa, hợp thửa đất
    ["1.012786", 280], // Cấp lại giấy chứng nhận do bị mất
    ["1.012790", 160], // Đính chính giấy chứng nhận
    ["1.011441", 380, 18, 120, 14], // Đăng ký biện pháp bảo đảm
    ["1.011442", 130, 0, 0, 0, { later: { online: 2 } }], // Đăng ký thay đổi biện pháp bảo đảm
    ["1.011443", 120], // Xóa đăng ký biện pháp bảo đảm
    ["Cấp giấy phép khai thác, sử dụng nước dưới đất", 50, 12, 0, 8],
    ["Thẩm định báo cáo đánh giá tác động môi trường", 0],
  ]),
  ...of("SLDTBXH", "SELF", [["1.014748", 3150, 25, 0, 120]]), // Hưởng trợ cấp thất nghiệp
  ...of("SLDTBXH", "CENTER", [
    ["1.014199", 400, 16, 78, 30], // Cấp giấy phép lao động cho người lao động nước ngoài
    ["1.014200", 110, 0, 0, 0, { later: { returnedPost: 2 } }], // Cấp lại giấy phép lao động
    ["1.014201", 240], // Gia hạn giấy phép lao động
    ["1.010803", 650, 0, 0, 40], // Giải quyết trợ cấp thờ cúng liệt sĩ
    ["Đăng ký nội quy lao động của doanh nghiệp", 170],
  ]),
  ...of("SCT", "CENTER", [
    ["Cấp giấy chứng nhận đủ điều kiện an toàn thực phẩm (ngành công thương)", 520, 7, 168, 32],
    ["Cấp giấy phép bán buôn rượu trên địa bàn tỉnh", 180],
    ["Thông báo hoạt động khuyến mại", 90, 0, 8],
  ]),
  ...of("SNNPTNT", "CENTER", [
    ["2.001827", 900, 12, 0, 40], // Cấp GCN cơ sở đủ điều kiện ATTP
    ["Cấp giấy chứng nhận đủ điều kiện buôn bán thuốc bảo vệ thực vật", 640],
    ["Cấp chứng chỉ hành nghề thú y", 360],
    ["Cấp mã số cơ sở nuôi, trồng các loài động vật, thực vật", 0],
  ]),
  ...of("SXD", "CENTER", [
    ["Cấp chứng chỉ hành nghề hoạt động xây dựng hạng II, hạng III", 700, 4, 0, 22, { later: { online: 3 } }],
    ["Cấp chứng chỉ năng lực hoạt động xây dựng hạng II, hạng III", 460],
    ["Cấp chứng chỉ hành nghề môi giới bất động sản", 0],
  ]),
  ...of("SGDDT", "CENTER", [
    ["Chỉnh sửa nội dung văn bằng, chứng chỉ", 630, 8, 0, 72],
    ["Cấp bản sao văn bằng, chứng chỉ từ sổ gốc", 520, 0, 0, 0, { later: { online: 4, returnedPost: 5 } }],
  ]),
  ...of("SVHTTDL", "CENTER", [
    ["Cấp thẻ hướng dẫn viên du lịch nội địa", 420, 9, 0, 26, { later: { online: 3 } }],
    ["1.001029", 300], // Cấp giấy phép đủ điều kiện kinh doanh dịch vụ karaoke
    ["Cấp giấy phép tổ chức biểu diễn nghệ thuật", 170],
  ]),
  ...of("SNV", "SELF", [
    ["Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", 610, 6, 0, 32, UNLISTED],
    ["Cho phép thành lập hội có phạm vi hoạt động trong tỉnh", 30],
  ]),
  ...of("STC", "CENTER", [
    ["Đăng ký mã số đơn vị có quan hệ với ngân sách", 416, 0, 0, 8],
    ["Quyết định giá thuộc thẩm quyền của cấp tỉnh", 4],
  ]),
  ...of("STTTT", "CENTER", [
    ["Cấp giấy phép xuất bản tài liệu không kinh doanh", 130],
    ["Cấp giấy phép hoạt động in", 80],
  ]),
  ...of("SKHCN", "CENTER", [
    ["Cấp giấy phép sử dụng thiết bị X-quang chẩn đoán trong y tế", 130],
    ["Đăng ký kết quả thực hiện nhiệm vụ khoa học và công nghệ", 0],
  ]),
  ...of("SYT", "CENTER", [
    ["Cấp chứng chỉ hành nghề khám bệnh, chữa bệnh", 420, 12, 0, 36],
    ["Cấp chứng chỉ hành nghề dược", 260, 8, 0, 24],
    ["Cấp giấy chứng nhận đủ điều kiện kinh doanh dược", 220],
  ]),
  ...of("SNGV", "CENTER", [
    ["Cho phép tổ chức hội nghị, hội thảo quốc tế", 0],
    ["Cử đoàn đi công tác nước ngoài", 0],
  ]),
  ...of("TTRA", "SELF", [
    ["Giải quyết khiếu nại lần đầu tại cấp tỉnh", 30],
    ["Giải quyết tố cáo tại cấp tỉnh", 10],
  ]),
  ...of("BDT", "SELF", [
    ["Công nhận người có uy tín trong đồng bào dân tộc thiểu số", 45],
    ["Đưa ra khỏi danh sách người có uy tín", 5],
  ]),
  ...of("BQLKCN", "SELF", [
    ["Cấp giấy phép lao động trong khu công nghiệp", 62],
    ["Cấp giấy chứng nhận đăng ký đầu tư trong khu công nghiệp", 20],
  ]),
  ...of("CAT", "SELF", [
    ["Cấp hộ chiếu phổ thông", 1100, 0, 0, 420],
    ["Cấp, đổi, cấp lại chứng minh nhân dân", 1100, 0, 0, 430],
    ["Đăng ký, cấp biển số xe", 400, 0, 0, 150],
  ]),
  ...of("BHXH", "SELF", [
    ["Cấp lại, đổi thẻ bảo hiểm y tế", 820, 90, 0, 290],
    ["1.002759", 560], // Cấp lại sổ bảo hiểm xã hội
    ["1.001613", 520, 0, 0, 90], // Hưởng bảo hiểm xã hội một lần
  ]),
  ...of("CTHUE", "SELF", [
    ["Đăng ký thuế lần đầu", 900],
    ["Khai lệ phí trước bạ", 400],
  ]),
  ...of("KBNN", "SELF", [["Đăng ký mở và sử dụng tài khoản tại Kho bạc Nhà nước", 80]]),
  ...of("CTHADS", "SELF", [["Yêu cầu thi hành án dân sự", 150]]),
  ...of("UB", "DISTRICTS", [
    ["2.000720", 620, 20, 260, 35], // Đăng ký thay đổi nội dung đăng ký hộ kinh doanh
    ["1.013225", 400, 14, 0, 30], // Cấp giấy phép xây dựng công trình cấp III, cấp IV
    ["2.000635", 300, 10, 170, 14], // Cấp bản sao Trích lục hộ tịch
    ["1.001612", 80, 6, 0, 12], // Đăng ký thành lập hộ kinh doanh
    ["1.001266", 80], // Chấm dứt hoạt động hộ kinh doanh
    ["2.000942", 70], // Cấp bản sao có chứng thực từ bản chính hợp đồng, giao dịch
    ["1.001570", 60], // Tạm ngừng kinh doanh hộ kinh doanh
    ["1.013226", 50], // Điều chỉnh giấy phép xây dựng
    ["2.002307", 30], // Mai táng phí đối với cựu chiến binh
    ["2.000528", 8], // Đăng ký khai sinh có yếu tố nước ngoài
  ]),
  ...of("UB", "COMMUNES", [
    ["2.000635", 600, 24, 380, 36], // Cấp bản sao Trích lục hộ tịch
    ["1.001193", 440], // Đăng ký khai sinh
    ["1.004873", 380, 16, 0, 22, { later: { online: 4 } }], // Cấp Giấy xác nhận tình trạng hôn nhân
    ["2.000815", 240], // Chứng thực bản sao từ bản chính
    ["1.000894", 160], // Đăng ký kết hôn
    ["1.004772", 60], // Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân
    ["1.010833", 55], // Xác nhận thân nhân người có công
    ["1.004884", 45], // Đăng ký lại khai sinh
    ["1.001653", 40], // Đổi, cấp lại giấy xác nhận khuyết tật
  ]),
];

/** Departments that have not reported June 2019. */
export const SILENT_IN_JUNE: readonly string[] = ["SXD", "STTTT", "SKHCN"];
