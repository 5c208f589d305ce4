import type { CellMark, CellView } from "./cell-view";
import { MARKS } from "./canvas-theme";

/** Draws texts and marks on the canvas. Every mark has a shape of its own: without colour the states still differ. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TextStyle {
  font: string;
  color: string;
  right: boolean;
  padding: number;
  /** Room kept free at the right for a mark. */
  reserve: number;
}

const CACHE_MAX = 20_000;
const fitted = new Map<string, { text: string; width: number }>();

/** Forgets measured texts: another font may have come. */
export const forgetMeasures = () => fitted.clear();

/** The text as it fits the width, with an ellipsis where it is cut. */
function fit(ctx: CanvasRenderingContext2D, text: string, width: number, font: string) {
  const key = `${font}|${Math.round(width)}|${text}`;
  const known = fitted.get(key);
  if (known) return known;
  const line = text.replace(/\s*[\r\n]+\s*/g, " ⏎ ");
  let cut = line;
  let measured = ctx.measureText(line).width;
  if (measured > width) {
    let low = 0;
    let high = line.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (ctx.measureText(`${line.slice(0, middle)}…`).width <= width) low = middle;
      else high = middle - 1;
    }
    cut = `${line.slice(0, low).trimEnd()}…`;
    measured = ctx.measureText(cut).width;
  }
  if (fitted.size > CACHE_MAX) fitted.clear();
  const result = { text: cut, width: measured };
  fitted.set(key, result);
  return result;
}

/** Draws one line of text in a cell; answers where it stands, for what is drawn under or through it. */
export function drawText(ctx: CanvasRenderingContext2D, box: Box, text: string, style: TextStyle) {
  const middle = box.y + box.height / 2;
  const room = box.width - 2 * style.padding - style.reserve;
  if (text === "" || room <= 4) return { from: 0, to: 0, middle };
  ctx.font = style.font;
  const { text: line, width } = fit(ctx, text, room, style.font);
  const from = style.right ? box.x + box.width - style.padding - style.reserve - width : box.x + style.padding;
  ctx.fillStyle = style.color;
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  // 4.6 px below the middle is where the baseline of 13 px Inter centres its x-height and its stacked accents.
  ctx.fillText(line, from, Math.round(middle + 4.6));
  return { from, to: from + width, middle };
}

/** Drawn under the text: the hatch of a row that will be deleted, the outline of a conflict. */
export function drawBehind(ctx: CanvasRenderingContext2D, box: Box, mark: CellMark): void {
  if (mark !== "deleted") return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.x, box.y, box.width, box.height);
  ctx.clip();
  ctx.strokeStyle = MARKS.hatch;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  // Lines are placed by the absolute position, so that they run on from cell to cell.
  const step = 8;
  const first = Math.floor((box.x + box.y - box.height) / step) * step;
  for (let at = first; at < box.x + box.width + box.y + box.height; at += step) {
    ctx.moveTo(at - box.y, box.y);
    ctx.lineTo(at - box.y - box.height, box.y + box.height);
  }
  ctx.stroke();
  ctx.restore();
}

/** Drawn over the text: corner, wave, outline, strike. */
export function drawMark(
  ctx: CanvasRenderingContext2D,
  box: Box,
  mark: CellMark,
  text: { from: number; to: number; middle: number },
): void {
  if (mark === "changed" || mark === "invalid") {
    ctx.fillStyle = MARKS[mark];
    ctx.beginPath();
    ctx.moveTo(box.x + 1, box.y + 1);
    ctx.lineTo(box.x + 9, box.y + 1);
    ctx.lineTo(box.x + 1, box.y + 9);
    ctx.fill();
  }
  if (mark === "invalid") {
    wave(ctx, text.from, text.to, Math.round(text.middle) + 8);
    exclamation(ctx, box.x + box.width - 14, text.middle);
  }
  if (mark === "conflict") {
    ctx.strokeStyle = MARKS.conflict;
    ctx.lineWidth = 1.5;
    ctx.strokeRect(box.x + 1.25, box.y + 1.25, box.width - 1.5, box.height - 1.5);
    arrows(ctx, box.x + box.width - 14, text.middle);
  }
  if (mark === "others") {
    ctx.fillStyle = MARKS.others;
    ctx.globalAlpha = 0.55;
    ctx.fillRect(box.x + 1, box.y + box.height - 2.5, box.width - 2, 2);
    ctx.globalAlpha = 1;
  }
  if (mark === "deleted" && text.to > text.from) {
    ctx.strokeStyle = MARKS.deleted;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(text.from, Math.round(text.middle) + 0.5);
    ctx.lineTo(text.to, Math.round(text.middle) + 0.5);
    ctx.stroke();
  }
}

function wave(ctx: CanvasRenderingContext2D, from: number, to: number, y: number): void {
  if (to <= from) return;
  ctx.strokeStyle = MARKS.invalid;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(from, y);
  for (let x = from, up = true; x < to; x += 2, up = !up) ctx.lineTo(Math.min(x + 2, to), up ? y - 1.5 : y + 0.5);
  ctx.stroke();
}

