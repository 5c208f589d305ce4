import { useMemo } from "react";
import { changedNames } from "../generic/RowHistory";
import { readImage } from "../generic/ImageValue";
import { findResource } from "../platform/model";
import { useGraphql } from "../platform/use-graphql";
import {
  CHANGE_SET,
  LATER,
  presentQuery,
  ROWS_SHOWN,
  UNDONE,
  type ChangedRow,
  type ChangeSetData,
  type LaterChange,
  type LaterData,
  type PresentData,
  type UndoneData,
} from "./change.graphql";
import { undoneRows } from "./undone-rows";

/** The names of the fields that a change of a row wrote. */
export function namesOf(row: ChangedRow): string[] {
  return changedNames(readImage(row.before), readImage(row.after));
}

/** Every field of a row that can be shown beside those that changed. */
const everyName = (row: ChangedRow): string[] =>
  findResource(row.resource)
    ?.fields.filter((field) => field.kind.name !== "secret")
    .map((field) => field.name) ?? [];

/** The last change of each cell after the set, under "resource/id/field". */
export type Later = ReadonlyMap<string, LaterChange["changeSet"]>;

/** One page of a change set with all that its rows became since: their present values, and what took them back. */
export function useChangeSet(id: string, page: number, whole: boolean) {
  const { data, error, isPending, refetch } = useGraphql<ChangeSetData>(
    CHANGE_SET,
    { id, offset: page * ROWS_SHOWN },
    { keep: true },
  );
  const set = data?.changeSet;
  const rows = useMemo(() => set?.rows.items ?? [], [set]);
  const ids = useMemo(() => [...new Set(rows.map((row) => row.rowId))], [rows]);
  const present = useMemo(() => presentQuery(rows, whole ? everyName : namesOf), [rows, whole]);
  const now = useGraphql<PresentData>(present?.query ?? "", present?.variables, {
    enabled: present !== null,
    keep: true,
  });
  const undone = useGraphql<UndoneData>(UNDONE, { id, rows: ids }, { enabled: ids.length > 0, keep: true });
  const latest = useGraphql<LaterData>(LATER, { rows: ids, at: set?.at }, { enabled: ids.length > 0, keep: true });
  const later = useMemo<Later>(() => {
    const last = new Map<string, LaterChange["changeSet"]>();
    for (const { resource, rowId, changedFields, changeSet } of latest.data?.changeRows.items ?? []) {
      for (const field of changedFields) {
        const key = `${resource}/${rowId}/${field}`;
        const known = last.get(key);
        if (!known || known.at < changeSet.at) last.set(key, changeSet);
      }
    }
    return last;
  }, [latest.data]);
  return {
    set,
    rows,
    error,
    isPending,
    refetch,
    present: now.data,
    later,
    undone: useMemo(() => undoneRows(rows, set?.rows.total ?? 0, undone.data), [rows, set, undone.data]),
    isUndoneKnown: undone.data !== undefined,
  };
}
