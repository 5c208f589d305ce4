import { createHash } from "node:crypto";
import type { Batch, ChangedRow, Fault, Source } from "../changes/change";
import type { LargePortion } from "../changes/change-path";
import type { Loading } from "../changes/load";
import { problemsOf } from "../changes/problems";
import type { Services } from "../context";
import { RolledBack, type Transaction } from "../db/database";
import { Refusal } from "../errors/refusal";
import type { Running } from "../jobs/jobs";
import { forbidden } from "../policy/forbidden";
import { mayRead, mayReadField, type Person } from "../policy/policy";
import type { Field } from "../registry/registry";
import type { Fixes } from "./fixes";
import { ROW_FIELDS, type Column } from "./headings";
import { askedFor, type ImportRequest, type Upload } from "./import-request";
import { openFile, type ImportFile } from "./open-file";
import { readGiven } from "./given";
import { Planning, type FileRow, type PlannedRow, type Reading } from "./plan";
import { References } from "./references";
import type { RowAction, RowResult } from "./row-result";
import { RowWords } from "./row-words";
import { Spool } from "./spool";

/** Rows planned and written at a time. */
const PORTION = 1000;
/** Results that are kept with the change set, to be answered again under its key: as much as one statement may hold. */
const KEPT_BYTES = 4 * 1024 * 1024;

/** What an import answers beside its rows. */
export interface ImportSummary {
  resource: string;
  dryRun: boolean;
  new: number;
  changed: number;
  same: number;
  wrong: number;
  /** Totals and heads of bands, which are no rows. */
  leftOut: number;
  /** Changed cells of the changed rows. */
  cells: number;
  sheet: string | null;
  sheets: string[];
  headerLine: number;
  encoding: string | null;
  columns: Column[];
  keys: string[][];
  /** Required fields that neither the file nor who sent it says: they may be given as `set.<field>`. */
  lacking: string[];
  /** What was given for every row, by field. */
  given: Record<string, string>;
  /** The field that is filled from the rows' other references, where the file has no column for it. */
  filled: string | null;
  /** Stands for everything that the preview would write: sent back, it keeps anything else from being written. */
  expect: string;
}

export interface Imported {
  summary: ImportSummary & { changeSet: { id: string } | null };
  /** The results of the rows, in the file's order. */
  spool: Spool;
  file: ImportFile;
}

const COUNTED: Record<RowAction, "new" | "changed" | "same" | "wrong" | "leftOut"> = {
  NEW: "new",
  CHANGED: "changed",
  SAME: "same",
  WRONG: "wrong",
  LEFT_OUT: "leftOut",
};

/** Who is told how far an import is, and may end it by throwing. */
export type Watch = Pick<Running, "progress"> & Partial<Pick<Running, "settle">>;

/** One import: a file, what is asked of it, and who asks. */
export class Import {
  private readonly spool: Spool;
  private summary!: ImportSummary;
  private expected!: ReturnType<typeof createHash>;
  private kept: string[] | null = [];
  /** The lines of the file's own new rows by their ids, which are others in every run. */
  private readonly made = new Map<string, number>();

  constructor(
    private readonly services: Services,
    private readonly person: Person,
    private readonly request: ImportRequest,
    private readonly upload: Upload,
    private readonly fixes: Fixes,
    private readonly watch: Watch | null,
  ) {
    this.spool = new Spool(`${upload.path}.rows`);
  }

  /** Previews the file, or writes what it changes as one change set: all of it in one transaction. */
  async run(): Promise<Imported> {
    try {
      return await this.carryOut();
    } finally {
      await this.spool.end();
    }
  }

  private async carryOut(): Promise<Imported> {
    const { request, person, services } = this;
    const file = await openFile(request, this.upload, this.fixes);
    this.mayReadColumns(file);
    this.watch?.progress(0, file.count);
    const batch: Omit<Batch, "changes"> = {
      person,
      source: "IMPORT" as Source,
      note: request.note,
      // Every wrong row is to be named, also where one of them keeps all from being written.
      mode: "GOOD_ROWS",
      dryRun: request.dryRun,
      key: request.key,
      asked: [await askedFor(request, this.upload), this.fixes.list],
    };
    const answer = await services.changes.applyLarge({
      ...batch,
      resource: request.resource,
      rows: file.count,
      changes: (tx, loading, newId) => this.portions(file, tx, loading, newId),
      end: (tx, changeSetId) => this.end(tx, changeSetId),
    });
    return { ...(await this.answered(answer.summary, answer.changeSetId)), spool: this.spool, file };
  }

