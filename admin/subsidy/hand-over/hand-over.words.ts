import { defineWords } from "../../platform/language";

export const words = defineWords({
  vi: { cuts: "Xem nhanh", all: "Tất cả", unsigned: "Chưa đủ chữ ký", late: "Chuyển chậm" },
  en: { cuts: "Quick views", all: "All", unsigned: "Not signed by both", late: "Moved late" },
});
