/**
 * What the printed schema does not say of resources, written down a second time: where the naive answers and the
 * declarations disagree, one of them is wrong.
 */

/** The field people know a row by; none where it is known by its id. */
export const TITLES: Record<string, string | undefined> = {
  Unit: "name",
  Agency: "name",
  Sector: "nameVi",
  Procedure: "nameVi",
  Channel: "channel",
  Decision: "number",
  Catalog: "nameVi",
  CatalogEntry: "procedure",
  Period: "name",
  Count: "procedure",
  NationalForm: "agency",
  TargetSet: "nameVi",
  Criterion: "code",
  CriterionCatalog: "catalog",
  Publication: "name",
  PublishedFigure: "criterion",
  Task: "name",
  TransferRoute: "code",
  TransferRate: "rateUnit",
  HandOver: "number",
  SubsidyProgram: "name",
  SubsidyProgramRoute: "route",
  SubsidyBudgetLine: "document",
  SubsidyEstimate: "name",
  SubsidyEstimateLine: "route",
  SubsidyClaim: "code",
  SubsidyClaimLine: "route",
  ClaimAttachment: "name",
  Person: "name",
};

/** The order of rows where none is asked for; "-" is descending. Others are in order of their title. */
export const DEFAULT_SORTS: Record<string, string[]> = {
  Channel: ["procedure", "channel", "leg"],
  Decision: ["-issuedOn", "number"],
  CatalogEntry: ["procedure", "validFrom"],
  Period: ["-firstDay", "lastDay"],
  Count: ["period", "receptionUnit", "procedure"],
  NationalForm: ["period", "agency"],
  TargetSet: ["validFrom", "code"],
  Criterion: ["targetSet", "position", "code"],
  CriterionCatalog: ["criterion", "catalog"],
  Publication: ["-lastDay", "-publishedOn"],
  PublishedFigure: ["publication", "agency", "criterion", "reading"],
  Task: ["position", "name"],
  TransferRate: ["route", "validFrom"],
  HandOver: ["-handedOn", "number"],
  SubsidyProgram: ["-fiscalYear", "name"],
  SubsidyProgramRoute: ["program", "route"],
  SubsidyBudgetLine: ["program", "decidedOn"],
  SubsidyEstimate: ["-fiscalYear", "name"],
  SubsidyEstimateLine: ["estimate", "route"],
  SubsidyClaim: ["-firstDay", "code"],
  SubsidyClaimLine: ["claim", "position"],
  ClaimAttachment: ["claim", "name"],
  ChangeSet: ["-at"],
  ChangeRow: ["-changeSet", "sequence"],
  UnitState: ["validFrom"],
  AgencyState: ["validFrom"],
  ProcedureState: ["validFrom"],
};

/** Decimals that each decimal field keeps: its column counts in units of the last of them. */
export const DECIMALS: Record<string, number> = {
  "Criterion.thresholdPercent": 2,
  "Criterion.points": 3,
  "PublishedFigure.thresholdPercent": 2,
  "PublishedFigure.points": 3,
  "SubsidyProgram.sharePercent": 2,
  "SubsidyProgramRoute.sharePercent": 2,
  "SubsidyEstimate.sharePercent": 2,
  "SubsidyEstimate.growthPercent": 2,
  "SubsidyEstimateLine.quantity": 6,
  "SubsidyEstimateLine.sharePercent": 2,
  "SubsidyClaim.vatPercent": 2,
  "SubsidyClaimLine.quantity": 6,
  "SubsidyClaimLine.sharePercent": 2,
};

/** References by whose names a row is found. */
export const SEARCHED_REFERENCES: Record<string, string[]> = {
  Channel: ["procedure"],
  CatalogEntry: ["procedure"],
  TransferRoute: ["from", "to", "carriedBy"],
  HandOver: ["route"],
  SubsidyProgram: ["payer", "contractor"],
  SubsidyProgramRoute: ["program", "route"],
  SubsidyBudgetLine: ["program"],
  SubsidyEstimate: ["payer"],
  SubsidyClaim: ["program", "claimant", "payee"],
  Count: ["procedure", "receptionUnit", "agency"],
  NationalForm: ["agency"],
  Task: ["agency"],
  TransferRate: ["route"],
};

