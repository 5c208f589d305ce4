import { useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "../graphql";

export type JobState = "RUNNING" | "DONE" | "FAILED" | "CANCELLED";

/** Why something was refused, in both languages. */
export interface JobProblem {
  field: string | null;
  code: string;
  messageVi: string;
  messageEn: string;
}

/** Long work that the signed-in person has started; it goes on when the page is closed. */
export interface Job<Outcome = Record<string, unknown>> {
  id: string;
  kind: string;
  title: string;
  state: JobState;
  done: number;
  total: number | null;
  startedAt: string;
  endedAt: string | null;
  /** What came of it, or `problems` where it was refused; null while it runs. */
  outcome: (Outcome & { problems?: JobProblem[] }) | null;
}

const FIELDS = "id kind title state done total startedAt endedAt outcome";
const JOB = `query Job($id: ID!) { job(id: $id) { ${FIELDS} } }`;
const JOBS = `query Jobs { jobs { ${FIELDS} } }`;
const CANCEL = "mutation CancelJob($id: ID!) { cancelJob(id: $id) { id state } }";

/** How often a running job is asked for: soon at first, for short ones, then calmly. */
const soonThenCalmly = (asked: number): number => Math.min(150 + asked * 50, 1000);

/** One job, followed until it ends; null where there is none of that number any more. */
export function useJob<Outcome>(id: string | null) {
  return useQuery<Job<Outcome> | null>({
    queryKey: ["job", id],
    enabled: id !== null,
    queryFn: async ({ signal }) => (await request<{ job: Job<Outcome> | null }>(JOB, { id }, signal)).job,
    refetchInterval: (query) => {
      if (query.state.status === "error") return 2000;
      return query.state.data?.state === "RUNNING" ? soonThenCalmly(query.state.dataUpdateCount) : false;
    },
    staleTime: (query) => (query.state.data && query.state.data.state !== "RUNNING" ? Infinity : 0),
  });
}

const LIST_KEY = ["jobs"];

/** The person's jobs of the last day, latest first; looked at again while one of them runs. */
export function useJobs(enabled = true) {
  return useQuery<Job[]>({
    queryKey: LIST_KEY,
    enabled,
    queryFn: async ({ signal }) => (await request<{ jobs: Job[] }>(JOBS, {}, signal)).jobs,
    refetchInterval: (query) => (query.state.data?.some((job) => job.state === "RUNNING") ? 2000 : false),
  });
}

/** Tells the list of jobs that one was started, stopped or has ended. */
export function useJobsChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: LIST_KEY });
}

/** Asks a job to stop; it leaves nothing half done. */
export async function cancelJob(id: string): Promise<void> {
  await request(CANCEL, { id });
}
