import { createStore, delMany, getMany, keys, setMany, type UseStore } from "idb-keyval";
import type { DraftBase } from "./draft-keeper";

let opened: UseStore | undefined;
const store = () => (opened ??= createStore("danh-muc-drafts", "drafts"));

/** The browser's IndexedDB. Where it is forbidden every call fails, and edits are kept as far as the quick storage goes. */
export const indexedDraftBase: DraftBase = {
  getMany: async (wanted) => (wanted.length === 0 ? [] : getMany([...wanted], store())),
  keys: async () => (await keys(store())).map(String),
  setMany: async (entries) => setMany([...entries], store()),
  delMany: async (gone) => delMany([...gone], store()),
};
