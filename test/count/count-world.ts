import type { Api, Asker } from "../support/api";
import { differences } from "../../server/platform/changes/recount";

/** The figures of a count, written down a second time by hand, as columns and as the API calls them. */
export const FIGURES: readonly [string, string][] = [
  ["received_counter", "receivedCounter"],
  ["received_post", "receivedPost"],
  ["received_online", "receivedOnline"],
  ["returned_counter", "returnedCounter"],
  ["returned_post", "returnedPost"],
  ["returned_online", "returnedOnline"],
  ["registered_return_post", "registeredReturnPost"],
  ["carried_over", "carriedOver"],
  ["settled_early", "settledEarly"],
  ["settled_on_time", "settledOnTime"],
  ["settled_late", "settledLate"],
  ["pending_in_time", "pendingInTime"],
  ["pending_overdue", "pendingOverdue"],
];

/** The six of the channels: a count in which one of them is empty is blank. */
const CHANNELS = FIGURES.slice(0, 6).map(([column]) => column);

/** Each roll-up's table and key. */
export const ROLL_UPS: Record<string, string[]> = {
  count_agency_sum: ["period_id", "agency_id"],
  count_agency_procedure_sum: ["procedure_id", "period_id", "agency_id"],
  count_unit_sum: ["period_id", "reception_unit_id"],
  count_unit_procedure_sum: ["procedure_id", "period_id", "reception_unit_id"],
};

/** Two agencies, two units that receive for them, three procedures, three months. */
export interface CountWorld {
  periods: string[];
  procedures: string[];
  units: string[];
  agencies: string[];
}

export interface Problem {
  index: number | null;
  field: string | null;
  code: string;
  messageVi: string;
  messageEn: string;
}

export interface Answer {
  changeSet: { id: string; note: string | null; source: string; rowCount: number } | null;
  rows: { id: string; version: number | null; action: string }[];
  problems: Problem[];
}

const ANSWER = `changeSet { id note source rowCount } rows { id version action } problems { index field code messageVi messageEn }`;

/** Sends changes of one resource and hands over the answer, problems too. */
export async function change(
  who: Asker,
  type: string,
  mutation: string,
  changes: object[],
  more: { mode?: string; dryRun?: boolean; note?: string } = {},
): Promise<Answer> {
  const query = `mutation($changes: [${type}Change!]!, $mode: ChangeMode, $dryRun: Boolean, $note: String) {
    result: ${mutation}(changes: $changes, mode: $mode, dryRun: $dryRun, note: $note) { ${ANSWER} } }`;
  return (await who.data(query, { changes, ...more })).result as Answer;
}

export const changeCounts = (who: Asker, changes: object[], more: Parameters<typeof change>[4] = {}): Promise<Answer> =>
  change(who, "Count", "changeCounts", changes, more);

export const undoSet = async (who: Asker, id: string, mode = "ALL_OR_NONE"): Promise<Answer> =>
  (
    await who.data(
      `mutation($id: ID!, $mode: ChangeMode) { result: undoChangeSet(id: $id, mode: $mode) { ${ANSWER} } }`,
      {
        id,
        mode,
      },
    )
  ).result as Answer;

export const closePeriod = async (who: Asker, id: string, note: string | null = null): Promise<Answer> =>
  (
    await who.data(`mutation($id: ID!, $note: String) { result: closePeriod(id: $id, note: $note) { ${ANSWER} } }`, {
      id,
      note,
    })
  ).result as Answer;

export const reopenPeriod = async (who: Asker, id: string, reason: string): Promise<Answer> =>
  (
    await who.data(
      `mutation($id: ID!, $reason: String!) { result: reopenPeriod(id: $id, reason: $reason) { ${ANSWER} } }`,
      {
        id,
        reason,
      },
    )
  ).result as Answer;

