import fc from "fast-check";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { csv, Sender } from "../platform/import/import-speech";
import {
  change,
  changeCounts,
  closePeriod,
  expectTrue,
  FIGURES,
  makeWorld,
  reopenPeriod,
  undoSet,
  type Answer,
  type CountWorld,
} from "./count-world";

const PLACES = ["ONE_STOP", "POST_OFFICE", null] as const;
const RUNS = 8;

const FIRST = { period: 0, procedure: 0, unit: 0, agency: 0, place: null };

const figure = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 100_000_000 }));
const figures = fc.dictionary(fc.constantFrom(...FIGURES.map(([, name]) => name)), figure);
const upTo = (max: number) => fc.nat({ max });
const grain = fc.record({
  period: upTo(2),
  procedure: upTo(2),
  unit: upTo(1),
  agency: upTo(1),
  place: fc.constantFrom(...PLACES),
});
const batch = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant("create" as const), grain, figures }),
    fc.record({ what: fc.constant("update" as const), row: fc.nat(), figures }),
    fc.record({ what: fc.constant("delete" as const), row: fc.nat() }),
  ),
  { minLength: 1, maxLength: 6 },
);

/** What people do to counts, one after the other. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("write" as const),
      batch,
      mode: fc.constantFrom("ALL_OR_NONE", "GOOD_ROWS"),
      dryRun: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("undo" as const),
      set: fc.nat(),
      mode: fc.constantFrom("ALL_OR_NONE", "GOOD_ROWS"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("turn" as const), period: upTo(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("import" as const), grain, post: figure }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("catalog" as const), agency: upTo(1), name: upTo(9) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let quan: Asker;
  let sender: Sender;
  let world: CountWorld;
  /** How often each sort of step went through: a run in which all are refused would prove nothing. */
  const done = new Map<string, number>();
  const sets: string[] = [];
  beforeAll(async () => {
    api = await startApi(engine);
    [chi, quan] = [await api.as("chi"), await api.as("quan")];
    sender = await Sender.of(api, chi.person!);
    world = await makeWorld(chi);
  });
  afterAll(() => api?.close());

  const rows = async (): Promise<{ id: string; version: number }[]> =>
    (await chi.data(`{ counts(limit: 500, sort: [{ id: ASC }]) { items { id version } } }`)).counts.items;

  const keyOf = ({
    period,
    procedure,
    unit,
    agency,
    place,
  }: {
    period: number;
    procedure: number;
    unit: number;
    agency: number;
    place: string | null;
  }) => ({
    period: world.periods[period],
    procedure: world.procedures[procedure],
    receptionUnit: world.units[unit],
    agency: world.agencies[agency],
    place,
  });

  async function write({ batch: wanted, mode, dryRun }: Extract<Step, { does: "write" }>): Promise<Answer> {
    const left = await rows();
    const changes = wanted.flatMap((one): object[] => {
      if (one.what === "create") return [{ create: { ...keyOf(one.grain), ...one.figures } }];
      // Each row once: a batch with two changes of one is refused as a whole.
      const [row] = left.length > 0 ? left.splice(one.row % left.length, 1) : [];
      if (!row) return [];
      return one.what === "update" ? [{ update: { ...row, set: one.figures } }] : [{ delete: row }];
    });
    return changeCounts(chi, changes, { mode, dryRun });
  }

  async function importOne({ grain: of, post }: Extract<Step, { does: "import" }>): Promise<boolean> {
    const names = { procedures: ["Đăng ký khai sinh", "Đăng ký kết hôn", "Đăng ký khai tử"] };
    const units = ["Trung tâm Phục vụ hành chính công", "Bưu cục trung tâm"];
    const file = csv(
      "Kỳ báo cáo,Thủ tục,Đơn vị tiếp nhận,Cơ quan giải quyết,Nhận qua BCCI",
      `Tháng ${of.period + 1}/2019,${names.procedures[of.procedure]},${units[of.unit]},${await nameOf(of.agency)},${post ?? ""}`,
    );
    const reply = await sender.import("counts", file);
    expect(reply.status).toBe(200);
    if (reply.changeSet) sets.push(reply.changeSet.id);
    return reply.changeSet !== null;
  }
  const nameOf = async (agency: number): Promise<string> =>
    (await chi.data(`query($id: ID!) { agency(id: $id) { name } }`, { id: world.agencies[agency] })).agency.name;

  async function turn(period: string): Promise<boolean> {
    const { state } = (await chi.data(`query($id: ID!) { period(id: $id) { state } }`, { id: period })).period;
    const answer = await (state === "OPEN" ? closePeriod(chi, period) : reopenPeriod(quan, period, "nhập bổ sung"));
    expect(answer.problems).toEqual([]);
    sets.push(answer.changeSet!.id);
    return true;
  }

  async function rename(agency: number, name: number): Promise<boolean> {
    const id = world.agencies[agency];
    const { version } = (await chi.data(`query($id: ID!) { agency(id: $id) { version } }`, { id })).agency;
    const set = { name: `Sở số ${agency} tên ${name}` };
    const answer = await change(chi, "Agency", "changeAgencies", [{ update: { id, version, set } }]);
    expect(answer.problems).toEqual([]);
    return answer.changeSet !== null;
  }

  async function doStep(one: Step): Promise<boolean> {
    if (one.does === "turn") return turn(world.periods[one.period]);
    if (one.does === "import") return importOne(one);
    if (one.does === "catalog") return rename(one.agency, one.name);
    if (one.does === "undo" && sets.length === 0) return false;
    const answer = one.does === "undo" ? await undoSet(quan, sets[one.set % sets.length], one.mode) : await write(one);
    if (answer.changeSet) sets.push(answer.changeSet.id);
    return answer.changeSet !== null;
  }

  const written = (more: object): Step => ({
    does: "write",
    batch: [{ what: "create", grain: { ...FIRST, ...more }, figures: { receivedPost: 3 } }],
    mode: "ALL_OR_NONE",
    dryRun: false,
  });
  /** A walk on which every sort of step goes through, whatever chance does afterwards. */
  const walk: Step[] = [
    written({}),
    { does: "import", grain: { ...FIRST, unit: 1 }, post: 5 },
    { does: "catalog", agency: 0, name: 1 },
    { does: "undo", set: 0, mode: "ALL_OR_NONE" },
    { does: "turn", period: 0 },
    written({ agency: 1 }),
    { does: "turn", period: 0 },
  ];

  test("whatever is written, imported, undone and closed, the sums are what the rows say after every step", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        for (const one of steps) {
          if (await doStep(one)) done.set(one.does, (done.get(one.does) ?? 0) + 1);
          await expectTrue(api);
        }
      }),
      { numRuns: RUNS, endOnFailure: true, examples: [[walk]] },
    );
    expect([...done.keys()].sort()).toEqual(["catalog", "import", "turn", "undo", "write"]);
  }, 120_000);
});
