import type { ThemeOptions } from "@mui/material/styles";
import { defaultTheme } from "react-admin";
import { themeComponents } from "./theme-components";
import { tokens } from "./tokens";

declare module "@mui/material/styles" {
  interface Palette {
    status: StatusPalette;
    heat: string[];
  }
  interface PaletteOptions {
    status?: StatusPalette;
    heat?: string[];
  }
}

/** Colours of what a row, a cell or a target can be; never without a shape and a word. */
export interface StatusPalette {
  met: string;
  short: string;
  conflict: string;
  added: string;
  deleted: string;
}

const t = tokens;
const size = (px: number, line: number, weight?: number) => ({
  fontSize: px,
  lineHeight: `${line}px`,
  letterSpacing: 0,
  ...(weight ? { fontWeight: weight } : {}),
});

const shadows = Array.from({ length: 25 }, (_, level) =>
  level === 0 ? "none" : level <= 4 ? t["--e-1"] : level <= 16 ? t["--e-2"] : t["--e-3"],
) as ThemeOptions["shadows"];

/** The look of the design guide as a MUI theme; every value is a token. */
export const theme = {
  ...defaultTheme,
  palette: {
    mode: "light" as const,
    primary: { main: t["--accent"], dark: t["--accent-hover"], contrastText: t["--on-accent"] },
    secondary: { main: t["--accent"], dark: t["--accent-hover"], contrastText: t["--on-accent"] },
    background: { default: t["--bg"], paper: t["--surface"] },
    text: { primary: t["--ink"], secondary: t["--ink-2"], disabled: t["--ink-3"] },
    divider: t["--line"],
    action: { hover: t["--hover"], selected: t["--accent-tint"], disabled: t["--ink-3"] },
    error: { main: t["--error-solid"], dark: t["--error"] },
    warning: { main: t["--changed-solid"], dark: t["--changed"] },
    success: { main: t["--met-solid"], dark: t["--met"] },
    info: { main: t["--accent"] },
    status: {
      met: t["--met"],
      short: t["--short"],
      conflict: t["--conflict"],
      added: t["--new"],
      deleted: t["--deleted"],
    },
    heat: [t["--heat-0"], t["--heat-1"], t["--heat-2"], t["--heat-3"], t["--heat-4"]],
  },
  typography: {
    fontFamily: t["--font"],
    body1: size(13, 20),
    body2: size(13, 20),
    caption: size(12, 18),
    subtitle2: size(14, 22, 600),
    h6: size(16, 24, 600),
    h5: size(20, 28, 600),
    h4: size(28, 36, 600),
    button: { ...size(13, 20, 500), textTransform: "none" as const },
  },
  shape: { borderRadius: 5 },
  shadows,
  sidebar: { width: 216, closedWidth: 52 },
  transitions: {
    duration: { shortest: 80, shorter: 100, short: 120, standard: 120, enteringScreen: 120, leavingScreen: 80 },
  },
  components: themeComponents,
};
