/** Rows that a list gives at a time, the most there may be. */
const LIMIT = 1000;

/** All rows of a list, page by page: a paper leaves none out. */
export async function everyPage<T>(
  read: (page: { offset: number; limit: number }) => Promise<{ total: number; items: T[] }>,
): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const { total, items } = await read({ offset: all.length, limit: LIMIT });
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}
