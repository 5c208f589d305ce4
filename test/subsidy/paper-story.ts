import type { ClaimWorld, LineSaid } from "./claim-world";

/** The seven lines of the second quarter that screens and papers tell about. */
export const SEVEN: LineSaid[] = [
  { route: "route", rate: "rate", rateVnd: "12000", quantity: "412", amountVnd: "3460800", validTo: "2019-06-01" },
  { route: "route", rate: "rate", rateVnd: "13500", quantity: "187", amountVnd: "1767150", validFrom: "2019-06-01" },
  {
    route: "wayBack",
    rate: "rateBack",
    rateVnd: "12000",
    quantity: "396",
    amountVnd: "3326400",
    validTo: "2019-06-01",
  },
  {
    route: "wayBack",
    rate: "rateBack",
    rateVnd: "13500",
    quantity: "171",
    amountVnd: "1615950",
    validFrom: "2019-06-01",
  },
  { route: "labour", rate: "labourRate", rateVnd: "85000", quantity: "24", rateUnit: "PER_TRIP", amountVnd: "1428000" },
  {
    route: "labourBack",
    rate: "labourBackRate",
    rateVnd: "85000",
    quantity: "22",
    rateUnit: "PER_TRIP",
    amountVnd: "1309000",
  },
  { route: "police", rate: "policeRate", rateVnd: "450000", quantity: "3", rateUnit: "PER_MONTH", amountVnd: "945000" },
];

/** An amount that a double cannot hold: its last đồng would be lost. */
export const BEYOND_DOUBLES = "9007199254740993";

/**
 * Claims in every shape that a paper has: seven lines under way, one that was paid, one that is drawn up, one without
 * lines, one that gives money back, and one of an amount beyond 2^53; an estimate that was granted in part, and a draft.
 */
export async function paperStory(world: ClaimWorld): Promise<void> {
  const { ids } = world;
  await world.make("agency", "police-agency", { code: "CAT", name: "Công an tỉnh Yên Bái", kind: "CENTRAL_AGENCY" });
  await world.make("agency", "labour-agency", {
    code: "SLDTBXH",
    name: "Sở Lao động - Thương binh và Xã hội tỉnh Yên Bái (Phòng Lao động, Việc làm và Giáo dục nghề nghiệp)",
    kind: "DEPARTMENT",
  });
  for (const [name, from, to, direction, rateUnit, amountVnd] of [
    ["labour", "oneStop", "labour-agency", "IN", "PER_TRIP", "85000"],
    ["labourBack", "labour-agency", "oneStop", "OUT", "PER_TRIP", "85000"],
    ["police", "oneStop", "police-agency", "BOTH", "PER_MONTH", "450000"],
  ]) {
    await world.make("transferRoute", name, {
      ...{ code: `VC-${name.toUpperCase()}`, direction, carrier: "POST", carriedBy: ids.post },
      ...{ from: ids[from], to: ids[to] },
    });
    const rate = { route: ids[name], rateUnit, amountVnd, validFrom: "2019-01-01" };
    await world.make("transferRate", `${name}Rate`, rate);
  }
  const people = [];
  for (const name of ["Giàng A Phử", "Phạm Đức Thuận", "Hà Thị Loan"])
    people.push(
      await world.make("person", name, {
        ...{ name, email: `x${people.length}@test.example`, roles: ["FINANCE"], agency: ids.payer, isActive: true },
      }),
    );
  const [drafter, checker, approver] = people;
  for (const [amountVnd, kind, document, decidedOn] of [
    ["50000000", "GRANTED", "Quyết định số 10/QĐ-UBND", "2019-01-02"],
    ["10000000", "AMENDED", "Quyết định số 214/QĐ-UBND", "2019-05-20"],
  ])
    await world.make("subsidyBudgetLine", document, {
      ...{ program: ids.program, kind, amountVnd, document, decidedOn },
      ...{ chapter: "605", category: "340-341", item: "6605" },
    });
  const papers = {
    contract: "Hợp đồng 15/HĐ-2019 ngày 02/01/2019",
    minutes: "07/BBNT",
    invoiceNumber: "0004127",
    invoicePrice: "WITH_VAT",
    vatPercent: "10",
    payeeAccount: "8700201000123, Ngân hàng Nông nghiệp và Phát triển nông thôn Việt Nam, chi nhánh Văn Chấn",
    source: "Bộ kiểm thử",
    certainty: "DEMO",
  };
  await world.claim("01/ĐN-BĐT", { ...papers, firstDay: "2019-01-01", lastDay: "2019-03-31" });
  await world.submit("01/ĐN-BĐT", [
    {
      ...SEVEN[0],
      quantity: "1420",
      amountVnd: "11927650",
      wantedVnd: "12000000",
      validFrom: "2019-01-01",
      validTo: "2019-04-01",
    },
  ]);
  await world.step("01/ĐN-BĐT", "check", { state: "CHECKED", checkedBy: checker, checkedOn: "2019-04-10" });
  await world.step("01/ĐN-BĐT", "approve", { state: "APPROVED", approvedBy: approver, approvedOn: "2019-04-12" });
  await world.step("01/ĐN-BĐT", "pay", { state: "PAID", voucher: "UNC 118", paidBy: drafter, paidOn: "2019-04-20" });

  await world.claim("02/ĐN-BĐT", { ...papers, acceptedOn: "2019-07-05", invoicedOn: "2019-07-06" });
  await world.submit("02/ĐN-BĐT", SEVEN, { vatVnd: "1259300", submittedBy: drafter, submittedOn: "2019-07-08" });
  await world.step("02/ĐN-BĐT", "check", { state: "CHECKED", checkedBy: checker, checkedOn: "2019-07-18" });

  await world.claim("03/ĐN-BĐT");
  await world.claim("04/ĐN-BĐT", { firstDay: "2019-07-01", lastDay: "2019-07-19" });
  await world.submit("04/ĐN-BĐT", []);
  await world.claim("05/ĐN-BĐT", {
    ...{ firstDay: "2019-01-01", lastDay: "2019-03-31", kind: "ADJUSTING", adjusts: ids["01/ĐN-BĐT"] },
  });
  const [first] = SEVEN;
  const inFirst = { validFrom: "2019-01-01", validTo: "2019-04-01", windowFrom: "2019-01-01" };
  await world.submit(
    "05/ĐN-BĐT",
    [
      { ...first, ...inFirst, quantity: "-1420", amountVnd: "-11927650" },
      { ...first, ...inFirst, quantity: "1400.5", amountVnd: "11764200" },
    ],
    // Computed on the one claim that it corrects.
    { pinned: { approved: { claims: 1 } } },
    "ADJUSTING",
  );
  await world.claim("06/ĐN-BĐT", { firstDay: "2019-10-01", lastDay: "2019-12-31" });
  await world.submit("06/ĐN-BĐT", [
    {
      ...first,
      validFrom: "2019-10-01",
      validTo: "2020-01-01",
      quantity: "1",
      rateVnd: BEYOND_DOUBLES,
      amountVnd: BEYOND_DOUBLES,
    },
    {
      ...first,
      ...{ route: "wayBack", rate: "rateBack", validFrom: "2019-10-01", validTo: "2020-01-01" },
      amountVnd: "1",
    },
  ]);
  await estimates(world, approver);
}

