import { useMemo, useState, type ReactNode } from "react";
import { resourceSave } from "../grid/resource-rows";
import type { OnSave } from "../grid/save-flow";
import { useAsOf } from "../platform/as-of";
import { formatDate } from "../platform/format";
import { useWords } from "../platform/language";
import type { ModelResource } from "../platform/model";
import { words } from "./form-words";
import { FromDate } from "./FromDate";

interface GridSave {
  onSave: OnSave;
  /** Asked for at each save: which state of a dated row is meant. */
  extra: ReactNode;
  /** The same in words, for the preview. */
  about: string | undefined;
}

/** How a grid saves rows of a resource: with what the screen gives to new ones, and the day that dated ones mean. */
export function useGridSave(resource: ModelResource, defaults?: Readonly<Record<string, unknown>>): GridSave {
  const w = useWords(words);
  const { date } = useAsOf();
  // A date chosen for one day's rows says nothing of another day's.
  const [begin, setBegin] = useState<{ day: string; from: string | null; unreadable?: string }>();
  const { from, unreadable } = begin?.day === date ? begin : { from: null };
  const onSave = useMemo(() => {
    if (unreadable) return refuseAll(unreadable);
    const save = resourceSave(resource, from ? { from } : { asOf: date });
    if (!defaults) return save;
    return (request: Parameters<typeof save>[0]) =>
      save({
        ...request,
        changes: request.changes.map((c) => ("create" in c ? { create: { ...defaults, ...c.create } } : c)),
      });
  }, [resource, defaults, date, from, unreadable]);
  if (!resource.dated) return { onSave, extra: null, about: undefined };
  const extra = (
    <FromDate
      key={date}
      narrow
      day={date}
      value={from}
      onChange={(next) => setBegin({ day: date, from: next })}
      onReading={(problem) => setBegin({ day: date, from, unreadable: problem })}
    />
  );
  return { onSave, extra, about: from ? w.newFrom(formatDate(from)) : w.corrects(formatDate(date)) };
}

/** Answers a save that cannot be sent, in the shape of a refusal of the whole. */
function refuseAll(message: string): OnSave {
  const problem = { index: null, code: "BAD_INPUT", messageVi: message, messageEn: message };
  return () => Promise.resolve({ changeSet: null, rows: [], problems: [problem] });
}
