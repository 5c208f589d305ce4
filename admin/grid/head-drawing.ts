import { MARKS } from "./canvas-theme";
import { drawText, type Box, type TextStyle } from "./cell-drawing";
import type { HeadMarks } from "./grid-heads";

const ICON = 16;
/** The room of the chevron that opens a head's menu, as wide as the canvas takes clicks for it. */
const MENU = 30;

interface Head {
  label: string;
  marks: HeadMarks;
  style: TextStyle;
  /** The pointer is over the head, or its column is the selected one: then it shows that it has a menu. */
  hasMenu: boolean;
  background: string;
}

/** A column's head: its label, the mark of a filter, the arrow of the order with its place, the chevron of its menu. */
export function drawHead(ctx: CanvasRenderingContext2D, box: Box, head: Head): void {
  const { marks, style } = head;
  const order = marks.sort && marks.sort.of > 1 ? String(marks.sort.place) : "";
  const room = (marks.isFiltered ? ICON + 2 : 0) + (marks.sort ? ICON + (order ? 8 : 0) : 0);
  const inner = style.right ? { ...box, x: box.x + room, width: box.width - room } : box;
  const text = drawText(ctx, inner, head.label, { ...style, reserve: style.right ? 0 : room });
  let x = style.right ? text.from - room : text.to + 6;
  const middle = box.y + box.height / 2;
  if (marks.sort) {
    arrow(ctx, x + ICON / 2, middle, marks.sort.descending);
    if (order) {
      ctx.fillStyle = MARKS.selected;
      ctx.font = style.font;
      ctx.fillText(order, x + ICON - 2, Math.round(middle + 4));
    }
    x += ICON + (order ? 8 : 0);
  }
  if (marks.isFiltered) funnel(ctx, x + ICON / 2, middle);
  if (head.hasMenu) menuChevron(ctx, box, head.background);
}

function arrow(ctx: CanvasRenderingContext2D, x: number, y: number, isDown: boolean): void {
  const to = isDown ? 1 : -1;
  stroke(ctx, 1.75, [
    [
      [x, y - 5 * to],
      [x, y + 5 * to],
    ],
    [
      [x - 3.5, y + 1.5 * to],
      [x, y + 5 * to],
      [x + 3.5, y + 1.5 * to],
    ],
  ]);
}

function funnel(ctx: CanvasRenderingContext2D, x: number, y: number): void {
  stroke(ctx, 1.5, [
    [
      [x - 5.5, y - 5],
      [x + 5.5, y - 5],
      [x + 1.5, y],
      [x + 1.5, y + 3.5],
      [x - 1.5, y + 5.5],
      [x - 1.5, y],
      [x - 5.5, y - 5],
    ],
  ]);
}

/** Lies over the end of a long label rather than shortening it whenever the pointer passes. */
function menuChevron(ctx: CanvasRenderingContext2D, box: Box, background: string): void {
  const left = box.x + box.width - MENU + 4;
  if (box.width < MENU + 10) return;
  ctx.fillStyle = background;
  ctx.fillRect(left, box.y + 4, MENU - 8, box.height - 8);
  const x = left + 11;
  const y = box.y + box.height / 2;
  stroke(ctx, 1.75, [
    [
      [x - 3.5, y - 1.5],
      [x, y + 2],
      [x + 3.5, y - 1.5],
    ],
  ]);
}

function stroke(ctx: CanvasRenderingContext2D, width: number, lines: [number, number][][]): void {
  ctx.strokeStyle = MARKS.selected;
  ctx.lineWidth = width;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.beginPath();
  for (const [first, ...rest] of lines) {
    ctx.moveTo(...first);
    for (const point of rest) ctx.lineTo(...point);
  }
  ctx.stroke();
}
