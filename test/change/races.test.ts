import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { askChange, fresh, make, type Result, type Writable } from "./change-speech";

const AT_ONCE = 8;
const ROUNDS = 4;

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let quan: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    [chi, quan] = [await api.as("chi"), await api.as("quan")];
  });
  afterAll(() => api.close());

  /** Sends single changes at once and expects that one is taken and the others are refused for this reason. */
  async function oneWins(of: Writable, changes: object[], code: string, field: string | null): Promise<Result> {
    const replies = await Promise.all(changes.map((c, i) => askChange(i % 2 ? chi : quan, of, [c])));
    for (const reply of replies) expect(reply.errors).toBeUndefined();
    const results = replies.map((r) => r.data.result as Result);
    const winners = results.filter((r) => r.changeSet !== null);
    expect(winners).toHaveLength(1);
    for (const { problems } of results.filter((r) => r.changeSet === null))
      expect(problems.map((p) => [p.code, p.field])).toEqual([[code, field]]);
    return winners[0];
  }
  const times = <T>(make: (i: number) => T): T[] => Array.from({ length: AT_ONCE }, (_, i) => make(i));
  const aUnit = (more: object) => ({ name: fresh("Xã"), kind: "COMMUNE", tier: "COMMUNE", ...more });

  test("a unique name is given to one of eight", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const nameVi = fresh("Tranh tên");
      await oneWins(
        "Sector",
        times(() => ({ create: { nameVi } })),
        "NOT_UNIQUE",
        "nameVi",
      );
    }
  });

  test("what two fields say together is given to one of eight", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const days = { firstDay: `20${30 + round}-01-01`, lastDay: `20${30 + round}-12-31` };
      await oneWins(
        "Period",
        times(() => ({ create: { name: fresh("Kỳ"), kind: "YEAR", ...days } })),
        "NOT_UNIQUE",
        "lastDay",
      );
    }
  });

  test("an official code of one day is given to one of eight units", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const code = `88${round}0`;
      await oneWins(
        "Unit",
        times(() => ({ create: aUnit({ code, validFrom: "2010-01-01" }) })),
        "NOT_UNIQUE",
        "code",
      );
    }
  });

  test("a procedure enters a catalog once on one day, of eight that are entered at once", async () => {
    const [decision] = await make(chi, "Decision", aDecision());
    const [catalog] = await make(chi, "Catalog", aCatalog(decision));
    const [sector] = await make(chi, "Sector", { nameVi: fresh("Lĩnh vực") });
    for (let round = 0; round < ROUNDS; round++) {
      const [procedure] = await make(chi, "Procedure", aProcedure(sector));
      await oneWins(
        "CatalogEntry",
        times(() => ({ create: { catalog, procedure, addedBy: decision } })),
        "OVERLAP",
        "procedure",
      );
    }
  });

  test("a route has one rate on one day, of eight that are set at once", async () => {
    const [from, to] = await make(chi, "Agency", anAgency(), anAgency());
    const quan = await api.as("quan");
    for (let round = 0; round < ROUNDS; round++) {
      const code = fresh("T").replace(" ", "");
      const [route] = await make(chi, "TransferRoute", { code, from, to, direction: "IN", carrier: "POST" });
      const rate = { route, rateUnit: "PER_TRIP", amountVnd: "15000" };
      const replies = await Promise.all(
        times((i) => askChange(quan, "TransferRate", [{ create: { ...rate, validFrom: `2019-01-0${i + 1}` } }])),
      );
      expect(replies.filter((r) => r.data.result.changeSet)).toHaveLength(1);
      expect(replies.flatMap((r) => r.data.result.problems).map((p) => p.code)).toEqual(Array(7).fill("OVERLAP"));
    }
  });

  test("of two units that are put under each other at once, one stays where it was", async () => {
    for (let round = 0; round < ROUNDS * 2; round++) {
      const [a, b] = await make(chi, "Unit", aUnit({}), aUnit({}));
      const under = (id: string, parent: string) => ({ update: { id, version: 1, set: { parent } } });
      await oneWins("Unit", [under(a, b), under(b, a)], "CYCLE", "parent");
    }
  });

  test("a ring of eight agencies, closed by eight people at once, stays open in one place", async () => {
    const ids = await make(chi, "Agency", ...times(() => anAgency()));
    const replies = await Promise.all(
      ids.map((id, i) =>
        askChange(chi, "Agency", [{ update: { id, version: 1, set: { parent: ids[(i + 1) % ids.length] } } }]),
      ),
    );
    const problems = replies.flatMap((r) => r.data.result.problems);
    expect(problems.map((p) => [p.code, p.field])).toEqual([["CYCLE", "parent"]]);
  });

  test("a sector that is deleted while a procedure is put into it leaves no procedure without a sector", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [sector] = await make(chi, "Sector", { nameVi: fresh("Sắp xóa") });
      const [gone, come] = await Promise.all([
        askChange(chi, "Sector", [{ delete: { id: sector, version: 1 } }]),
        askChange(quan, "Procedure", [{ create: aProcedure(sector) }]),
      ]);
      const done = [gone, come].map((r) => r.data?.result?.changeSet != null);
      expect(done.filter(Boolean)).toHaveLength(1);
      const refused = done[0] ? come : gone;
      expect(refused.errors).toBeUndefined();
      const [{ code, field }] = refused.data.result.problems;
      expect([code, field]).toEqual(done[0] ? ["NOT_FOUND", "sector"] : ["IN_USE", "id"]);
    }
  });

  test("a Decision whose date is corrected while an entry is added by it leaves the entry with the new date", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [decision] = await make(chi, "Decision", aDecision());
      const [catalog] = await make(chi, "Catalog", aCatalog(decision));
      const [sector] = await make(chi, "Sector", { nameVi: fresh("Lĩnh vực") });
      const [procedure] = await make(chi, "Procedure", aProcedure(sector));
      const replies = await Promise.all([
        askChange(chi, "Decision", [{ update: { id: decision, version: 1, set: { effectiveOn: "2018-09-01" } } }]),
        askChange(quan, "CatalogEntry", [{ create: { catalog, procedure, addedBy: decision } }]),
      ]);
      for (const reply of replies) expect(reply.data.result.problems).toEqual([]);
      const { catalogEntries } = await chi.data(
        `query($c: ID!) { catalogEntries(filter: { catalog: { eq: $c } }) { items { validFrom } } }`,
        { c: catalog },
      );
      expect(catalogEntries.items).toEqual([{ validFrom: "2018-09-01" }]);
    }
  });
});

const aDecision = () => ({
  number: fresh("QĐ").replace(" ", "/"),
  kind: "DECISION",
  issuer: "UBND tỉnh",
  title: "Ban hành danh mục",
  issuedOn: "2018-07-20",
});
const aCatalog = (decision: string) => ({ nameVi: fresh("Danh mục"), kind: "POSTAL", authority: "OWN", decision });
const aProcedure = (sector: string) => ({ nameVi: fresh("Thủ tục"), sector, tiers: ["COMMUNE"], status: "IN_FORCE" });
const anAgency = (): object => ({ name: fresh("Cơ quan"), kind: "DEPARTMENT" });
