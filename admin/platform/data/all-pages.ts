/** A part of a list, with how many rows the whole has. */
export interface ListPage<Item> {
  items: Item[];
  total: number;
}

/**
 * Reads lists to their ends, however many rows one answer may hold. `load` answers an object of lists from an offset;
 * what stands beside the lists is taken from the first answer. Rows that move while the pages are read come once.
 */
export async function allPages<Answer, Item extends { id: string }>(
  load: (offset: number) => Promise<Answer>,
  lists: (answer: Answer) => ListPage<Item>[],
): Promise<Answer> {
  const whole = await load(0);
  const found = lists(whole);
  const missing = (): boolean => found.some((list) => list.items.length < list.total);
  // All lists have the same page size, so the longest of the first answer is one page.
  const size = Math.max(0, ...found.map((list) => list.items.length));
  for (let offset = size; size > 0 && missing(); offset += size) {
    const next = lists(await load(offset));
    if (next.every((list) => list.items.length === 0)) break;
    found.forEach((list, index) => {
      const known = new Set(list.items.map((item) => item.id));
      list.items.push(...next[index]!.items.filter((item) => !known.has(item.id)));
    });
  }
  return whole;
}
