import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { useState, type FormEvent } from "react";
import { useNotify } from "react-admin";
import { ServerError } from "../graphql";
import { useLanguage, useWords } from "../language";
import { Note } from "../ui/Note";
import { changePassword, SHORTEST_PASSWORD, useViewer } from "../viewer";
import { passwordWords as words } from "./words";

type Field = "current" | "next" | "again";

const FIELDS: readonly Field[] = ["current", "next", "again"];
const EMPTY: Record<Field, string> = { current: "", next: "", again: "" };

/** A person's own password: the present one, and the new one twice, since nobody sees what is typed. */
export function PasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs" fullWidth>
      {/* Nothing typed outlives the dialog. */}
      {open && <PasswordForm onClose={onClose} />}
    </Dialog>
  );
}

function PasswordForm({ onClose }: { onClose: () => void }) {
  const w = useWords(words);
  const language = useLanguage();
  const notify = useNotify();
  const viewer = useViewer();
  const [values, setValues] = useState(EMPTY);
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({});
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);

  const missing = (): Partial<Record<Field, string>> => {
    const { current, next, again } = values;
    return {
      ...(current === "" ? { current: w.currentMissing } : {}),
      ...([...next.normalize("NFC")].length < SHORTEST_PASSWORD ? { next: w.tooShort(SHORTEST_PASSWORD) } : {}),
      ...(next !== again ? { again: w.different } : {}),
    };
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = missing();
    setErrors(found);
    setFailed(undefined);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await changePassword(values.current, values.next);
      notify(w.changed, { type: "info" });
      onClose();
    } catch (failure) {
      const field = failure instanceof ServerError ? failure.field : undefined;
      const text = failure instanceof ServerError ? failure.in(language) : String(failure);
      if (field === "current" || field === "next") setErrors({ [field]: text });
      else setFailed(text);
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <DialogTitle>{w.title}</DialogTitle>
      <DialogContent className="stack">
        {viewer?.isDemo && <Note>{w.demo}</Note>}
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={w[field]}
            type="password"
            autoComplete={field === "current" ? "current-password" : "new-password"}
            autoFocus={field === "current"}
            fullWidth
            required
            value={values[field]}
            error={Boolean(errors[field])}
            helperText={errors[field] ?? (field === "next" ? w.help(SHORTEST_PASSWORD) : undefined)}
            onChange={(event) => {
              setValues({ ...values, [field]: event.target.value });
              setErrors({ ...errors, [field]: undefined });
            }}
          />
        ))}
        {failed && <Note kind="error">{failed}</Note>}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {w.back}
        </Button>
        <Button type="submit" variant="contained" disabled={busy}>
          {w.title}
        </Button>
      </DialogActions>
    </form>
  );
}
