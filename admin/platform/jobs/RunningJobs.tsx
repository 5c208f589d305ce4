import { Loader } from "lucide-react";
import { useEffect, useRef } from "react";
import { useNotify } from "react-admin";
import { Link, useLocation } from "react-router";
import { formatNumber, type Language } from "../format";
import { defineWords, useLanguage, useWords } from "../language";
import { useViewer } from "../viewer";
import { jobAddress } from "./imported-resource";
import { cancelJob, useJobs, useJobsChanged, type Job } from "./job";
import { jobFile } from "./job-file";

const words = defineWords({
  vi: {
    label: "Việc đang chạy",
    rows: (done: string, total: string) => `${done} / ${total} dòng`,
    busy: "đang chạy",
    more: (count: number) => `+${count}`,
    DONE: (title: string) => `Xong: ${title}`,
    FAILED: (title: string) => `Chưa được: ${title}`,
    CANCELLED: (title: string) => `Đã dừng: ${title}`,
    see: "Xem",
    fetch: "Tải tệp",
    stop: "Dừng",
  },
  en: {
    label: "Work under way",
    rows: (done: string, total: string) => `${done} / ${total} rows`,
    busy: "under way",
    more: (count: number) => `+${count}`,
    DONE: (title: string) => `Done: ${title}`,
    FAILED: (title: string) => `Refused: ${title}`,
    CANCELLED: (title: string) => `Stopped: ${title}`,
    see: "See",
    fetch: "Download the file",
    stop: "Stop",
  },
});

function progressOf(job: Job, language: Language, w: { rows: (done: string, total: string) => string; busy: string }) {
  if (job.total === null) return w.busy;
  return w.rows(formatNumber(job.done, language), formatNumber(job.total, language));
}

/** The same where there is no room for numbers. */
const percentOf = ({ done, total }: Job): string => (total ? `${Math.floor((100 * done) / total)}%` : "…");

/** The person's long work, in the bar of every page while it runs; what ends elsewhere is told in a toast. */
export function RunningJobs() {
  const w = useWords(words);
  const language = useLanguage();
  const viewer = useViewer();
  const notify = useNotify();
  const jobsChanged = useJobsChanged();
  const { pathname, search } = useLocation();
  const { data: jobs } = useJobs(Boolean(viewer));
  const followed = useRef(new Set<string>());
  const known = useRef<{ person: string; jobs: ReadonlySet<string> }>(undefined);
  const here = pathname + search;

  useEffect(() => {
    if (!jobs || !viewer) return;
    const person = viewer.person.id;
    const before = known.current?.person === person ? known.current.jobs : undefined;
    known.current = { person, jobs: new Set(jobs.map(({ id }) => id)) };
    for (const job of jobs) {
      const address = jobAddress(job);
      // Work that has no page of its own is told of also when it was over before it was seen to run.
      const isShort = !address && before !== undefined && !before.has(job.id);
      if (job.state === "RUNNING") followed.current.add(job.id);
      else if (followed.current.delete(job.id) || isShort) {
        // The page of the job says it better.
        if (address === here) continue;
        const text = w[job.state](job.title);
        const file = jobFile(job);
        notify(
          <div className="toast" role="status">
            <span>{text}</span>
            {address && <Link to={address}>{w.see}</Link>}
            {file && (
              <a href={file} download>
                {w.fetch}
              </a>
            )}
          </div>,
          // A file has been waited for: it is offered until somebody does something.
          { type: "info", autoHideDuration: file ? null : undefined },
        );
      }
    }
    // Told once, when the list says so; where the person is by then decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [jobs]);

  const running = (jobs ?? []).filter((job) => job.state === "RUNNING" && jobAddress(job) !== here);
  const [first] = running;
  if (!first) return null;
  const address = jobAddress(first);
  const inside = (
    <>
      <Loader size={16} aria-hidden />
      <span className="wide-only job-title">{first.title}</span>
      <b className="wide-only">{progressOf(first, language, w)}</b>
      <b className="narrow-only">{percentOf(first)}</b>
      {running.length > 1 && <span>{w.more(running.length - 1)}</span>}
    </>
  );
  return address ? (
    <Link className="running-job" to={address} aria-label={`${w.label}: ${first.title}`}>
      {inside}
    </Link>
  ) : (
    <span className="running-job" title={w.label}>
      {inside}
      {/* Work without a page of its own is stopped from here. */}
      <button
        type="button"
        className="link"
        aria-label={`${w.stop}: ${first.title}`}
        onClick={() => void cancelJob(first.id).then(jobsChanged, jobsChanged)}
      >
        {w.stop}
      </button>
    </span>
  );
}
