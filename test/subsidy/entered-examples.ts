import { AGENCY_KIND } from "../../server/agency/agency-kind";
import type { Kind } from "../../server/platform/kinds/all";
import { CHANNEL } from "../../server/procedure/channel-kind";
import { CARRIER, CLAIM_PERIOD, QUANTITY_SOURCE, RATE_UNIT } from "../../server/subsidy/subsidy.kinds";
import { change, closePeriod, create, reopenPeriod } from "../count/count-world";
import type { Asker } from "../support/api";
import { amount, day, dayAfter, decimal, given, type PageRow } from "../support/page-tables";
import { periodOf, routesOf, subsidyTable } from "./subsidy-examples";

const byWords = (kind: Kind, cell: string): string => kind.choices!.find(({ vi }) => vi === cell)!.value;
const DIRECTIONS: Record<string, string> = {
  "Chuyển hồ sơ đi giải quyết": "IN",
  "Chuyển kết quả về": "OUT",
  "Hai chiều": "BOTH",
};
const CAP_PERS: Record<string, string> = { "Mỗi kỳ đề nghị": "CLAIM_PERIOD", "Cả năm": "YEAR" };
const figure = (cell: string): number | null => (cell === "trống" ? null : Number(cell));
const SIGNED = { "Bên giao ký": "senderSignature", "Bên nhận ký": "receiverSignature" } as const;

/** The page's sample province as it stands in the database, by the page's symbols. */
export interface Entered {
  agencies: Map<string, string>;
  post: string;
  routes: Map<string, string>;
  rates: Map<string, string>;
  handOvers: Map<string, string>;
  programs: Map<string, string>;
  /** The months of 2018 by their first days. */
  months: Map<string, string>;
}

const bySymbol = (rows: readonly PageRow[], name: string, ids: readonly string[]): Map<string, string> =>
  new Map(rows.map((row, at) => [row[name], ids[at]]));

/** Enters the sample province through the API, as people do, and closes the months that claims are made of. */
export async function enterProvince(quan: Asker): Promise<Entered> {
  const agencies = new Map<string, string>();
  for (const row of subsidyTable("Cơ quan")) {
    const parent = agencies.get(row["Trực thuộc"]) ?? null;
    const kind = byWords(AGENCY_KIND, row["Loại"]);
    const [id] = await create(quan, "Agency", "changeAgencies", [{ name: row["Cơ quan"], kind, parent }]);
    agencies.set(row["Ký hiệu"], id);
  }
  const [post] = await create(quan, "Agency", "changeAgencies", [{ name: "Bưu điện tỉnh Mẫu", kind: "POST" }]);
  const routes = await enterRoutes(quan, agencies, post);
  const rateRows = subsidyTable("Đơn giá");
  const rates = await create(
    quan,
    "TransferRate",
    "changeTransferRates",
    rateRows.map((row) => rateOf(row, routes)),
  );
  const handOvers = await enterHandOvers(quan, routes);
  await endRoutes(quan, routes);
  await enterCounts(quan, agencies);
  const programs = await enterPrograms(quan, agencies, post, routes);
  const entered = { agencies, post, routes, rates: bySymbol(rateRows, "Ký hiệu", rates), handOvers, programs };
  const { periods } = await quan.data(
    "{ periods(filter: { kind: { eq: MONTH } }, limit: 100) { items { id firstDay } } }",
  );
  const months = new Map(
    (periods.items as { id: string; firstDay: string }[]).map(({ id, firstDay }) => [firstDay, id]),
  );
  for (const month of CLAIMED_MONTHS) await closePeriod(quan, months.get(month)!);
  return { ...entered, months };
}

/** The months that the approved examples are of. */
const CLAIMED_MONTHS = ["2018-01-01", "2018-02-01"];

async function enterRoutes(quan: Asker, agencies: Map<string, string>, post: string): Promise<Map<string, string>> {
  const rows = subsidyTable("Tuyến luân chuyển");
  const ids = await create(
    quan,
    "TransferRoute",
    "changeTransferRoutes",
    rows.map((row) => {
      const carrier = byWords(CARRIER, row["Người vận chuyển"]);
      return {
        ...{ code: row["Mã tuyến"], from: agencies.get(row["Nơi đi"]), to: agencies.get(row["Nơi đến"]), carrier },
        ...{ direction: DIRECTIONS[row["Chiều"]], carriedBy: carrier === "POST" ? post : null },
      };
    }),
  );
  return bySymbol(rows, "Mã tuyến", ids);
}

