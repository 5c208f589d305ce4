import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, fresh, make, undo } from "./change-speech";

/** One past what a double counts to, and the most that 64 bits hold. */
const AMOUNTS = ["9007199254740993", "9223372036854775807", "0", "1"];

eachEngine((engine) => {
  let api: Api;
  let quan: Asker;
  let route: string;
  beforeAll(async () => {
    api = await startApi(engine);
    quan = await api.as("quan");
    const chi = await api.as("chi");
    const [from, to] = await make(chi, "Agency", { name: "A", kind: "DEPARTMENT" }, { name: "B", kind: "POST" });
    [route] = await make(chi, "TransferRoute", { code: fresh("T"), from, to, direction: "IN", carrier: "POST" });
  });
  afterAll(() => api.close());

  const rate = async (id: string) =>
    (
      await quan.data(
        `query($id: ID!) { transferRate(id: $id) { amountVnd version history { items { before after } } } }`,
        { id },
      )
    ).transferRate;

  test("amounts keep every digit through creation, correction, history, undo and filters", async () => {
    for (const [i, amountVnd] of AMOUNTS.entries()) {
      const dates = { validFrom: `20${10 + i}-01-01`, validTo: `20${11 + i}-01-01` };
      const [id] = await make(quan, "TransferRate", { route, rateUnit: "PER_TRIP", amountVnd, ...dates });
      expect((await rate(id)).amountVnd).toBe(amountVnd);
      const other = amountVnd === "9223372036854775807" ? "9223372036854775806" : "9223372036854775807";
      const changed = await change(quan, "TransferRate", [{ update: { id, version: 1, set: { amountVnd: other } } }]);
      expect(changed.rows[0].cells).toEqual([{ field: "amountVnd", before: amountVnd, after: other }]);
      expect((await rate(id)).history.items[0]).toEqual({ before: { amountVnd }, after: { amountVnd: other } });
      const found = await quan.data(
        `query($a: Vnd!) { transferRates(filter: { amountVnd: { in: [$a], gte: $a, lte: $a, eq: $a } }) { items { amountVnd } } }`,
        { a: other },
      );
      expect(found.transferRates.items).toContainEqual({ amountVnd: other });
      expect((await undo(quan, changed.changeSet!.id)).problems).toEqual([]);
      expect(await rate(id)).toMatchObject({ amountVnd, version: 3 });
    }
  });

  test("many amounts of different size and none in one batch are each their own row's", async () => {
    const chi = await api.as("chi");
    const [sector] = await make(chi, "Sector", { nameVi: "Lĩnh vực" });
    const [procedure] = await make(chi, "Procedure", {
      nameVi: "TT",
      sector,
      tiers: ["COMMUNE"],
      status: "IN_FORCE",
    });
    const amounts = [...AMOUNTS, null, "135000"];
    const create = (i: number) => ({
      procedure,
      channel: "POST",
      leg: "IN",
      validFrom: `20${10 + i}-01-01`,
      validTo: `20${11 + i}-01-01`,
    });
    const ids = await make(chi, "Channel", ...amounts.map((feeVnd, i) => ({ ...create(i), feeVnd })));
    const read = async () =>
      (await chi.data(`{ channels(sort: [{ id: ASC }]) { items { feeVnd chargeVnd } } }`)).channels.items.map(
        (c: { feeVnd: string; chargeVnd: string }) => [c.feeVnd, c.chargeVnd],
      );
    expect(await read()).toEqual(amounts.map((a) => [a, null]));
    const turned = [...amounts].reverse();
    const changed = await change(
      chi,
      "Channel",
      ids.map((id, i) => ({ update: { id, version: 1, set: { feeVnd: null, chargeVnd: turned[i] } } })),
    );
    expect(changed.problems).toEqual([]);
    expect(await read()).toEqual(turned.map((a) => [null, a]));
    expect((await undo(chi, changed.changeSet!.id)).problems).toEqual([]);
    expect(await read()).toEqual(amounts.map((a) => [a, null]));
  });
});
