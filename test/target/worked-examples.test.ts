import { AGENCY_KIND } from "../../server/agency/agency-kind";
import type { Kind } from "../../server/platform/kinds/all";
import { CHANNEL } from "../../server/procedure/channel-kind";
import { LEG } from "../../server/procedure/leg";
import { TIER } from "../../server/unit/unit.entity";
import { TARGET_STATE } from "../../server/target/published-figure.entity";
import { create } from "../count/count-world";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { day, dayAfter, decimal, given, pageTables } from "../support/page-tables";

const table = pageTables("worked-examples.md");

const byWords = (kind: Kind, cell: string): string | null =>
  given(cell) && kind.choices!.find(({ vi }) => vi === cell)!.value;

const MEASURES: Record<string, string> = { "Thủ tục có phát sinh hồ sơ": "PROCEDURES", "Hồ sơ": "DOSSIERS" };
const BASES: Record<string, string> = { "Hồ sơ đã tiếp nhận": "RECEIVED", "Kết quả đã trả": "RETURNED" };
const ATTRIBUTIONS: Record<string, string> = {
  "Theo cơ quan giải quyết": "SETTLING",
  "Theo đơn vị tiếp nhận": "RECEPTION",
};
const SCORINGS: Record<string, string> = {
  "Không chấm điểm": "NONE",
  "Đạt thì trọn điểm": "ALL_OR_NOTHING",
  "Theo tỷ lệ, tối đa trọn điểm": "CAPPED_LINEAR",
  "Theo bậc": "BANDS",
};
const CATALOG_KINDS: Record<string, string> = {
  "Qua bưu chính công ích": "POSTAL",
  "Trực tuyến": "ONLINE",
  "Phải có mặt trực tiếp": "EXCLUDED",
};

/** Enters the sample province as people do, through the API, and gives ids by the page's symbols. */
async function enter(chi: Asker): Promise<{ agencies: Map<string, string>; targetSet: string }> {
  const agencies = new Map<string, string>();
  for (const row of table("Cơ quan")) {
    const [id] = await create(chi, "Agency", "changeAgencies", [
      {
        name: row["Cơ quan"],
        kind: byWords(AGENCY_KIND, row["Loại"]),
        parent: agencies.get(row["Trực thuộc"]) ?? null,
        code: given(row["Mã"]),
        successor: agencies.get(row["Cơ quan kế tiếp"]) ?? null,
        validFrom: day(row["Từ ngày"]),
        validTo: dayAfter(row["Đến hết ngày"]),
      },
    ]);
    agencies.set(row["Ký hiệu"], id);
  }
  for (const row of table("Chuyển cơ quan cấp trên")) {
    const update = {
      id: agencies.get(row["Cơ quan"]),
      version: 1,
      from: day(row["Từ ngày"]),
      set: { parent: agencies.get(row["Trực thuộc"]) },
    };
    await done(chi, "Agency", "changeAgencies", [{ update }]);
  }
  const procedures = await enterProcedures(chi, agencies);
  const catalogs = await enterCatalogs(chi, procedures);
  const targetSet = await enterTargets(chi, catalogs);
  await enterCounts(chi, procedures, agencies);
  return { agencies, targetSet };
}

async function done(chi: Asker, type: string, mutation: string, changes: object[]): Promise<void> {
  const answer = await chi.data(
    `mutation($changes: [${type}Change!]!) { result: ${mutation}(changes: $changes) { problems { index field messageEn } } }`,
    { changes },
  );
  expect(answer.result.problems).toEqual([]);
}

