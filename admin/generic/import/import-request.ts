import { NO_ANSWER, ServerError, UNEXPECTED } from "../../platform/graphql";
import type { Language } from "../../platform/format";
import type { Job, JobProblem } from "../../platform/jobs/job";
import type { ImportAction, ImportMode, ImportOptions, ImportRow } from "./import-answer";

interface Sent extends ImportOptions {
  dryRun?: boolean;
  mode?: ImportMode;
  note?: string;
  expect?: string;
  /** Sent again, the same import answers what it did the first time. */
  key?: string;
  as?: "csv" | "xlsx";
  background?: boolean;
}

/** The refusal of a file as a whole, with everything that was wrong with it. */
export class FileRefused extends ServerError {
  constructor(
    readonly status: number,
    readonly problems: JobProblem[],
  ) {
    const [first] = problems;
    super(
      first?.code ?? UNEXPECTED,
      {
        vi: first?.messageVi ?? `Máy chủ không nhận tệp (${status}).`,
        en: first?.messageEn ?? `The server did not take the file (${status}).`,
      },
      first?.field ?? undefined,
    );
  }
}

function queryOf(sent: Sent, language: Language): string {
  const { fixes, columns, set, from, asOf, ...rest } = sent;
  const query = new URLSearchParams({ lang: language });
  for (const [name, value] of Object.entries(rest))
    if (value !== undefined && value !== "") query.set(name, `${value}`);
  for (const [field, value] of Object.entries(set ?? {})) if (value) query.set(`set.${field}`, value);
  if (columns) query.set("columns", JSON.stringify(columns));
  // A new state from a day, or a correction of the state of the day on the screen.
  if (from) query.set("from", from);
  else if (asOf) query.set("asOf", asOf);
  return query.toString();
}

async function answered(send: () => Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await send();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ServerError(NO_ANSWER, {
      vi: "Máy chủ chưa trả lời. Không có gì bị mất; hãy thử lại.",
      en: "The server did not answer. Nothing is lost; try again.",
    });
  }
  if (response.ok) return response;
  const told = (await response.json().catch(() => ({}))) as { problems?: JobProblem[] };
  throw new FileRefused(response.status, told.problems ?? []);
}

function post(plural: string, file: Blob, name: string, sent: Sent, language: Language): Promise<Response> {
  const body = new FormData();
  // Fields before the file: the server has read them when the file begins.
  if (sent.fixes.length > 0) body.append("fixes", JSON.stringify(sent.fixes));
  body.append("file", file, name);
  return answered(() =>
    fetch(`/import/${plural}?${queryOf(sent, language)}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "x-danh-muc-client": "admin" },
      body,
    }),
  );
}

/** Sends a file to be previewed or imported beside the page, and answers with the job that does it. */
export async function startImport(
  plural: string,
  file: Blob,
  name: string,
  sent: Sent,
  language: Language,
): Promise<Job> {
  const response = await post(plural, file, name, { ...sent, background: true }, language);
  return ((await response.json()) as { job: Job }).job;
}

/** The same file with a column that says what is wrong with each line. */
export async function fileWithErrors(
  plural: string,
  file: Blob,
  name: string,
  options: ImportOptions & { as: "csv" | "xlsx" },
  language: Language,
): Promise<Blob> {
  return (await post(plural, file, name, { ...options, dryRun: true }, language)).blob();
}

/** A page of what a job found in the lines of one action. */
export async function jobRows(
  job: string,
  action: ImportAction,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<ImportRow[]> {
  const query = new URLSearchParams({ action, offset: String(offset), limit: String(limit) });
  const response = await answered(() => fetch(`/jobs/${job}/rows?${query}`, { credentials: "same-origin", signal }));
  return ((await response.json()) as { rows: ImportRow[] }).rows;
}
