import type { GridRow, GridSource, ListOption } from "../../../admin/grid/grid-column";
import type { GridChange, SaveAnswer, SaveRequest } from "../../../admin/grid/save-plan";
import { AGENCIES, COUNT, rowOf } from "./sample-rows";

/** Plays the server: rows in memory with versions, one refusal (a code twice), and other people's saves. */
export class RowsInMemory implements GridSource {
  private changed = new Map<string, GridRow>();
  private gone = new Set<string>();
  private added: GridRow[] = [];
  private answered = new Map<string, SaveAnswer>();
  requests: SaveRequest[] = [];
  /** The next requests that get no answer; "lost" ones are carried out all the same. */
  failing: ("refused" | "lost")[] = [];
  changeSets = 0;

  async load(offset: number, limit: number) {
    const total = COUNT + this.added.length;
    const rows: GridRow[] = [];
    for (let at = offset; at < Math.min(offset + limit, total); at++) {
      const row = at < COUNT ? this.get(String(at + 1)) : this.added[at - COUNT];
      if (row) rows.push(row);
    }
    await wait(10);
    return { rows, total };
  }

  async one(id: string) {
    return this.get(id) ?? null;
  }

  private get(id: string): GridRow | undefined {
    if (this.gone.has(id)) return undefined;
    return this.changed.get(id) ?? this.added.find((row) => row.id === id) ?? rowOf(Number(id));
  }

  /** Another person saves a row. */
  others(id: string, values: Record<string, unknown>): void {
    const row = this.get(id) as GridRow;
    this.changed.set(id, { ...row, version: row.version + 1, values: { ...row.values, ...values } });
  }

  findAgencies = async (text: string): Promise<ListOption[]> => {
    await wait(30);
    const folded = fold(text);
    return AGENCIES.filter(
      (agency) => fold(agency.label).includes(folded) || fold(agency.hint ?? "").includes(folded),
    ).slice(0, 20);
  };

  save = async (request: SaveRequest): Promise<SaveAnswer> => {
    this.requests.push(request);
    await wait(20);
    const failure = request.dryRun ? undefined : this.failing.shift();
    if (failure === "refused") throw new TypeError("Failed to fetch");
    const known = request.dryRun ? undefined : this.answered.get(request.key);
    const answer = known ?? this.apply(request);
    if (!request.dryRun) this.answered.set(request.key, answer);
    if (failure === "lost") throw new TypeError("Failed to fetch");
    return answer;
  };

  private apply({ changes, mode, dryRun }: SaveRequest): SaveAnswer {
    const problems = changes.flatMap((change, index) => this.problemOf(change, index));
    const refused = new Set(problems.map((problem) => problem.index));
    const none = mode === "ALL_OR_NONE" && problems.length > 0;
    const rows = none
      ? []
      : changes.flatMap((change, index) =>
          refused.has(index)
            ? []
            : [{ index, ...this.write(change, dryRun), action: Object.keys(change)[0], cells: [] }],
        );
    const wrote = !dryRun && rows.length > 0;
    return { rows, problems, changeSet: wrote ? { id: String(1284 + ++this.changeSets) } : null };
  }

  private problemOf(change: GridChange, index: number): SaveAnswer["problems"] {
    if ("create" in change) return [];
    const { id, version } = "update" in change ? change.update : change.delete;
    const row = this.get(id);
    if (row && row.version !== version) {
      return [
        {
          index,
          id,
          field: null,
          code: "STALE",
          messageVi: "Trần Thị Hạnh đã lưu dòng này lúc 9:41.",
          messageEn: "Trần Thị Hạnh saved this row at 9:41.",
        },
      ];
    }
    if ("update" in change && change.update.set.code === "9.999999") {
      return [
        {
          index,
          id,
          field: "code",
          code: "NOT_UNIQUE",
          messageVi: "Mã 9.999999 đã có ở một thủ tục khác.",
          messageEn: "The code 9.999999 belongs to another procedure.",
        },
      ];
    }
    return [];
  }

  private write(change: GridChange, dryRun: boolean): { id: string | null; version: number | null } {
    if ("delete" in change) {
      if (!dryRun) this.gone.add(change.delete.id);
      return { id: change.delete.id, version: null };
    }
    const written = ("create" in change ? change.create : change.update.set) as Record<string, unknown>;
    const values = { ...written };
    if (typeof values.agency === "string") values.agency = AGENCIES.find((agency) => agency.id === values.agency);
    if ("create" in change) {
      const row = { id: String(COUNT + this.added.length + 1), version: 1, values };
      if (!dryRun) this.added.push(row);
      return { id: row.id, version: 1 };
    }
    const row = this.get(change.update.id) as GridRow;
    const version = row.version + 1;
    if (!dryRun) this.changed.set(row.id, { ...row, version, values: { ...row.values, ...values } });
    return { id: row.id, version };
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
