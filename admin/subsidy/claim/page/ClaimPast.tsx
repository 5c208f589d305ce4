import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId } from "react";
import { RowPast } from "../../../generic/RowPast";
import { useWords } from "../../../platform/language";
import { resourceOf } from "../../../platform/model";
import type { Claim } from "./claim-page.graphql";
import { words } from "./claim-page.words";

/** Every step that a claim went, with its person, its moment and its remark: what returns leave no other trace of. */
export function ClaimPast({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const w = useWords(words);
  const id = useId();
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>
        {w.history} {claim.code}
      </DialogTitle>
      <DialogContent>
        <RowPast resource={resourceOf("subsidyClaim")} id={claim.id} field="state" />
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {w.cancel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
