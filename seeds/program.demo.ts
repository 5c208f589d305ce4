import { agencyKey } from "./agency.plan";
import { committeeKey } from "./agency.facts";
import { DEMO, ref, type PlannedRow, type PlannedValues, type Step } from "./plan";
import { routeKey } from "./route.demo";

const VAN_CHAN = committeeKey("unit/140");
const MU_CANG_CHAI = committeeKey("unit/137");
const PROVINCE = agencyKey("UBT");
const POST = agencyKey("BD");

interface ProgramPlan {
  key: string;
  name: string;
  payer: string;
  terms: Record<string, string | number>;
  routes: string[];
  budget: [kind: "GRANTED" | "AMENDED", amount: number, document: string, decidedOn: string][];
}

/** The programs of 2019: Văn Chấn's, which the demo tells of, another district's, and the province's. */
const PROGRAMS: readonly ProgramPlan[] = [
  {
    key: "program/140",
    name: "Kế hoạch 2019, UBND huyện Văn Chấn",
    payer: VAN_CHAN,
    terms: {
      quantityFrom: "HAND_OVERS",
      claimPeriod: "QUARTER",
      sharePercent: "70",
      capVnd: "15000000",
      capPer: "CLAIM_PERIOD",
    },
    routes: ["140-VPDK-DI", "140-VPDK-VE", "140-SLDTBXH-DI", "140-SLDTBXH-VE", "140-STP-DI", "140-CAT"],
    budget: [
      ["GRANTED", 50_000_000, "Quyết định MH-05/QĐ-UBND", "2018-12-28"],
      ["AMENDED", 10_000_000, "Quyết định MH-06/QĐ-UBND", "2019-03-15"],
    ],
  },
  {
    key: "program/137",
    name: "Kế hoạch 2019, UBND huyện Mù Cang Chải",
    payer: MU_CANG_CHAI,
    terms: { quantityFrom: "HAND_OVERS", claimPeriod: "HALF_YEAR", sharePercent: "80" },
    routes: ["137-VPDK-DI", "137-VPDK-VE", "137-CAT"],
    budget: [["GRANTED", 25_000_000, "Quyết định MH-07/QĐ-UBND", "2018-12-27"]],
  },
  {
    key: "program/province",
    name: "Kế hoạch 2019, UBND tỉnh: Trung tâm Phục vụ hành chính công",
    payer: PROVINCE,
    terms: { quantityFrom: "COUNTS", claimPeriod: "QUARTER", sharePercent: "100" },
    routes: [],
    budget: [["GRANTED", 180_000_000, "Quyết định MH-08/QĐ-UBND", "2018-12-20"]],
  },
];

/** Programs with their routes and budgets; the province pays the routes of its service center that the Post carries. */
export function programSteps(centerRoutes: readonly string[]): Step[] {
  const routesOf = ({ key, routes }: ProgramPlan): readonly string[] =>
    key === "program/province" ? centerRoutes : routes;
  return [
    {
      note: "Kế hoạch kinh phí luân chuyển hồ sơ (minh họa)",
      rows: PROGRAMS.map(({ key, name, payer, terms }) => ({
        resource: "SubsidyProgram",
        key,
        create: { name, payer: ref(payer), contractor: ref(POST), fiscalYear: 2019, ...terms, ...DEMO },
      })),
    },
    {
      note: "Tuyến được hỗ trợ (minh họa)",
      rows: PROGRAMS.flatMap((program) =>
        routesOf(program).map((code) => ({
          resource: "SubsidyProgramRoute",
          key: `${program.key}/${code}`,
          create: { program: ref(program.key), route: ref(routeKey(code)), ...DEMO },
        })),
      ),
    },
    {
      note: "Kinh phí được giao (minh họa)",
      rows: PROGRAMS.flatMap(({ key, budget }) =>
        budget.map(([kind, amount, document, decidedOn]) => ({
          resource: "SubsidyBudgetLine",
          key: `${key}/${document}`,
          create: {
            program: ref(key),
            kind,
            amountVnd: String(amount),
            document,
            decidedOn,
            category: "340-341",
            item: "6605",
            ...DEMO,
          },
        })),
      ),
    },
    {
      note: "Dự toán năm 2020 (minh họa)",
      rows: [
        {
          resource: "SubsidyEstimate",
          key: "estimate/140/2020",
          create: {
            name: "Dự toán 2020, UBND huyện Văn Chấn",
            payer: ref(VAN_CHAN),
            contractor: ref(POST),
            fiscalYear: 2020,
            baseFrom: "2018-07-01",
            baseTo: "2019-06-30",
            growthPercent: "5",
            sharePercent: "70",
            ...DEMO,
          },
        },
      ],
    },
  ];
}

