import { choice } from "../platform/kinds/all";

/** What an agency is on a dossier's way. */
export const AGENCY_KIND = choice("AgencyKind", [
  { value: "PROVINCE_COMMITTEE", vi: "UBND cấp tỉnh", en: "Provincial committee" },
  { value: "DISTRICT_COMMITTEE", vi: "UBND cấp huyện", en: "District committee" },
  { value: "COMMUNE_COMMITTEE", vi: "UBND cấp xã", en: "Commune committee" },
  { value: "OFFICE", vi: "Văn phòng", en: "Office" },
  { value: "PROCEDURE_CONTROL", vi: "Bộ phận kiểm soát TTHC", en: "Procedure control division" },
  { value: "DEPARTMENT", vi: "Sở, ban, ngành", en: "Department" },
  { value: "DISTRICT_DIVISION", vi: "Phòng chuyên môn cấp huyện", en: "District division" },
  { value: "CENTRAL_AGENCY", vi: "Cơ quan trung ương tại tỉnh", en: "Central agency" },
  { value: "CENTRAL_BRANCH", vi: "Chi nhánh cơ quan trung ương tại huyện", en: "District branch of a central agency" },
  { value: "LAND_REGISTRY_BRANCH", vi: "Chi nhánh văn phòng đăng ký đất đai", en: "Land registry branch" },
  { value: "SERVICE_CENTER", vi: "Trung tâm phục vụ hành chính công", en: "Public administration service center" },
  { value: "ONE_STOP", vi: "Bộ phận một cửa", en: "One-stop unit" },
  { value: "POST", vi: "Bưu điện tỉnh", en: "Provincial post" },
  { value: "DISTRICT_POST", vi: "Bưu điện huyện", en: "District post" },
  { value: "POST_POINT", vi: "Điểm phục vụ bưu chính", en: "Post point" },
]);
