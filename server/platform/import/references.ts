import type { Row, Transaction } from "../db/database";
import type { Loading } from "../changes/load";
import { breathe } from "../changes/portion";
import type { Resource } from "../registry/registry";
import { codeField, readRowWords } from "../sheet/words";
import { fold } from "../text/fold";
import { Closest } from "./closest";
import { decoded, rowsHolding, thereOn, titlesOf, titlesOn } from "./rows-on-day";

/** What a text names: rows that may be meant, of which exactly one is good, and what else may have been meant by none. */
export interface Named {
  candidates: Candidate[];
  suggestions: string[];
}

export interface Candidate {
  id: number;
  /** What tells it from the others: "Phòng Tư pháp [TP-YB]". */
  words: string;
  code: string | null;
  /** Whether the text has the row's code or id in it: it says by itself which row is meant. */
  isExact: boolean;
  /** Whether the text is the row's code. */
  isCoded: boolean;
}

interface Known {
  id: number;
  title: string;
  code: string | null;
}

/** Texts remembered by target: the same few names fill most columns. */
const REMEMBERED = 20_000;
/** Titles that suggestions are chosen from, and texts of one file that are given suggestions. */
const COMPARED = 2_000;
const SUGGESTED_TEXTS = 300;
const CANDIDATES = 5;

/** Finds the rows that texts of a file name, in a bounded number of statements for any number of texts. */
export class References {
  private readonly known = new Map<Resource, Map<string, Named>>();
  private readonly titles = new Map<Resource, string[]>();
  private readonly closest = new Closest();
  private suggested = 0;

  constructor(
    private readonly tx: Transaction,
    private readonly loading: Loading,
    private readonly day: string,
  ) {}

  /** What each of the texts names among the rows of a resource. */
  async find(target: Resource, texts: ReadonlySet<string>): Promise<Map<string, Named>> {
    const known = this.known.get(target) ?? new Map<string, Named>();
    this.known.set(target, known);
    const asked = [...texts].filter((text) => !known.has(text));
    if (known.size + asked.length > REMEMBERED) known.clear();
    const missing = [...texts].filter((text) => !known.has(text));
    if (missing.length > 0) for (const [text, named] of await this.look(target, missing)) known.set(text, named);
    return new Map([...texts].map((text) => [text, known.get(text)!]));
  }

  /** Those of the ids whose rows the person sees on the day: a file that is written then names no others. */
  async shown(target: Resource, ids: readonly number[]): Promise<Set<number>> {
    return this.loading.visible(target, await thereOn(this.tx, target, ids, this.day));
  }

  /** Those of the ids that exist and are the person's to see. */
  exist(target: Resource, ids: readonly number[]): Promise<Set<number>> {
    return this.loading.existing(target, ids);
  }

  /** Forgets what a text names among the rows of a resource, since rows of it have been written. */
  forget(target: Resource): void {
    this.known.delete(target);
  }

  /** By title and by code as they are on the day; what names nothing then, as they were on any other. */
  private async look(target: Resource, texts: string[]): Promise<Map<string, Named>> {
    const out = new Map<string, Named>();
    for (const day of target.states ? [this.day, null] : [null]) {
      const rows = await this.rowsOf(
        target,
        texts.filter((text) => !out.has(text)),
        day,
      );
      const byTitle = grouped(rows, (r) => fold(r.title));
      // Before brackets spaces around a title are not written, and one that is nothing else is a dash.
      const byTrimmed = grouped(rows, (r) => fold(r.title.trim() || "—"));
      const byCode = grouped(
        rows.filter((r) => r.code !== null),
        (r) => fold(r.code!),
      );
      for (const text of texts) {
        const found = out.has(text) ? [] : meant(text, { byTitle, byTrimmed, byCode });
        const isTitled = readRowWords(text).titled !== null && found.length === 1;
        const candidates = found.slice(0, CANDIDATES).map((row) => ({
          id: row.id,
          words: wordsOf(row),
          code: row.code,
          isExact: isTitled && fold(row.title) !== fold(text),
          isCoded: row.code !== null && fold(row.code) === fold(text.trim()),
        }));
        if (found.length > 0) out.set(text, { candidates, suggestions: [] });
      }
    }
    for (const text of texts)
      if (!out.has(text)) out.set(text, { candidates: [], suggestions: await this.suggest(target, text) });
    return out;
  }

