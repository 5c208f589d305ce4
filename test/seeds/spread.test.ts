import { spread } from "../../seeds/spread";

test.each([
  ["in proportion, to the unit", 10, [1, 2, 2], undefined, [2, 4, 4]],
  ["the rest to whoever lacks most of a share", 10, [1, 1, 1], undefined, [4, 3, 3]],
  ["nothing where nothing weighs", 5, [0, 1], undefined, [0, 5]],
  ["what one cell cannot take to the others", 9, [8, 1, 1], [3, 10, 10], [3, 3, 3]],
  ["a total of 0", 0, [1, 1], undefined, [0, 0]],
])("shares out %s", (_, total, weights, caps, shares) => {
  expect(spread(total, weights, caps)).toEqual(shares);
});

test("says so where no cell is left", () => {
  expect(() => spread(5, [1, 1], [2, 2])).toThrow("1 of 5 find no cell");
});
