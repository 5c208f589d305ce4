import Button from "@mui/material/Button";
import { useState } from "react";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { Status } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import { percent } from "../figures";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { Closers } from "./Closers";
import { changed, inOrder, type Pair } from "./effect";
import { EFFECT, type EffectCriterion, type EffectData } from "./take.graphql";
import { words } from "./take.words";

/** Agencies of one answer: a province and its communes are some two hundred. */
const MOST = 1000;

function Figure({ criterion }: { criterion: EffectCriterion }) {
  const s = useWords(shared);
  const language = useLanguage();
  const { official, thresholdPercent } = criterion;
  if (!official.ratio) return <Status kind="na">{s.notApplicable}</Status>;
  return (
    <span className="effect-figure">
      <b className="strong">
        {formatNumber(official.numerator, language)}/{formatNumber(official.denominator, language)}
      </b>{" "}
      = {percent(official.ratio, language, { threshold: thresholdPercent })}{" "}
      {official.state === "MET" ? (
        <Status kind="met">{s.metSmall}</Status>
      ) : (
        <Status kind="short">{s.shortOf(formatNumber(official.shortfall ?? 0, language))}</Status>
      )}
    </span>
  );
}

function PairRow({ title, pair }: { title: string; pair: Pair }) {
  return (
    <tr>
      <td className="lead-cell">
        {title} <span className="criterion-code">{pair.before.code}</span>
      </td>
      <td>
        <Figure criterion={pair.before} />
      </td>
      <td>
        <Figure criterion={pair.after} />
      </td>
    </tr>
  );
}

/** The province and every agency before and after a proposed change of a catalog. */
export function EffectResult({
  view,
  catalog,
  remove,
  add,
}: {
  view: TargetView;
  catalog: string;
  remove: string[];
  add: string[];
}) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const [opened, setOpened] = useState(false);
  const enabled = remove.length + add.length > 0;
  const { data, error, refetch } = useGraphql<EffectData>(
    EFFECT,
    { ...view.variables, catalog, remove, add, limit: MOST },
    { enabled, keep: true },
  );
  if (!enabled) return <Empty title={w.none} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones lines={6} />;
  const { province, items, total } = data.catalogEffect;
  const whole = changed(province.before, province.after);
  if (whole.length === 0 && items.length === 0) return <Empty title={w.unchanged} />;
  const { first, communes } = inOrder(items);
  const shown = opened || first.length === 0 ? [...first, ...communes] : first;
  return (
    <div className="stack">
      <h3>{w.changes}</h3>
      <table className="rows folding">
        <thead>
          <tr>
            <th>{w.criterion}</th>
            <th>{w.before}</th>
            <th>{w.then}</th>
          </tr>
        </thead>
        <tbody>
          {whole.map((pair) => (
            <PairRow key={pair.before.id} title={s.province} pair={pair} />
          ))}
        </tbody>
      </table>
      {whole.map((pair) => (
        <Closers key={pair.before.id} view={view} pair={pair} removed={remove} />
      ))}
      <h3>{items.length === 0 ? w.noAgencies : w.agencies}</h3>
      {items.length > 0 && (
        <table className="rows folding">
          <thead>
            <tr>
              <th>{w.agency}</th>
              <th>{w.before}</th>
              <th>{w.then}</th>
            </tr>
          </thead>
          <tbody>
            {shown.flatMap(({ agency, before, after }) =>
              changed(before, after).map((pair) => (
                <PairRow key={`${agency.id}-${agency.isSplit}-${pair.before.id}`} title={name(agency)} pair={pair} />
              )),
            )}
          </tbody>
        </table>
      )}
      {first.length > 0 && communes.length > 0 && (
        <p className="no-print">
          <Button variant="outlined" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            {opened ? w.hideCommunes : w.communes(formatNumber(communes.length, language), communes.length)}
          </Button>
        </p>
      )}
      {total > items.length && <p className="hint">{w.moreAgencies(formatNumber(total - items.length, language))}</p>}
    </div>
  );
}
