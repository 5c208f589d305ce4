import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { entriesOn } from "../../catalog/difference";
import { CATALOGS, type CatalogsData } from "../../catalog/entries.graphql";
import { useCatalogEntries } from "../../catalog/use-entries";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Bones, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { LINES, type CriterionScore, type LinesData, type Scorecard } from "../scorecard.graphql";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { AddedProcedures } from "./AddedProcedures";
import { EffectResult } from "./EffectResult";
import { words } from "./take.words";

/** How many dossiers each procedure of the catalogs had, by the id of the procedure. */
function useReceived(view: TargetView, criterion: CriterionScore | undefined): Map<string, number> {
  const { from, to, structure } = view.variables;
  const { data } = useGraphql<LinesData>(
    LINES,
    { criterion: criterion?.id, reading: "any", agency: null, from, to, structure, by: "PROCEDURE", limit: 200 },
    { enabled: criterion !== undefined },
  );
  return new Map(
    (data?.scorecardLines.items ?? []).flatMap((line) => (line.procedure ? [[line.procedure.id, line.received]] : [])),
  );
}

interface Removal {
  id: string;
  nameVi: string;
  nameEn: string | null;
  received: number | undefined;
}

/** The catalog's procedures, each with what it had in the span, to be ticked off. */
function Removals({
  rows,
  chosen,
  onChange,
}: {
  rows: Removal[];
  chosen: string[];
  onChange: (ids: string[]) => void;
}) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  return (
    <div className="removals" tabIndex={0} role="region" aria-label={w.inCatalog(formatNumber(rows.length, language))}>
      <table className="rows compact">
        <thead>
          <tr>
            <th>{w.remove}</th>
            <th>{w.procedure}</th>
            <th className="number">{w.received}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <input
                  type="checkbox"
                  aria-label={w.removeOf(name(row))}
                  checked={chosen.includes(row.id)}
                  onChange={(event) =>
                    onChange(event.target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))
                  }
                />
              </td>
              <td>{name(row)}</td>
              <td className="number">{row.received === undefined ? "–" : formatNumber(row.received, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

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
  const kind = channel === "ONLINE" ? "ONLINE" : "POSTAL";
  const { to } = view.variables;
  const [remove, setRemove] = useState<string[]>([]);
  const [add, setAdd] = useState<string[]>([]);
  const catalogs = useGraphql<CatalogsData>(CATALOGS, { asOf: to }, { keep: true });
  const [picked, setPicked] = useState<string>();
  const choice = (catalogs.data?.catalogs.items ?? []).filter((catalog) => catalog.kind !== "EXCLUDED");
  const catalog = choice.find(({ id }) => id === picked) ?? choice.find((each) => each.kind === kind) ?? choice[0];
  const entries = useCatalogEntries(catalog ? [catalog.id] : [], { enabled: catalog !== undefined });
  const received = useReceived(
    view,
    card.criteria.find(
      (each) => each.measure === "PROCEDURES" && (catalog?.kind === "ONLINE") === (each.channel === "ONLINE"),
    ),
  );
  const error = catalogs.error ?? entries.error;
  const rows: Removal[] = entriesOn(entries.data?.catalogEntries.items ?? [], to)
    .flatMap(({ procedure }) => (procedure ? [{ ...procedure, received: received.get(procedure.id) }] : []))
    .sort((left, right) => (left.received ?? 0) - (right.received ?? 0));
  const dead = rows.filter((row) => row.received === 0).map(({ id }) => id);
  const number = (value: number): string => formatNumber(value, language);
  return (
    <section className="card" id="catalog" aria-labelledby="effect-title">
      <div className="card-head">
        <h2 id="effect-title">{w.effect}</h2>
      </div>
      <div className="card-body stack">
        <p className="muted">{w.effectLead}</p>
        {error ? (
          <Failed error={error} />
        ) : !catalog || !entries.data ? (
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
                  setRemove([]);
                  setAdd([]);
                }}
              >
                {choice.map((each) => (
                  <MenuItem key={each.id} value={each.id}>
                    {name(each)}
                  </MenuItem>
                ))}
              </TextField>
              <div className="row wrap no-print">
                {dead.length > 0 && (
                  <Button variant="outlined" onClick={() => setRemove(dead)}>
                    {w.deadOnes(number(dead.length), dead.length)}
                  </Button>
                )}
                {remove.length + add.length > 0 && (
                  <Button
                    onClick={() => {
                      setRemove([]);
                      setAdd([]);
                    }}
                  >
                    {w.clear}
                  </Button>
                )}
                <b className="strong" role="status">
                  {w.chosen(number(remove.length), number(add.length))}
                </b>
              </div>
              <Removals rows={rows} chosen={remove} onChange={setRemove} />
              <AddedProcedures added={add} listed={rows.map(({ id }) => id)} onChange={setAdd} />
            </div>
            <EffectResult view={view} catalog={catalog.id} remove={remove} add={add} />
          </div>
        )}
      </div>
    </section>
  );
}
