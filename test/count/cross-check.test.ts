import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { aPeriod, changeCounts, create } from "./count-world";

const CHECK = `query($period: ID!, $offset: Int, $limit: Int) { crossCheck(period: $period, offset: $offset, limit: $limit) {
  period { name } periods { period { name } isInside days } otherForms { name } total
  items { agency { id nameVi } state formId rows uncoveredDays straddling cells { column form counts difference blankRows agrees } } } }`;

interface Line {
  agency: { id: string; nameVi: string };
  state: string;
  formId: string | null;
  rows: number;
  uncoveredDays: number;
  straddling: number;
  cells: {
    column: number;
    form: number | null;
    counts: number | null;
    difference: number | null;
    blankRows: number;
    agrees: boolean | null;
  }[];
}
interface Check {
  periods: { period: { name: string }; isInside: boolean; days: number }[];
  otherForms: { name: string }[];
  total: number;
  items: Line[];
}

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let months: string[];
  let quarter: string;
  let government: string;
  let agencies: Record<"agrees" | "differs" | "formOnly" | "countsOnly" | "blank", string>;
  let receive: (agency: string, period: string, figures: object, procedure?: number) => Promise<void>;

  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    months = await create(
      chi,
      "Period",
      "changePeriods",
      [4, 5, 6].map((month) => aPeriod(2019, month)),
    );
    const span = (name: string, kind: string, firstDay: string, lastDay: string) => ({ name, kind, firstDay, lastDay });
    [quarter, government] = await create(chi, "Period", "changePeriods", [
      span("Quý II/2019", "QUARTER", "2019-04-01", "2019-06-30"),
      span("Quý II/2019 (15/3 đến 14/6)", "GOVERNMENT_QUARTER", "2019-03-15", "2019-06-14"),
    ]);
    const [sector] = await create(chi, "Sector", "changeSectors", [{ nameVi: "Hộ tịch" }]);
    const inForce = { sector, status: "IN_FORCE", tiers: ["PROVINCE"], validFrom: "2010-01-01" };
    const procedures = await create(
      chi,
      "Procedure",
      "changeProcedures",
      ["Khai sinh", "Kết hôn"].map((nameVi) => ({ nameVi, ...inForce })),
    );
    const names = ["Sở A", "Sở B", "Sở C", "Sở D", "Sở E"];
    const made = await create(
      chi,
      "Agency",
      "changeAgencies",
      names.map((name) => ({ name, kind: "DEPARTMENT", validFrom: "2010-01-01" })),
    );
    agencies = { agrees: made[0], differs: made[1], formOnly: made[2], countsOnly: made[3], blank: made[4] };
    receive = async (agency, period, figures, procedure = 0) => {
      const row = { period, agency, receptionUnit: agency, procedure: procedures[procedure], ...figures };
      expect((await changeCounts(chi, [{ create: row }])).problems).toEqual([]);
    };
    const month = {
      receivedCounter: 6,
      receivedPost: 2,
      receivedOnline: 1,
      settledEarly: 1,
      settledOnTime: 6,
      settledLate: 1,
    };
    for (const agency of [agencies.agrees, agencies.differs]) {
      await receive(agency, months[0], { ...month, carriedOver: 4, pendingInTime: 5, pendingOverdue: 0 });
      await receive(agency, months[1], { ...month, carriedOver: 5, pendingInTime: 6, pendingOverdue: 0 });
      await receive(agency, months[2], { ...month, carriedOver: 6, pendingInTime: 5, pendingOverdue: 2 });
    }
    await receive(agencies.countsOnly, months[1], month);
    for (const period of months) await receive(agencies.blank, period, { receivedCounter: 3, receivedPost: 0 });
    await receive(agencies.blank, months[0], { receivedCounter: 1 }, 1);
    const form = {
      period: quarter,
      receivedTotal: 31,
      receivedOnline: 3,
      receivedCounterPost: 24,
      carriedOver: 4,
      settledTotal: 24,
      settledEarly: 3,
      settledOnTime: 18,
      settledLate: 3,
      pendingTotal: 7,
      pendingInTime: 5,
      pendingOverdue: 2,
    };
    await create(chi, "NationalForm", "changeNationalForms", [
      { ...form, agency: agencies.agrees },
      { ...form, agency: agencies.differs, receivedOnline: 5, receivedCounterPost: 22 },
      { ...form, agency: agencies.formOnly },
      { period: quarter, agency: agencies.blank, receivedOnline: 2, receivedCounterPost: 10 },
    ]);
  });
  afterAll(() => api?.close());

  const check = async (who: Asker, period: string, page: object = {}): Promise<Check> =>
    (await who.data(CHECK, { period, ...page })).crossCheck as Check;
  const lineOf = ({ items }: Check, agency: string): Line => items.find((line) => line.agency.id === agency)!;
  const cell = (line: Line, column: number) => line.cells.find((c) => c.column === column)!;

  test("nobody signed in is told nothing, and a period that is not there is not found", async () => {
    const nobody = await api.nobody.ask(CHECK, { period: quarter });
    expect(nobody.errors?.[0].extensions.code).toBe("SIGN_IN");
    const missing = await chi.ask(CHECK, { period: "987654" });
    expect(missing.errors?.[0].extensions).toMatchObject({ code: "NOT_FOUND", field: "period" });
    const tooMany = await chi.ask(CHECK, { period: quarter, limit: 201 });
    expect(tooMany.errors?.[0].extensions.code).toBe("LIMIT");
  });

  test("staff of an agency are told of their own part alone", async () => {
    const binh = await api.as("binh");
    const own = binh.person!.agencyId!;
    expect(await check(binh, quarter)).toMatchObject({ total: 0, items: [], periods: [] });
    await receive(own, months[1], { receivedOnline: 2 });
    const seen = await check(binh, quarter);
    expect(seen.items.map((line) => line.agency.id)).toEqual([own]);
    expect(seen.periods.map((p) => p.period.name)).toEqual(["Tháng 5/2019"]);
    expect((await check(await api.as("an"), quarter)).total).toBe(6);
  });

  test("months add up to the quarter's form: what is carried over is the first month's, what is pending the last one's", async () => {
    const line = lineOf(await check(chi, quarter), agencies.agrees);
    expect(line).toMatchObject({ state: "AGREES", rows: 3, uncoveredDays: 0, straddling: 0 });
    expect(line.cells.map((c) => [c.column, c.form, c.counts])).toEqual([
      [3, 31, 31],
      [4, 3, 3],
      [5, 24, 24],
      [6, 4, 4],
      [7, 24, 24],
      [8, 3, 3],
      [9, 18, 18],
      [10, 3, 3],
      [11, 7, 7],
      [12, 5, 5],
      [13, 2, 2],
    ]);
  });

  test("counter and post together are column 5, online is column 4; a difference is counts less form", async () => {
    const line = lineOf(await check(chi, quarter), agencies.differs);
    expect(line.state).toBe("DIFFERS");
    expect([4, 5, 3].map((column) => cell(line, column).difference)).toEqual([-2, 2, 0]);
    expect(line.cells.filter((c) => c.agrees === false).map((c) => c.column)).toEqual([4, 5]);
  });

  test("a form without counts and counts without a form are told apart", async () => {
    const found = await check(chi, quarter);
    expect(lineOf(found, agencies.formOnly)).toMatchObject({ state: "NO_COUNTS", rows: 0, uncoveredDays: 91 });
    expect(lineOf(found, agencies.countsOnly)).toMatchObject({ state: "NO_FORM", formId: null, rows: 1 });
  });

  test("what no count reports is not compared, and rows that leave it empty are counted", async () => {
    const line = lineOf(await check(chi, quarter), agencies.blank);
    expect(line.state).toBe("UNCERTAIN");
    expect(cell(line, 4)).toMatchObject({ form: 2, counts: null, difference: null, agrees: null, blankRows: 4 });
    expect(cell(line, 5)).toMatchObject({ form: 10, counts: 10, blankRows: 1, agrees: true });
  });

  test("periods that lie only in part in the form's are not added up, and days without counts are told", async () => {
    await create(chi, "NationalForm", "changeNationalForms", [
      { period: government, agency: agencies.agrees, receivedOnline: 2, receivedCounterPost: 16 },
    ]);
    const found = await check(chi, government);
    expect(found.periods.map((p) => [p.period.name, p.isInside, p.days])).toEqual([
      ["Tháng 4/2019", true, 30],
      ["Tháng 5/2019", true, 31],
      ["Tháng 6/2019", false, 14],
    ]);
    expect(found.otherForms.map((p) => p.name)).toEqual(["Quý II/2019"]);
    const line = lineOf(found, agencies.agrees);
    // From 15 to 31 March and from 1 to 14 June.
    expect(line).toMatchObject({ state: "UNCERTAIN", rows: 2, uncoveredDays: 31, straddling: 1 });
    expect(cell(line, 5)).toMatchObject({ form: 16, counts: 16, difference: 0 });
    expect(cell(line, 6).counts).toBeNull();
  });

  test("agencies come by name, a page at a time", async () => {
    const first = await check(chi, quarter, { limit: 2 });
    const next = await check(chi, quarter, { limit: 2, offset: 2 });
    expect([...first.items, ...next.items].map((line) => line.agency.nameVi)).toEqual(["Sở A", "Sở B", "Sở C", "Sở D"]);
    expect(first.total).toBe(6);
  });
});
