import { useQueryClient } from "@tanstack/react-query";
import { createElement, useState } from "react";
import { useNotify } from "react-admin";
import type { ChangeResult } from "../platform/data/changes";
import { formatNumber } from "../platform/format";
import { request, ServerError } from "../platform/graphql";
import { useLanguage } from "../platform/language";
import { Toast } from "../platform/ui/Toast";

/** A refusal of an act, with the argument that it is about where it is about one. */
export interface Refusal {
  text: string;
  field: string | null;
}

/**
 * Runs an act of the office, whose mutation answers as `done`, and tells what was written; a refusal is kept for the
 * dialog that asked.
 */
export function useVerb(onDone: () => void) {
  const language = useLanguage();
  const notify = useNotify();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  /** `say` words the success, given the number of the change set. */
  const run = async (mutation: string, variables: object, say: (set: string | null) => string): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const { done } = await request<{ done: ChangeResult }>(mutation, { ...variables });
      const [problem] = done.problems;
      if (problem)
        return setRefusal({ text: language === "vi" ? problem.messageVi : problem.messageEn, field: problem.field });
      await queries.invalidateQueries();
      const set = done.changeSet?.id;
      notify(createElement(Toast, { changeSet: set, children: say(set ? formatNumber(set, language) : null) }), {
        type: "info",
      });
      onDone();
    } catch (error) {
      setRefusal({
        text: error instanceof ServerError ? error.in(language) : String(error),
        field: error instanceof ServerError ? (error.field ?? null) : null,
      });
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, refusal };
}