  /** What a file says may tell what is there: who may not read a field compares nothing with it. */
  private mayReadColumns({ headings }: ImportFile): void {
    const { resource, set } = this.request;
    const { registry } = this.services;
    const said = headings.columns.flatMap(({ field, also, of }) => [field, also ?? null, ...(of ?? [])]);
    for (const field of [...said, ...set.keys()]) {
      if (field === null || ROW_FIELDS.includes(field)) continue;
      if (!mayReadField(resource.policy, field, this.person)) throw forbidden(resource, field);
      const { target } = resource.byName.get(field)!.kind;
      if (target && !mayRead(registry.single(target).policy, this.person)) throw forbidden(registry.single(target));
    }
  }

  private async *portions(
    file: ImportFile,
    tx: Transaction,
    loading: Loading,
    newId: (index: number) => number,
  ): AsyncGenerator<LargePortion> {
    const { request, person, services } = this;
    const { registry, clock } = services;
    const { resource, asOf, from, locale, set } = request;
    await this.begin(file);
    const today = clock.today();
    const references = new References(tx, loading, from ?? asOf ?? today);
    const given = await readGiven(set, resource, registry, references, locale);
    const reading: Reading = {
      resource,
      registry,
      person,
      columns: file.headings.columns,
      locale: file.headings.locale,
      asOf,
      from,
      today,
      note: request.note,
      given,
    };
    const planning = new Planning(reading, tx, loading, newId, references);
    const words = new RowWords(tx, loading, registry, resource, from ?? asOf ?? today, locale);
    for await (const rows of inPortions(file.rows())) {
      const planned = await planning.portion(rows);
      yield {
        changes: planned.flatMap(({ change }) => (change ? [change] : [])),
        report: async (changed, faults) => {
          await this.tell(rows, planned, changed, faults, planning, words);
          this.watch?.progress(this.spool.count, file.count);
        },
      };
    }
  }

  private async begin({ sheet, headings, count }: ImportFile): Promise<void> {
    // Others may have been written first: whoever waited may no longer want it.
    this.watch?.progress(0, count);
    const { resource, dryRun, set } = this.request;
    const fill = resource.files?.fill?.field ?? null;
    const names = new Set([...headings.columns.map((c) => c.field), ...set.keys(), fill]);
    const filled = headings.columns.some((c) => c.field === fill) ? null : fill;
    const keys = resource.keys
      .filter((key) => key.every((name) => names.has(name) || resource.keysWithNulls.includes(name)))
      .map((key) => key.filter((name) => names.has(name)));
    this.summary = {
      resource: resource.plural,
      dryRun,
      new: 0,
      changed: 0,
      same: 0,
      wrong: 0,
      leftOut: 0,
      cells: 0,
      sheet: sheet.sheetName,
      sheets: sheet.sheetNames,
      headerLine: headings.line,
      encoding: sheet.encoding,
      columns: headings.columns,
      keys: names.has("id") ? [["id"], ...keys] : keys,
      // A file of rows that are there already has to say nothing more of them.
      lacking: names.has("id") ? [] : resource.fields.filter((f) => isLacking(f, names)).map((f) => f.name),
      given: Object.fromEntries(set),
      filled,
      expect: "",
    };
    this.expected = createHash("sha256");
    this.kept = this.request.key === null ? null : [];
    this.made.clear();
    await this.spool.restart();
  }

