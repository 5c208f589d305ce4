/** Whom a leader of the province chases: those who answer to the province, not those below them. */
export const CHASED_KINDS = ["OFFICE", "DEPARTMENT", "DISTRICT_COMMITTEE", "CENTRAL_AGENCY"];
