import { ArrowRight } from "lucide-react";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Status } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import { useMay } from "../../platform/viewer";
import type { CriterionScore } from "../scorecard.graphql";
import { changed, closersOf } from "../take/effect";
import { Share } from "../take/Share";
import { EFFECT, type EffectData, type TakeStep } from "../take/take.graphql";
import { useRemovals } from "../take/use-removals";
import { words as shared } from "../target.words";
import type { TargetView } from "../use-span";
import { words } from "./home.words";

/** What taking the unused procedures out of the catalog would do to a target. Stands once the answer is there. */
export function UnusedEffect({
  criterion,
  steps,
  view,
}: {
  criterion: CriterionScore;
  steps: TakeStep[];
  view: TargetView;
}) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const asks = useMay()("catalogEntry.read") && criterion.measure === "PROCEDURES";
  const kind = criterion.channel === "ONLINE" ? "ONLINE" : "POSTAL";
  const { catalog, unused } = useRemovals(view, [criterion], kind, undefined, asks);
  const { data } = useGraphql<EffectData>(
    EFFECT,
    { ...view.variables, catalog: catalog?.id, remove: unused, add: [], limit: 1 },
    { enabled: asks && unused.length > 0 },
  );
  const province = data?.catalogEffect.province;
  const pair = province && changed(province.before, province.after).find(({ before }) => before.id === criterion.id);
  const ratio = pair?.before.official.ratio;
  const then = pair?.after.official;
  if (!ratio || !then?.ratio) return null;
  const number = (value: number): string => formatNumber(value, language);
  const closers = closersOf(pair, steps, unused);
  return (
    <div className="stack tight unused-effect">
      <p>{w.unused(number(unused.length), unused.length)}</p>
      <div className="row wrap">
        <Share ratio={ratio} threshold={criterion.thresholdPercent} />
        <ArrowRight size={16} aria-hidden />
        <Share ratio={then.ratio} threshold={criterion.thresholdPercent} />
        {then.state === "MET" ? (
          <Status kind="met">{s.metSmall}</Status>
        ) : (
          <Status kind="short">{w.stillShort(number(then.shortfall ?? 0))}</Status>
        )}
      </div>
      {closers.length > 0 && <p className="muted">{w.unusedCloses(number(closers.length), closers.length)}</p>}
    </div>
  );
}
