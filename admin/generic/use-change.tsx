import { useQueryClient } from "@tanstack/react-query";
import { useContext } from "react";
import { DataProviderContext, useNotify } from "react-admin";
import { formatNumber } from "../platform/format";
import type { StateDay } from "../grid/resource-rows";
import { defineWords, useLabel, useLanguage, useWords } from "../platform/language";
import { resourceOf, type ModelResource, type Row } from "../platform/model";
import { Toast } from "../platform/ui/Toast";

const words = defineWords({
  vi: { saved: (set: string) => `Đã lưu 1 dòng${set}`, deleted: (set: string) => `Đã xóa 1 dòng${set}` },
  en: { saved: (set: string) => `1 row saved${set}`, deleted: (set: string) => `1 row deleted${set}` },
});

interface Written {
  data: Row & { changeSet?: { id: string } | null };
}

/**
 * Writes one row and says so only after the server has answered. Every form goes through here,
 * so that nothing is optimistic or undoable by delay anywhere.
 */
export function useChange(resource: ModelResource) {
  // Not react-admin's hook, which leaves a form for the sign-in page, and what was typed with it.
  const provider = useContext(DataProviderContext);
  if (!provider) throw new Error("useChange is used outside the admin");
  const queries = useQueryClient();
  const notify = useNotify();
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const setName = label(resourceOf("changeSet").label);

  const told = async (written: Written, say: (set: string) => string): Promise<Row> => {
    await queries.invalidateQueries();
    const set = written.data.changeSet?.id;
    const text = say(set ? `, ${setName.toLowerCase()} #${formatNumber(set, language)}` : "");
    notify(<Toast changeSet={set}>{text}</Toast>, { type: "info" });
    return written.data;
  };

  return {
    create: async (data: Record<string, unknown>, note: string): Promise<Row> =>
      told((await provider.create(resource.plural, { data, meta: { note } })) as Written, w.saved),
    update: async (data: Record<string, unknown>, previousData: Row, note: string, day: StateDay): Promise<Row> =>
      told(
        (await provider.update(resource.plural, {
          id: previousData.id,
          data,
          previousData,
          meta: { note, ...day },
        })) as Written,
        w.saved,
      ),
    remove: async (row: Row, note: string): Promise<Row> =>
      told(
        (await provider.delete(resource.plural, { id: row.id, previousData: row, meta: { note } })) as Written,
        w.deleted,
      ),
    fetch: async (id: string, asOf: string): Promise<Row> =>
      (await provider.getOne(resource.plural, { id, meta: { asOf } })).data as Row,
  };
}
