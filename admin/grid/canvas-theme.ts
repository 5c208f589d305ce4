import type { Theme } from "@glideapps/glide-data-grid";
import { tokens } from "../platform/tokens";
import type { CellMark } from "./cell-view";

/** The tokens as the canvas takes them: a canvas cannot read custom properties. */

const withAlpha = (hex: string, alpha: number) => {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${r}, ${g}, ${b}, ${alpha})`;
};

export const FONT = "'Inter Tabular', 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

export const ACCENT_OVER_PLAIN = withAlpha(tokens["--accent"], 0.09);
/** Weaker over a staged cell, or its tint turns muddy. */
const ACCENT_OVER_TINT = withAlpha(tokens["--accent"], 0.05);

export const CANVAS_THEME: Partial<Theme> = {
  accentColor: tokens["--accent"],
  accentFg: tokens["--on-accent"],
  accentLight: ACCENT_OVER_PLAIN,
  textDark: tokens["--ink"],
  textMedium: tokens["--ink-2"],
  textLight: tokens["--ink-3"],
  textHeader: tokens["--ink-2"],
  textHeaderSelected: tokens["--on-accent"],
  bgCell: tokens["--surface"],
  bgCellMedium: tokens["--surface-2"],
  bgHeader: tokens["--surface-2"],
  bgHeaderHovered: tokens["--hover"],
  bgHeaderHasFocus: tokens["--accent-tint"],
  horizontalBorderColor: tokens["--line-soft"],
  borderColor: tokens["--line-soft"],
  headerBottomBorderColor: tokens["--line-control"],
  resizeIndicatorColor: tokens["--accent"],
  fontFamily: FONT,
  baseFontStyle: "13px",
  headerFontStyle: "500 12px",
  markerFontStyle: "12px",
  editorFontSize: "13px",
  lineHeight: 1.5,
  cellHorizontalPadding: 8,
  cellVerticalPadding: 3,
};

/** Frozen columns lie on the second surface. */
export const FROZEN_THEME: Partial<Theme> = { bgCell: tokens["--surface-2"] };
export const STRONG_FONT = "500 13px";

const tinted = (background: string, text: string): Partial<Theme> => ({
  bgCell: background,
  textDark: text,
  accentLight: ACCENT_OVER_TINT,
});

export const MARK_THEMES: Record<CellMark, Partial<Theme> | undefined> = {
  plain: undefined,
  others: undefined,
  changed: tinted(tokens["--changed-tint"], tokens["--ink"]),
  invalid: tinted(tokens["--error-tint"], tokens["--error"]),
  conflict: tinted(tokens["--conflict-tint"], tokens["--conflict"]),
  new: tinted(tokens["--new-tint"], tokens["--ink"]),
  deleted: tinted(tokens["--deleted-tint"], tokens["--deleted"]),
};

/** A value that asks for attention, where nothing else marks its cell. */
export const WARNING_THEME = tinted(tokens["--short-tint"], tokens["--short"]);

/** Colours of the marks that are drawn over a cell. */
export const MARKS = {
  changed: tokens["--changed-solid"],
  others: tokens["--accent"],
  invalid: tokens["--error-solid"],
  conflict: tokens["--conflict-solid"],
  new: tokens["--new-solid"],
  deleted: tokens["--deleted"],
  warning: tokens["--short"],
  hatch: "rgba(90, 102, 114, 0.10)",
  skeleton: tokens["--line"],
  hint: tokens["--ink-3"],
  frozenEdge: withAlpha(tokens["--line-control"], 0.55),
  selected: tokens["--accent"],
  onSelected: tokens["--on-accent"],
  icon: tokens["--ink-icon"],
};

/** Loads the faces that the canvas draws with; a canvas does not wait for fonts by itself. */
export async function loadCanvasFonts(): Promise<void> {
  const sample = "Đặng ẩỘ 0123";
  await Promise.allSettled(
    ["13px", "500 13px", "500 12px"].map((size) => document.fonts.load(`${size} 'Inter Tabular'`, sample)),
  );
}
