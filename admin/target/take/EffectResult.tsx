import Button from "@mui/material/Button";
import { useState } from "react";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { Status } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import { percent } from "../figures";
import type { ShortCard, ShortCriterion } from "../scorecard.graphql";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { EFFECT, type EffectData } from "./take.graphql";
import { words } from "./take.words";

/** Agencies at first, and at each further step. */
const STEP = 15;

interface Pair {
  before: ShortCriterion;
  after: ShortCriterion;
}

/** The criteria whose figure is another after the change. */
function changed(before: ShortCard, after: ShortCard): Pair[] {
  return before.criteria.flatMap((criterion) => {
    const then = after.criteria.find(({ id }) => id === criterion.id);
    const differs =
      then &&
      (then.official.numerator !== criterion.official.numerator ||
        then.official.denominator !== criterion.official.denominator);
    return differs ? [{ before: criterion, after: then }] : [];
  });
}

function Figure({ criterion }: { criterion: ShortCriterion }) {
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
  const [limit, setLimit] = useState(STEP);
  const enabled = remove.length + add.length > 0;
  const { data, error, refetch } = useGraphql<EffectData>(
    EFFECT,
    { ...view.variables, catalog, remove, add, limit },
    { enabled, keep: true },
  );
  if (!enabled) return <Empty title={w.none} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones lines={6} />;
  const { province, items, total } = data.catalogEffect;
  const whole = changed(province.before, province.after);
  if (whole.length === 0 && items.length === 0) return <Empty title={w.unchanged} />;
  return (
    <div className="stack" aria-live="polite">
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
            {items.flatMap(({ agency, before, after }) =>
              changed(before, after).map((pair) => (
                <PairRow key={`${agency.id}-${pair.before.id}`} title={name(agency)} pair={pair} />
              )),
            )}
          </tbody>
        </table>
      )}
      {total > items.length && (
        <p className="row">
          <span className="hint">{w.moreAgencies(formatNumber(total - items.length, language))}</span>
          {limit < 1000 && (
            <Button className="no-print" variant="outlined" onClick={() => setLimit(Math.min(1000, limit + 10 * STEP))}>
              {w.showMore}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
