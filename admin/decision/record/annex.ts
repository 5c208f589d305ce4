import { ServerError } from "../../platform/graphql";

export type ListName = "NEW" | "AMENDED" | "REPLACED" | "ABOLISHED";
export type Leg = "IN" | "OUT";

/** The entry of a procedure in the catalog on the day the Decision acts. */
export interface OpenEntry {
  legs: Leg[] | null;
  level: number | null;
  addedBy: string;
}

/** A procedure that a line of the annex could mean. */
export interface Candidate {
  id: string;
  code: string | null;
  nameVi: string;
  sector: string;
  agency: string | null;
  tiers: string[];
  status: string;
  likeness: number;
  entry: OpenEntry | null;
}

/** A sector or an agency in the annex's words, and the one it means. */
export interface MatchedName {
  text: string;
  match: string | null;
  candidates: { id: string; name: string; likeness: number }[];
}

/** A cell by which a line may belong in another list. */
export interface Doubt {
  column: string;
  text: string;
  list: ListName | null;
}

/** A line of the annex that lists a procedure, as the server read and matched it. */
export interface MatchedRow {
  line: number;
  list: ListName | null;
  code: string | null;
  name: string | null;
  replaced: string | null;
  sector: MatchedName | null;
  agency: MatchedName | null;
  tiers: string[];
  legs: Leg[] | null;
  level: number | null;
  legalBases: string[];
  note: string | null;
  time: string | null;
  fee: string | null;
  state: "MATCHED" | "CONFIRM" | "UNKNOWN";
  how: "CODE" | "NAME" | null;
  procedure: Candidate | null;
  candidates: Candidate[];
  replaces: { match: Candidate | null; candidates: Candidate[] } | null;
  /** Absent in drafts that were kept before doubts were told. */
  doubts?: Doubt[];
}

/** What a band says of the lines below it. */
export interface Band {
  list?: ListName;
  sector?: string;
  agency?: string;
  tiers?: string[];
}

export interface LineUse {
  line: number;
  kind: "ROW" | "BAND" | "HEADING" | "LEFT_OUT";
  text: string;
  band?: Band;
  reason?: string;
}

export interface AnnexAnswer {
  columns: { heading: string; meaning: string | null }[];
  isGuessed: boolean;
  uses: LineUse[];
  rows: MatchedRow[];
  sheet: string | null;
  sheets: string[];
}

/** Where an annex comes from: the clipboard, or a file. */
export type AnnexSource = { html: string; text: string } | { file: File };

/** Has an annex read. Nothing is written of it. */
export async function readAnnex(
  source: AnnexSource,
  about: { day: string | null; catalog: string | null; sheet?: string },
): Promise<AnnexAnswer> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(about)) if (value) query.set(name, value);
  let body: FormData | string;
  if ("file" in source) {
    body = new FormData();
    body.append("file", source.file);
  } else body = JSON.stringify(source);
  const headers: HeadersInit = typeof body === "string" ? { "content-type": "application/json" } : {};
  let answer: AnnexAnswer & { problems?: Problem[]; errors?: { extensions?: Partial<Problem> }[] };
  try {
    const response = await fetch(`/decisions/annex?${query}`, { method: "POST", body, headers });
    answer = (await response.json()) as typeof answer;
  } catch {
    throw new ServerError("NO_ANSWER", {
      vi: "Máy chủ chưa trả lời. Không có gì bị mất; hãy thử lại.",
      en: "The server did not answer. Nothing is lost; try again.",
    });
  }
  const [problem] = answer.problems ?? answer.errors?.map((error) => error.extensions ?? {}) ?? [];
  if (problem)
    throw new ServerError(problem.code ?? "UNEXPECTED", {
      vi: problem.messageVi ?? "Máy chủ báo lỗi.",
      en: problem.messageEn ?? "The server answered with an error.",
    });
  return answer;
}

interface Problem {
  code?: string;
  messageVi?: string;
  messageEn?: string;
}
