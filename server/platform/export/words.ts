import { fold } from "../text/fold";
import type { Locale } from "../kinds/kind";
import type { Person } from "../policy/policy";
import type { Resource } from "../registry/registry";
import type { ResponseObject } from "../planner/shape";
import { readRowWords } from "../sheet/words";
import { readableField, referenceSelection } from "./columns";
import type { Reading } from "./reading";

/** Rows whose words are remembered while a file is made: the same few agencies fill a column. */
const REMEMBERED = 20_000;
/** Rows that a question about titles is answered with. */
const ANSWERED = 1000;

/** A row that another one points to, as it is read to be named. */
export interface Named extends ResponseObject {
  id: string;
  title?: string | null;
  code?: string | null;
}

/**
 * How a reference is written in a file so that it is read as the same row again: its title; where another row has that
 * title, its title with its code, "Phòng Tư pháp [TP-YB]"; where that does not tell them apart either, with its id,
 * "Phòng Tư pháp [#4812]".
 */
export class ReferenceWords {
  private readonly known = new Map<Resource, Map<string, string>>();

  constructor(
    private readonly reading: Reading,
    private readonly person: Person,
    private readonly lang: Locale,
  ) {}

  /** The words of rows of one resource, by id: at most one statement however many they are. */
  async of(target: Resource, rows: Iterable<Named>): Promise<Map<string, string>> {
    let known = this.known.get(target);
    if (!known || known.size > REMEMBERED) this.known.set(target, (known = new Map()));
    const asked = new Map<string, Named>();
    for (const row of rows) if (!known.has(row.id)) asked.set(row.id, row);
    if (asked.size > 0) await this.find(target, [...asked.values()], known);
    return known;
  }

  private async find(target: Resource, rows: Named[], known: Map<string, string>): Promise<void> {
    const title = readableField(target, target.byName.get(target.title), this.person);
    const words = (row: Named): string => (title && row.title != null ? title.kind.toText(row.title, this.lang) : "");
    const canAsk = Boolean(title?.filter && title.kind.operators.includes("in"));
    const others = canAsk ? await this.sharing(target, title!.name, rows.map(words)) : null;
    for (const row of rows) known.set(row.id, others ? shortest(row, words(row), others) : longest(row, words(row)));
  }

  /** The rows that have one of the titles; null where they are more than can be told. */
  private async sharing(target: Resource, title: string, titles: string[]): Promise<Named[] | null> {
    const wanted = [...new Set(titles.filter(Boolean))];
    if (wanted.length === 0) return [];
    const found = await this.reading.rows(
      target,
      `{ ${title}: { in: $values } }`,
      "[String!]",
      wanted,
      referenceSelection(target, this.person),
    );
    return found.length < ANSWERED ? (found as Named[]) : null;
  }
}

function shortest(row: Named, title: string, others: Named[]): string {
  const same = others.filter((other) => other.title === row.title);
  const isPlain = title !== "" && title === title.trim() && readRowWords(title).titled === null;
  if (isPlain && same.every((other) => other.id === row.id)) return title;
  const isTold = row.code && same.every((other) => other.id === row.id || fold(other.code ?? "") !== fold(row.code!));
  return isTold && isCode(row.code!) ? withCode(title, row.code!) : longest(row, title);
}

const withCode = (title: string, code: string): string => (title.trim() ? `${title.trim()} [${code}]` : code);
const longest = (row: Named, title: string): string => `${title.trim() || "—"} [#${row.id}]`;
/** A code that can stand in brackets and is read as one. */
const isCode = (code: string): boolean => !/[[\]#]/.test(code) && code === code.trim();
