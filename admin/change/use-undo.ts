import { useQuery, useQueryClient } from "@tanstack/react-query";
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
  undoChangeSet: { changeSet: { id: string; rowCount: number } | null; problems: Problem[] };
}

/** Why rows cannot be taken back, by the row's sequence, and whether a reason must be given for those that can. */
export interface Refusals {
  bySequence: ReadonlyMap<number, string>;
  needsNote: string | null;
}

const NONE: Refusals = { bySequence: new Map(), needsNote: null };

function refusalsOf(problems: readonly Problem[], language: "vi" | "en"): Refusals {
  const said = new Map<number, string>();
  let needsNote: string | null = null;
  for (const { index, field, code, messageVi, messageEn } of problems) {
    const message = language === "vi" ? messageVi : messageEn;
    // A reason can still be given: it is no fault of the row.
    if (field === "note" && code === "REQUIRED") needsNote ??= message;
    else if (!said.has(index)) said.set(index, message);
    else if (!said.get(index)!.includes(message)) said.set(index, `${said.get(index)} ${message}`);
  }
  return { bySequence: said, needsNote };
}

/** Asks the server which of these rows could be undone now. It tries, and writes nothing. */
export function useUndoTrial(id: string, sequences: readonly number[], enabled: boolean): Refusals {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["undo-trial", id, sequences],
    enabled: enabled && sequences.length > 0,
    retry: false,
    queryFn: async () => {
      const variables = { id, rows: sequences, mode: "GOOD_ROWS", dryRun: true };
      return (await request<UndoResult>(UNDO, variables)).undoChangeSet.problems;
    },
  });
  return data ? refusalsOf(data, language) : NONE;
}

interface UndoRequest {
  /** Sequences of the rows; null for the whole set. */
  rows: readonly number[] | null;
  /** Leave out what is refused, instead of undoing nothing. */
  goodOnly: boolean;
  note: string;
}

/** Undoes rows of a change set by a new one, and holds what was refused. */
export function useUndo(id: string) {
  const w = useWords(words);
  const language = useLanguage();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [refused, setRefused] = useState<Refusals>(NONE);
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);

  const undo = async ({ rows, goodOnly, note }: UndoRequest): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    try {
      const mode = goodOnly ? "GOOD_ROWS" : "ALL_OR_NONE";
      const answer = await request<UndoResult>(UNDO, { id, rows, mode, note: note.trim() || null });
      const { changeSet, problems } = answer.undoChangeSet;
      const said = refusalsOf(problems, language);
      setRefused(said);
      await queries.invalidateQueries();
      if (!changeSet) return;
      const done = w.undoDone(formatNumber(changeSet.rowCount, language), formatNumber(changeSet.id, language));
      const left = said.bySequence.size;
      notify(left > 0 ? `${done}. ${w.undoLeft(formatNumber(left, language))}` : done, { type: "info" });
      navigate(`/changeSets/${changeSet.id}/show`);
    } catch (failure) {
      setFailed(failure instanceof ServerError ? failure.in(language) : String(failure));
    } finally {
      setBusy(false);
    }
  };

  return { undo, busy, refused, failed };
}