  /** Keeps what became of a portion's rows. */
  private async tell(
    rows: readonly FileRow[],
    planned: readonly PlannedRow[],
    changed: readonly ChangedRow[],
    faults: readonly Fault[],
    planning: Planning,
    words: RowWords,
  ): Promise<void> {
    const results = new Map(
      planned.map((row, i): [number, RowResult & { id: number | null }] => {
        const { line, key, action, leftOut, id } = row;
        const problems = row.problems.map((p) => planning.placed(p));
        const why = leftOut ? { leftOut } : {};
        return [row.index, { line, key, action, ...why, cells: [], problems, texts: planning.texts(rows[i]), id }];
      }),
    );
    for (const problem of problemsOf([...faults])) {
      const { index, field, code, messageVi, messageEn } = problem;
      const result = results.get(index!)!;
      result.action = "WRONG";
      const value = field === null ? null : (result.texts[field] ?? null);
      result.problems.push(planning.placed({ field, column: null, header: null, value, code, messageVi, messageEn }));
    }
    for (const { change, line } of planned) if (change?.id !== undefined) this.made.set(String(change.id), line);
    const { name } = this.request.resource;
    const own = changed.filter((row) => row.resource === name && results.get(row.index)!.action !== "WRONG");
    const cells = await words.of(own.map((row) => row.cells));
    own.forEach((row, i) => (results.get(row.index)!.cells = cells[i]));
    for (const result of results.values()) this.count(result);
    await this.keep([...results.values()].map(({ id: _id, ...result }) => result));
  }

  private count({ line, id, action, cells }: RowResult & { id: number | null }): void {
    const { summary } = this;
    summary[COUNTED[action]]++;
    if (action === "CHANGED") summary.cells += cells.length;
    if (action !== "NEW" && action !== "CHANGED") return;
    const written = cells.map(({ field, before, after }) => [field, before ?? null, this.lasting(field, after)]);
    this.expected.update(JSON.stringify([line, action, action === "NEW" ? null : id, written]));
  }

  /** A value as a preview and the import after it have it alike: a reference to a row of the file itself is its line. */
  private lasting(field: string, value: unknown): unknown {
    const { resource } = this.request;
    if (value == null) return null;
    const line = resource.byName.get(field)!.kind.target === resource.single ? this.made.get(String(value)) : undefined;
    return line === undefined ? value : { line };
  }

  private async keep(results: RowResult[]): Promise<void> {
    await this.spool.add(results);
    if (this.kept === null) return;
    this.kept.push(...results.map((r) => JSON.stringify(r)));
    const size = this.kept.reduce((sum, text) => sum + text.length, 0);
    if (size > KEPT_BYTES) this.kept = null;
  }

  /** Before COMMIT: nothing is kept of what is not exactly what the preview showed, or of a file that must be all right. */
  private async end(tx: Transaction, changeSetId: string | null): Promise<unknown> {
    const { expect, dryRun, mode } = this.request;
    const { summary } = this;
    summary.expect = this.expected.digest("hex");
    if (!dryRun && expect !== null && expect !== summary.expect)
      throw new Refusal("STALE", "expect", {}, "fileChangedSince");
    if (!dryRun && mode === "ALL_OR_NONE" && summary.wrong > 0)
      throw new RolledBack({ answer: { changeSetId: null, rows: [], problems: [], summary: { summary } } });
    if (!dryRun) await this.watch?.settle?.(tx, { ...summary, changeSet: changeSetId && { id: changeSetId } });
    return { summary, rows: this.kept };
  }

  /** The answer, which another request under the same key may have been given before this one. */
  private async answered(kept: unknown, changeSetId: string | null): Promise<Pick<Imported, "summary">> {
    const { summary, rows } = kept as { summary: ImportSummary; rows?: string[] | null };
    if (summary !== this.summary) {
      await this.spool.restart();
      await this.spool.add((rows ?? []).map((text) => JSON.parse(text) as RowResult));
    }
    return { summary: { ...summary, changeSet: changeSetId === null ? null : { id: changeSetId } } };
  }
}

const isLacking = ({ name, required, write }: Field, names: ReadonlySet<string | null>): boolean =>
  required && write !== "never" && !names.has(name);

async function* inPortions(rows: AsyncIterable<FileRow>): AsyncGenerator<FileRow[]> {
  let portion: FileRow[] = [];
  for await (const row of rows) {
    portion.push(row);
    if (portion.length < PORTION) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
