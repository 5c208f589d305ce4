import { ref } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { targetPolicy } from "./target.policy";

/** A catalog that a criterion is about; several together are the set of their distinct procedures. */
@resource({
  single: "criterionCatalog",
  plural: "criterionCatalogs",
  label: { vi: "Danh mục của chỉ tiêu", en: "Criterion's catalog" },
  pluralLabel: { vi: "Danh mục của chỉ tiêu", en: "Criteria's catalogs" },
  about: {
    vi: "Danh mục mà chỉ tiêu tính trên đó; nhiều danh mục thì mỗi thủ tục tính một lần.",
    en: "A catalog that a criterion is about; in several catalogs a procedure counts once.",
  },
  title: "catalog",
  keys: [["criterion", "catalog"]],
  uniqueTogether: [["criterion", "catalog"]],
  sourced: true,
  policy: targetPolicy,
  defaultSort: [{ field: "criterion" }, { field: "catalog" }],
})
export class CriterionCatalog {
  @field({
    kind: ref("criterion"),
    required: true,
    write: "create",
    inList: true,
    width: 140,
    label: { vi: "Chỉ tiêu", en: "Criterion" },
    about: { vi: "Chỉ tiêu tính trên danh mục.", en: "The criterion." },
  })
  criterion!: string;

  @field({
    kind: ref("catalog"),
    required: true,
    write: "create",
    inList: true,
    width: 360,
    label: { vi: "Danh mục", en: "Catalog" },
    about: { vi: "Danh mục được tính.", en: "The catalog that counts." },
  })
  catalog!: string;
}
