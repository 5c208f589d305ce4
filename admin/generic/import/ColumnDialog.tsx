import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, type ModelResource } from "../../platform/model";
import { Note } from "../../platform/ui/Note";
import type { FileColumn } from "./import-answer";
import { words } from "./import.words";

interface ColumnDialogProps {
  resource: ModelResource;
  columns: readonly FileColumn[];
  onClose: () => void;
  onMatch: (columns: Record<string, string | null>) => void;
}

const LEFT_OUT = "";

/** Each column of the file with the field it goes into, to be chosen by hand. */
export function ColumnDialog({ resource, columns, onClose, onMatch }: ColumnDialogProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const [chosen, setChosen] = useState<Record<number, string>>(() =>
    Object.fromEntries(columns.map((column) => [column.number, column.field ?? column.also ?? LEFT_OUT])),
  );
  const fields = resource.fields.filter(
    (field) => field.write !== "never" && !["secret", "json"].includes(field.kind.name),
  );
  // What is matched to no writable field, as the row's id is, stays offered for the column that has it.
  const others = [...new Set(columns.flatMap(({ field }) => (field ? [field] : [])))].filter(
    (name) => !fields.some((field) => field.name === name),
  );
  const nameOf = (name: string): string => {
    const field = fieldOf(resource, name);
    return field ? label(field.label) : name === "id" ? w.rowId : name === "version" ? w.rowVersion : name;
  };
  const taken = Object.values(chosen).filter((name) => name !== LEFT_OUT);
  // Code and name of what is referred to may stand in two columns.
  const isReference = (name: string): boolean => fieldOf(resource, name)?.kind.target !== undefined;
  const twice = taken.find((name, index) => taken.indexOf(name) !== index && !isReference(name));
  const go = (): void =>
    onMatch(Object.fromEntries(Object.entries(chosen).map(([number, name]) => [number, name || null])));

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="match-title">
      <DialogTitle id="match-title">{w.matchTitle}</DialogTitle>
      <DialogContent className="stack">
        <p className="muted">{w.matchLead}</p>
        <table className="rows still match-table">
          <thead>
            <tr>
              <th scope="col">{w.fileColumn}</th>
              <th scope="col">{w.field}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => {
              const name = column.header || w.column(formatNumber(column.number, language));
              return (
                <tr key={column.number}>
                  <td className="named">{name}</td>
                  <td>
                    <TextField
                      select
                      fullWidth
                      value={chosen[column.number]}
                      error={twice !== undefined && chosen[column.number] === twice}
                      onChange={(event) => setChosen({ ...chosen, [column.number]: event.target.value })}
                      slotProps={{
                        htmlInput: { "aria-label": `${w.field}: ${name}` },
                        select: {
                          displayEmpty: true,
                          SelectDisplayProps: { "aria-label": `${w.field}: ${name}` } as object,
                        },
                      }}
                    >
                      <MenuItem value={LEFT_OUT}>
                        <span className="hint">{w.leaveOut}</span>
                      </MenuItem>
                      {[...fields.map((field) => field.name), ...others].map((field) => (
                        <MenuItem key={field} value={field}>
                          {nameOf(field)}
                        </MenuItem>
                      ))}
                    </TextField>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {twice && <Note kind="error">{w.twice(nameOf(twice))}</Note>}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {w.back}
        </Button>
        <Button variant="contained" disabled={twice !== undefined} onClick={go}>
          {w.matchGo}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
