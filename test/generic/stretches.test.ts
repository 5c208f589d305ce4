import type { ImportAction } from "../../admin/generic/import/import-answer";
import { stretchesOf } from "../../admin/generic/import/stretches";

const COUNTS = { WRONG: 8, CHANGED: 61, NEW: 24, SAME: 219, LEFT_OUT: 0 };
const all = new Set<ImportAction>(["NEW", "CHANGED", "SAME", "WRONG"]);

test("pages of the chosen lines follow one another without a gap, the wrong ones first", () => {
  const seen: string[] = [];
  for (let page = 0; page < 20; page++) {
    const stretches = stretchesOf(COUNTS, all, page * 50, 50);
    for (const { action, offset, limit } of stretches)
      for (let i = 0; i < limit; i++) seen.push(`${action}.${offset + i}`);
  }
  const expected = (["WRONG", "CHANGED", "NEW", "SAME"] as const).flatMap((action) =>
    Array.from({ length: COUNTS[action] }, (_, i) => `${action}.${i}`),
  );
  expect(seen).toEqual(expected);
});

test("what is not chosen takes no room", () => {
  expect(stretchesOf(COUNTS, new Set(["SAME", "WRONG"]), 0, 100)).toEqual([
    { action: "WRONG", offset: 0, limit: 8 },
    { action: "SAME", offset: 0, limit: 92 },
  ]);
  expect(stretchesOf(COUNTS, new Set(["SAME"]), 200, 100)).toEqual([{ action: "SAME", offset: 200, limit: 19 }]);
  expect(stretchesOf(COUNTS, new Set(), 0, 100)).toEqual([]);
});
