import { useQueryClient } from "@tanstack/react-query";
import { createElement, useState } from "react";
import { useNotify } from "react-admin";
import { formatNumber } from "../../platform/format";
import { request, ServerError } from "../../platform/graphql";
import { useLanguage, useWords } from "../../platform/language";
import { Toast } from "../../platform/ui/Toast";
import { CLOSE, REOPEN, type PeriodRow, type Turned } from "./period.graphql";
import { words } from "./period.words";

export type Verb = "close" | "reopen";

/** Closes or reopens a period, and tells what was written; a refusal is kept for the dialog that asked. */
export function useTurn(onDone: () => void) {
  const w = useWords(words);
  const language = useLanguage();
  const notify = useNotify();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const turn = async (period: PeriodRow, verb: Verb, note: string): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const variables = { id: period.id, note: note.trim() || null };
      const { turned } = await request<Turned>(verb === "close" ? CLOSE : REOPEN, variables);
      const [problem] = turned.problems;
      if (problem) return setRefusal(language === "vi" ? problem.messageVi : problem.messageEn);
      await queries.invalidateQueries();
      const set = turned.changeSet?.id;
      const said = set ? w.set(formatNumber(set, language)) : "";
      const done = verb === "close" ? w.closedDone(period.name, said) : w.reopenedDone(period.name, said);
      notify(createElement(Toast, { changeSet: set, children: set ? done : w.already }), { type: "info" });
      onDone();
    } catch (error) {
      setRefusal(error instanceof ServerError ? error.in(language) : String(error));
    } finally {
      setBusy(false);
    }
  };
  return { turn, busy, refusal };
}
