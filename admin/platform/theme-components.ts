import type { ThemeOptions } from "@mui/material/styles";
import { defaultTheme } from "react-admin";
import { tokens as t } from "./tokens";

/** Fingers need 44 px, and text of 16 px keeps phones from zooming into a box. */
const PHONE = "@media (max-width: 700px)";

const focusRing = { outline: `2px solid ${t["--focus"]}`, outlineOffset: 2 };

/** How the tokens reach MUI's components: 32 px controls, labels above, no ripple, one level of card. */
export const themeComponents: ThemeOptions["components"] = {
  ...defaultTheme.components,
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { "&.Mui-focusVisible": focusRing } },
  },
  MuiButton: {
    defaultProps: { size: "small", disableElevation: true, color: "primary" },
    styleOverrides: {
      root: {
        height: 32,
        minWidth: 0,
        padding: "0 12px",
        fontSize: 13,
        lineHeight: "20px",
        whiteSpace: "nowrap",
        [PHONE]: { height: 44 },
        "& .MuiButton-startIcon": { marginLeft: 0, marginRight: 7 },
        "& .MuiButton-startIcon > *:nth-of-type(1)": { fontSize: 16 },
        "&.Mui-disabled": { color: t["--ink-3"], backgroundColor: "#eef1f3", borderColor: "#d8dee2" },
      },
      outlined: {
        color: t["--ink"],
        borderColor: "#b4bec6",
        backgroundColor: t["--surface"],
        "& .MuiButton-startIcon": { color: t["--ink-2"] },
        "&:hover": { backgroundColor: t["--hover"], borderColor: "#b4bec6" },
        "&.MuiButton-colorError": { color: t["--error"], borderColor: "#e0a7b1" },
        "&.MuiButton-colorError .MuiButton-startIcon": { color: t["--error"] },
      },
      text: { color: t["--ink"], "&:hover": { backgroundColor: t["--hover"] } },
    },
  },
  MuiIconButton: {
    defaultProps: { size: "small" },
    styleOverrides: { root: { borderRadius: 5, width: 32, height: 32, color: t["--ink-2"] } },
  },
  MuiTextField: { defaultProps: { size: "small", variant: "outlined", margin: "none", fullWidth: true } },
  MuiFormControl: { defaultProps: { size: "small", variant: "outlined", margin: "none" } },
  MuiSelect: { defaultProps: { size: "small", variant: "outlined" } },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: "static",
        transform: "none",
        fontSize: 13,
        lineHeight: "20px",
        fontWeight: 500,
        color: t["--ink"],
        marginBottom: 4,
        whiteSpace: "normal",
        "&.Mui-focused, &.Mui-error": { color: t["--ink"] },
      },
      asterisk: { color: t["--error"] },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        minHeight: 32,
        fontSize: 13,
        lineHeight: "20px",
        [PHONE]: { minHeight: 44, fontSize: 16 },
        backgroundColor: t["--surface"],
        "& legend": { display: "none" },
        "& .MuiOutlinedInput-notchedOutline": { top: 0, borderColor: t["--line-control"] },
        "&:hover .MuiOutlinedInput-notchedOutline": { borderColor: t["--ink-3"] },
        "&.Mui-focused .MuiOutlinedInput-notchedOutline": { borderColor: t["--accent"], borderWidth: 2 },
        "&.Mui-error .MuiOutlinedInput-notchedOutline": { borderColor: t["--error-solid"], borderWidth: 2 },
      },
      input: { height: 20, padding: "6px 10px", textOverflow: "ellipsis" },
      adornedStart: { paddingLeft: 10 },
      inputAdornedStart: { paddingLeft: 8 },
      adornedEnd: { paddingRight: 8 },
      multiline: { padding: 0 },
      inputMultiline: { padding: "6px 10px" },
    },
  },
  MuiInputAdornment: { styleOverrides: { positionStart: { marginRight: 0, color: t["--ink-icon"] } } },
  MuiInputBase: {
    styleOverrides: { input: { "&::placeholder": { color: t["--ink-3"], opacity: 1 } } },
  },
  MuiAutocomplete: {
    defaultProps: { size: "small" },
    styleOverrides: {
      inputRoot: { "&.MuiOutlinedInput-root": { paddingTop: 0, paddingBottom: 0, paddingLeft: 2 } },
      option: { fontSize: 13, minHeight: 32 },
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        marginLeft: 0,
        marginTop: 4,
        fontSize: 12,
        lineHeight: "18px",
        color: t["--ink-3"],
        "&.Mui-error": { color: t["--error"] },
      },
    },
  },
  MuiCheckbox: { defaultProps: { size: "small" } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        fontSize: 13,
        lineHeight: "20px",
        minHeight: 32,
        [PHONE]: { minHeight: 44 },
        // The menu would cut the ring off at its sides.
        "&.Mui-focusVisible": { outlineOffset: -2 },
      },
    },
  },
  MuiPaper: { styleOverrides: { rounded: { borderRadius: 8 } } },
  MuiDialog: { styleOverrides: { paper: { borderRadius: 8 } } },
  MuiDialogTitle: {
    styleOverrides: { root: { fontSize: 16, lineHeight: "24px", fontWeight: 600, padding: "14px 20px" } },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: "0 20px 16px" } } },
  MuiDialogActions: { styleOverrides: { root: { padding: "12px 20px", borderTop: `1px solid ${t["--line-soft"]}` } } },
  MuiTooltip: {
    styleOverrides: {
      tooltip: { fontSize: 12, lineHeight: "18px", backgroundColor: t["--strip"], color: t["--strip-ink"] },
    },
  },
  MuiTableCell: {
    styleOverrides: { root: { padding: "6px 12px", borderColor: t["--line-soft"] } },
  },
  MuiSnackbarContent: {
    styleOverrides: { root: { backgroundColor: t["--strip"], color: t["--strip-ink"], borderRadius: 5 } },
  },
  MuiLink: { defaultProps: { underline: "hover" } },
};
