import type { Job } from "./job";

/** Where the file that a job has made can be fetched; undefined where it made none, or has not yet. */
export function jobFile(job: Job): string | undefined {
  return job.kind.startsWith("export.") && job.state === "DONE" ? `/jobs/${job.id}/file` : undefined;
}
