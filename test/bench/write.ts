import type { App } from "../../server/app";
import { inList, listParameter, type Transaction } from "../../server/platform/db/database";
import { fold } from "../../server/platform/text/fold";
import { sortKey } from "../../server/platform/text/sort-key";
import { staff } from "./data";
import { WORKING_DATE } from "./page";

const ROUNDS = 7;
/** Rounds of each that do not count: code that has just been loaded is not yet compiled. */
const WARM_UP = 3;

const CHANGE = `mutation Change($changes: [ProcedureChange!]!) {
  changeProcedures(changes: $changes, note: "bench") { changeSet { id } rows { id version } problems { code } }
}`;

interface Target {
  id: number;
  version: number;
}

/** How much is written at once: so many rows, with values of their own in so many fields each. */
export interface WriteSize {
  rows: number;
  fields: readonly (keyof typeof COLUMNS)[];
}

/** Five hundred rows, as a person changes them; and five thousand cells, as a spreadsheet is saved. */
export const ROWS_500: WriteSize = { rows: 500, fields: ["nameVi", "nameEn", "complexity"] };
export const CELLS_5000: WriteSize = {
  rows: 1000,
  fields: ["nameVi", "nameEn", "complexity", "legalBases", "legacyCodes"],
};

const COLUMNS = {
  nameVi: ["name_vi", "name_vi_key", "name_vi_folded"],
  nameEn: ["name_en", "name_en_key", "name_en_folded"],
  complexity: ["complexity"],
  legalBases: ["legal_bases"],
  legacyCodes: ["legacy_codes"],
};

export async function targets(app: App, { rows }: WriteSize): Promise<Target[]> {
  const found = await app.database.read("SELECT id, version FROM `procedure` ORDER BY id LIMIT ?", [rows]);
  return found.map(([id, version]) => ({ id: id as number, version: version as number }));
}

const allValues = (round: number, i: number) => ({
  nameVi: `Cấp giấy phép hoạt động loại ${i} lần ${round} trên địa bàn tỉnh`,
  nameEn: `Permit ${(i * 7 + round) % 500} of round ${round}`,
  complexity: (i + round) % 2 === 0 ? "SIMPLE" : "COMPLEX",
  legalBases: [`Nghị định ${i + round}/2018/NĐ-CP`],
  legacyCodes: [`T-YBI-${100000 + i * 20 + round}-TT`],
});

export function valuesFor({ fields }: WriteSize, round: number, i: number): Partial<ReturnType<typeof allValues>> {
  const all = allValues(round, i);
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

/** A value as its columns hold it: itself, its order and its folded form; a list as JSON. */
function storedIn(column: string, value: string | string[]): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return column.endsWith("_key") ? sortKey(value) : column.endsWith("_folded") ? fold(value) : value;
}

/** The rows changed as one change set, through GraphQL and its executor. */
export async function ours(app: App, size: WriteSize, cookie: string, rows: Target[], round: number): Promise<number> {
  const changes = rows.map((r, i) => ({
    update: { id: String(r.id), version: r.version, set: valuesFor(size, round, i) },
  }));
  const payload = JSON.stringify({ query: CHANGE, variables: { changes } });
  const port = (app.http.server.address() as { port: number }).port;
  const start = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: payload,
  });
  const reply = (await answer.json()) as {
    data: { changeProcedures: { rows: { id: string; version: number }[]; problems: unknown[] } };
  };
  const time = performance.now() - start;
  const { rows: changed, problems } = reply.data.changeProcedures;
  if (problems.length > 0 || changed.length !== rows.length) throw new Error(JSON.stringify(problems[0] ?? reply));
  changed.forEach((c, i) => (rows[i].version = c.version));
  return time;
}

let nextSet = 900_000_000 + (Date.now() % 1e8);

/** Many rows with different values, five hundred in one statement of each engine's kind. */
async function setRows(
  tx: Transaction,
  table: string,
  columns: string[],
  rows: (string | number)[][],
  isVersioned: boolean,
): Promise<number> {
  let changed = 0;
  for (let at = 0; at < rows.length; at += 500)
    changed += await setSome(tx, table, columns, rows.slice(at, at + 500), isVersioned);
  return changed;
}

