import { ref } from "../platform/kinds/all";
import { field, resource } from "../platform/registry/declare";
import { communeRoutes } from "./commune-route.set-rule";
import { partiesOfProgram } from "./program.rules";
import { sharePercent } from "./subsidy.kinds";
import { programRoutePolicy } from "./subsidy.policy";

/** An eligible route (tuyến được hỗ trợ): a transfer route that a subsidy program pays for. */
@resource({
  single: "subsidyProgramRoute",
  plural: "subsidyProgramRoutes",
  label: { vi: "Tuyến được hỗ trợ", en: "Eligible route" },
  pluralLabel: { vi: "Tuyến được hỗ trợ", en: "Eligible routes" },
  about: { vi: "Một tuyến mà kế hoạch kinh phí chi.", en: "A route that a subsidy program pays for." },
  title: "route",
  keys: [["program", "route"]],
  uniqueTogether: [["program", "route"]],
  sourced: true,
  policy: programRoutePolicy,
  defaultSort: [{ field: "program" }, { field: "route" }],
  setRules: [communeRoutes],
  derive: { fields: ["payer", "contractor"], from: { program: ["payer", "contractor"] }, compute: partiesOfProgram },
})
export class SubsidyProgramRoute {
  @field({
    kind: ref("subsidyProgram"),
    required: true,
    write: "create",
    search: true,
    inList: true,
    width: 280,
    label: { vi: "Kế hoạch", en: "Program" },
    headers: ["Kế hoạch kinh phí"],
    about: { vi: "Kế hoạch chi cho tuyến.", en: "The program that pays for the route." },
  })
  program!: string;

  @field({
    kind: ref("transferRoute"),
    required: true,
    write: "create",
    search: true,
    inList: true,
    width: 180,
    label: { vi: "Tuyến", en: "Route" },
    headers: ["Tuyến luân chuyển", "Mã tuyến"],
    about: { vi: "Tuyến luân chuyển.", en: "The transfer route." },
  })
  route!: string;

  @field({
    kind: sharePercent(),
    inList: true,
    width: 150,
    label: { vi: "Mức hỗ trợ riêng (%)", en: "Own share (%)" },
    about: {
      vi: "Mức hỗ trợ riêng của tuyến; trống là theo mức của kế hoạch.",
      en: "The route's own share; empty is that of the program.",
    },
  })
  sharePercent!: string;

  @field({
    kind: ref("agency"),
    write: "never",
    width: 220,
    label: { vi: "Cơ quan chi", en: "Payer" },
    about: { vi: "Cơ quan chi của kế hoạch.", en: "Who pays by the program." },
  })
  payer!: string;

  @field({
    kind: ref("agency"),
    write: "never",
    width: 220,
    label: { vi: "Đơn vị được thanh toán", en: "Contractor" },
    about: { vi: "Đơn vị được thanh toán của kế hoạch.", en: "Whom the program pays as a rule." },
  })
  contractor!: string;
}
