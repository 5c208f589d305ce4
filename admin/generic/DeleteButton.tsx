import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { HttpError } from "react-admin";
import { useNavigate } from "react-router";
import { defineWords, useLabel, useWords } from "../platform/language";
import type { ModelResource, Row } from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { Note } from "../platform/ui/Note";
import { useChange } from "./use-change";

const words = defineWords({
  vi: {
    open: "Xóa",
    title: (name: string) => `Xóa “${name}”?`,
    text: "Giá trị cũ vẫn còn trong lịch sử và có thể hoàn tác.",
    why: "Lý do",
    cancel: "Quay lại",
    go: "Xóa 1 dòng",
    refused: "Chưa xóa được.",
  },
  en: {
    open: "Delete",
    title: (name: string) => `Delete “${name}”?`,
    text: "Its values stay in the history and the deletion can be undone.",
    why: "Reason",
    cancel: "Back",
    go: "Delete 1 row",
    refused: "It could not be deleted.",
  },
});

/** Deletes a row after asking; a refusal, e.g. that it is in use, stays in the dialog with its reason. */
export function DeleteButton({ resource, row }: { resource: ModelResource; row: Row }) {
  const w = useWords(words);
  const label = useLabel();
  const navigate = useNavigate();
  const change = useChange(resource);
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);

  const go = async (): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await change.remove(row, note);
      navigate(`/${resource.plural}`);
    } catch (error) {
      setRefusal(error instanceof HttpError ? String(error.message) : w.refused);
      setBusy(false);
    }
  };

  return (
    <>
      <Button variant="outlined" color="error" startIcon={<Trash2 size={16} />} onClick={() => setOpen(true)}>
        {w.open}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} maxWidth="sm" fullWidth>
        <DialogTitle>{w.title(rowTitle(resource, row, label))}</DialogTitle>
        <DialogContent className="stack">
          <p>{w.text}</p>
          <TextField label={w.why} value={note} onChange={(event) => setNote(event.target.value)} />
          {refusal && (
            <Note kind="error">
              <b>{refusal}</b>
            </Note>
          )}
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={() => setOpen(false)}>
            {w.cancel}
          </Button>
          <Button variant="contained" color="error" disabled={busy} onClick={() => void go()}>
            {w.go}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
