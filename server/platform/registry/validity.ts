import { date } from "../kinds/all";
import type { FieldOptions } from "./declare";

/** The first day a row holds. */
export const VALIDITY_FROM: FieldOptions = {
  kind: date({ open: "from" }),
  inList: true,
  width: 110,
  label: { vi: "Từ ngày", en: "From" },
  about: {
    vi: "Ngày đầu tiên có hiệu lực; trống là từ trước tới nay.",
    en: "The first day it holds; empty means always before.",
  },
};

/** The first day a row no longer holds. */
export const VALIDITY_TO: FieldOptions = {
  kind: date({ open: "to" }),
  inList: true,
  width: 110,
  label: { vi: "Đến trước ngày", en: "Until" },
  about: {
    vi: "Ngày đầu tiên không còn hiệu lực; trống là chưa kết thúc.",
    en: "The first day it no longer holds; empty means no end.",
  },
};