/** Routes end when their hand-overs are in: nobody enters one for a day on which a route was not in service. */
async function endRoutes(quan: Asker, routes: Map<string, string>): Promise<void> {
  const dated = subsidyTable("Tuyến luân chuyển").filter((row) => given(row["Từ ngày"]) ?? given(row["Đến hết ngày"]));
  const changes = dated.map((row) => ({
    update: {
      ...{ id: routes.get(row["Mã tuyến"]), version: 1 },
      set: { validFrom: day(row["Từ ngày"]), validTo: dayAfter(row["Đến hết ngày"]) },
    },
  }));
  expect((await change(quan, "TransferRoute", "changeTransferRoutes", changes)).problems).toEqual([]);
}

const rateOf = (row: PageRow, routes: Map<string, string>) => ({
  route: routes.get(row["Tuyến"]),
  rateUnit: byWords(RATE_UNIT, row["Đơn vị tính"]),
  amountVnd: String(amount(row["Đơn giá (đ)"])),
  dossiersPerTrip: given(row["Hồ sơ mỗi chuyến"]) === null ? null : Number(row["Hồ sơ mỗi chuyến"]),
  validFrom: day(row["Từ ngày"]),
  validTo: dayAfter(row["Đến hết ngày"]),
});

async function enterHandOvers(quan: Asker, routes: Map<string, string>): Promise<Map<string, string>> {
  const rows = subsidyTable("Biên bản giao nhận");
  const ids = await create(
    quan,
    "HandOver",
    "changeHandOvers",
    rows.map((row) => ({
      ...{ number: row["Số"], route: routes.get(row["Tuyến"]), handedOn: day(row["Ngày"]) },
      ...{ dossiers: Number(row["Hồ sơ"]), carrier: byWords(CARRIER, row["Người vận chuyển"]) },
      ...Object.fromEntries(Object.entries(SIGNED).map(([heading, name]) => [name, given(row[heading])])),
    })),
  );
  return bySymbol(rows, "Số", ids);
}

async function enterCounts(quan: Asker, agencies: Map<string, string>): Promise<void> {
  const rows = subsidyTable("Số liệu hồ sơ");
  const [sector] = await create(quan, "Sector", "changeSectors", [{ nameVi: "Lĩnh vực mẫu" }]);
  const procedures = [...new Set(rows.map((row) => row["Thủ tục"]))];
  const procedureIds = await create(
    quan,
    "Procedure",
    "changeProcedures",
    procedures.map((nameVi) => ({ nameVi, sector, status: "IN_FORCE", tiers: ["PROVINCE"], validFrom: "2010-01-01" })),
  );
  const names = [
    ...new Set([...Array.from({ length: 12 }, (_, at) => `${at + 1}/2018`), ...rows.map((row) => row["Kỳ"])]),
  ];
  const periods = await create(
    quan,
    "Period",
    "changePeriods",
    names.map((name) => ({ name, kind: name.startsWith("Quý") ? "QUARTER" : "MONTH", ...periodOf(name) })),
  );
  await create(
    quan,
    "Count",
    "changeCounts",
    rows.map((row) => ({
      ...{ period: periods[names.indexOf(row["Kỳ"])], procedure: procedureIds[procedures.indexOf(row["Thủ tục"])] },
      ...{ receptionUnit: agencies.get(row["Nơi nhận"]), agency: agencies.get(row["Cơ quan giải quyết"]) },
      ...{ receivedCounter: figure(row["Nhận tại quầy"]), receivedPost: figure(row["Nhận qua BCCI"]) },
      ...{ receivedOnline: figure(row["Nhận trực tuyến"]), returnedCounter: figure(row["Trả tại quầy"]) },
      ...{ returnedPost: figure(row["Trả qua BCCI"]), returnedOnline: figure(row["Trả trực tuyến"]) },
    })),
  );
}