interface ClaimPlan {
  key: string;
  code: string;
  firstDay: string;
  lastDay: string;
  minutes: string;
  acceptedOn: string;
  invoiceNumber: string;
  invoicedOn: string;
}

const CLAIMS: readonly ClaimPlan[] = [
  {
    key: "claim/140/q1",
    code: "ĐN-UB-140-2019-Q1",
    firstDay: "2019-01-01",
    lastDay: "2019-03-31",
    minutes: "01/NT-BĐ",
    acceptedOn: "2019-04-04",
    invoiceNumber: "0003088",
    invoicedOn: "2019-04-05",
  },
  {
    key: "claim/140/q2",
    code: "ĐN-UB-140-2019-Q2",
    firstDay: "2019-04-01",
    lastDay: "2019-06-30",
    minutes: "02/NT-BĐ",
    acceptedOn: "2019-07-05",
    invoiceNumber: "0004127",
    invoicedOn: "2019-07-05",
  },
];

const person = (mailbox: string) => ref(`person/${mailbox}`);
const step = (note: string, verb: string, key: string, set: PlannedValues): Step => ({
  note,
  verb,
  rows: [{ resource: "SubsidyClaim", key, set }],
});

/**
 * The claims of Văn Chấn: the first quarter's is paid, the second one's is checked and waits for a second person. Their
 * lines are computed when they are submitted, like everybody's.
 */
export function claimSteps(): Step[] {
  const [first, second] = CLAIMS;
  const drawnUp: PlannedRow[] = CLAIMS.map(({ key, ...papers }) => ({
    resource: "SubsidyClaim",
    key,
    create: {
      ...papers,
      program: ref("program/140"),
      claimant: ref(POST),
      payee: ref(POST),
      payeeAccount: "Tài khoản minh họa của Bưu điện tỉnh",
      contract: "15/HĐ-2019",
      invoicePrice: "WITH_VAT",
      vatPercent: "10",
      ...DEMO,
    },
  }));
  const submit = (key: string, on: string): Step => ({
    note: "Gửi đề nghị thanh toán (minh họa)",
    rows: [],
    submits: { claim: ref(key), by: person("phu.ga"), on },
  });
  const check = (key: string, on: string) =>
    step("Kiểm tra đề nghị thanh toán (minh họa)", "check", key, {
      state: "CHECKED",
      checkedBy: person("thuan.pd"),
      checkedOn: on,
    });
  return [
    { note: "Đề nghị thanh toán (minh họa)", rows: drawnUp },
    submit(first.key, "2019-04-08"),
    check(first.key, "2019-04-15"),
    step("Phê duyệt đề nghị thanh toán (minh họa)", "approve", first.key, {
      state: "APPROVED",
      approvedBy: person("loan.ht"),
      approvedOn: "2019-04-18",
    }),
    step("Thanh toán đề nghị (minh họa)", "pay", first.key, {
      state: "PAID",
      paidBy: person("thuan.pd"),
      paidOn: "2019-04-22",
      voucher: "UNC-019",
    }),
    submit(second.key, "2019-07-08"),
    check(second.key, "2019-07-18"),
  ];
}
