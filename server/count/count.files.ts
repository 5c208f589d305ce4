import type { FileShape, ReferredRow } from "../platform/registry/declare";

/** Kinds of agencies that receive for others and settle nothing themselves. */
const RECEIVES_ONLY = ["SERVICE_CENTER", "POST", "DISTRICT_POST", "POST_POINT"];

/**
 * Who settles the dossiers of a line that does not say it: the agency that is named as competent for the procedure; else
 * the one given for the whole file; else the committee of the one-stop unit that received them, or whoever received them
 * itself. A service center and the Post settle nothing: of theirs it has to be said.
 */
export function settlingAgency(refs: Record<string, ReferredRow | null>, given: string | null): string | null {
  const { procedure, receptionUnit } = refs;
  const named = (procedure?.agency as string | null | undefined) ?? given;
  if (named !== null || !receptionUnit) return named;
  if (receptionUnit.kind === "ONE_STOP") return (receptionUnit.parent as string | null) ?? null;
  return RECEIVES_ONLY.includes(String(receptionUnit.kind)) ? null : receptionUnit.id;
}

/**
 * The report "thủ tục phát sinh hồ sơ" of the one-stop systems: a line is a procedure at a unit. Its total of what was
 * received is checked; the level it states is derived here from the channel provided on the period's last day.
 */
export const countFiles: FileShape = {
  sums: [
    {
      label: { vi: "Tổng tiếp nhận", en: "Received, total" },
      headers: ["TongTiepNhan", "Tổng số tiếp nhận"],
      of: ["receivedCounter", "receivedPost", "receivedOnline"],
    },
    {
      label: { vi: "Tổng trả kết quả", en: "Returned, total" },
      headers: ["TongTraKetQua", "Tổng số trả kết quả", "Trả kết quả - Tổng số"],
      of: ["returnedCounter", "returnedPost", "returnedOnline"],
    },
    {
      label: { vi: "Tổng đã giải quyết", en: "Settled, total" },
      headers: ["Đã giải quyết - Tổng số"],
      of: ["settledEarly", "settledOnTime", "settledLate"],
    },
    {
      label: { vi: "Tổng đang giải quyết", en: "Pending, total" },
      headers: ["Đang giải quyết - Tổng số"],
      of: ["pendingInTime", "pendingOverdue"],
    },
  ],
  // A total that stands over "Kỳ trước" counts it in with some and not with others: it says nothing to check.
  derived: ["MucDo", "Mức độ", "Mức độ DVC", "CoPhatSinhHoSo", "Có phát sinh hồ sơ", "Tiếp nhận - Tổng số"],
  fill: {
    field: "agency",
    from: { procedure: ["agency"], receptionUnit: ["kind", "parent"] },
    on: { via: "period", field: "lastDay" },
    choose: settlingAgency,
  },
};
