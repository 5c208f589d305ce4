import { committeeKey } from "./agency.facts";
import { oneStopKey } from "./agency.demo";
import { agencyKey } from "./agency.plan";
import { DEMO, ref, type PlannedRow } from "./plan";

const OFFICE = agencyKey("VPTH");
const VAN_CHAN = committeeKey("unit/140");

/**
 * The invented people. The first of each role is the one whom the demo's sign-in page offers. Their addresses lie in
 * the reserved domain .example, and their passwords are not part of the seeds.
 */
const PEOPLE: readonly [name: string, email: string, role: string, agency: string][] = [
  ["Hoàng Văn Sơn", "son.hv", "ADMINISTRATOR", OFFICE],
  ["Nguyễn Thị Ánh Tuyết", "tuyet.nta", "CATALOG", agencyKey("KSTT")],
  ["Lò Thị Mỷ", "my.lt", "AGENCY", agencyKey("STP")],
  ["Phạm Đức Thuận", "thuan.pd", "FINANCE", VAN_CHAN],
  ["Giàng A Phử", "phu.ga", "POST", agencyKey("BD")],
  ["Vũ Hữu Nghĩa", "nghia.vh", "LEADER", agencyKey("UBT")],
  ["Đỗ Quỳnh Như", "nhu.dq", "REPORTER", OFFICE],
  ["Trần Thị Hạnh", "hanh.tt", "CATALOG", agencyKey("KSTT")],
  ["Hà Thị Loan", "loan.ht", "FINANCE", VAN_CHAN],
  ["Đinh Công Tráng", "trang.dc", "FINANCE", VAN_CHAN],
  ["Bàn Văn Phúc", "phuc.bv", "AGENCY", agencyKey("SGTVT")],
  ["Sùng Thị Dê", "de.st", "AGENCY", committeeKey("unit/136")],
  ["Hoàng Thị Sen", "sen.ht", "AGENCY", oneStopKey("04375")],
  ["Lê Minh Khôi", "khoi.lm", "AGENCY", agencyKey("CAT")],
  ["Nông Văn Bình", "binh.nv", "POST", agencyKey("BD-140")],
  ["Trịnh Minh Đức", "duc.tm", "FINANCE", agencyKey("UBT")],
];

export function personRows(): PlannedRow[] {
  return PEOPLE.map(([name, mailbox, role, agency]) => ({
    resource: "Person",
    key: `person/${mailbox}`,
    create: {
      name,
      email: `${mailbox}@yenbai.example`,
      roles: [role],
      agency: ref(agency),
      isActive: true,
      ...DEMO,
    },
  }));
}
