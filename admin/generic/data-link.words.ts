import { defineWords } from "../platform/language";

/** Words of "Lấy đường dẫn dữ liệu". */
export const words = defineWords({
  vi: {
    open: "Lấy đường dẫn dữ liệu",
    title: "Lấy số liệu này từ nơi khác",
    lead: "Mỗi cách dưới đây lấy đúng những gì đang xem, kèm một khóa truy cập. Khóa chỉ đọc được những gì bạn đọc được.",
    token: "Tạo hoặc thu hồi khóa",
    graphqlLead: "Cho chương trình đọc GraphQL: gửi câu hỏi cùng các biến đến",
    more: "Muốn đọc tiếp thì tăng offset; limit nhiều nhất 1.000 dòng một lần, total là số dòng cả thảy.",
    query: "Câu hỏi GraphQL",
    variables: "Biến",
    curlLead: "Chạy trong cửa sổ dòng lệnh, sau khi đặt khóa vào biến DANH_MUC_TOKEN.",
    curl: "Lệnh curl",
    csv: "Địa chỉ CSV",
    csvLead:
      "Trả về mọi dòng của điều kiện lọc, không chia trang. Đang đăng nhập thì mở được ngay; công cụ khác gửi khóa trong phần đầu Authorization, không gửi trong địa chỉ.",
    csvAddress: "Địa chỉ CSV",
    csvCurl: "Tải bằng curl",
    powerLead: (parameter: string) =>
      `Trong Excel: Dữ liệu, Lấy dữ liệu, Truy vấn trống, Trình soạn thảo nâng cao, rồi dán. Khóa nằm trong tham số ${parameter} của riêng bạn; khi được hỏi cách đăng nhập, chọn Ẩn danh.`,
    powerParameter: (parameter: string) =>
      `Trước hết tạo tham số ${parameter} (Quản lý tham số, kiểu Văn bản) và dán khóa truy cập vào đó.`,
    power: "Power Query",
    rowId: "Mã dòng",
    rowVersion: "Phiên bản",
    copy: "Sao chép",
    copied: "Đã sao chép",
    close: "Đóng",
  },
  en: {
    open: "Get the data link",
    title: "Take this data elsewhere",
    lead: "Each way below fetches exactly what is on screen, with an access token. A token reads only what you may read.",
    token: "Make or revoke a token",
    graphqlLead: "For programs that read GraphQL: send the query and its variables to",
    more: "To read on, raise offset; limit is at most 1,000 rows at a time, and total says how many there are.",
    query: "GraphQL query",
    variables: "Variables",
    curlLead: "Run it in a terminal, after putting the token into the variable DANH_MUC_TOKEN.",
    curl: "curl command",
    csv: "CSV address",
    csvLead:
      "Answers every row of the filter, without pages. While you are signed in it simply opens; other tools send the token in the Authorization header, never in the address.",
    csvAddress: "CSV address",
    csvCurl: "Download with curl",
    powerLead: (parameter: string) =>
      `In Excel: Data, Get Data, Blank Query, Advanced Editor, then paste. The token stands in a parameter ${parameter} of your own; when asked how to sign in, choose Anonymous.`,
    powerParameter: (parameter: string) =>
      `First make a parameter ${parameter} (Manage Parameters, type Text) and paste the access token into it.`,
    power: "Power Query",
    rowId: "Row id",
    rowVersion: "Version",
    copy: "Copy",
    copied: "Copied",
    close: "Close",
  },
});
