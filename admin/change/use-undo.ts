import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify } from "react-admin";
import { useNavigate } from "react-router";
import type { Problem } from "../platform/data/changes";
import { formatNumber } from "../platform/format";
import { request, ServerError } from "../platform/graphql";
import { useLanguage, useWords } from "../platform/language";
import { UNDO } from "./change.graphql";
import { words } from "./change.words";

interface UndoResult {
  undoChangeSet: { changeSet: { id: string } | null; rows: unknown[]; problems: Problem[] };
}

interface UndoRequest {
  /** Sequences of the rows; null for the whole set. */
  rows: number[] | null;
  /** Leave out what is refused, instead of undoing nothing. */
  goodOnly: boolean;
  note: string;
  /** How many rows that should be. */
  count: number;
}

/** Undoes rows of a change set by a new one, and holds what was refused, by the row's sequence. */
export function useUndo(id: string) {
  const w = useWords(words);
  const language = useLanguage();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [refused, setRefused] = useState<Map<number, string>>(new Map());
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);

  const undo = async ({ rows, goodOnly, note, count }: UndoRequest): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    try {
      const mode = goodOnly ? "GOOD_ROWS" : "ALL_OR_NONE";
      const answer = await request<UndoResult>(UNDO, { id, rows, mode, note: note.trim() || null });
      const { changeSet, problems } = answer.undoChangeSet;
      const said = new Map<number, string>();
      for (const { index, messageVi, messageEn } of problems) {
        const message = language === "vi" ? messageVi : messageEn;
        said.set(index, said.has(index) && said.get(index) !== message ? `${said.get(index)} ${message}` : message);
      }
      setRefused(said);
      if (!changeSet) return;
      await queries.invalidateQueries();
      const left = goodOnly ? said.size : 0;
      notify(w.undoDone(formatNumber(count - left, language), formatNumber(changeSet.id, language)), { type: "info" });
      navigate(`/changeSets/${changeSet.id}/show`);
    } catch (failure) {
      setFailed(failure instanceof ServerError ? failure.in(language) : String(failure));
    } finally {
      setBusy(false);
    }
  };

  return { undo, busy, refused, failed };
}