async function enterProcedures(chi: Asker, agencies: Map<string, string>): Promise<Map<string, string>> {
  const [sector] = await create(chi, "Sector", "changeSectors", [{ nameVi: "Lĩnh vực mẫu" }]);
  const rows = table("Thủ tục");
  const ids = await create(
    chi,
    "Procedure",
    "changeProcedures",
    rows.map((row) => ({
      nameVi: `Thủ tục ${row["Ký hiệu"]}`,
      sector,
      agency: agencies.get(row["Cơ quan giải quyết"]) ?? null,
      tiers: [byWords(TIER, row["Cấp"])],
      status: "IN_FORCE",
      validFrom: "2010-01-01",
    })),
  );
  const procedures = new Map(rows.map((row, at) => [row["Ký hiệu"], ids[at]]));
  const abolished = rows.filter((row) => given(row["Bãi bỏ từ ngày"]));
  await done(
    chi,
    "Procedure",
    "changeProcedures",
    abolished.map((row) => ({
      update: {
        id: procedures.get(row["Ký hiệu"]),
        version: 1,
        from: day(row["Bãi bỏ từ ngày"]),
        set: { status: "ABOLISHED" },
      },
    })),
  );
  await create(
    chi,
    "Channel",
    "changeChannels",
    table("Mức độ cung cấp trực tuyến").map((row) => ({
      procedure: procedures.get(row["Thủ tục"]),
      channel: "ONLINE",
      leg: "IN",
      levelScheme: "ND43_2011",
      level: Number(row["Mức độ"]),
      validFrom: day(row["Từ ngày"]),
      validTo: dayAfter(row["Đến hết ngày"]),
    })),
  );
  return procedures;
}

async function enterCatalogs(chi: Asker, procedures: Map<string, string>): Promise<Map<string, string>> {
  const rows = table("Danh mục");
  const days = [...new Set(rows.flatMap((row) => [day(row["Từ ngày"]), day(row["Đưa ra từ ngày"])]))];
  const acting = days.filter((each) => each !== null);
  const ids = await create(
    chi,
    "Decision",
    "changeDecisions",
    acting.map((issuedOn, at) => ({
      number: `${at + 1}/QĐ-MAU`,
      kind: "DECISION",
      issuer: "UBND tỉnh Mẫu",
      title: "Danh mục",
      issuedOn,
    })),
  );
  const decisions = new Map(acting.map((each, at) => [each, ids[at]]));
  const names = [...new Set(rows.map((row) => row["Danh mục"]))];
  const made = await create(
    chi,
    "Catalog",
    "changeCatalogs",
    names.map((nameVi) => ({
      nameVi,
      kind: CATALOG_KINDS[rows.find((row) => row["Danh mục"] === nameVi)!["Loại"]],
      authority: "OWN",
      decision: ids[0],
    })),
  );
  const catalogs = new Map(names.map((name, at) => [name, made[at]]));
  await create(
    chi,
    "CatalogEntry",
    "changeCatalogEntries",
    rows.map((row) => ({
      catalog: catalogs.get(row["Danh mục"]),
      procedure: procedures.get(row["Thủ tục"]),
      addedBy: decisions.get(day(row["Từ ngày"])!),
      removedBy: decisions.get(day(row["Đưa ra từ ngày"]) ?? "") ?? null,
    })),
  );
  return catalogs;
}

async function enterTargets(chi: Asker, catalogs: Map<string, string>): Promise<string> {
  const [targetSet] = await create(chi, "TargetSet", "changeTargetSets", [{ code: "MAU", nameVi: "Bộ chỉ tiêu mẫu" }]);
  const rows = table("Chỉ tiêu");
  const ids = await create(
    chi,
    "Criterion",
    "changeCriteria",
    rows.map((row, at) => {
      const measure = MEASURES[row["Đếm gì"]];
      const readings = measure === "DOSSIERS" ? ["AGENCY", "CATALOG"] : ["ANY", "RECEIVED", "RETURNED", "EITHER"];
      const level = given(row["Mức độ"]);
      return {
        targetSet,
        code: row["Mã"],
        position: at + 1,
        nameVi: row["Mã"],
        measure,
        channel: byWords(CHANNEL, row["Kênh"]),
        leg: byWords(LEG, row["Chiều"]),
        level: level && Number(level),
        levelScheme: level && "ND43_2011",
        base: BASES[row["Mẫu số đếm"]],
        readings,
        officialReading: readings.at(-1),
        attribution: ATTRIBUTIONS[row["Tính cho"]],
        agencyKinds: given(row["Loại cơ quan"])
          ?.split("; ")
          .map((words) => byWords(AGENCY_KIND, words)),
        thresholdPercent: row["Ngưỡng (%)"],
        rounding: given(row["Làm tròn"]) && Number(row["Làm tròn"]),
        scoring: SCORINGS[row["Cách chấm điểm"]],
        points: given(row["Điểm"]),
        bands: given(row["Bậc"])?.split("; "),
      };
    }),
  );
  await create(
    chi,
    "CriterionCatalog",
    "changeCriterionCatalogs",
    rows.flatMap((row, at) =>
      row["Danh mục"].split(", ").map((name) => ({ criterion: ids[at], catalog: catalogs.get(name) })),
    ),
  );
  return targetSet;
}

