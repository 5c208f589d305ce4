/** Records that a side has not signed: they do not count yet. */
export const UNSIGNED = { isSigned: { eq: false } };

/** Records of dossiers that were moved later than Decree 61/2018 has it. */
export const LATE = { timeliness: { eq: "LATE" } };
