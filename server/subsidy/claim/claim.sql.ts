import { inList, listParameter, type Database } from "../../platform/db/database";
import { decimal } from "../../platform/kinds/all";
import { BINDING_STATES } from "../claim.steps.rules";
import type { Grounds } from "../computation/gather.service";
import { unpinned } from "../computation/inputs.rules";
import { moneyText } from "../stored.sql";

/** A claim as its steps go by it. */
export interface ClaimRow {
  id: string;
  version: number;
  code: string;
  program: string;
  kind: "ORIGINAL" | "ADJUSTING";
  adjusts: string | null;
  firstDay: string;
  lastDay: string;
  state: string;
  payer: string;
  claimant: string;
  payee: string;
  totalVnd: bigint | null;
  vatPercent: string | null;
  approvedOn: string | null;
  /** Who drew it up and who did which step, by the field that says it. */
  people: Record<string, string | null>;
}

const PEOPLE: Record<string, string> = {
  draftedBy: "drafted_by_id",
  submittedBy: "submitted_by_id",
  checkedBy: "checked_by_id",
  approvedBy: "approved_by_id",
  paidBy: "paid_by_id",
  returnedBy: "returned_by_id",
};
const BINDING = BINDING_STATES.map((state) => `'${state}'`).join(", ");
const percent = decimal({ scale: 2 });
const idOrNull = (id: unknown): string | null => (id === null ? null : String(id));

/** A claim by its id; whether it may be seen is asked before. */
export async function readClaim(database: Database, id: string): Promise<ClaimRow | null> {
  const [row] = await database.read(
    `SELECT version, code, program_id, kind, adjusts_id, first_day, last_day, state, payer_id, claimant_id, payee_id,
        ${moneyText(database.engine, "total_vnd")}, vat_percent, approved_on, ${Object.values(PEOPLE).join(", ")}
      FROM subsidy_claim WHERE id = ?`,
    [Number(id)],
  );
  if (!row) return null;
  const [version, code, program, kind, adjusts, firstDay, lastDay, state, payer, claimant, payee, ...more] = row;
  const [total, vat, approvedOn, ...people] = more;
  return {
    ...({ id, version, code, kind, firstDay, lastDay, state, approvedOn } as ClaimRow),
    ...{ program: String(program), payer: String(payer), claimant: String(claimant), payee: String(payee) },
    adjusts: idOrNull(adjusts),
    totalVnd: total === null ? null : BigInt(String(total)),
    vatPercent: vat === null ? null : (percent.decode!(vat as never) as string),
    people: Object.fromEntries(Object.keys(PEOPLE).map((name, at) => [name, idOrNull(people[at])])),
  };
}

const groundsIn = (stored: unknown): Grounds | null =>
  stored === null ? null : unpinned<Grounds>(typeof stored === "string" ? JSON.parse(stored) : stored);

/** What a claim was computed from when it was submitted; null where it never was. */
export async function readPinned(database: Database, id: string): Promise<Grounds | null> {
  const [row] = await database.read("SELECT pinned FROM subsidy_claim WHERE id = ?", [Number(id)]);
  return row ? groundsIn(row[0]) : null;
}

/** What an approved claim and the adjusting claims approved after it were computed from; null for one that kept nothing. */
export async function readPinnedChain(database: Database, original: string): Promise<(Grounds | null)[]> {
  const rows = await database.read(
    `SELECT pinned FROM subsidy_claim WHERE (id = ? OR adjusts_id = ?) AND state IN (${BINDING})`,
    [Number(original), Number(original)],
  );
  return rows.map(([stored]) => groundsIn(stored));
}

export async function readLineIds(database: Database, claim: string): Promise<string[]> {
  const rows = await database.read("SELECT id FROM subsidy_claim_line WHERE claim_id = ? ORDER BY position", [
    Number(claim),
  ]);
  return rows.map(([id]) => String(id));
}

/** A route and its days as other claims have claimed them: "2019-04-01" is the first day, the last is not included. */
export interface Claimed {
  route: string;
  from: string;
  to: string;
  claim: string;
}

/** The lines of original claims of a program, other than one, that lie on days of a span. */
export async function readClaimed(
  database: Database,
  { id, program, firstDay, lastDay }: ClaimRow,
  routes: readonly string[],
): Promise<Claimed[]> {
  const rows = await database.read(
    `SELECT l.route_id, l.valid_from, l.valid_to, c.code FROM subsidy_claim_line l JOIN subsidy_claim c ON c.id = l.claim_id
      WHERE l.program_id = ? AND l.claim_id <> ? AND l.kind = 'ORIGINAL' AND l.valid_from <= ? AND l.valid_to > ?
        AND ${inList(database.engine, "l.route_id")} ORDER BY l.route_id, l.valid_from`,
    [Number(program), Number(id), lastDay, firstDay, listParameter(database.engine, routes.map(Number))],
  );
  return rows.map(([route, from, to, claim]) => ({ route: String(route), from, to, claim }) as Claimed);
}

/** Somebody active who stands at or above an agency of a claim. */
export interface Candidate {
  id: string;
  name: string;
  /** The agency they work for. */
  agency: string | null;
  roles: string[];
}

/** Whoever may come into question for a step of a claim: of the agencies' own lines upwards, and who keeps accounts. */
export async function readCandidates(
  database: Database,
  agencies: readonly string[],
  day: string,
): Promise<Candidate[]> {
  const rows = await database.read(
    `WITH RECURSIVE up(id) AS (SELECT id FROM agency WHERE ${inList(database.engine, "id")}
        UNION SELECT s.parent_id FROM up JOIN agency_state s ON s.agency_id = up.id
          AND s.valid_from <= ? AND s.valid_to > ? WHERE s.parent_id IS NOT NULL)
      SELECT p.id, p.name, p.roles, p.agency_id FROM person p
      WHERE p.is_active = 1 AND (p.agency_id IN (SELECT id FROM up) OR INSTR(p.roles, '"ADMINISTRATOR"') > 0)
      ORDER BY p.name_key, p.id`,
    [listParameter(database.engine, agencies.map(Number)), day, day],
  );
  return rows.map(([id, name, roles, agency]) => ({
    id: String(id),
    name: String(name),
    agency: idOrNull(agency),
    roles: JSON.parse(String(roles)) as string[],
  }));
}