function setSome(
  tx: Transaction,
  table: string,
  columns: string[],
  rows: (string | number)[][],
  isVersioned: boolean,
): Promise<number> {
  const first = isVersioned ? 2 : 1;
  if (tx.engine === "sqlite") {
    const sets = columns.map((c, i) => `${c} = v.value ->> ${i + first}`).join(", ");
    const version = isVersioned ? " AND t.version = v.value ->> 1" : "";
    return tx.run(`UPDATE ${table} AS t SET ${sets} FROM json_each(?) v WHERE t.id = v.value ->> 0${version}`, [
      JSON.stringify(rows),
    ]);
  }
  const head = `SELECT ${rows[0].map((_, i) => `? AS c${i}`).join(", ")}`;
  const rest = ` UNION ALL SELECT ${rows[0].map(() => "?").join(", ")}`.repeat(rows.length - 1);
  const version = isVersioned ? " AND t.version = v.c1" : "";
  const sets = columns.map((c, i) => `t.${c} = v.c${i + first}`).join(", ");
  return tx.run(`UPDATE ${table} t JOIN (${head}${rest}) v ON t.id = v.c0${version} SET ${sets}`, rows.flat());
}

const HISTORY =
  "id, version, change_set_id, sequence, resource, row_id, state_id, action, `before`, `after`, changed_fields, version_before, version_after";

/** The same rows and the same history by hand-written multi-row SQL: no parsing, no rules, no references looked up. */
export async function byHand(app: App, size: WriteSize, rows: Target[], round: number): Promise<number> {
  const start = performance.now();
  const { fields } = size;
  await app.database.write(async (tx) => {
    const lock = tx.engine === "mariadb" ? " FOR UPDATE" : "";
    const own = listParameter(
      tx.engine,
      rows.map((r) => r.id),
    );
    await tx.all(`SELECT id, version FROM \`procedure\` WHERE ${inList(tx.engine, "id")} ORDER BY id${lock}`, [own]);
    const found = await tx.all(
      `SELECT procedure_id, id, ${fields.map((f) => COLUMNS[f][0]).join(", ")} FROM procedure_state WHERE ${inList(tx.engine, "procedure_id")} AND valid_from <= ? AND valid_to > ?`,
      [own, WORKING_DATE, WORKING_DATE],
    );
    const before = new Map(found.map((r) => [r[0] as number, r]));
    const versions = rows.map((r) => [r.id, r.version, r.version + 1]);
    if ((await setRows(tx, "`procedure`", ["version"], versions, true)) !== rows.length) throw new Error("stale");
    const columns = fields.flatMap((f) => COLUMNS[f]);
    const written = rows.map((r, i) => {
      const values = valuesFor(size, round, i);
      const stored = fields.flatMap((f) => COLUMNS[f].map((column) => storedIn(column, values[f]!)));
      return [before.get(r.id)![1] as number, ...stored];
    });
    await setRows(tx, "procedure_state", columns, written, false);
    const id = nextSet++;
    await tx.run(
      "INSERT INTO change_set (id, version, at, person_id, source, note, row_count, undoes_id, request_key, request_hash, outcome) VALUES (?, 1, ?, NULL, 'SYSTEM', 'bench', ?, NULL, NULL, NULL, NULL)",
      [id, new Date().toISOString(), rows.length],
    );
    const changed = JSON.stringify([...fields].sort());
    const history = rows.map((r, i) => {
      const [, state, ...values] = before.get(r.id)!;
      const image = Object.fromEntries(fields.map((f, at) => [f, values[at]]));
      const images = [JSON.stringify(image), JSON.stringify(valuesFor(size, round, i)), changed];
      const which = [id * 1000 + i, 1, id, i, "Procedure", r.id, state as number, "UPDATE"];
      return [...which, ...images, r.version, r.version + 1];
    });
    await tx.run(
      `INSERT INTO change_row (${HISTORY}) VALUES ` +
        history.map((row) => `(${row.map(() => "?").join(", ")})`).join(", "),
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

/** Wall time of one change set, ours and by hand in turn, after some of each that are not counted. */
export async function benchWrites(app: App, size: WriteSize): Promise<WriteResult> {
  const person = await staff(app);
  const cookie = `__Host-danh_muc_session=${(await app.services.sessions.open(person)).secret}`;
  const rows = await targets(app, size);
  const times: { ours: number[]; byHand: number[] } = { ours: [], byHand: [] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const hand = await byHand(app, size, rows, round * 2);
    const own = await ours(app, size, cookie, rows, round * 2 + 1);
    if (round < WARM_UP) continue;
    times.byHand.push(hand);
    times.ours.push(own);
  }
  const ratios = times.ours.map((t, i) => t / times.byHand[i]);
  return { ours: median(times.ours), byHand: median(times.byHand), ratio: median(ratios), ratios };
}