function exclamation(ctx: CanvasRenderingContext2D, x: number, y: number): void {
  ctx.strokeStyle = MARKS.invalid;
  ctx.fillStyle = MARKS.invalid;
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  ctx.arc(x, y, 6, 0, 2 * Math.PI);
  ctx.moveTo(x, y - 3);
  ctx.lineTo(x, y + 0.5);
  ctx.stroke();
  ctx.fillRect(x - 0.75, y + 2, 1.5, 1.5);
}

/** Two arrows that pass each other. */
function arrows(ctx: CanvasRenderingContext2D, x: number, y: number): void {
  ctx.strokeStyle = MARKS.conflict;
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  ctx.moveTo(x - 5, y - 2.5);
  ctx.lineTo(x + 5, y - 2.5);
  ctx.lineTo(x + 2.5, y - 5);
  ctx.moveTo(x + 5, y + 2.5);
  ctx.lineTo(x - 5, y + 2.5);
  ctx.lineTo(x - 2.5, y + 5);
  ctx.stroke();
}

/** The room of the triangle at the left end of a cell whose value asks for attention. */
export const WARNING_ROOM = 18;

/** The triangle of a value that asks for attention. */
export function drawWarning(ctx: CanvasRenderingContext2D, box: Box): void {
  const x = Math.round(box.x + 15) + 0.5;
  const y = Math.round(box.y + box.height / 2);
  ctx.strokeStyle = MARKS.warning;
  ctx.fillStyle = MARKS.warning;
  ctx.lineWidth = 1.3;
  ctx.lineJoin = "round";
  ctx.beginPath();
  ctx.moveTo(x, y - 5.5);
  ctx.lineTo(x + 6, y + 5);
  ctx.lineTo(x - 6, y + 5);
  ctx.closePath();
  ctx.moveTo(x, y - 1.5);
  ctx.lineTo(x, y + 1.5);
  ctx.stroke();
  ctx.fillRect(x - 0.75, y + 2.5, 1.5, 1.5);
}

/** A word with a dashed outline at the right end, such as the mark of demo data; answers the room it takes. */
export function drawTag(ctx: CanvasRenderingContext2D, box: Box, word: string, font: string): number {
  ctx.font = font;
  const width = Math.ceil(ctx.measureText(word).width) + 10;
  if (width > box.width / 2) return 0;
  const left = Math.round(box.x + box.width - width - 7) + 0.5;
  const top = Math.round(box.y + box.height / 2 - 9) + 0.5;
  ctx.strokeStyle = MARKS.icon;
  ctx.fillStyle = MARKS.hint;
  ctx.lineWidth = 1;
  ctx.setLineDash([3, 2]);
  ctx.beginPath();
  ctx.roundRect(left, top, width, 18, 3);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  ctx.fillText(word, left + 5, top + 13);
  return width + 4;
}

/** The bar at the left of a new or deleted row, and the sign in its marker. */
export function drawRowBar(ctx: CanvasRenderingContext2D, box: Box, mark: "new" | "deleted"): void {
  ctx.fillStyle = MARKS[mark];
  ctx.fillRect(box.x, box.y + 1, 3, box.height - 1);
}

/** The line behind the last frozen column. */
export function drawEdge(ctx: CanvasRenderingContext2D, box: Box): void {
  ctx.fillStyle = MARKS.frozenEdge;
  ctx.fillRect(box.x + box.width - 1, box.y, 1, box.height);
}

/** The outline of the selected range, 2 px inside the cells at its edges. */
export function drawRangeEdges(ctx: CanvasRenderingContext2D, box: Box, range: Box, column: number, row: number): void {
  if (column < range.x || column >= range.x + range.width || row < range.y || row >= range.y + range.height) return;
  ctx.fillStyle = MARKS.selected;
  if (column === range.x) ctx.fillRect(box.x, box.y, 2, box.height);
  if (column === range.x + range.width - 1) ctx.fillRect(box.x + box.width - 2, box.y, 2, box.height);
  if (row === range.y) ctx.fillRect(box.x, box.y, box.width, 2);
  if (row === range.y + range.height - 1) ctx.fillRect(box.x, box.y + box.height - 2, box.width, 2);
}

/** Stands for a value that is still on its way. */
export function drawSkeleton(ctx: CanvasRenderingContext2D, box: Box, share: number): void {
  ctx.fillStyle = MARKS.skeleton;
  ctx.beginPath();
  ctx.roundRect(box.x + 8, box.y + box.height / 2 - 3, Math.max(12, (box.width - 16) * share), 6, 3);
  ctx.fill();
}

/** The room of the chevron at the right end of a selected cell that has a list. */
export const CHEVRON_ROOM = 16;

/** Says that the selected cell has a list; left of the cell's mark where it has one. */
export function drawChevron(ctx: CanvasRenderingContext2D, box: Box, reserve: number): void {
  const x = Math.round(box.x + box.width - reserve - 13);
  const y = Math.round(box.y + box.height / 2);
  ctx.strokeStyle = MARKS.selected;
  ctx.lineWidth = 1.75;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.beginPath();
  ctx.moveTo(x - 3.5, y - 1.5);
  ctx.lineTo(x, y + 2);
  ctx.lineTo(x + 3.5, y - 1.5);
  ctx.stroke();
}

/** The room that a cell's mark takes at its right end. */
export const markRoom = (view: CellView) => (view.mark === "invalid" || view.mark === "conflict" ? 16 : 0);