async function enterPrograms(
  quan: Asker,
  agencies: Map<string, string>,
  contractor: string,
  routes: Map<string, string>,
): Promise<Map<string, string>> {
  const rows = subsidyTable("Kế hoạch kinh phí");
  const ids = await create(
    quan,
    "SubsidyProgram",
    "changeSubsidyPrograms",
    rows.map((row) => ({
      ...{ name: row["Ký hiệu"], payer: agencies.get("TINH"), contractor, fiscalYear: Number(row["Năm"]) },
      ...{
        quantityFrom: byWords(QUANTITY_SOURCE, row["Nguồn"]),
        claimPeriod: byWords(CLAIM_PERIOD, row["Kỳ đề nghị"]),
      },
      channels:
        given(row["Kênh"])
          ?.split(", ")
          .map((words) => byWords(CHANNEL, words)) ?? null,
      sharePercent: decimal(row["Mức hỗ trợ (%)"]),
      capVnd: given(row["Mức trần (đ)"]) === null ? null : String(amount(row["Mức trần (đ)"])),
      capPer: CAP_PERS[row["Trần theo"]] ?? null,
    })),
  );
  const programs = bySymbol(rows, "Ký hiệu", ids);
  const eligible = rows.flatMap((row) =>
    routesOf(row).map(({ code, share }) => ({
      ...{ program: programs.get(row["Ký hiệu"]), route: routes.get(code), sharePercent: share },
    })),
  );
  await create(quan, "SubsidyProgramRoute", "changeSubsidyProgramRoutes", eligible);
  const budget = { kind: "GRANTED", amountVnd: "1000000000000", document: "QĐ", decidedOn: "2018-01-02" };
  await create(
    quan,
    "SubsidyBudgetLine",
    "changeSubsidyBudgetLines",
    ids.map((program) => ({ program, ...budget })),
  );
  return programs;
}

/** Corrects what the page says was corrected just before an example; closed months are opened for it and closed again. */
export async function correctBefore(quan: Asker, entered: Entered, example: string): Promise<void> {
  const due = subsidyTable("Sửa sau khi duyệt").filter((row) => row["Ví dụ"] === example);
  const ofRates = due.filter((row) => row["Bảng"] === "Đơn giá");
  if (ofRates.length > 0) {
    const changes = ofRates.map((row) => setting(entered.rates, row, RATE_SETS));
    await corrected(quan, "TransferRate", "transferRates", "changeTransferRates", changes);
  }
  for (const row of due.filter((each) => each["Bảng"] === "Biên bản giao nhận")) {
    for (const month of CLAIMED_MONTHS) await reopenPeriod(quan, entered.months.get(month)!, "đính chính");
    const changes = [setting(entered.handOvers, row, HAND_OVER_SETS)];
    await corrected(quan, "HandOver", "handOvers", "changeHandOvers", changes);
    for (const month of CLAIMED_MONTHS) await closePeriod(quan, entered.months.get(month)!);
  }
}

type Sets = Record<string, (cell: string) => object>;
const RATE_SETS: Sets = {
  "Đơn giá (đ)": (cell) => ({ amountVnd: String(amount(cell)) }),
  "Từ ngày": (cell) => ({ validFrom: day(cell) }),
  "Đến hết ngày": (cell) => ({ validTo: dayAfter(cell) }),
};
const HAND_OVER_SETS: Sets = {
  "Hồ sơ": (cell) => ({ dossiers: Number(cell) }),
  "Bên nhận ký": (cell) => ({ receiverSignature: given(cell) }),
};

const setting = (ids: Map<string, string>, row: PageRow, sets: Sets) => ({
  id: ids.get(row["Dòng"])!,
  set: sets[row["Cột"]](row["Giá trị mới"]),
});

async function corrected(
  quan: Asker,
  type: string,
  plural: string,
  mutation: string,
  changes: { id: string; set: object }[],
): Promise<void> {
  const query = `query($ids: [ID!]) { rows: ${plural}(filter: { id: { in: $ids } }) { items { id version } } }`;
  const { rows } = await quan.data(query, { ids: changes.map(({ id }) => id) });
  const versions = new Map((rows.items as { id: string; version: number }[]).map(({ id, version }) => [id, version]));
  const updates = changes.map(({ id, set }) => ({ update: { id, version: versions.get(id), set } }));
  expect((await change(quan, type, mutation, updates)).problems).toEqual([]);
}
