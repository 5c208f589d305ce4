import { createStore, del, get, set } from "idb-keyval";
import type { ImportMode, ImportOptions } from "./import-answer";

/** An import that somebody is in the middle of: kept in the browser, so that a reloaded page goes on with it. */
export interface KeptImport {
  file: Blob;
  fileName: string;
  options: ImportOptions;
  mode: ImportMode;
  note: string;
  /** Every job that has read this very file. */
  jobs: string[];
  /** The one of them that imports it. */
  importJob?: string;
}

const store = createStore("danh-muc-import", "imports");

/** Per person and resource: two people at one desk do not see each other's files. */
const keyOf = (person: string, plural: string): string => `${person}.${plural}`;

/** Where the browser keeps nothing, as in some private windows, an import lives as long as its page. */
const orNothing = <Value>(work: Promise<Value>): Promise<Value | undefined> => work.catch(() => undefined);

export const keptImport = {
  read: (person: string, plural: string) => orNothing(get<KeptImport>(keyOf(person, plural), store)),
  write: (person: string, plural: string, kept: KeptImport) => orNothing(set(keyOf(person, plural), kept, store)),
  drop: (person: string, plural: string) => orNothing(del(keyOf(person, plural), store)),
};
