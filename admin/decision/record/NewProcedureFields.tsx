import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import { ReferencePicker } from "../../generic/ReferencePicker";
import { useWords } from "../../platform/language";
import type { MatchedName, MatchedRow } from "./annex";
import { useTierName } from "./AnnexLines";
import type { NewProcedure } from "./record-state";
import { words } from "./record.words";

const TIERS = ["CENTRAL", "PROVINCE", "DISTRICT", "COMMUNE"];

interface FieldsProps {
  row: MatchedRow;
  value: NewProcedure;
  onChange: (value: NewProcedure) => void;
}

/** A procedure that is not there yet, as the annex and its bands describe it, to be mended. */
export function NewProcedureFields({ row, value, onChange }: FieldsProps) {
  const w = useWords(words);
  const tierName = useTierName();
  const set = (part: Partial<NewProcedure>): void => onChange({ ...value, ...part });
  return (
    <div className="form-columns new-procedure">
      <div className="wide">
        <TextField
          label={w.name}
          required
          multiline
          value={value.nameVi}
          onChange={(event) => set({ nameVi: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      </div>
      <div>
        <ReferencePicker
          target="sector"
          label={w.sector}
          required
          value={value.sector}
          onChange={(sector) => set({ sector })}
        />
        <Said named={row.sector} onPick={(sector) => set({ sector })} isKnown={value.sector !== null} />
      </div>
      <div>
        <ReferencePicker target="agency" label={w.agency} value={value.agency} onChange={(agency) => set({ agency })} />
        <Said named={row.agency} onPick={(agency) => set({ agency })} isKnown={value.agency !== null} />
      </div>
      <div className="wide row wrap" role="group" aria-label={w.tiers}>
        <span className="strong">{w.tiers}</span>
        {TIERS.map((tier) => (
          <FormControlLabel
            key={tier}
            label={tierName(tier)}
            control={
              <Checkbox
                checked={value.tiers.includes(tier)}
                onChange={(_, is) => set({ tiers: TIERS.filter((t) => (t === tier ? is : value.tiers.includes(t))) })}
              />
            }
          />
        ))}
      </div>
      <TextField
        label={w.code}
        value={value.code ?? ""}
        onChange={(event) => set({ code: event.target.value || null })}
        slotProps={{ htmlInput: { maxLength: 40 } }}
      />
    </div>
  );
}

/** What the annex says where nobody knows it, with what it could be. */
function Said({
  named,
  isKnown,
  onPick,
}: {
  named: MatchedName | null;
  isKnown: boolean;
  onPick: (id: string) => void;
}) {
  const w = useWords(words);
  if (!named || named.match !== null || isKnown) return null;
  return (
    <p className="hint">
      {w.said(named.text)}
      {named.candidates.slice(0, 3).map(({ id, name }) => (
        <button key={id} type="button" className="link-button" onClick={() => onPick(id)}>
          {name}
        </button>
      ))}
    </p>
  );
}
