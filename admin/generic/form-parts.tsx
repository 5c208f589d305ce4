import TextField from "@mui/material/TextField";
import { useEffect } from "react";
import { useFormState } from "react-hook-form";
import { useWords } from "../platform/language";
import { words } from "./form-words";

/** Why the change is made; kept with the change set. */
export function ReasonBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const w = useWords(words);
  return (
    <TextField
      sx={{ flex: "1 1 260px" }}
      label={w.reason}
      value={value}
      placeholder={w.reasonHelp}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** The browser asks before a page with unsaved values is closed. */
export function UnsavedGuard({ off }: { off: boolean }) {
  const { isDirty } = useFormState();
  useEffect(() => {
    if (!isDirty || off) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty, off]);
  return null;
}