/** What an estimate keeps of what it was asked with, as far as its papers say it. */
const PINNED = {
  form: 1,
  assumptions: [{ vi: "Hồ sơ dự kiến tăng 12,5 %.", en: "Dossiers are expected to grow by 12.5 %." }],
};

async function estimates(world: ClaimWorld, asker: string): Promise<void> {
  const { ids } = world;
  const said = {
    ...{ payer: ids.payer, fiscalYear: 2020, baseFrom: "2018-07-01", baseTo: "2019-06-30", growthPercent: "12.5" },
    ...{ sharePercent: "70", contractor: ids.post, note: "Số hồ sơ đất đai tăng do cấp đổi giấy chứng nhận." },
  };
  await world.make("subsidyEstimate", "asked", { ...said, name: "Dự toán 2020, UBND huyện Văn Chấn" });
  await world.make("subsidyEstimate", "drafted", {
    ...said,
    name: "Dự toán 2021, UBND huyện Văn Chấn",
    fiscalYear: 2021,
  });
  const line = { estimate: ids.asked, payer: ids.payer, sharePercent: "70" };
  await world.write(
    [
      [
        "subsidyEstimate",
        {
          update: {
            id: ids.asked,
            set: { pinned: PINNED, state: "ASKED", totalVnd: "37044000", askedBy: asker, askedOn: "2019-07-15" },
          },
        },
      ],
      [
        "subsidyEstimateLine",
        { create: { ...line, ...perYear(ids.route, "PER_DOSSIER", "13500", "3520", "33264000") } },
      ],
      ["subsidyEstimateLine", { create: { ...line, ...perYear(ids.police, "PER_MONTH", "450000", "12", "3780000") } }],
    ],
    "ask",
  );
  await world.write(
    [
      [
        "subsidyEstimate",
        {
          update: {
            id: ids.asked,
            set: {
              ...{ state: "GRANTED_IN_PART", grantedVnd: "30000000", answerDocument: "Quyết định số 3312/QĐ-UBND" },
              ...{ answeredOn: "2019-07-19", answeredBy: asker, answerNote: "Giao trước 30.000.000 đồng." },
            },
          },
        },
      ],
    ],
    "answer",
  );
}

const perYear = (route: string, rateUnit: string, rateVnd: string, quantity: string, amountVnd: string) => ({
  ...{ route, rateUnit, rateVnd, quantity, amountVnd },
});
