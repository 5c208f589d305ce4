import type { CellChange } from "../changes/change";
import type { Loading } from "../changes/load";
import type { Transaction } from "../db/database";
import type { Locale } from "../kinds/kind";
import type { Registry, Resource } from "../registry/registry";
import type { ResultCell } from "./row-result";
import { titlesOf } from "./rows-on-day";

/** Puts changed cells into words: references by the title of the row they name, everything else as its kind writes it. */
export class RowWords {
  constructor(
    private readonly tx: Transaction,
    private readonly loading: Loading,
    private readonly registry: Registry,
    private readonly resource: Resource,
    private readonly day: string,
    private readonly locale: Locale,
  ) {}

  /** The cells of many rows: a statement or two for each resource referred to. */
  async of(rows: readonly (readonly CellChange[])[]): Promise<ResultCell[][]> {
    const titles = await this.titles(rows.flat());
    const say = (field: string, value: unknown): string => {
      const { kind } = this.resource.byName.get(field)!;
      if (value == null) return "";
      return kind.target
        ? (titles.get(`${kind.target}:${String(value)}`) ?? `#${String(value)}`)
        : kind.toText(value, this.locale);
    };
    return rows.map((cells) =>
      cells.map((cell) => ({
        ...cell,
        beforeText: say(cell.field, cell.before),
        afterText: say(cell.field, cell.after),
      })),
    );
  }

  private async titles(cells: readonly CellChange[]): Promise<Map<string, string>> {
    const ids = new Map<string, Set<number>>();
    for (const { field, before, after } of cells) {
      const { target } = this.resource.byName.get(field)!.kind;
      if (!target) continue;
      const own = ids.get(target) ?? new Set();
      for (const value of [before, after]) if (value != null) own.add(Number(value));
      ids.set(target, own);
    }
    const out = new Map<string, string>();
    for (const [target, own] of ids) {
      const resource = this.registry.single(target);
      const visible = await this.loading.visible(resource, [...own]);
      for (const [id, title] of await titlesOf(this.tx, resource, [...visible], this.day))
        out.set(`${target}:${id}`, title);
    }
    return out;
  }
}
