import { create } from "../count/count-world";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { ServerProcess } from "../support/server-process";
import { makeSubsidyWorld, someone, type SubsidyWorld } from "./subsidy-world";

const ROUNDS = 100;
const TOTAL = 120_000n;

/** A claim of a round, checked and waiting. */
interface Waiting {
  program: string;
  claims: [string, string];
}

const APPROVE = `mutation($id: ID!) { r: approveClaim(id: $id) { changeSet { id } problems { code } } }`;

/** Two people approve two claims at the same moment, where the budget has room for exactly one. */
eachEngine((engine) => {
  let api: Api;
  let world: SubsidyWorld;
  let servers: ServerProcess[] = [];
  let cookies: string[];
  let rounds: Waiting[];
  beforeAll(async () => {
    api = await startApi(engine);
    world = await makeSubsidyWorld(api);
    rounds = await waiting(ROUNDS);
    const { sessions } = api.app.services;
    const approvers = [world.people.B, world.people.D].map(({ person }) => person!);
    cookies = await Promise.all(
      approvers.map(async (person) => `danh_muc_session=${(await sessions.open(person)).secret}`),
    );
    // On SQLite one process has the writer; on MariaDB each client asks a process of its own.
    servers = [await ServerProcess.start(api.databaseUrl)];
    if (engine === "mariadb") servers.push(await ServerProcess.start(api.databaseUrl));
  }, 120_000);
  afterAll(async () => {
    for (const server of servers) await server.kill();
    await api.close();
  });

  /** Programs with a budget for one claim, each with two that are checked: brought there by the system, in a few batches. */
  async function waiting(count: number): Promise<Waiting[]> {
    const { quan, agencies, people } = world;
    const every = <T>(make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
    const programs = await create(
      quan,
      "SubsidyProgram",
      "changeSubsidyPrograms",
      every((at) => ({
        ...{
          name: `Đua ${at}`,
          payer: agencies.HX,
          contractor: agencies.BD,
          fiscalYear: 2019,
          quantityFrom: "HAND_OVERS",
        },
      })),
    );
    await create(
      quan,
      "SubsidyBudgetLine",
      "changeSubsidyBudgetLines",
      // Room for one and almost for a second.
      programs.map((program) => ({
        ...{ program, kind: "GRANTED", amountVnd: String(2n * TOTAL - 1n), document: "QĐ", decidedOn: "2019-01-02" },
      })),
    );
    const days = [
      ["2019-04-01", "2019-04-30"],
      ["2019-05-01", "2019-05-31"],
    ];
    const claims = await create(
      people.P,
      "SubsidyClaim",
      "changeSubsidyClaims",
      programs.flatMap((program, at) =>
        days.map(([firstDay, lastDay], which) => ({
          ...{ code: `Đ-${at}-${which}`, program, firstDay, lastDay, claimant: agencies.BD, payee: agencies.BD },
        })),
      ),
    );
    const { changes, registry } = api.app.services;
    const resource = registry.single("subsidyClaim");
    const steps: [string, object][] = [
      ["submit", { state: "SUBMITTED", totalVnd: String(TOTAL), submittedBy: people.P.person!.id }],
      ["check", { state: "CHECKED", checkedBy: people.A.person!.id }],
    ];
    for (const [verb, set] of steps) {
      const answer = await changes.apply({
        ...{ person: null, source: "SYSTEM", note: null, mode: "ALL_OR_NONE", dryRun: false, key: null, verb },
        changes: claims.map((id) => ({ resource, input: { update: { id, set: { ...set } } } })),
      });
      expect(answer.problems).toEqual([]);
    }
    return programs.map((program, at) => ({ program, claims: [claims[2 * at], claims[2 * at + 1]] }));
  }

  async function approve(client: number, id: string): Promise<{ won: boolean; codes: string[] }> {
    const answer = await fetch(`${servers[client % servers.length].address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: cookies[client] },
      body: JSON.stringify({ query: APPROVE, variables: { id } }),
    });
    const { data, errors } = (await answer.json()) as {
      data?: { r: { changeSet: object | null; problems: { code: string }[] } };
      errors?: unknown;
    };
    expect(errors).toBeUndefined();
    return { won: data!.r.changeSet !== null, codes: data!.r.problems.map(({ code }) => code) };
  }

  test(`of two approvals at once exactly one wins, ${ROUNDS} times, and no budget is exceeded`, async () => {
    const winners = [0, 0];
    for (const [at, { claims }] of rounds.entries()) {
      // Who asks first changes from round to round.
      const order = at % 2 === 0 ? [0, 1] : [1, 0];
      const both = await Promise.all(order.map((client) => approve(client, claims[client])));
      expect(both.filter(({ won }) => won)).toHaveLength(1);
      expect(both.find(({ won }) => !won)!.codes).toEqual(["OVER_BUDGET"]);
      winners[order[both.findIndex(({ won }) => won)]]++;
    }
    expect(winners[0] + winners[1]).toBe(ROUNDS);
    const { A } = world.people;
    const sums = await A.data(
      `query($ids: [ID!]) { p: subsidyPrograms(filter: { id: { in: $ids } }, limit: 1000) {
        items { budgetVnd committedVnd remainingVnd claims(filter: { state: { eq: APPROVED } }) { total } } } }`,
      { ids: rounds.map(({ program }) => program) },
    );
    expect(sums.p.items).toHaveLength(ROUNDS);
    for (const item of sums.p.items)
      expect(item).toEqual({
        ...{ budgetVnd: "239999", committedVnd: "120000", remainingVnd: "119999", claims: { total: 1 } },
      });
  });

  test("a budget that is lowered at the moment of an approval never falls below it", async () => {
    const more = await waitingMore();
    for (const { program, claims } of more) {
      const lower = `mutation($changes: [SubsidyBudgetLineChange!]!) { r: changeSubsidyBudgetLines(changes: $changes) { changeSet { id } problems { code } } }`;
      const amendment = { program, kind: "AMENDED", amountVnd: "-120000", document: "Giảm", decidedOn: "2019-07-01" };
      const lowering = async () => {
        const { r } = await lowerer.data(lower, { changes: [{ create: amendment }] });
        return { won: r.changeSet !== null, codes: r.problems.map(({ code }: { code: string }) => code) };
      };
      const both = await Promise.all([approve(0, claims[0]), lowering()]);
      expect(both.filter(({ won }) => won)).toHaveLength(1);
      expect(both.find(({ won }) => !won)!.codes).toEqual(["OVER_BUDGET"]);
    }
  });

  let lowerer: Asker;
  const MORE = 15;
  async function waitingMore(): Promise<Waiting[]> {
    lowerer = await someone(api, world.quan, "Hạ", "FINANCE", world.agencies.HX);
    // Those of the first test whose second claim waits still: what is left fits no other.
    const { p } = await world.people.A.data(
      `query($ids: [ID!]) { p: subsidyClaims(filter: { program: { in: $ids }, state: { eq: CHECKED } }, limit: 1000) { items { id program { id } } } }`,
      { ids: rounds.slice(0, MORE).map(({ program }) => program) },
    );
    const { items } = p as { items: { id: string; program: { id: string } }[] };
    await create(
      world.quan,
      "SubsidyBudgetLine",
      "changeSubsidyBudgetLines",
      items.map(({ program }) => ({
        ...{ program: program.id, kind: "AMENDED", amountVnd: "1", document: "Thêm", decidedOn: "2019-06-01" },
      })),
    );
    return items.map(({ id, program }) => ({ program: program.id, claims: [id, id] }));
  }
});
