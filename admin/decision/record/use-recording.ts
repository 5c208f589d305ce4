import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { request, ServerError } from "../../platform/graphql";
import { readAnnex, type AnnexSource } from "./annex";
import { RECORD, type RecordAnswer } from "./record.graphql";
import { keepDraft, recordOf, resolve, type RecordState } from "./record-state";

const PAUSE = 300;

/** The latest value, once it has stood still for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

interface About {
  draft: string;
  /** The Decision an annex is added to. */
  decision: string | null;
  /** The Decision that a new one amends: the one that issued the catalog. */
  amends: string | null;
  day: string | null;
}

/** The work on one Decision: kept as a draft, its annex read, previewed as it changes, recorded once. */
export function useRecording(initial: RecordState, { draft, decision, amends, day }: About) {
  const queries = useQueryClient();
  const [state, setState] = useState(initial);
  const [isKept, setKept] = useState(true);
  const [isReading, setReading] = useState(false);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const source = useRef<AnnexSource | null>(null);
  /** The catalog and day the annex was read for. */
  const readFor = useRef("");

  const isDone = useRef(false);
  useEffect(() => {
    if (state === initial || isDone.current) return undefined;
    // What was recorded while the pause ran is no draft any more.
    const keep = (): boolean => isDone.current || keepDraft(draft, state);
    const timer = setTimeout(() => setKept(keep()), PAUSE);
    window.addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, [state, initial, draft]);

  const change = (part: Partial<RecordState>): void => setState((old) => ({ ...old, ...part }));

  const lines = useMemo(
    () => (state.annex?.rows ?? []).map((row) => resolve(row, state.choices[row.line])),
    [state.annex, state.choices],
  );
  const record = useMemo(
    () => JSON.stringify(recordOf(state, lines, decision, amends)),
    [state, lines, decision, amends],
  );
  const settled = useSettled(record);
  const preview = useQuery<RecordAnswer["recordDecision"]>({
    queryKey: ["record-decision", settled],
    enabled: state.step === 2 && !isSending,
    placeholderData: (former) => former,
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }) => {
      const variables = { record: JSON.parse(settled) as object, dryRun: true };
      return (await request<RecordAnswer>(RECORD, variables, signal)).recordDecision;
    },
  });

  /** Reads an annex; what was said of the lines of another one is dropped. */
  const read = async (from: AnnexSource, sheet?: string, choices: RecordState["choices"] = {}): Promise<void> => {
    source.current = from;
    readFor.current = `${state.catalog} ${day}`;
    setReading(true);
    setError(null);
    try {
      const annex = await readAnnex(from, { day, catalog: state.catalog, sheet });
      change({ annex, choices, fileName: "file" in from ? from.file.name : null });
    } catch (failure) {
      setError(failure);
    } finally {
      setReading(false);
    }
  };

  /** Asks again what the lines mean where the day or the catalog is another by now; what was chosen stays. */
  const refresh = async (): Promise<void> => {
    if (!source.current || !state.annex || readFor.current === `${state.catalog} ${day}`) return;
    await read(source.current, state.annex.sheet ?? undefined, state.choices);
  };

  /** Records it, and answers the Decision and the change set; null where it was refused. */
  const send = async (note: string): Promise<{ decision: string; changeSet: string } | null> => {
    setSending(true);
    setError(null);
    try {
      const variables = {
        record: JSON.parse(record) as object,
        note,
        dryRun: false,
        key: state.key,
        expect: preview.data?.preview,
      };
      const { recordDecision: answer } = await request<RecordAnswer>(RECORD, variables);
      if (answer.decision && answer.changeSet) {
        isDone.current = true;
        keepDraft(draft, null);
        await queries.invalidateQueries();
        return { decision: answer.decision, changeSet: answer.changeSet };
      }
      const [problem] = answer.problems;
      if (problem) setError(new ServerError(problem.code, { vi: problem.messageVi, en: problem.messageEn }));
      await preview.refetch();
      return null;
    } catch (failure) {
      setError(failure);
      return null;
    } finally {
      setSending(false);
    }
  };

  const startOver = (fresh: RecordState): void => {
    keepDraft(draft, null);
    source.current = null;
    setError(null);
    setState(fresh);
  };

  return {
    state,
    change,
    choose: (line: number, part: object): void =>
      setState((old) => ({ ...old, choices: { ...old.choices, [line]: { ...old.choices[line], ...part } } })),
    lines,
    read,
    refresh,
    source,
    isReading,
    isKept,
    error,
    preview,
    /** The preview is of what is on the screen. */
    isCurrent: settled === record && !preview.isFetching && preview.data !== undefined && !preview.isPlaceholderData,
    send,
    isSending,
    startOver,
  };
}
