import { useQueryClient } from "@tanstack/react-query";
import { createElement, useState } from "react";
import { useNotify } from "react-admin";
import { formatNumber } from "../../platform/format";
import { request, ServerError } from "../../platform/graphql";
import { useLanguage, useWords } from "../../platform/language";
import { Toast } from "../../platform/ui/Toast";
import { CHANGE_CRITERION, type CriterionChanged, type CriterionRow } from "./criterion.graphql";
import { words } from "./criterion.words";

/** Changes a criterion with a reason, and tells what was written; what is refused is kept for whoever asked. */
export function useCriterionChange() {
  const w = useWords(words);
  const language = useLanguage();
  const notify = useNotify();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<string[]>([]);

  const change = async (
    criterion: CriterionRow,
    set: Record<string, unknown>,
    note: string,
    said: (changeSet: string) => string,
  ): Promise<boolean> => {
    setBusy(true);
    setRefusals([]);
    try {
      const changes = [{ update: { id: criterion.id, version: criterion.version, set } }];
      const { changed } = await request<CriterionChanged>(CHANGE_CRITERION, { changes, note: note.trim() || null });
      if (changed.problems.length > 0) {
        setRefusals(
          changed.problems.map((problem) =>
            problem.code === "STALE" ? w.stale : language === "vi" ? problem.messageVi : problem.messageEn,
          ),
        );
        return false;
      }
      await queries.invalidateQueries();
      const id = changed.changeSet?.id;
      const text = said(id ? w.setNumber(formatNumber(id, language)) : "");
      notify(createElement(Toast, { changeSet: id, children: text }), { type: "info" });
      return true;
    } catch (error) {
      setRefusals([error instanceof ServerError ? error.in(language) : String(error)]);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { change, busy, refusals };
}
