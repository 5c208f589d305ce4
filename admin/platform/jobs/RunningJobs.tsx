import { Loader } from "lucide-react";
import { useEffect, useRef } from "react";
import { useNotify } from "react-admin";
import { Link, useLocation } from "react-router";
import { formatNumber, type Language } from "../format";
import { defineWords, useLanguage, useWords } from "../language";
import { useViewer } from "../viewer";
import { jobAddress } from "./imported-resource";
import { useJobs, type Job } from "./job";

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
  const { pathname, search } = useLocation();
  const { data: jobs } = useJobs(Boolean(viewer));
  const followed = useRef(new Set<string>());
  const here = pathname + search;

  useEffect(() => {
    for (const job of jobs ?? []) {
      if (job.state === "RUNNING") followed.current.add(job.id);
      else if (followed.current.delete(job.id)) {
        const address = jobAddress(job);
        // The page of the job says it better.
        if (address === here) continue;
        const text = w[job.state](job.title);
        notify(
          <div className="toast" role="status">
            <span>{text}</span>
            {address && <Link to={address}>{w.see}</Link>}
          </div>,
          { type: "info" },
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
    </span>
  );
}
