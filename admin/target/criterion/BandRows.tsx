import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import TextField from "@mui/material/TextField";
import { Plus, X } from "lucide-react";
import { useWords } from "../../platform/language";
import { words } from "./criterion.words";
import type { TypedBand } from "./rubric";

/** The bands of a rubric, from the highest down: each a percentage and its points. */
export function BandRows({
  bands,
  onChange,
}: {
  bands: readonly TypedBand[];
  onChange: (bands: readonly TypedBand[]) => void;
}) {
  const w = useWords(words);
  const set = (at: number, part: Partial<TypedBand>): void =>
    onChange(bands.map((band, index) => (index === at ? { ...band, ...part } : band)));
  return (
    <div className="stack">
      {bands.map((band, index) => (
        // A band has no name but its place.
        <div key={index} className="rubric-band" role="group" aria-label={w.bandAt(index + 1)}>
          <TextField
            label={w.bandPercent}
            value={band.percent}
            onChange={(event) => set(index, { percent: event.target.value })}
            slotProps={{ htmlInput: { inputMode: "decimal" } }}
          />
          <TextField
            label={w.bandPoints}
            value={band.points}
            onChange={(event) => set(index, { points: event.target.value })}
            slotProps={{ htmlInput: { inputMode: "decimal" } }}
          />
          <IconButton
            aria-label={w.bandRemove(index + 1)}
            sx={{ marginTop: "24px" }}
            onClick={() => onChange(bands.filter((_, at) => at !== index))}
          >
            <X size={16} />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          variant="outlined"
          startIcon={<Plus size={16} />}
          disabled={bands.length >= 20}
          onClick={() => onChange([...bands, { percent: "", points: "" }])}
        >
          {w.bandAdd}
        </Button>
      </div>
    </div>
  );
}
