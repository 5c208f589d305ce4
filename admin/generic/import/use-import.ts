import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useAsOf } from "../../platform/as-of";
import { ServerError } from "../../platform/graphql";
import { cancelJob, useJob, useJobsChanged, type Job } from "../../platform/jobs/job";
import { useLanguage } from "../../platform/language";
import type { ModelResource } from "../../platform/model";
import type { ImportOptions, ImportOutcome } from "./import-answer";
import { startImport } from "./import-request";
import { keptImport, type KeptImport } from "./kept-import";

/** A preview that is through: what it was of, and what came of it. */
export interface Preview {
  job: string;
  outcome: ImportOutcome;
}

/** An import from the file to the change set; its job stands in the address, so a reload finds it. */
export function useImport(resource: ModelResource, person: string) {
  const { date } = useAsOf();
  const language = useLanguage();
  const queries = useQueryClient();
  const jobsChanged = useJobsChanged();
  const [address, setAddress] = useSearchParams();
  const id = address.get("job");
  const [kept, setKept] = useState<KeptImport>();
  const [isRestored, setRestored] = useState(false);
  const [sending, setSending] = useState<{ name: string; size: number }>();
  const [failure, setFailure] = useState<ServerError>();
  const [isStopping, setStopping] = useState(false);
  const [preview, setPreview] = useState<Preview>();
  const { data: job, error } = useJob<ImportOutcome>(id);
  const abort = useRef<AbortController>(undefined);

  useEffect(() => {
    void keptImport.read(person, resource.plural).then((found) => {
      setKept((present) => present ?? found);
      setRestored(true);
    });
  }, [person, resource.plural]);

  const isPreview = job?.outcome?.dryRun ?? id !== kept?.importJob;
  useEffect(() => {
    if (!job || job.state === "RUNNING") return;
    setStopping(false);
    jobsChanged();
    if (job.state !== "DONE" || !job.outcome) return;
    if (isPreview) setPreview({ job: job.id, outcome: job.outcome });
    // What was imported is on other screens too.
    else
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "job" && queryKey[0] !== "jobs" });
    // Once per job that ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [job?.id, job?.state]);

  const keep = useCallback(
    (next: KeptImport): void => {
      setKept(next);
      void keptImport.write(person, resource.plural, next);
    },
    [person, resource.plural],
  );

  /** Sends the file; the page then follows the job that reads it. */
  const send = async (next: KeptImport, importing?: { expect: string; key: string }): Promise<void> => {
    setFailure(undefined);
    setSending({ name: next.fileName, size: next.file.size });
    abort.current?.abort();
    const current = (abort.current = new AbortController());
    const { file, fileName, options, mode, note } = next;
    try {
      const started: Job = await startImport(
        resource.plural,
        file,
        fileName,
        {
          ...options,
          ...(resource.dated ? { asOf: options.asOf ?? date } : {}),
          ...(importing ? { mode, note: note.trim(), expect: importing.expect, key: importing.key } : { dryRun: true }),
        },
        language,
      );
      // Somebody went back meanwhile: what has begun is not wanted any more.
      if (current.signal.aborted) return void cancelJob(started.id).catch(() => undefined);
      keep({ ...next, jobs: [...next.jobs, started.id], importJob: importing ? started.id : undefined });
      setAddress({ job: started.id }, { replace: id !== null });
      jobsChanged();
    } catch (refused) {
      if (!(refused instanceof ServerError)) throw refused;
      if (!current.signal.aborted) setFailure(refused);
    } finally {
      if (abort.current === current) setSending(undefined);
    }
  };

  return {
    // The address may name a job of another file, or of another browser: then the file kept here is not its.
    kept: id === null || kept?.jobs.includes(id) ? kept : undefined,
    isRestored,
    sending,
    failure,
    isStopping,
    preview,
    job: id === null ? undefined : job,
    jobError: error,
    isPreview,
    hasAddress: id !== null,
    /** What is on the screen is not the latest that was asked for: nothing may be done on its strength. */
    isLate: sending !== undefined || preview?.job !== id,

    /** Begins with a file: matching and sheet are found anew. */
    begin: (file: Blob, fileName: string) => {
      setPreview(undefined);
      const options: ImportOptions = { fixes: [], ...(resource.dated ? { asOf: date } : {}) };
      // A reason goes with another file of the same attempt, and not with what comes after an import.
      const note = kept && kept.importJob === undefined ? kept.note : "";
      return send({ file, fileName, options, jobs: [], mode: "GOOD_ROWS", note });
    },
    /** The same file again, read otherwise. */
    previewAgain: (options: Partial<ImportOptions> = {}) =>
      kept ? send({ ...kept, options: { ...kept.options, ...options } }) : Promise.resolve(),
    /** Chooses what the coming import is told, without reading the file again. */
    say: (part: Partial<Pick<KeptImport, "mode" | "note">>) => {
      if (kept) keep({ ...kept, ...part });
    },
    go: async () => {
      if (!kept || !preview) return;
      // The preview's number: pressed twice, or sent twice, it is one import.
      await send(kept, { expect: preview.outcome.expect, key: `import-${preview.job}-${kept.mode}` });
    },
    stop: async () => {
      if (!job) return;
      setStopping(true);
      try {
        await cancelJob(job.id);
        await queries.invalidateQueries({ queryKey: ["job", job.id] });
      } catch (refused) {
        setStopping(false);
        if (!(refused instanceof ServerError)) throw refused;
        setFailure(refused);
      }
    },
    /** Back to the choice of a file. */
    leave: () => {
      abort.current?.abort();
      setSending(undefined);
      setFailure(undefined);
      setPreview(undefined);
      setKept(undefined);
      void keptImport.drop(person, resource.plural);
      setAddress({});
    },
  };
}

export type Importing = ReturnType<typeof useImport>;