/** Creates rows that are expected to be taken, and gives their ids in order. */
export async function create(who: Asker, type: string, mutation: string, rows: object[]): Promise<string[]> {
  const answer = await change(
    who,
    type,
    mutation,
    rows.map((row) => ({ create: row })),
  );
  expect(answer.problems).toEqual([]);
  return answer.rows.map(({ id }) => id);
}

export const aPeriod = (year: number, month: number): object => {
  const two = String(month).padStart(2, "0");
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    name: `Tháng ${month}/${year}`,
    kind: "MONTH",
    firstDay: `${year}-${two}-01`,
    lastDay: `${year}-${two}-${last}`,
  };
};

export async function makeWorld(who: Asker): Promise<CountWorld> {
  const [sector] = await create(who, "Sector", "changeSectors", [{ nameVi: "Hộ tịch" }]);
  const inForce = { sector, status: "IN_FORCE", tiers: ["COMMUNE"], validFrom: "2010-01-01" };
  const procedures = await create(
    who,
    "Procedure",
    "changeProcedures",
    ["Đăng ký khai sinh", "Đăng ký kết hôn", "Đăng ký khai tử"].map((nameVi) => ({ nameVi, ...inForce })),
  );
  const agencies = await create(who, "Agency", "changeAgencies", [
    { name: "Sở Nội vụ", kind: "DEPARTMENT" },
    { name: "Sở Xây dựng", kind: "DEPARTMENT" },
  ]);
  const [centre, post] = await create(who, "Agency", "changeAgencies", [
    { name: "Trung tâm Phục vụ hành chính công", kind: "SERVICE_CENTER" },
    { name: "Bưu cục trung tâm", kind: "POST" },
  ]);
  const periods = await create(
    who,
    "Period",
    "changePeriods",
    [1, 2, 3].map((month) => aPeriod(2019, month)),
  );
  return { periods, procedures, units: [centre, post], agencies };
}

/** Every roll-up, line by line in order of its key: as it is kept. */
export async function kept({ app }: Api): Promise<Record<string, number[][]>> {
  const out: Record<string, number[][]> = {};
  for (const [table, key] of Object.entries(ROLL_UPS)) {
    const columns = [...key, "row_count", "blank_count", ...FIGURES.map(([column]) => column)];
    const rows = await app.database.read(`SELECT ${columns.join(", ")} FROM ${table}`);
    out[table] = sorted(rows.map((row) => row.map(Number)));
  }
  return out;
}

/** Every roll-up as it is summed up here, in plain JavaScript, from the counts one by one. */
export async function summed({ app }: Api): Promise<Record<string, number[][]>> {
  const columns = ["period_id", "procedure_id", "reception_unit_id", "agency_id", ...FIGURES.map(([column]) => column)];
  const rows = await app.database.read(`SELECT ${columns.join(", ")} FROM \`count\``);
  const counts = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] as number | null])));
  const out: Record<string, number[][]> = {};
  for (const [table, key] of Object.entries(ROLL_UPS)) {
    const lines = new Map<string, number[]>();
    for (const count of counts) {
      const ids = key.map((column) => count[column]!);
      const line = lines.get(ids.join()) ?? [...ids, 0, 0, ...FIGURES.map(() => 0)];
      line[ids.length]++;
      if (CHANNELS.some((column) => count[column] === null)) line[ids.length + 1]++;
      FIGURES.forEach(([column], i) => (line[ids.length + 2 + i] += count[column] ?? 0));
      lines.set(ids.join(), line);
    }
    out[table] = sorted([...lines.values()]);
  }
  return out;
}

/** What is kept is what the rows say, by this test's own sums and by the product's recount. */
export async function expectTrue(api: Api): Promise<void> {
  expect(await kept(api)).toEqual(await summed(api));
  expect(await differences(api.app.database, api.app.services.registry)).toEqual([]);
}

const sorted = (lines: number[][]): number[][] =>
  lines.sort((a, b) => {
    const at = a.findIndex((value, i) => value !== b[i]);
    return at < 0 ? 0 : a[at] - b[at];
  });