async function enterCounts(chi: Asker, procedures: Map<string, string>, agencies: Map<string, string>): Promise<void> {
  const rows = table("Số liệu hồ sơ");
  const names = [...new Set(rows.map((row) => row["Kỳ"]))];
  const ids = await create(
    chi,
    "Period",
    "changePeriods",
    names.map((name) => {
      const [month, year] = name.split("/").map(Number);
      const [firstDay, lastDay] = [1, 0].map((date) =>
        new Date(Date.UTC(year, date === 1 ? month - 1 : month, date)).toISOString().slice(0, 10),
      );
      return { name: `Tháng ${name}`, kind: "MONTH", firstDay, lastDay };
    }),
  );
  const periods = new Map(names.map((name, at) => [name, ids[at]]));
  const figure = (cell: string) => (cell === "trống" ? null : Number(cell));
  await create(
    chi,
    "Count",
    "changeCounts",
    rows.map((row) => ({
      period: periods.get(row["Kỳ"]),
      procedure: procedures.get(row["Thủ tục"]),
      receptionUnit: agencies.get(row["Nơi nhận"]),
      agency: agencies.get(row["Cơ quan giải quyết"]),
      receivedCounter: figure(row["Nhận tại quầy"]),
      receivedPost: figure(row["Nhận qua BCCI"]),
      receivedOnline: figure(row["Nhận trực tuyến"]),
      returnedCounter: figure(row["Trả tại quầy"]),
      returnedPost: figure(row["Trả qua BCCI"]),
      returnedOnline: figure(row["Trả trực tuyến"]),
    })),
  );
}

const EXAMPLES = table("Các ví dụ");

test("there are at least thirty examples, each with a number of its own and a way it was reckoned", () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(30);
  expect(EXAMPLES.map((row) => row["Số"])).toEqual(EXAMPLES.map((_, at) => String(at + 1)));
  for (const row of EXAMPLES) expect(row["Cách tính"].length).toBeGreaterThan(3);
});

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let world: Awaited<ReturnType<typeof enter>>;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    world = await enter(chi);
  });
  afterAll(() => api.close());

  test.each(EXAMPLES.map((row) => [row["Số"], row["Tình huống"], row] as const))("%s. %s", async (_n, _what, row) => {
    const { scorecard } = await chi.data(
      `query($agency: ID, $from: Date!, $to: Date!, $structure: Date, $targetSet: ID) {
        scorecard(agency: $agency, from: $from, to: $to, structure: $structure, targetSet: $targetSet) {
          criteria { code readings { code numerator denominator ratio { numerator denominator } state shortfall points } } } }`,
      {
        agency: row["Của"] === "Toàn tỉnh" ? null : world.agencies.get(row["Của"]),
        from: day(row["Từ ngày"]),
        to: day(row["Đến ngày"]),
        structure: day(row["Tổ chức ngày"]),
        targetSet: world.targetSet,
      },
    );
    const criterion = scorecard.criteria.find(({ code }: { code: string }) => code === row["Chỉ tiêu"]);
    const reading = criterion.readings.find(({ code }: { code: string }) => code === row["Cách hiểu"]);
    const [numerator, denominator] = [Number(row["Tử số"]), Number(row["Mẫu số"])];
    expect(reading).toEqual({
      code: row["Cách hiểu"],
      numerator,
      denominator,
      ratio: denominator === 0 ? null : { numerator, denominator },
      state: byWords(TARGET_STATE, row["Kết quả"]),
      shortfall: given(row["Còn thiếu"]) && Number(row["Còn thiếu"]),
      points: decimal(row["Điểm"]),
    });
  });
});
