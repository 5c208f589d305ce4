import { choice, code, int, ref, text } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { attachmentStands } from "./attachment/attachment.set-rule";
import { partiesOfClaim } from "./claim.rules";
import { attachmentPolicy } from "./subsidy.policy";

export const ATTACHMENT_KIND = choice("AttachmentKind", [
  { value: "CONTRACT", vi: "Hợp đồng", en: "Contract" },
  { value: "MINUTES", vi: "Biên bản nghiệm thu", en: "Acceptance minutes" },
  { value: "INVOICE", vi: "Hóa đơn", en: "Invoice" },
  { value: "OTHER", vi: "Giấy tờ khác", en: "Other paper" },
]);

/** A paper attached to a claim (giấy tờ kèm theo): its name, what it is and the fingerprint of its bytes, kept apart. */
@resource({
  single: "claimAttachment",
  plural: "claimAttachments",
  label: { vi: "Giấy tờ kèm theo", en: "Attachment" },
  pluralLabel: { vi: "Giấy tờ kèm theo", en: "Attachments" },
  about: { vi: "Một tệp đính kèm đề nghị thanh toán.", en: "A file attached to a claim." },
  title: "name",
  policy: attachmentPolicy,
  readOnly: true,
  setRules: [attachmentStands],
  defaultSort: [{ field: "claim" }, { field: "name" }],
  derive: {
    fields: ["payer", "claimant", "payee"],
    from: { claim: ["payer", "claimant", "payee"] },
    compute: partiesOfClaim,
  },
})
export class ClaimAttachment {
  @field({
    kind: ref("subsidyClaim"),
    required: true,
    inList: true,
    width: 150,
    label: { vi: "Đề nghị", en: "Claim" },
    about: { vi: "Đề nghị mà giấy tờ kèm theo.", en: "The claim it is attached to." },
  })
  claim!: string;

  @field({
    kind: ATTACHMENT_KIND,
    required: true,
    inList: true,
    width: 150,
    label: { vi: "Loại giấy tờ", en: "Kind" },
    about: { vi: "Là giấy tờ gì.", en: "What paper it is." },
  })
  kind!: string;

  @field({
    kind: text({ max: 200 }),
    required: true,
    search: true,
    inList: true,
    width: 260,
    label: { vi: "Tên tệp", en: "File name" },
    about: { vi: "Tên tệp như khi tải lên.", en: "The file's name as it was uploaded." },
  })
  name!: string;

  @field({
    kind: text({ max: 100 }),
    required: true,
    width: 160,
    label: { vi: "Định dạng", en: "Media type" },
    about: { vi: "Kiểu nội dung của tệp.", en: "The media type of its content." },
  })
  mediaType!: string;

  @field({
    kind: int({ min: 1 }),
    required: true,
    inList: true,
    width: 110,
    label: { vi: "Dung lượng (byte)", en: "Size (bytes)" },
    about: { vi: "Số byte của tệp.", en: "How many bytes it has." },
  })
  size!: number;

  @field({
    kind: code({ max: 64, pattern: /^[0-9a-f]{64}$/, shape: "64 chữ số hex" }),
    required: true,
    width: 160,
    label: { vi: "Mã kiểm (SHA-256)", en: "SHA-256" },
    about: { vi: "Mã kiểm của nội dung tệp.", en: "The fingerprint of its content." },
  })
  sha256!: string;

  @field({
    kind: ref("agency"),
    write: "never",
    width: 220,
    label: { vi: "Cơ quan chi", en: "Payer" },
    about: { vi: "Cơ quan chi của đề nghị.", en: "Who pays the claim." },
  })
  payer!: string;

  @field({
    kind: ref("agency"),
    write: "never",
    width: 220,
    label: { vi: "Đơn vị đề nghị", en: "Claimant" },
    about: { vi: "Đơn vị lập đề nghị.", en: "Who claims." },
  })
  claimant!: string;

  @field({
    kind: ref("agency"),
    write: "never",
    width: 220,
    label: { vi: "Đơn vị nhận tiền", en: "Payee" },
    about: { vi: "Đơn vị được chi trả.", en: "Who is paid." },
  })
  payee!: string;
}
