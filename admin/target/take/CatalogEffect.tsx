import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Bones, Failed } from "../../platform/ui/states";
import type { CriterionScore, Scorecard } from "../scorecard.graphql";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { AddedProcedures } from "./AddedProcedures";
import { EffectResult } from "./EffectResult";
import { RemovalTable } from "./RemovalTable";
import { words } from "./take.words";
import { UNUSED, useRemovals } from "./use-removals";

/** What taking procedures out of a catalog or putting some in would do to every score, before anything is decided. */
export function CatalogEffect({
  view,
  card,
  channel,
}: {
  view: TargetView;
  card: Scorecard;
  channel: CriterionScore["channel"];
}) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const [picked, setPicked] = useState<string>();
  const [chosen, setRemove] = useState<string[] | null>(null);
  const [add, setAdd] = useState<string[]>([]);
  const found = useRemovals(view, card.criteria, channel === "ONLINE" ? "ONLINE" : "POSTAL", picked);
  const { choice, catalog, rows, unused } = found;
  const remove = chosen ?? (view.get("remove") === UNUSED ? unused : []);
  const number = (value: number): string => formatNumber(value, language);
  // A link to this part of the page arrives before the part is there.
  const section = useRef<HTMLElement>(null);
  const isMeant = useLocation().hash === "#catalog";
  useEffect(() => {
    if (isMeant && found.isReady) section.current?.scrollIntoView();
  }, [isMeant, found.isReady]);
  const clear = (): void => {
    setRemove([]);
    setAdd([]);
  };
  return (
    <section className="card" id="catalog" ref={section} aria-labelledby="effect-title">
      <div className="card-head">
        <h2 id="effect-title">{w.effect}</h2>
      </div>
      <div className="card-body stack">
        <p className="muted">{w.effectLead}</p>
        {found.error ? (
          <Failed error={found.error} onRetry={found.retry} />
        ) : !catalog || !found.isReady ? (
          <Bones lines={5} />
        ) : (
          <div className="effect-columns">
            <div className="stack">
              <TextField
                select
                label={w.catalog}
                value={catalog.id}
                onChange={(event) => {
                  setPicked(event.target.value);
                  clear();
                }}
              >
                {choice.map((each) => (
                  <MenuItem key={each.id} value={each.id}>
                    {name(each)}
                  </MenuItem>
                ))}
              </TextField>
              <div className="row wrap no-print">
                {unused.length > 0 && (
                  <Button variant="outlined" onClick={() => setRemove(unused)}>
                    {w.unused(number(unused.length), unused.length)}
                  </Button>
                )}
                {remove.length + add.length > 0 && <Button onClick={clear}>{w.clear}</Button>}
                <b className="strong" role="status">
                  {w.chosen(number(remove.length), number(add.length))}
                </b>
              </div>
              <RemovalTable rows={rows} chosen={remove} onChange={setRemove} />
              <AddedProcedures added={add} listed={rows.map(({ id }) => id)} onChange={setAdd} />
            </div>
            <EffectResult view={view} catalog={catalog.id} remove={remove} add={add} />
          </div>
        )}
      </div>
    </section>
  );
}
