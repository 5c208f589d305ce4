/**
 * Shares a whole number out among cells in proportion to their weights, to the unit: what is left after rounding down
 * goes, one by one, to the cell that lacks most of its share. No cell gets more than its cap; a cell of weight 0 gets
 * nothing.
 */
export function spread(total: number, weights: readonly number[], caps?: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const room = (index: number) => (weights[index] > 0 ? (caps?.[index] ?? Infinity) : 0);
  const wanted = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum));
  const given = wanted.map((share, index) => Math.min(Math.floor(share), room(index)));
  for (let left = total - given.reduce((a, b) => a + b, 0); left > 0; left--) {
    let neediest = -1;
    for (let index = 0; index < given.length; index++) {
      if (given[index] >= room(index)) continue;
      if (neediest < 0 || wanted[index] - given[index] > wanted[neediest] - given[neediest]) neediest = index;
    }
    if (neediest < 0) throw new Error(`${left} of ${total} find no cell`);
    given[neediest]++;
  }
  return given;
}
