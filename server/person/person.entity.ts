import { bool, choice, code, list, ref, secret, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { personPolicy } from "./person.policy";
import { isActiveAdministrator, personRules } from "./person.rules";

export const ROLE = choice("Role", [
  { value: "ADMINISTRATOR", vi: "Quản trị", en: "Administrator" },
  { value: "CATALOG", vi: "Cán bộ kiểm soát TTHC", en: "Catalog staff" },
  { value: "AGENCY", vi: "Cán bộ cơ quan", en: "Agency staff" },
  { value: "FINANCE", vi: "Tài chính", en: "Finance" },
  { value: "POST", vi: "Bưu điện", en: "Post" },
  { value: "LEADER", vi: "Lãnh đạo", en: "Leader" },
  { value: "REPORTER", vi: "Khai thác số liệu", en: "Reporter" },
]);

/** A person (người dùng) who signs in. The name is seen by all, since every change carries it; the rest by administrators. */
@resource({
  single: "person",
  plural: "people",
  label: { vi: "Người dùng", en: "Person" },
  pluralLabel: { vi: "Người dùng", en: "People" },
  about: {
    vi: "Người dùng của hệ thống, với vai trò và cơ quan.",
    en: "Somebody who uses the system, with roles and an agency.",
  },
  title: "name",
  keys: [["email"]],
  sourced: true,
  policy: personPolicy,
  rules: personRules,
  remainder: {
    is: isActiveAdministrator,
    sql: `is_active = 1 AND INSTR(roles, '"ADMINISTRATOR"') > 0`,
    field: "roles",
    reason: "lastAdministrator",
  },
})
export class Person {
  @field({
    kind: text({ max: 200 }),
    required: true,
    search: true,
    inList: true,
    width: 220,
    label: { vi: "Họ và tên", en: "Name" },
    headers: ["Tên", "Họ tên"],
    about: { vi: "Họ và tên đầy đủ.", en: "The full name." },
  })
  name!: string;

  @field({
    kind: code({ max: 200, pattern: /^[^\s@A-Z]+@[^\s@A-Z]+$/, shape: "ten@coquan.vn" }),
    required: true,
    unique: true,
    search: true,
    inList: true,
    width: 240,
    label: { vi: "Thư điện tử", en: "Email" },
    headers: ["Email", "Thư điện tử công vụ"],
    about: {
      vi: "Địa chỉ thư điện tử, chữ thường, dùng để đăng nhập.",
      en: "The email address, lower case, used to sign in.",
    },
  })
  email!: string;

  @field({
    kind: list(ROLE, { max: 7 }),
    required: true,
    inList: true,
    width: 200,
    label: { vi: "Vai trò", en: "Roles" },
    about: { vi: "Các vai trò được giao.", en: "The roles given." },
  })
  roles!: string[];

  @field({
    kind: ref("agency"),
    inList: true,
    width: 240,
    label: { vi: "Cơ quan", en: "Agency" },
    headers: ["Đơn vị"],
    about: {
      vi: "Cơ quan công tác; phạm vi dữ liệu của cán bộ cơ quan.",
      en: "The agency they work for; agency staff see its part of the tree.",
    },
  })
  agency!: string;

  @field({
    kind: bool(),
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Đang hoạt động", en: "Active" },
    about: { vi: "Người không hoạt động không đăng nhập được.", en: "Who is not active cannot sign in." },
  })
  isActive!: boolean;

  @field({
    kind: secret({ min: 15 }),
    label: { vi: "Mật khẩu", en: "Password" },
    about: {
      vi: "Mật khẩu mới, ít nhất 15 ký tự; chỉ ghi, không bao giờ đọc lại được.",
      en: "A new password of at least 15 characters; written only, never read back.",
    },
  })
  password!: string;
}
