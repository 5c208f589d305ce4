import type { App } from "../../server/app";
import { inList, listParameter } from "../../server/platform/db/database";
import { fold } from "../../server/platform/text/fold";
import { sortKey } from "../../server/platform/text/sort-key";

const ROUNDS = 7;
const CHANGES = 500;

const CHANGE = `mutation Change($changes: [DecisionChange!]!) {
  changeDecisions(changes: $changes, note: "bench") { changeSet { id } rows { id version } problems { code } }
}`;

interface Target {
  id: number;
  version: number;
}

/** Rows to change, made once: decisions nothing refers to. */
async function targets(app: App): Promise<Target[]> {
  const { changes, registry } = app.services;
  const resource = registry.single("decision");
  const creates = Array.from({ length: CHANGES }, (_, i) => ({
    resource,
    input: { create: { number: `B${i}/QĐ-UBND`, kind: "DECISION", issuer: "Ủy ban nhân dân tỉnh", issuedOn: "2019-01-01", title: `Văn bản ${i}` } },
  }));
  const answer = await changes.apply({ person: null, source: "SYSTEM", note: "bench", mode: "ALL_OR_NONE", dryRun: false, key: null, changes: creates });
  return answer.rows.map((r) => ({ id: Number(r.id), version: 1 }));
}

const valuesFor = (round: number, i: number) => ({ title: `Văn bản ${i} lần ${round}`, issuer: `Sở thứ ${(i + round) % 50}`, effectiveOn: `2019-0${1 + ((i + round) % 9)}-15` });

/** Five hundred rows changed as one change set, through GraphQL and its executor. */
async function ours(app: App, cookie: string, rows: Target[], round: number): Promise<number> {
  const changes = rows.map((r, i) => ({ update: { id: String(r.id), version: r.version, set: valuesFor(round, i) } }));
  const payload = JSON.stringify({ query: CHANGE, variables: { changes } });
  const port = (app.http.server.address() as { port: number }).port;
  const start = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: "POST", headers: { "content-type": "application/json", cookie }, body: payload });
  const reply = (await answer.json()) as { data: { changeDecisions: { rows: { id: string; version: number }[]; problems: unknown[] } } };
  const time = performance.now() - start;
  const { rows: changed, problems } = reply.data.changeDecisions;
  if (problems.length > 0 || changed.length !== CHANGES) throw new Error(JSON.stringify(problems[0] ?? reply));
  changed.forEach((c, i) => (rows[i].version = c.version));
  return time;
}

let nextSet = 900_000_000;

/** The same rows and the same history by hand-written multi-row SQL: no parsing, no rules, no references looked up. */
async function byHand(app: App, rows: Target[], round: number): Promise<number> {
  const { database } = app;
  const start = performance.now();
  await database.write(async (tx) => {
    const lock = tx.engine === "mariadb" ? " FOR UPDATE" : "";
    const found = await tx.all(`SELECT id, version, title, issuer, effective_on, acts_from, effective_assumed FROM decision WHERE ${inList(tx.engine, "id")} ORDER BY id${lock}`, [listParameter(tx.engine, rows.map((r) => r.id))]);
    const before = new Map(found.map((r) => [r[0] as number, r]));
    const written = rows.map((r, i) => {
      const { title, issuer, effectiveOn } = valuesFor(round, i);
      return [r.id, r.version, r.version + 1, title, sortKey(title), fold(title), issuer, sortKey(issuer), fold(issuer), effectiveOn, effectiveOn, 0];
    });
    const columns = ["version", "title", "title_key", "title_folded", "issuer", "issuer_key", "issuer_folded", "effective_on", "acts_from", "effective_assumed"];
    const changed =
      tx.engine === "sqlite"
        ? await tx.run(`UPDATE decision AS t SET ${columns.map((c, i) => `${c} = v.value ->> ${i + 2}`).join(", ")} FROM json_each(?) v WHERE t.id = v.value ->> 0 AND t.version = v.value ->> 1`, [JSON.stringify(written)])
        : await tx.run(
            `UPDATE decision t JOIN (SELECT ${written[0].map((_, i) => `? AS c${i}`).join(", ")}${` UNION ALL SELECT ${written[0].map(() => "?").join(", ")}`.repeat(written.length - 1)}) v ON t.id = v.c0 AND t.version = v.c1 SET ${columns.map((c, i) => `t.${c} = v.c${i + 2}`).join(", ")}`,
            written.flat(),
          );
    if (changed !== rows.length) throw new Error("stale");
    const id = nextSet++;
    await tx.run("INSERT INTO change_set (id, version, at, person_id, source, note, row_count, undoes_id, request_key, request_hash, outcome) VALUES (?, 1, ?, NULL, 'SYSTEM', 'bench', ?, NULL, NULL, NULL, NULL)", [id, new Date().toISOString(), rows.length]);
    const history = rows.map((r, i) => {
      const was = before.get(r.id)!;
      const { title, issuer, effectiveOn } = valuesFor(round, i);
      const images = [{ title: was[2], issuer: was[3], effectiveOn: was[4], actsFrom: was[5], effectiveAssumed: was[6] === 1 }, { title, issuer, effectiveOn, actsFrom: effectiveOn, effectiveAssumed: false }];
      return [id * 1000 + i, 1, id, i, "Decision", r.id, null, "UPDATE", JSON.stringify(images[0]), JSON.stringify(images[1]), r.version, r.version + 1];
    });
    await tx.run(
      "INSERT INTO change_row (id, version, change_set_id, sequence, resource, row_id, state_id, action, `before`, `after`, version_before, version_after) VALUES " + history.map(() => "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").join(", "),
      history.flat(),
    );
  });
  rows.forEach((r) => r.version++);
  return performance.now() - start;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export interface WriteResult {
  ours: number;
  byHand: number;
  ratio: number;
  ratios: number[];
}

/** Wall time of 500 changes, ours and by hand in turn, after a round of each that is not counted. */
export async function benchWrites(app: App): Promise<WriteResult> {
  await app.http.listen({ host: "127.0.0.1", port: 0 });
  const person = await app.services.sessions.firstOf("CATALOG");
  const cookie = `danh_muc_session=${(await app.services.sessions.open(person!)).secret}`;
  const rows = await targets(app);
  const times: { ours: number[]; byHand: number[] } = { ours: [], byHand: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const hand = await byHand(app, rows, round * 2);
    const own = await ours(app, cookie, rows, round * 2 + 1);
    if (round === 0) continue;
    times.byHand.push(hand);
    times.ours.push(own);
  }
  const ratios = times.ours.map((t, i) => t / times.byHand[i]);
  return { ours: median(times.ours), byHand: median(times.byHand), ratio: median(ratios), ratios };
}
