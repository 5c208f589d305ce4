import type { Connection, RowDataPacket } from "mysql2/promise";
import { MONTHS, type Line, type Province } from "./count-province";

/** The figures of the roll-ups, as columns. */
const FIGURES =
  "received_counter received_post received_online returned_counter returned_post returned_online registered_return_post carried_over settled_early settled_on_time settled_late pending_in_time pending_overdue".split(
    " ",
  );

/** Each roll-up's table and key. */
const ROLL_UPS: Record<string, string> = {
  count_agency_sum: "period_id, agency_id",
  count_agency_procedure_sum: "procedure_id, period_id, agency_id",
  count_unit_sum: "period_id, reception_unit_id",
  count_unit_procedure_sum: "procedure_id, period_id, reception_unit_id",
};

/** Lines whose dossiers come in by post or on the web are few; the same number for the same line and month, every time. */
const drawn = (salt: number, most: string): string => `CRC32(CONCAT(l.id, '-', ?, '-${salt}')) % ${most}`;

const VALUES: Record<string, string> = {
  received_counter: `IF(l.place = 'ONE_STOP', ${drawn(1, "60")}, 0)`,
  received_post: `IF(l.place = 'POST_OFFICE', ${drawn(2, "4")}, 0)`,
  received_online: `IF(l.place = 'PORTAL', ${drawn(3, "9")}, 0)`,
  returned_counter: `IF(l.place = 'ONE_STOP', ${drawn(4, "50")}, 0)`,
  returned_post: `IF(l.place = 'POST_OFFICE', ${drawn(5, "6")}, 0)`,
  returned_online: `IF(l.place = 'PORTAL', ${drawn(6, "3")}, 0)`,
  settled_early: drawn(7, "20"),
  settled_on_time: drawn(8, "20"),
  settled_late: drawn(9, "3"),
};

/**
 * Loads so many count rows inside the database, the latest months first, with the roll-ups that the change path would
 * have kept. Indexes and foreign keys are made afterwards, as a restored backup does.
 */
export async function loadCounts(connection: Connection, province: Province, rows: number): Promise<void> {
  await connection.query("SET unique_checks = 0, foreign_key_checks = 0, sql_mode = 'STRICT_ALL_TABLES'");
  await makeLines(connection, province.lines);
  const { bare, additions } = await withoutIndexes(connection);
  await connection.query("DROP TABLE `count`");
  await connection.query(bare);
  const [[{ next }]] = await connection.query<RowDataPacket[]>("SELECT next FROM id_block WHERE name = 'row'");
  const first = Number(next);
  for (let done = 0, at = MONTHS.length - 1; done < rows && at >= 0; at--) {
    const count = Math.min(province.lines.length, rows - done);
    await loadMonth(connection, { period: province.periods[at], month: at, first: first + done, count });
    done += count;
    if (at === 0 && done < rows) throw new Error(`there are months for ${done} rows only`);
  }
  await connection.query("UPDATE id_block SET next = ? WHERE name = 'row'", [first + rows]);
  await connection.query(`ALTER TABLE \`count\` ${additions.join(", ")}`);
  await connection.query("DROP TABLE bench_line");
  await connection.query(`ANALYZE TABLE \`count\`, ${Object.keys(ROLL_UPS).join(", ")}`);
}

async function makeLines(connection: Connection, lines: Line[]): Promise<void> {
  await connection.query(
    "CREATE TABLE bench_line (id INT PRIMARY KEY, procedure_id BIGINT, unit_id BIGINT, agency_id BIGINT, place VARCHAR(40), receiver VARCHAR(40))",
  );
  for (let at = 0; at < lines.length; at += 5000) {
    const part = lines.slice(at, at + 5000).map((l, i) => [at + i, l.procedure, l.unit, l.agency, l.place, l.receiver]);
    await connection.query("INSERT INTO bench_line VALUES ?", [part]);
  }
}

/** The table without what slows loading down, and what has to be added to it to be the same again. */
async function withoutIndexes(connection: Connection): Promise<{ bare: string; additions: string[] }> {
  const [[made]] = await connection.query<RowDataPacket[]>("SHOW CREATE TABLE `count`");
  const lines = (made["Create Table"] as string).split("\n");
  const isAdded = (line: string) => /^\s+(KEY|UNIQUE KEY|CONSTRAINT) /.test(line);
  const additions = lines.filter(isAdded).map((line) => `ADD ${line.trim().replace(/,$/, "")}`);
  const bare = lines.filter((line) => !isAdded(line)).join("\n");
  return { bare: bare.replace(/,\n\)/, "\n)"), additions };
}

async function loadMonth(
  connection: Connection,
  { period, month, first, count }: { period: string; month: number; first: number; count: number },
): Promise<void> {
  const { firstDay } = MONTHS[month];
  const end = MONTHS[month + 1]?.firstDay ?? "2019-07-01";
  const figures = FIGURES.map((name) => VALUES[name] ?? "0");
  const drawnFrom = figures.flatMap((sql) => (sql.includes("?") ? [month] : []));
  await connection.query(
    `INSERT INTO \`count\` (id, version, period_id, procedure_id, reception_unit_id, agency_id, place, receiver, ${FIGURES.join(", ")}, valid_from, valid_to) ` +
      `SELECT ? + l.id, 1, ?, l.procedure_id, l.unit_id, l.agency_id, l.place, l.receiver, ${figures.join(", ")}, ?, ? ` +
      "FROM bench_line l WHERE l.id < ? ORDER BY l.id",
    [first, period, ...drawnFrom, firstDay, end, count],
  );
  const sums = FIGURES.map((name) => `SUM(${name})`).join(", ");
  for (const [table, key] of Object.entries(ROLL_UPS))
    await connection.query(
      `INSERT INTO ${table} (${key}, row_count, blank_count, ${FIGURES.join(", ")}) ` +
        `SELECT ${key}, COUNT(*), 0, ${sums} FROM \`count\` WHERE id >= ? AND id < ? GROUP BY ${key}`,
      [first, first + count],
    );
}
