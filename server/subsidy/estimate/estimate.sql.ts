import { inList, listParameter, type Database } from "../../platform/db/database";
import { decimal } from "../../platform/kinds/all";
import type { Fragment } from "../../platform/planner/statement";
import { COMMUNE_ENDS } from "../commune-route.set-rule";
import { moneyText } from "../stored.sql";

/** An estimate as its acts look at it. */
export interface EstimateRow {
  id: string;
  version: number;
  payer: number;
  fiscalYear: number;
  baseFrom: string;
  baseTo: string;
  growthPercent: string;
  sharePercent: string;
  channels: string[];
  contractor: string | null;
  state: string;
  totalVnd: bigint | null;
}

const percent = decimal({ scale: 2, min: -100, max: 1000 });
const percentOf = (stored: unknown): string => percent.decode!(stored as never) as string;

/** An estimate; null where there is none, or none that lies in the person's part of the tree. */
export async function readEstimate(database: Database, id: number, own: Fragment | null): Promise<EstimateRow | null> {
  const seen = own ? ` AND payer_id IN (${own.sql})` : "";
  const [row] = await database.read(
    `SELECT version, payer_id, fiscal_year, base_from, base_to, growth_percent, share_percent, channels, contractor_id, state, ${moneyText(database.engine, "total_vnd")}
      FROM subsidy_estimate WHERE id = ?${seen}`,
    [id, ...(own?.parameters ?? [])],
  );
  if (!row) return null;
  const [version, payer, fiscalYear, baseFrom, baseTo, growth, share, channels, contractor, state, totalVnd] = row;
  return {
    id: String(id),
    version: version as number,
    payer: payer as number,
    fiscalYear: fiscalYear as number,
    baseFrom: baseFrom as string,
    baseTo: baseTo as string,
    growthPercent: percentOf(growth),
    sharePercent: percentOf(share),
    channels: JSON.parse(channels as string) as string[],
    contractor: contractor === null ? null : String(contractor),
    state: state as string,
    totalVnd: totalVnd === null ? null : BigInt(String(totalVnd)),
  };
}

/** What a granted estimate's program is made of: the routes it was asked with, and whether an end of one is in a commune. */
export async function readAskedRoutes(
  database: Database,
  estimate: number,
): Promise<{ routes: string[]; hasCommunes: boolean; isByHandOvers: boolean }> {
  const rows = await database.read(
    "SELECT DISTINCT route_id FROM subsidy_estimate_line WHERE estimate_id = ? ORDER BY route_id",
    [estimate],
  );
  const routes = rows.map(([route]) => route as number);
  const [communes, [[pinned]]] = await Promise.all([
    database.read(
      `SELECT r.id FROM transfer_route r ${COMMUNE_ENDS} WHERE ${inList(database.engine, "r.id")} LIMIT 1`,
      [listParameter(database.engine, routes)],
    ),
    database.read("SELECT pinned FROM subsidy_estimate WHERE id = ?", [estimate]),
  ]);
  const { lines } = JSON.parse(pinned as string) as { lines: { basis: string }[] };
  return {
    routes: routes.map(String),
    hasCommunes: communes.length > 0,
    isByHandOvers: lines.some(({ basis }) => basis === "HAND_OVERS"),
  };
}
