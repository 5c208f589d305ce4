import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { changeCounts, closePeriod, reopenPeriod } from "./count-world";

const SHEET = `query($period: ID!, $unit: ID!) { countSheet(period: $period, receptionUnit: $unit) {
  period { id name firstDay lastDay state } receptionUnit { id code nameVi } editable
  rows { procedure { id code nameVi isDemo } agency { id code } sector { nameVi }
    count { id version place receiver receivedCounter receivedPost receivedOnline settledLate isDemo } } } }`;

interface Line {
  procedure: { id: string; code: string | null; nameVi: string };
  agency: { id: string; code: string | null };
  sector: { nameVi: string } | null;
  count: null | (Record<string, unknown> & { id: string; version: number; receivedCounter: number | null });
}

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let binh: Asker;
  const agencies = new Map<string, string>();
  const periods = new Map<string, string>();

  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    chi = await api.as("chi");
    binh = await api.as("binh");
    const codes = ["STP", "SGTVT", "SNV", "TTPVHCC", "MC-136", "UB-136", "MC-04375", "UB-04375", "PTP-136"];
    const found = await chi.data(
      `query($codes: [String!]) { agencies(filter: { code: { in: $codes } }, limit: 100) { items { id code } }
        periods(limit: 100) { items { id name } } }`,
      { codes },
    );
    for (const { id, code } of found.agencies.items) agencies.set(code, id);
    for (const { id, name } of found.periods.items) periods.set(name, id);
  });
  afterAll(() => api.close());

  const ask = (who: Asker, unit: string, period = "Tháng 6/2019") =>
    who.ask(SHEET, { period: periods.get(period), unit: agencies.get(unit) });
  const sheet = async (who: Asker, unit: string, period?: string) => {
    const { data, errors } = await ask(who, unit, period);
    expect(errors).toBeUndefined();
    return data.countSheet as { editable: boolean; rows: Line[]; period: { name: string; lastDay: string } };
  };

  describe("who sees a sheet", () => {
    test("nobody without signing in, and nothing is read before the refusal", async () => {
      const before = api.app.database.statements;
      const { errors } = await ask(api.nobody, "STP");
      expect(errors?.[0].extensions.code).toBe("SIGN_IN");
      expect(api.app.database.statements).toBe(before);
    });

    test("staff of a department: not another department's", async () => {
      const { errors, data } = await ask(binh, "SGTVT");
      expect(errors?.[0].extensions).toMatchObject({ code: "FORBIDDEN", field: "receptionUnit" });
      expect(data).toBeNull();
    });

    test("staff of a department: of the service center's the lines that their department settles, and no other", async () => {
      const [own, whole] = [await sheet(binh, "TTPVHCC"), await sheet(chi, "TTPVHCC")];
      const settled = whole.rows.filter(({ agency }) => agency.code === "STP");
      expect(own.rows).toEqual(settled);
      expect([settled.length > 0, settled.length < whole.rows.length]).toEqual([true, true]);
    });

    test("leaders and reporters: every one, which they cannot edit", async () => {
      for (const key of ["lan", "an"] as const) {
        const seen = await sheet(await api.as(key), "TTPVHCC");
        expect([seen.editable, seen.rows]).toEqual([false, (await sheet(chi, "TTPVHCC")).rows]);
      }
    });

    test("a period or unit that is not there is NOT_FOUND, and so is an agency that was not yet", async () => {
      const at = async (period: string | undefined, unit: string | undefined) =>
        (await chi.ask(SHEET, { period, unit })).errors?.[0].extensions;
      const [june, stp] = [periods.get("Tháng 6/2019"), agencies.get("STP")];
      expect(await at("999999", stp)).toMatchObject({ code: "NOT_FOUND", field: "period" });
      expect(await at(june, "999999")).toMatchObject({ code: "NOT_FOUND", field: "receptionUnit" });
      expect(await at("x", stp)).toMatchObject({ code: "BAD_INPUT", field: "period" });
    });
  });

  describe("its lines", () => {
    test("are at a commune's one-stop unit what its committee settles, at a district's the district's", async () => {
      const commune = await sheet(chi, "MC-04375", "Tháng 7/2019");
      expect(new Set(commune.rows.map(({ agency }) => agency.code))).toEqual(new Set(["UB-04375"]));
      expect(commune.rows.map(({ procedure }) => procedure.nameVi)).toContain("Đăng ký kết hôn");
      const district = await sheet(chi, "MC-136", "Tháng 7/2019");
      expect(district.rows.map(({ procedure }) => procedure.nameVi)).not.toContain("Đăng ký kết hôn");
      expect(district.rows.every(({ count }) => count === null)).toBe(true);
    });

    test("hold every count of the unit once, and none beside a blank line of the same dossiers", async () => {
      for (const unit of ["TTPVHCC", "STP", "SNV", "MC-136", "MC-04375"]) {
        const { rows } = await sheet(chi, unit);
        const { counts } = await chi.data(
          `query($p: ID!, $u: ID!) { counts(filter: { period: { eq: $p }, receptionUnit: { eq: $u } }, limit: 1000) { items { id } } }`,
          { p: periods.get("Tháng 6/2019"), u: agencies.get(unit) },
        );
        const shown = rows.flatMap(({ count }) => (count ? [count.id] : []));
        expect([unit, [...shown].sort()]).toEqual([
          unit,
          (counts.items as { id: string }[]).map(({ id }) => id).sort(),
        ]);
        const keys = rows.map(({ procedure, agency }) => `${procedure.id} ${agency.id}`);
        expect(new Set(keys).size).toBe(keys.length);
      }
    });

    test("follow the competence and the names of the period's last day, sector by sector", async () => {
      const { rows, period } = await sheet(chi, "TTPVHCC", "Tháng 1/2018");
      expect(period.lastDay).toBe("2018-01-31");
      const prefilled = rows.map(({ sector }) => sector!.nameVi);
      const runs = prefilled.filter((name, i) => i === 0 || prefilled[i - 1] !== name);
      expect(new Set(runs).size).toBe(runs.length);
    });

    test("cost no more statements for many lines than for few", async () => {
      const statements = async (unit: string) => {
        const before = api.app.database.statements;
        const { rows } = await sheet(chi, unit);
        return [api.app.database.statements - before, rows.length];
      };
      const [few, many] = [await statements("UB-136"), await statements("TTPVHCC")];
      expect(many[0]).toBeLessThanOrEqual(few[0]);
      expect(many[1]).toBeGreaterThan(few[1]);
    });
  });

  describe("what is entered in it", () => {
    const line = async (at: number) => (await sheet(chi, "STP", "Tháng 7/2019")).rows[at];

    test("is written by changeCounts and stands in its line; blank stays blank and 0 is a figure", async () => {
      const blank = await line(0);
      expect(blank.count).toBeNull();
      const create = {
        period: periods.get("Tháng 7/2019"),
        receptionUnit: agencies.get("STP"),
        procedure: blank.procedure.id,
        agency: blank.agency.id,
        receivedCounter: 12,
        receivedPost: 0,
      };
      const made = await changeCounts(binh, [{ create }]);
      expect(made.problems).toEqual([]);
      const filled = await line(0);
      expect(filled.procedure).toEqual(blank.procedure);
      expect(filled.count).toMatchObject({
        id: made.rows[0].id,
        version: 1,
        receivedCounter: 12,
        receivedPost: 0,
        receivedOnline: null,
      });
      const set = { receivedOnline: 3 };
      const changed = await changeCounts(binh, [{ update: { id: filled.count!.id, version: 1, set } }]);
      expect(changed.problems).toEqual([]);
      expect((await line(0)).count).toMatchObject({ version: 2, receivedOnline: 3 });
    });

    test("has a line each where the dossiers of a procedure were taken in at several places", async () => {
      const { procedure, agency } = await line(0);
      const create = {
        period: periods.get("Tháng 7/2019"),
        receptionUnit: agencies.get("STP"),
        procedure: procedure.id,
        agency: agency.id,
        place: "POST_OFFICE",
        receivedCounter: 1,
      };
      expect((await changeCounts(chi, [{ create }])).problems).toEqual([]);
      const lines = (await sheet(chi, "STP", "Tháng 7/2019")).rows.filter((row) => row.procedure.id === procedure.id);
      expect(lines.map(({ count }) => count?.place)).toEqual([null, "POST_OFFICE"]);
    });

    test("of a procedure or an agency that no line is for is added at the end", async () => {
      const create = {
        period: periods.get("Tháng 7/2019"),
        receptionUnit: agencies.get("PTP-136"),
        procedure: (await line(1)).procedure.id,
        agency: agencies.get("SNV"),
        receivedCounter: 5,
      };
      expect((await sheet(chi, "PTP-136", "Tháng 7/2019")).rows).toEqual([]);
      expect((await changeCounts(chi, [{ create }])).problems).toEqual([]);
      const { rows } = await sheet(chi, "PTP-136", "Tháng 7/2019");
      expect(rows.map(({ agency, count }) => [agency.code, count?.receivedCounter])).toEqual([["SNV", 5]]);
    });

    test("cannot be edited once the period is closed, and again once it is reopened", async () => {
      const editable = async () => (await sheet(binh, "STP", "Tháng 7/2019")).editable;
      expect(await editable()).toBe(true);
      await closePeriod(chi, periods.get("Tháng 7/2019")!);
      expect(await editable()).toBe(false);
      await reopenPeriod(await api.as("quan"), periods.get("Tháng 7/2019")!, "Đính chính");
      expect(await editable()).toBe(true);
    });
  });
});
