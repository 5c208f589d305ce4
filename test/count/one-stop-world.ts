import type { Asker } from "../support/api";
import { aPeriod, create } from "./count-world";

/** What a one-stop system reports of: a department, a center that receives for it, a commune with its one-stop. */
export interface OneStopWorld {
  months: string[];
  procedures: Record<"birth" | "legal" | "uncoded", string>;
  agencies: Record<"justice" | "center" | "commune" | "oneStop" | "branch" | "otherBranch", string>;
}

export async function oneStopWorld(who: Asker): Promise<OneStopWorld> {
  const months = await create(
    who,
    "Period",
    "changePeriods",
    [5, 6, 7].map((month) => aPeriod(2019, month)),
  );
  const [sector] = await create(who, "Sector", "changeSectors", [{ nameVi: "Hộ tịch" }]);
  const since = "2010-01-01";
  const agency = async (row: object): Promise<string> =>
    (await create(who, "Agency", "changeAgencies", [{ validFrom: since, ...row }]))[0];
  const justice = await agency({ name: "Sở Tư pháp", code: "STP-X", kind: "DEPARTMENT" });
  const center = await agency({ name: "Trung tâm Phục vụ hành chính công", code: "TT-X", kind: "SERVICE_CENTER" });
  const commune = await agency({ name: "UBND xã Minh Bảo", code: "UB-X", kind: "COMMUNE_COMMITTEE" });
  const oneStop = await agency({
    name: "Bộ phận Một cửa xã Minh Bảo",
    code: "MC-X",
    kind: "ONE_STOP",
    parent: commune,
  });
  const branch = await agency({ name: "Phòng Tư pháp", code: "TP-X1", kind: "DISTRICT_DIVISION" });
  const otherBranch = await agency({ name: "Phòng Tư pháp", code: "TP-X2", kind: "DISTRICT_DIVISION" });
  const inForce = { sector, status: "IN_FORCE", validFrom: since };
  const procedure = async (row: object): Promise<string> =>
    (await create(who, "Procedure", "changeProcedures", [{ ...inForce, ...row }]))[0];
  const birth = await procedure({ nameVi: "Đăng ký khai sinh", code: "1.777001", tiers: ["COMMUNE"] });
  const legal = await procedure({
    nameVi: "Cấp phiếu lý lịch tư pháp",
    code: "1.777002",
    tiers: ["PROVINCE"],
    agency: justice,
  });
  const uncoded = await procedure({ nameVi: "Thủ tục chưa có mã", tiers: ["COMMUNE"] });
  return {
    months,
    procedures: { birth, legal, uncoded },
    agencies: { justice, center, commune, oneStop, branch, otherBranch },
  };
}

/** The headings of the report, as the systems write them in their data. */
export const REPORT =
  "MaDonVi,TenDonVi,MaTTHC,TenTTHC,MucDo,TongTiepNhan,TiepNhanTrucTuyen,TiepNhanBCCI,TiepNhanTrucTiep,TraKetQuaQuaBCCI";
