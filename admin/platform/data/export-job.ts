import { NO_ANSWER, ServerError, UNEXPECTED } from "../graphql";
import type { Language } from "../format";
import type { Job, JobProblem } from "../jobs/job";
import { exportPath, exportQuery, type ExportFormat, type View } from "./export-address";
import type { SchemaFacts } from "./document";

/** Files of more rows are made beside the page: they outlive it, show how far they are and can be stopped. */
export const MOST_AT_ONCE = 20_000;

/** Has the file of a view made as a job. */
export async function startExport(
  facts: SchemaFacts,
  view: View,
  format: ExportFormat,
  language: Language,
): Promise<Job> {
  let response: Response;
  try {
    response = await fetch(`${exportPath(view, format)}?background=true`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", "x-danh-muc-client": "admin" },
      body: JSON.stringify(exportQuery(facts, view, language)),
    });
  } catch {
    throw new ServerError(NO_ANSWER, {
      vi: "Máy chủ chưa trả lời. Hãy thử lại.",
      en: "The server did not answer. Try again.",
    });
  }
  const told = (await response.json().catch(() => ({}))) as { job?: Job; problems?: JobProblem[] };
  if (response.ok && told.job) return told.job;
  const [first] = told.problems ?? [];
  throw new ServerError(first?.code ?? UNEXPECTED, {
    vi: first?.messageVi ?? `Máy chủ chưa xuất được tệp (${response.status}).`,
    en: first?.messageEn ?? `The server could not export the file (${response.status}).`,
  });
}