  /** Every row that one of the texts may name, as far as the person may see it: two statements. */
  private async rowsOf(target: Resource, texts: string[], day: string | null): Promise<Known[]> {
    const title = target.byName.get(target.title)!;
    const code = codeField(target);
    const words = texts.map(readRowWords);
    const titles = words.flatMap(({ whole, titled }) => (titled ? [whole, titled.title] : [whole]));
    const codes = words.flatMap(({ whole, titled }) => (titled?.code ? [whole, titled.code] : [whole]));
    // A row whose title is itself a reference has no words that a file could hold.
    const isNamed = !title.kind.target;
    const fields = [title, code];
    const found: Row[] = [];
    if (isNamed) found.push(...(await rowsHolding(this.tx, target, title, titles, fields, day)));
    if (code) found.push(...(await rowsHolding(this.tx, target, code, codes, fields, day)));
    const known = found.map((row) => ({
      id: row[0] as number,
      title: isNamed ? title.kind.toText(decoded(title, row[1]), "vi") : "",
      code: row[2] == null ? null : String(row[2]),
    }));
    const ids = words.flatMap(({ titled }) => (titled?.id ? [Number(titled.id)] : []));
    if (isNamed && ids.length > 0)
      for (const [id, said] of await titlesOf(this.tx, target, ids, day ?? this.day))
        known.push({ id, title: said, code: null });
    const visible = await this.loading.visible(
      target,
      known.map((r) => r.id),
    );
    return unique(known.filter((r) => visible.has(r.id)));
  }

  /** Titles that a text may have been meant for: all of a small resource, of a large one those that share a word with it. */
  private async comparable(target: Resource, text: string): Promise<string[]> {
    const all = this.titles.get(target) ?? (await this.titlesOf(target, null, COMPARED + 1));
    this.titles.set(target, all);
    return all.length <= COMPARED ? all : this.titlesOf(target, text, COMPARED);
  }

  /** Titles that the person may see: a suggestion tells nobody of a row that is not theirs. */
  private async titlesOf(target: Resource, text: string | null, most: number): Promise<string[]> {
    const found = await titlesOn(this.tx, target, this.day, text, most);
    const visible = await this.loading.visible(
      target,
      found.map(([id]) => id),
    );
    return [...new Set(found.filter(([id]) => visible.has(id)).map(([, title]) => title))];
  }

  private async suggest(target: Resource, text: string): Promise<string[]> {
    if (this.suggested >= SUGGESTED_TEXTS) return [];
    this.suggested++;
    const title = readRowWords(text).titled?.title ?? text;
    const found = this.closest.to(title, await this.comparable(target, title));
    // A comparison with thousands of titles takes a while: others get their turn between two.
    await breathe();
    return found;
  }
}

type Grouped = Record<"byTitle" | "byTrimmed" | "byCode", Map<string, Known[]>>;

/** The rows a text may mean: exact before folded, by title before by code; brackets decide among rows of one title. */
function meant(text: string, { byTitle, byTrimmed, byCode }: Grouped): Known[] {
  const { whole, titled } = readRowWords(text);
  const exact = (rows: Known[], of: (row: Known) => string | null, said: string): Known[] => {
    const same = rows.filter((row) => of(row) === said.normalize("NFC"));
    return same.length > 0 ? same : rows;
  };
  const named = exact(byTitle.get(fold(whole)) ?? [], (r) => r.title, whole);
  if (named.length > 0) return named;
  const coded = exact(byCode.get(fold(whole)) ?? [], (r) => r.code, whole);
  if (coded.length > 0 || !titled) return coded;
  const of = byTrimmed.get(fold(titled.title)) ?? [];
  if (titled.id !== null) return of.filter((r) => String(r.id) === titled.id);
  return of.filter((r) => r.code !== null && fold(r.code) === fold(titled.code!));
}

const wordsOf = ({ id, title, code }: Known): string => (code === null ? `${title} [#${id}]` : `${title} [${code}]`);

function unique(rows: Known[]): Known[] {
  const byId = new Map<number, Known>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()];
}

function grouped(rows: Known[], key: (row: Known) => string): Map<string, Known[]> {
  const out = new Map<string, Known[]>();
  for (const row of rows) {
    const own = out.get(key(row));
    if (own) own.push(row);
    else out.set(key(row), [row]);
  }
  return out;
}
