import { Link } from "react-router";
import { formatMoment, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { useJobs, type Job } from "../../platform/jobs/job";
import type { ModelResource } from "../../platform/model";
import { Status, type StatusKind } from "../../platform/ui/Status";
import { importedResource, jobAddress } from "../../platform/jobs/imported-resource";
import { words } from "./recent-imports.words";

const KINDS: Record<Job["state"], StatusKind> = { RUNNING: "info", DONE: "met", FAILED: "error", CANCELLED: "na" };

/** A file that was looked at and not imported. */
const isPreview = (job: Job): boolean => job.state === "DONE" && job.outcome?.dryRun === true;

const SHOWN = 8;

/** The person's imports of this resource in the last day, to go back to. */
export function RecentImports({ resource }: { resource: ModelResource }) {
  const w = useWords(words);
  const language = useLanguage();
  const jobs = (useJobs().data ?? []).filter((job) => importedResource(job) === resource).slice(0, SHOWN);
  if (jobs.length === 0) return null;
  const number = (value: number): string => formatNumber(value, language);
  return (
    <section className="card" aria-labelledby="recent-imports">
      <div className="card-head">
        <h2 id="recent-imports">{w.recent}</h2>
      </div>
      <table className="rows folding still">
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <td className="lead-cell named">
                <Link to={jobAddress(job)!}>{job.title}</Link>
              </td>
              <td>
                <Status kind={isPreview(job) ? "info" : KINDS[job.state]}>
                  {isPreview(job) ? w.recentPreview : w.recentState[job.state]}
                </Status>
              </td>
              <td className="muted nowrap">{job.total !== null && w.ofWhich(number(job.done), number(job.total))}</td>
              <td className="muted nowrap">{formatMoment(job.startedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
