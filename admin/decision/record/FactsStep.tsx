import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useCatalogName } from "../../catalog/CatalogPages";
import { formatDate } from "../../platform/format";
import { useLabel, useWords } from "../../platform/language";
import { fieldOf, resourceOf } from "../../platform/model";
import { DateBox } from "../../platform/ui/DateBox";
import { Segments } from "../../platform/ui/Segments";
import type { Leg, ListName } from "./annex";
import type { KnownDecision, RecordCatalog } from "./record.graphql";
import type { Facts, RecordState } from "./record-state";
import { words } from "./record.words";

export const LISTS: readonly ListName[] = ["NEW", "AMENDED", "REPLACED", "ABOLISHED"];

interface FactsStepProps {
  state: RecordState;
  catalogs: RecordCatalog[];
  decision: KnownDecision | null;
  onChange: (part: Partial<RecordState>) => void;
}

/** The Decision itself: number, days, issuer, and the catalog it adjusts. */
export function FactsStep({ state, catalogs, decision, onChange }: FactsStepProps) {
  return (
    <section className="card card-body record-facts">
      {decision ? <RecordedFacts decision={decision} /> : <FactsForm state={state} onChange={onChange} />}
      <Reach state={state} catalogs={catalogs} onChange={onChange} />
    </section>
  );
}

function RecordedFacts({ decision }: { decision: KnownDecision }) {
  const w = useWords(words);
  return (
    <dl className="facts">
      <div>
        <dt>{w.number}</dt>
        <dd>{decision.number}</dd>
      </div>
      <div>
        <dt>{w.effectiveOn}</dt>
        <dd>{formatDate(decision.actsFrom)}</dd>
      </div>
      <div className="wide">
        <dt>{w.about}</dt>
        <dd>{decision.title}</dd>
      </div>
    </dl>
  );
}

function FactsForm({ state, onChange }: Pick<FactsStepProps, "state" | "onChange">) {
  const w = useWords(words);
  const label = useLabel();
  const { facts } = state;
  const set = (part: Partial<Facts>): void => onChange({ facts: { ...facts, ...part } });
  const kinds = fieldOf(resourceOf("decision"), "kind")?.kind.choices ?? [];
  return (
    <div className="form-columns">
      <TextField
        label={w.number}
        required
        autoFocus
        value={facts.number}
        helperText={w.numberHelp}
        onChange={(event) => set({ number: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      <TextField select label={w.kind} value={facts.kind} onChange={(event) => set({ kind: event.target.value })}>
        {kinds.map((choice) => (
          <MenuItem key={choice.value} value={choice.value}>
            {label(choice)}
          </MenuItem>
        ))}
      </TextField>
      <DateBox label={w.issuedOn} required value={facts.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
      <DateBox
        label={w.effectiveOn}
        value={facts.effectiveOn}
        help={w.effectiveHelp}
        onChange={(effectiveOn) => set({ effectiveOn })}
      />
      <div className="wide">
        <TextField
          label={w.issuer}
          required
          value={facts.issuer}
          onChange={(event) => set({ issuer: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
      </div>
      <div className="wide">
        <TextField
          label={w.about}
          required
          multiline
          minRows={2}
          value={facts.title}
          onChange={(event) => set({ title: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 700 } }}
        />
      </div>
    </div>
  );
}

/** How far the Decision reaches: a catalog, the procedures themselves, the ways by post. */
function Reach({ state, catalogs, onChange }: Omit<FactsStepProps, "decision">) {
  const w = useWords(words);
  const nameOf = useCatalogName();
  const chosen = catalogs.find(({ id }) => id === state.catalog);
  const legs = state.legs.join(" ");
  const isHigher = (catalog: RecordCatalog): boolean =>
    catalog.authority === "HIGHER" && catalog.decision?.issuer !== state.facts.issuer.trim();
  return (
    <div className="stack">
      <TextField
        select
        label={w.catalog}
        value={state.catalog ?? ""}
        onChange={(event) => onChange({ catalog: event.target.value || null })}
        slotProps={{ select: { displayEmpty: true } }}
      >
        <MenuItem value="">{w.noCatalog}</MenuItem>
        {catalogs.map((catalog) => (
          <MenuItem key={catalog.id} value={catalog.id} disabled={isHigher(catalog)}>
            <span>
              {nameOf(catalog)} <span className="hint">{catalog.decision?.number}</span>
              {isHigher(catalog) && <span className="hint"> · {w.higher(catalog.decision?.issuer ?? "")}</span>}
            </span>
          </MenuItem>
        ))}
      </TextField>
      {chosen && (
        <div role="group" aria-labelledby="record-announces">
          <FormLabel id="record-announces">{w.announces}</FormLabel>
          <div className="row wrap">
            {LISTS.map((list) => (
              <FormControlLabel
                key={list}
                label={w.lists[list]}
                control={
                  <Checkbox
                    checked={state.announces.includes(list)}
                    onChange={(_, is) =>
                      onChange({ announces: LISTS.filter((l) => (l === list ? is : state.announces.includes(l))) })
                    }
                  />
                }
              />
            ))}
          </div>
          <FormHelperText>{w.announcesHelp}</FormHelperText>
        </div>
      )}
      {chosen?.kind === "POSTAL" && (
        <div className="row wrap">
          <span>{w.legs}</span>
          <Segments
            label={w.legs}
            value={legs}
            options={[
              { value: "IN OUT", text: w.both },
              { value: "IN", text: w.onlyIn },
              { value: "OUT", text: w.onlyOut },
            ]}
            onChange={(value) => onChange({ legs: value.split(" ") as Leg[] })}
          />
        </div>
      )}
    </div>
  );
}
