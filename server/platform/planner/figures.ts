import DataLoader from "dataloader";
import type { Database } from "../db/database";
import type { FigureOptions } from "../registry/declare";

/** As many rows as a page may have. */
const BATCH = 1000;

/** The loaders of one request: a figure on a day is loaded once per batch of rows, however often it is asked for. */
export class Figures {
  private readonly loaders = new Map<string, DataLoader<number, unknown>>();

  constructor(private readonly database: Database) {}

  loader(figure: FigureOptions, day: string): DataLoader<number, unknown> {
    const key = `${figure.name} ${day}`;
    let loader = this.loaders.get(key);
    if (!loader) {
      loader = new DataLoader(
        async (ids) => {
          const values = await figure.load({ ids, day, database: this.database });
          return ids.map((id) => values.get(id) ?? null);
        },
        { maxBatchSize: BATCH },
      );
      this.loaders.set(key, loader);
    }
    return loader;
  }
}
