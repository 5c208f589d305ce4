import { MARKS } from "./canvas-theme";
import type { Box } from "./cell-drawing";
import type { CellView } from "./cell-view";

/** Where the box stands in its cell, and how large it is. */
export const TICK_LEFT = 8;
export const TICK_SIZE = 14;

/** A box: ticked for yes, open for no, dashed where nothing is said. Grey where it cannot be changed. */
export function drawTick(
  ctx: CanvasRenderingContext2D,
  box: Box,
  value: boolean | null,
  { locked }: Pick<CellView, "locked">,
): { from: number; to: number; middle: number } {
  const left = Math.round(box.x) + TICK_LEFT + 0.5;
  const middle = box.y + box.height / 2;
  const top = Math.round(middle - TICK_SIZE / 2) + 0.5;
  const at = { from: left, to: left + TICK_SIZE, middle };
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(left, top, TICK_SIZE - 1, TICK_SIZE - 1, 3);
  ctx.lineWidth = 1;
  ctx.strokeStyle = value === null ? MARKS.icon : MARKS.hint;
  if (value === true) {
    ctx.fillStyle = locked ? MARKS.hint : MARKS.selected;
    ctx.strokeStyle = ctx.fillStyle;
    ctx.fill();
  }
  if (value === null) ctx.setLineDash([2, 2]);
  ctx.stroke();
  if (value === true) {
    ctx.strokeStyle = MARKS.onSelected;
    ctx.lineWidth = 1.75;
    ctx.lineCap = "round";
    ctx.lineJoin = "round";
    ctx.beginPath();
    ctx.moveTo(left + 3, top + 6.5);
    ctx.lineTo(left + 5.5, top + 9.25);
    ctx.lineTo(left + 10, top + 3.75);
    ctx.stroke();
  }
  ctx.restore();
  return at;
}
