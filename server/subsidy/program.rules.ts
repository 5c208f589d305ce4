import type { RowRule } from "../platform/registry/rule";

type Row = Record<string, unknown>;

/** The terms of a program where nobody set them: quarterly claims of the counter's dossiers, paid whole. */
export const programTerms = (row: Row): Row => ({
  claimPeriod: row.claimPeriod ?? "QUARTER",
  capPer: row.capVnd == null ? (row.capPer ?? null) : (row.capPer ?? "CLAIM_PERIOD"),
  channels: (row.channels as string[] | null)?.length ? row.channels : ["COUNTER"],
  sharePercent: row.sharePercent ?? "100",
});

/** Who pays and who is paid by a program, for the rows that hang on it: by them people see their own. */
export const partiesOfProgram = (_row: Row, { program }: Record<string, Row | null>): Row => ({
  payer: program?.payer ?? null,
  contractor: program?.contractor ?? null,
});

/** Somebody is paid by somebody else. */
export const contractorProblems: RowRule = (row) =>
  row.payer != null && row.payer === row.contractor
    ? [{ code: "BAD_INPUT", field: "contractor", reason: "payerPaysItself" }]
    : [];

/** What a program must fulfil, on the server and in the grid. */
export const programRules: readonly RowRule[] = [contractorProblems];
