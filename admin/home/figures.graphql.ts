/** The figures a home may show; each is one alias of a single query, so a page asks once. */
export type Figure =
  | "postal"
  | "online"
  | "procedures"
  | "inForce"
  | "noCode"
  | "assumed"
  | "decisions"
  | "people"
  | "changes"
  | "routes"
  | "rates"
  | "tasks"
  | "lateTasks";

const kindIs = (kind: string): string => `filter: { catalog: { is: { kind: { eq: ${kind} } } } }`;

/** The row filters are also those of the lists that the figures open. */
export const NO_CODE = { code: { isNull: true } };
export const ASSUMED = { effectiveOn: { isNull: true }, issuedOn: { isNull: false } };

const SELECTIONS: Record<Figure, string> = {
  postal: `postal: catalogEntries(${kindIs("POSTAL")}, asOf: $asOf, limit: 1) { total }`,
  online: `online: catalogEntries(${kindIs("ONLINE")}, asOf: $asOf, limit: 1) { total }`,
  procedures: "procedures(asOf: $asOf, limit: 1) { total }",
  inForce: "inForce: procedures(filter: { status: { eq: IN_FORCE } }, asOf: $asOf, limit: 1) { total }",
  noCode: "noCode: procedures(filter: { code: { isNull: true } }, asOf: $asOf, limit: 1) { total }",
  assumed:
    "assumed: decisions(filter: { effectiveOn: { isNull: true }, issuedOn: { isNull: false } }, limit: 1) { total }",
  decisions: "decisions(limit: 1) { total }",
  people: "people(filter: { isActive: { eq: true } }, limit: 1) { total }",
  changes: "changes: changeSets(limit: 1) { total }",
  routes: "routes: transferRoutes(limit: 1) { total }",
  rates: "rates: transferRates(asOf: $asOf, limit: 1) { total }",
  tasks: "tasks: tasks(filter: { status: { ne: DONE } }, limit: 1) { total }",
  lateTasks: "lateTasks: tasks(filter: { status: { ne: DONE }, dueOn: { lt: $asOf } }, limit: 1) { total }",
};

/** Figures that are counted on the day on the strip. */
const DATED = new Set<Figure>(["postal", "online", "procedures", "inForce", "noCode", "rates", "lateTasks"]);

export function figuresQuery(figures: Figure[]): string {
  const dated = figures.some((figure) => DATED.has(figure));
  return `query Home${dated ? "($asOf: Date!)" : ""} { ${figures.map((figure) => SELECTIONS[figure]).join(" ")} }`;
}

export type Figures = Partial<Record<Figure, { total: number }>>;

/** The catalogs that the home speaks of, by kind. */
export const POSTAL_CATALOGS = `query PostalCatalogs { catalogs(filter: { kind: { eq: POSTAL } }, limit: 10) { items { id decision { number } } } }`;

export const RECENT_CHANGES = `query RecentChanges {
  changeSets(sort: [{ at: DESC }], limit: 6) { items { id at note rowCount person { name } } }
}`;

export const MY_CHANGES = `query MyChanges($person: ID!) { changeSets(filter: { person: { eq: $person } }, limit: 1) { total } }`;

export const MY_TOKENS = "query MyTokens { viewer { tokens { id } } }";
