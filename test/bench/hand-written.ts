import { createServer } from "node:http";
import type { App } from "../../server/app";
import { WORKING_DATE } from "./page";

type Row = unknown[];

const open = (value: unknown): unknown => (value === "0001-01-01" || value === "9999-12-31" ? null : value);
const ids = (rows: Row[], at: number): number[] => [
  ...new Set(rows.map((r) => r[at] as number).filter((v) => v !== null)),
];

/**
 * What a good programmer would write for this one page, with nothing else in it: hand-written SQL, one statement per
 * table, row arrays, JSON.stringify. No session, no policy, no parsing, no validation.
 */
export async function split(app: App, offset: number): Promise<object> {
  const { database } = app;
  const within = (column: string, count: number) =>
    database.engine === "sqlite"
      ? `${column} IN (SELECT value FROM json_each(?))`
      : `${column} IN (${count === 0 ? "-1" : "?"})`;
  const list = (values: number[]) =>
    database.engine === "sqlite" ? [JSON.stringify(values)] : values.length === 0 ? [] : [values];
  const [rows, counted] = await Promise.all([
    database.read(
      "SELECT procedure_id, code, name_vi, status, tiers, agency_id, sector_id FROM procedure_state WHERE valid_from <= ? AND valid_to > ? ORDER BY name_vi_key, procedure_id LIMIT 100 OFFSET ?",
      [WORKING_DATE, WORKING_DATE, offset],
    ),
    database.read("SELECT COUNT(*) FROM procedure_state WHERE valid_from <= ? AND valid_to > ?", [
      WORKING_DATE,
      WORKING_DATE,
    ]),
  ]);
  const own = rows.map((r) => r[0] as number);
  const [agencyRows, sectorRows, entryRows] = await Promise.all([
    database.read(
      `SELECT agency_id, name FROM agency_state WHERE ${within("agency_id", 1)} AND valid_from <= ? AND valid_to > ?`,
      [...list(ids(rows, 5)), WORKING_DATE, WORKING_DATE],
    ),
    database.read(`SELECT id, name_vi FROM sector WHERE ${within("id", 1)}`, list(ids(rows, 6))),
    database.read(
      `SELECT procedure_id, id, legs, valid_from, valid_to, added_by_id, removed_by_id FROM catalog_entry WHERE ${within("procedure_id", 1)} ORDER BY valid_from, id`,
      list(own),
    ),
  ]);
  const wanted = [...new Set([...ids(entryRows, 5), ...ids(entryRows, 6)])];
  const decisionRows = await database.read(
    `SELECT id, number, issued_on FROM decision WHERE ${within("id", wanted.length)}`,
    list(wanted),
  );
  const agencies = new Map(agencyRows.map((r) => [r[0], { id: String(r[0]), name: r[1] }]));
  const sectors = new Map(sectorRows.map((r) => [r[0], { id: String(r[0]), nameVi: r[1] }]));
  const decisions = new Map(decisionRows.map((r) => [r[0], { id: String(r[0]), number: r[1], issuedOn: r[2] }]));
  const entries = new Map<unknown, object[]>();
  for (const e of entryRows) {
    const made = {
      id: String(e[1]),
      legs: JSON.parse(e[2] as string),
      validFrom: open(e[3]),
      validTo: open(e[4]),
      addedBy: decisions.get(e[5]) ?? null,
      removedBy: decisions.get(e[6]) ?? null,
    };
    const known = entries.get(e[0]);
    if (known) known.push(made);
    else entries.set(e[0], [made]);
  }
  const items = rows.map((r) => {
    const below = entries.get(r[0]) ?? [];
    return {
      id: String(r[0]),
      code: r[1],
      nameVi: r[2],
      status: r[3],
      tiers: JSON.parse(r[4] as string),
      agency: agencies.get(r[5]) ?? null,
      sector: sectors.get(r[6]) ?? null,
      entries: { items: below.slice(0, 25), total: below.length },
    };
  });
  return { procedures: { total: Number(counted[0][0]), items } };
}

interface Named {
  [column: string]: unknown;
}

/** The same by joins and row objects: what most people would write. */
export async function joined(
  app: App,
  offset: number,
  objects: (sql: string, parameters: unknown[]) => Promise<Named[]>,
): Promise<object> {
  const rows = await objects(
    "SELECT p.procedure_id, p.code, p.name_vi, p.status, p.tiers, p.agency_id, a.name AS agency_name, p.sector_id, s.name_vi AS sector_name FROM procedure_state p " +
      "LEFT JOIN agency_state a ON a.agency_id = p.agency_id AND a.valid_from <= ? AND a.valid_to > ? JOIN sector s ON s.id = p.sector_id " +
      "WHERE p.valid_from <= ? AND p.valid_to > ? ORDER BY p.name_vi_key, p.procedure_id LIMIT 100 OFFSET ?",
    [WORKING_DATE, WORKING_DATE, WORKING_DATE, WORKING_DATE, offset],
  );
  const counted = await objects("SELECT COUNT(*) AS n FROM procedure_state WHERE valid_from <= ? AND valid_to > ?", [
    WORKING_DATE,
    WORKING_DATE,
  ]);
  const own = rows.map((r) => r.procedure_id as number);
  const found = await objects(
    "SELECT e.id, e.procedure_id, e.legs, e.valid_from, e.valid_to, a.id AS a_id, a.number AS a_number, a.issued_on AS a_issued, r.id AS r_id, r.number AS r_number, r.issued_on AS r_issued " +
      `FROM catalog_entry e JOIN decision a ON a.id = e.added_by_id LEFT JOIN decision r ON r.id = e.removed_by_id WHERE e.procedure_id IN (${own.map(() => "?").join(", ")}) ORDER BY e.valid_from, e.id`,
    own,
  );
  const entries = new Map<unknown, object[]>();
  for (const e of found) {
    const addedBy = { id: String(e.a_id), number: e.a_number, issuedOn: e.a_issued };
    const removedBy = e.r_id === null ? null : { id: String(e.r_id), number: e.r_number, issuedOn: e.r_issued };
    const made = {
      id: String(e.id),
      legs: JSON.parse(e.legs as string),
      validFrom: open(e.valid_from),
      validTo: open(e.valid_to),
      addedBy,
      removedBy,
    };
    const known = entries.get(e.procedure_id);
    if (known) known.push(made);
    else entries.set(e.procedure_id, [made]);
  }
  const items = rows.map((r) => {
    const below = entries.get(r.procedure_id) ?? [];
    return {
      id: String(r.procedure_id),
      code: r.code,
      nameVi: r.name_vi,
      status: r.status,
      tiers: JSON.parse(r.tiers as string),
      agency: r.agency_id === null ? null : { id: String(r.agency_id), name: r.agency_name },
      sector: { id: String(r.sector_id), nameVi: r.sector_name },
      entries: { items: below.slice(0, 25), total: below.length },
    };
  });
  return { procedures: { total: Number(counted[0].n), items } };
}

/** Serves a page as bare node http. */
export function serve(answer: (offset: number) => Promise<object>): Promise<{ port: number }> {
  const server = createServer((request, response) => {
    const offset = Number(new URL(request.url!, "http://127.0.0.1").searchParams.get("offset"));
    answer(offset).then(
      (data) => {
        const body = JSON.stringify({ data });
        response.writeHead(200, {
          "content-type": "application/json; charset=utf-8",
          "content-length": Buffer.byteLength(body),
        });
        response.end(body);
      },
      (error: unknown) => {
        response.writeHead(500);
        response.end(String(error));
      },
    );
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve({ port: (server.address() as { port: number }).port })),
  );
}
