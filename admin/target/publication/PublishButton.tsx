import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { useQueryClient } from "@tanstack/react-query";
import { Megaphone } from "lucide-react";
import { useState } from "react";
import { useNotify } from "react-admin";
import { request, ServerError } from "../../platform/graphql";
import { useLanguage, useWords } from "../../platform/language";
import { Note } from "../../platform/ui/Note";
import { useMay } from "../../platform/viewer";
import { spanName } from "../span";
import type { TargetView } from "../use-span";
import { PUBLISH, type PublishData } from "./publication.graphql";
import { words } from "./publication.words";

function PublishDialog({ view, targetSet, onClose }: { view: TargetView; targetSet: string; onClose: () => void }) {
  const w = useWords(words);
  const language = useLanguage();
  const notify = useNotify();
  const client = useQueryClient();
  const span = spanName(view.span, language);
  const [name, setName] = useState(w.suggested(span));
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { from, to, structure } = view.variables;
  const publish = async (): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const { publishScorecard: answer } = await request<PublishData>(PUBLISH, {
        targetSet,
        from,
        to,
        structure,
        name,
        note: note.trim() || null,
      });
      const problem = answer.problems[0];
      if (problem) {
        setRefusal(language === "vi" ? problem.messageVi : problem.messageEn);
        return;
      }
      notify(w.done, { type: "success" });
      void client.invalidateQueries();
      onClose();
    } catch (error) {
      setRefusal(error instanceof ServerError ? error.in(language) : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <DialogTitle>{w.publishTitle}</DialogTitle>
        <DialogContent className="stack">
          <p className="muted">{w.publishLead(span)}</p>
          <TextField label={w.name} value={name} required onChange={(event) => setName(event.target.value)} />
          <TextField
            label={w.note}
            value={note}
            multiline
            minRows={2}
            onChange={(event) => setNote(event.target.value)}
          />
          {refusal && <Note kind="error">{refusal}</Note>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{w.cancel}</Button>
          <Button type="submit" variant="contained" disabled={busy || name.trim() === ""}>
            {w.publish}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Freezes the results on screen under a name; for those who may publish. */
export function PublishButton({ view, targetSet }: { view: TargetView; targetSet: string | undefined }) {
  const w = useWords(words);
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may("publication.publish") || !targetSet) return null;
  return (
    <>
      <Button
        className="wide-only"
        variant="outlined"
        startIcon={<Megaphone size={16} />}
        onClick={() => setOpen(true)}
      >
        {w.publish}
      </Button>
      {open && <PublishDialog view={view} targetSet={targetSet} onClose={() => setOpen(false)} />}
    </>
  );
}
