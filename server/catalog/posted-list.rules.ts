/**
 * Which procedures the lists at a counter name. Decision 45/2016/QĐ-TTg, Article 13, has every agency post its own; what
 * "its own" are follows from who is competent for a procedure and from where the agency stands in the tree.
 */

/** An agency with the agencies above it, up to the top of its tree. */
export interface Ancestry {
  id: string;
  kind: string;
  name?: string;
  unit?: { id: string; tier: string } | null;
  parent?: Ancestry | null;
}

/** Everything of the province, a counter that receives for a committee, or an agency by itself. */
export type PostedScope = "PROVINCE" | "COUNTER" | "AGENCY";

/** Where the lists hang, and so for whom procedures are received there. `branchesOf`: larger agencies, each by its branch. */
export type Place =
  | { scope: "PROVINCE" }
  | { scope: "COUNTER"; committee: Ancestry; tier: string; branchesOf: ReadonlyMap<string, Ancestry> }
  | { scope: "AGENCY"; agency: Ancestry };

const COMMITTEE_TIER: Readonly<Record<string, string>> = {
  PROVINCE_COMMITTEE: "PROVINCE",
  DISTRICT_COMMITTEE: "DISTRICT",
  COMMUNE_COMMITTEE: "COMMUNE",
};
const RECEIVES_FOR_A_COMMITTEE = ["ONE_STOP", "SERVICE_CENTER"];

const isCommittee = ({ kind }: Ancestry): boolean => kind in COMMITTEE_TIER;
const chain = (agency: Ancestry | null | undefined): Ancestry[] => (agency ? [agency, ...chain(agency.parent)] : []);

/** The committee for which an agency receives dossiers: itself, or the nearest one above a one-stop unit. */
export function committeeOf(agency: Ancestry): Ancestry | null {
  if (isCommittee(agency)) return agency;
  if (!RECEIVES_FOR_A_COMMITTEE.includes(agency.kind)) return null;
  return chain(agency).find(isCommittee) ?? null;
}

/** `neighbours` are the agencies in charge of the same unit: through them larger agencies are at hand there. */
export function placeOf(agency: Ancestry | null, neighbours: readonly Ancestry[]): Place {
  if (agency === null) return { scope: "PROVINCE" };
  const committee = committeeOf(agency);
  if (!committee) return { scope: "AGENCY", agency };
  const branchesOf = new Map<string, Ancestry>();
  for (const branch of neighbours)
    for (const each of chain(branch.parent)) if (!isCommittee(each)) branchesOf.set(each.id, branch);
  return { scope: "COUNTER", committee, tier: COMMITTEE_TIER[committee.kind], branchesOf };
}

export interface Competence {
  tiers: readonly string[];
  /** The agency named as competent; null where every committee of the tiers is. */
  agency: Ancestry | null;
}

/**
 * Whether the lists of a place name a procedure. A counter names those of its committee's tier that every committee
 * settles, or an agency below the committee, or an agency that has a branch in the committee's unit. An agency names those
 * it is competent for itself or through an agency below it, and a branch those that its agency settles at the branch's tier.
 */
export function isNamedAt(place: Place, { tiers, agency: competent }: Competence): boolean {
  if (place.scope === "PROVINCE") return true;
  const over = chain(competent).map(({ id }) => id);
  if (place.scope === "COUNTER") {
    if (!tiers.includes(place.tier)) return false;
    return competent === null || over.includes(place.committee.id) || place.branchesOf.has(competent.id);
  }
  const { agency } = place;
  if (over.includes(agency.id)) return true;
  const above = chain(agency.parent).find(({ id }) => id === competent?.id);
  return above !== undefined && above.unit?.id !== agency.unit?.id && tiers.includes(agency.unit?.tier ?? "");
}

/**
 * Who settles what a place receives of a procedure: the committee where every committee does, the agency named as
 * competent, or its branch at hand. Null where the place does not receive it, or is the province as a whole.
 */
export function settlerAt(place: Place, competence: Competence): Ancestry | null {
  if (place.scope === "PROVINCE" || !isNamedAt(place, competence)) return null;
  const { agency: competent } = competence;
  const isAtOrBelow = (top: Ancestry): boolean => chain(competent).some(({ id }) => id === top.id);
  if (place.scope === "AGENCY") return isAtOrBelow(place.agency) ? competent : place.agency;
  if (competent === null) return place.committee;
  return isAtOrBelow(place.committee) ? competent : place.branchesOf.get(competent.id)!;
}