/** The field by which the rows of a list point back to their owner. */
export const LINKS: Record<string, string> = {
  "Unit.children": "parent",
  "Unit.agencies": "unit",
  "Unit.states": "unit",
  "Agency.children": "parent",
  "Agency.procedures": "agency",
  "Agency.states": "agency",
  "Sector.procedures": "sector",
  "Procedure.channels": "procedure",
  "Procedure.entries": "procedure",
  "Procedure.states": "procedure",
  "Decision.added": "addedBy",
  "Decision.removed": "removedBy",
  "Decision.procedures": "statusDecision",
  "Decision.amendedBy": "amends",
  "Catalog.entries": "catalog",
  "TransferRoute.rates": "route",
  "TransferRoute.handOvers": "route",
  "SubsidyProgram.routes": "program",
  "SubsidyProgram.budgetLines": "program",
  "SubsidyProgram.claims": "program",
  "SubsidyEstimate.lines": "estimate",
  "SubsidyClaim.lines": "claim",
  "SubsidyClaim.attachments": "claim",
  "SubsidyClaim.adjustments": "adjusts",
  "TargetSet.criteria": "targetSet",
  "Criterion.catalogs": "criterion",
  "Publication.figures": "publication",
  "ChangeSet.rows": "changeSet",
};

/** Somebody who asks, as far as it decides which rows and fields there are for them. */
export interface Viewer {
  isAdministrator: boolean;
  agencyId: string | null;
}

const ADMINISTRATORS_ONLY = new Set([
  ...["email", "roles", "agency", "isActive", "source", "certainty", "history"].map((f) => `Person.${f}`),
]);

/** Whether the person may read a type, or a field of it, at all. */
export function mayRead(viewer: Viewer, type: string, field?: string): boolean {
  // What a publication pinned holds the sums of every agency.
  if (type === "Publication" && field === "pinned") return viewer.agencyId === null;
  if (viewer.isAdministrator) return true;
  if (["SubsidyEstimate", "SubsidyEstimateLine"].includes(type)) return viewer.agencyId === null;
  return !ADMINISTRATORS_ONLY.has(`${type}.${field}`);
}

/** Resources whose history staff of agencies read whole, and those of which they read the history of rows they see. */
export const OPEN_HISTORY = [
  "Unit",
  "Agency",
  "Sector",
  "Procedure",
  "Channel",
  "Decision",
  "Catalog",
  "CatalogEntry",
  "Period",
  "TargetSet",
  "Criterion",
  "CriterionCatalog",
  "PublishedFigure",
  "Task",
];
/** Resources of which staff of agencies see rows with one of these references in their own part of the tree. */
export const SCOPES: Record<string, string[] | undefined> = {
  TransferRoute: ["from", "to", "carriedBy"],
  TransferRate: ["from", "to", "carriedBy"],
  HandOver: ["from", "to", "carriedBy"],
  SubsidyProgram: ["payer", "contractor"],
  SubsidyProgramRoute: ["payer", "contractor"],
  SubsidyBudgetLine: ["payer", "contractor"],
  SubsidyClaim: ["payer", "claimant", "payee"],
  SubsidyClaimLine: ["payer", "claimant", "payee"],
  ClaimAttachment: ["payer", "claimant", "payee"],
  Count: ["receptionUnit", "agency"],
  NationalForm: ["agency"],
};
export const SCOPED_HISTORY = Object.keys(SCOPES);

/** Resources whose rows have dates and are seen on every day. */
export const OF_ALL_DAYS = ["TransferRoute", "SubsidyClaimLine"];
