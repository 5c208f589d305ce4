import type { GridRow, GridSource } from "./grid-column";

const PAGE = 100;
/** Questions under way at a time while rows only scroll by. */
const MAX_LOADING = 3;
/** 6,000 rows in memory at most, whatever the length of the list. */
const MAX_PAGES = 60;

interface Page {
  rows: readonly GridRow[];
  usedAt: number;
  /** Shown until its newer form has come. */
  old: boolean;
}

/** Pages of a source, loaded as they come into view and forgotten when long unused. */
export class RowPages {
  total: number | null = null;
  error: unknown = null;
  private pages = new Map<number, Page>();
  private positions = new Map<string, number>();
  private loading = new Map<number, Promise<void>>();
  private wanted = { from: 0, to: 0 };
  private clock = 0;
  private generation = 0;

  constructor(
    private readonly source: GridSource,
    private readonly onChange: () => void,
  ) {}

  /** The row at a position of the view, if it is here. */
  row(index: number): GridRow | undefined {
    const page = this.pages.get(Math.floor(index / PAGE));
    if (!page) return undefined;
    page.usedAt = ++this.clock;
    return page.rows[index % PAGE];
  }

  /** The position of a row that is in memory, null of any other. */
  positionOf(id: string): number | null {
    const position = this.positions.get(id);
    return position !== undefined && this.row(position)?.id === id ? position : null;
  }

  /** A row in memory by its id. */
  byId(id: string): GridRow | undefined {
    const position = this.positionOf(id);
    return position === null ? undefined : this.row(position);
  }

  /** Takes a newer form of a row that is in memory, where it stands. */
  replace(row: GridRow): void {
    const position = this.positionOf(row.id);
    const page = position === null ? undefined : this.pages.get(Math.floor(position / PAGE));
    if (position === null || !page) return;
    page.rows = page.rows.map((each, at) => (at === position % PAGE ? row : each));
  }

  /** Asks for the pages of a stretch of rows without waiting. Only the last stretch asked for counts: what was
   * scrolled past is not loaded any more. */
  want(from: number, to: number): void {
    this.wanted = { from, to };
    this.loadWanted();
  }

  private loadWanted(): void {
    const { from, to } = this.wanted;
    for (const page of this.missing(from, to)) {
      if (this.loading.size >= MAX_LOADING) return;
      // After a failure nothing is asked again until somebody scrolls or says so.
      if (!this.loading.has(page))
        void this.load(page).then(
          () => this.loadWanted(),
          () => undefined,
        );
    }
  }

  private missing(from: number, to: number): number[] {
    const last = this.total === null ? to : Math.min(to, this.total - 1);
    const pages: number[] = [];
    for (let page = Math.floor(Math.max(0, from) / PAGE); page <= Math.floor(Math.max(0, last) / PAGE); page++) {
      const here = this.pages.get(page);
      if (!here || here.old) pages.push(page);
    }
    return pages;
  }

  /** Loads what is missing of a stretch of rows; fails with the source's own error. */
  async ensure(from: number, to: number): Promise<void> {
    const { generation } = this;
    const waits = this.missing(from, to).map((page) => this.loading.get(page) ?? this.load(page));
    await Promise.all(waits);
    // What was on its way when everything was asked for anew has not been taken in.
    if (generation !== this.generation) await this.ensure(from, to);
  }

  private load(page: number): Promise<void> {
    const { generation } = this;
    const run = async () => {
      try {
        const { rows, total } = await this.source.load(page * PAGE, PAGE);
        // An answer to a question asked before a reload may be older than what has been saved since.
        if (generation !== this.generation) return;
        this.total = total;
        this.error = null;
        this.pages.set(page, { rows, usedAt: ++this.clock, old: false });
        rows.forEach((row, at) => this.positions.set(row.id, page * PAGE + at));
        this.forget();
      } catch (error) {
        if (generation === this.generation) this.error = error;
        throw error;
      } finally {
        if (generation === this.generation) this.loading.delete(page);
        this.onChange();
      }
    };
    const promise = run();
    this.loading.set(page, promise);
    return promise;
  }

  private forget(): void {
    if (this.pages.size <= MAX_PAGES) return;
    const byAge = [...this.pages].sort((a, b) => a[1].usedAt - b[1].usedAt);
    for (const [page, { rows }] of byAge.slice(0, this.pages.size - MAX_PAGES)) {
      this.pages.delete(page);
      for (const row of rows) this.positions.delete(row.id);
    }
  }

  /** The same rows asked of another source: what is here stays in view until it has come with its other fields. */
  over(source: GridSource): RowPages {
    const pages = new RowPages(source, this.onChange);
    pages.total = this.total;
    pages.pages = this.pages;
    for (const page of pages.pages.values()) page.old = true;
    this.pages = new Map();
    this.generation += 1;
    return pages;
  }

  /** After a save: what is here stays in view until it has been read anew. */
  renew(): void {
    this.generation += 1;
    this.loading.clear();
    for (const page of this.pages.values()) page.old = true;
    this.onChange();
  }
}
